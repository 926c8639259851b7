//! What lies at the top, and whether documents name what exists.

use std::fs;
use std::path::Path;

use super::{each, files, name};

const TOP: [&str; 16] = [
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "README.zh-CN.md",
    "LICENSE",
    "Makefile",
    "rustfmt.toml",
    "clippy.toml",
    "src-tauri",
    "ui",
    "assets",
    "tests",
    ".ci",
    ".git",
    ".gitignore",
    ".gitattributes",
];

/// Folders that a build or a start makes; documents may name what is in them.
const MADE: [&str; 5] = ["target", "demo", "ui/dist", "ui/node_modules", "src-tauri/gen"];

/// Files and folders at the top that the house does not have.
pub fn top_level(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root).into_iter().flatten().flatten().map(|e| e.path());
    let strange = entries.filter(|path| !TOP.contains(&name(path)) && !MADE.contains(&name(path)));
    strange.map(|path| format!("{}: not a name of the top level", name(&path))).collect()
}

/// Paths in backticks, `folder/file`, in our documents that do not exist: from the top, from the document, or from
/// the folder of crates.
pub fn paths_in_documents(root: &Path) -> Vec<String> {
    let documents = files(root, &["README.md", "README.zh-CN.md", "ARCHITECTURE.md"]);
    let told = documents.into_iter().flat_map(|document| {
        let bases = [root.to_owned(), document.parent().unwrap_or(root).to_owned(), root.join("src-tauri/crates")];
        let exists = move |path: &str| bases.iter().any(|base| base.join(path).exists());
        each(root, vec![document], |text| {
            let gone = paths(text).into_iter().filter(|path| !exists(path) && !made(path));
            gone.map(|path| format!("`{path}` does not exist")).collect()
        })
    });
    told.collect()
}

fn made(path: &str) -> bool {
    MADE.iter().any(|folder| Path::new(path).starts_with(folder))
}

/// Paths in backticks outside blocks of code; of a pattern like `a/<nn>/*.sql` the part before the first variable.
fn paths(text: &str) -> Vec<String> {
    let prose = text.split("```").step_by(2);
    let quoted = prose.flat_map(|part| part.lines()).flat_map(|line| line.split('`').skip(1).step_by(2));
    quoted.filter_map(path).collect()
}

fn path(word: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-/<>*{}[]".contains(c);
    // A system's own folder, an address or two alternatives are no path of ours.
    let ours = word.contains('/') && word.chars().all(plain) && !word.starts_with(['/', '.', '<', '*']);
    if !ours {
        return None;
    }
    let kept = match word.find(['<', '*', '{', '[']) {
        Some(at) => word[..at].rsplit_once('/')?.0,
        None => word,
    };
    let kept = kept.trim_end_matches('/');
    // One name alone, `sql/` or `entry/*`, says a kind of folder rather than a place.
    kept.contains('/').then(|| kept.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_other_words() {
        let text = "See `ui/src` and `assets/registers/<nn-name>/*.sql`, not `tests/`, `entry/*`, `make run`, `/media`, `a::b`, \
            `https://x.cn/a`, `Cargo.toml`\n```\n`no/path`\n```\n`core/src/op.rs`";
        assert_eq!(paths(text), ["ui/src", "assets/registers", "core/src/op.rs"]);
    }

    #[test]
    fn a_dead_path_and_a_strange_file_are_told() {
        let home = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| {
            let path = home.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            station_machine::files::write(&path, text.as_bytes()).unwrap();
        };
        put("README.md", "`ui/old.ts`, `ui/new.ts`, `target/debug/station`");
        put("ui/new.ts", "");
        put("notes.txt", "");
        assert_eq!(paths_in_documents(home.path()), ["README.md: `ui/old.ts` does not exist"]);
        assert_eq!(top_level(home.path()), ["notes.txt: not a name of the top level"]);
    }
}
