//! The house rules as tests: each rule tells where the tree breaks it, one line for each place.

use std::fs;
use std::path::{Path, PathBuf};

mod manifests;
mod names;
mod sources;

pub use manifests::dependency_rule;
pub use names::{paths_in_documents, top_level};
pub use sources::{deletions, long_files, no_opening, one_backend, sql_outside_files, unfinished};

/// Folders that hold nothing of ours.
const SKIPPED: [&str; 5] = ["target", "node_modules", "dist", "gen", ".git"];

/// Files below `folder`, by the ends of their names, without what is generated or fetched.
fn files(folder: &Path, ends: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().flatten().map(|e| e.path()) {
            let name = name(&path);
            if path.is_dir() {
                folders.extend((!SKIPPED.contains(&name)).then_some(path));
            } else if ends.iter().any(|end| name.ends_with(end)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Checks the text of each file; a breach is told with the file's path from `root`.
fn each(root: &Path, files: Vec<PathBuf>, breach: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let told = files.iter().flat_map(|path| {
        let shown = path.strip_prefix(root).unwrap_or(path).display().to_string();
        let text = fs::read_to_string(path).unwrap_or_default();
        breach(&text).into_iter().map(move |what| format!("{shown}: {what}"))
    });
    told.collect()
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|n| n.to_str()).unwrap_or_default()
}
