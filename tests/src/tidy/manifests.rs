//! Who may build on whom (`Cargo.toml` of each crate); Cargo itself forbids only circles.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use super::files;

/// Each crate with those of ours that it may use; the black-box tests may use all.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("station-table", &[]),
    ("station-machine", &[]),
    ("station-intake", &["station-table"]),
    ("station-report", &["station-table"]),
    ("station-template", &["station-table"]),
    ("station-core", &["station-table", "station-intake"]),
    (
        "station-api",
        &["station-table", "station-intake", "station-report", "station-template", "station-core", "station-machine"],
    ),
    ("station-cli", &["station-api"]),
    ("liaison-station", &["station-api"]),
];

/// Libraries that one crate alone may know.
const KNOWN_TO_ONE: [(&str, &str); 3] =
    [("tauri", "liaison-station"), ("rusqlite", "station-core"), ("printpdf", "station-report")];

/// Crates that use more of ours than the house allows, or a library that is another crate's.
pub fn dependency_rule(root: &Path) -> Vec<String> {
    let manifests = files(&root.join("src-tauri"), &["Cargo.toml"]);
    let checked = manifests.iter().flat_map(|path| match fs::read_to_string(path).unwrap_or_default().parse() {
        Ok(manifest) => breaches(&manifest),
        Err(e) => vec![format!("{}: {e}", path.display())],
    });
    checked.collect()
}

fn breaches(manifest: &Table) -> Vec<String> {
    let name = manifest.get("package").and_then(|p| p.get("name")).and_then(Value::as_str).unwrap_or_default();
    let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == name) else {
        return vec![format!("{name}: a new crate; say in MAY_USE on what it builds")];
    };
    let forbidden = |used: &String| {
        let ours = used.starts_with("station-") || used == "liaison-station";
        let others = KNOWN_TO_ONE.iter().any(|(library, owner)| {
            *owner != name && (used == library || used.strip_prefix(library).is_some_and(|rest| rest.starts_with('-')))
        });
        (ours && !allowed.contains(&used.as_str())) || others
    };
    dependencies(manifest).into_iter().filter(forbidden).map(|used| format!("{name} must not use {used}")).collect()
}

/// Names in all tables of dependencies, also those for tests and for one system.
fn dependencies(manifest: &Table) -> Vec<String> {
    let systems = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = systems.filter_map(Value::as_table).chain([manifest]);
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    let used = tables.flat_map(|t| kinds.iter().filter_map(|kind| t.get(*kind)?.as_table()));
    used.flat_map(Table::keys).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_use_is_told_wherever_it_stands() {
        let cases: [(&str, &str, &[&str]); 6] = [
            ("station-core", "[dependencies]\nstation-table.workspace = true\nrusqlite = \"0.43\"", &[]),
            (
                "station-table",
                "[dev-dependencies]\nstation-core.workspace = true",
                &["station-table must not use station-core"],
            ),
            (
                "station-cli",
                "[dependencies]\nstation-core = { path = \"../core\" }",
                &["station-cli must not use station-core"],
            ),
            (
                "station-api",
                "[target.'cfg(unix)'.dependencies]\nrusqlite = \"0.43\"",
                &["station-api must not use rusqlite"],
            ),
            ("station-api", "[build-dependencies]\ntauri-build = \"2\"", &["station-api must not use tauri-build"]),
            ("station-new", "", &["station-new: a new crate; say in MAY_USE on what it builds"]),
        ];
        for (name, rest, expected) in cases {
            let manifest: Table = format!("[package]\nname = \"{name}\"\n{rest}").parse().unwrap();
            assert_eq!(breaches(&manifest), expected, "{name} with {rest}");
        }
    }
}
