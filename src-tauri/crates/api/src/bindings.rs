//! Types for the window: written by this test (`make bless`), compared by it otherwise.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use ts_rs::{Config, TS, TypeVisitor};

use crate::list::{COMMANDS, types, visit};

const HOME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/backend/bindings");

/// The files as they should be, by name: one for each type, and the index with the map of commands.
fn made() -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let config = Config::new().with_large_int("number").with_out_dir(folder.path());
    visit(&mut Exporter(&config));
    let mut files = read(folder.path());
    let mut index = String::from("// Written by `make bless` from the list of commands; do not edit.\n");
    let mut commands = String::new();
    for (name, input, output) in types(&config) {
        let _ = writeln!(commands, "  {name}: {{ input: {}; output: {} }};", plain(&input), plain(&output));
    }
    for name in files.keys().map(|file| file.trim_end_matches(".ts")).filter(|name| !name.contains('/')) {
        let used = commands.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
        if used {
            let _ = writeln!(index, "import type {{ {name} }} from './{name}'");
        }
        let _ = writeln!(index, "export type {{ {name} }} from './{name}'");
    }
    let _ = write!(index, "\nexport interface Commands {{\n{commands}}}\n");
    files.insert("index.ts".to_owned(), index);
    files
}

/// Writes the file of each type that has one; lists and options have none, what is in them has.
struct Exporter<'a>(&'a Config);

impl TypeVisitor for Exporter<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            T::export_all(self.0).expect("a type is written");
        }
        T::visit_generics(self);
    }
}

/// Nothing is `null` in the window.
fn plain(name: &str) -> &str {
    match name {
        "null" | "()" => "null",
        "JsonValue" | "JsonValue | null" => "unknown",
        other => other,
    }
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().is_file())
        .map(|entry| {
            let text = std::fs::read_to_string(entry.path()).expect("a file of types is text");
            (entry.file_name().to_string_lossy().into_owned(), text)
        })
        .collect()
}

#[test]
fn the_windows_types_are_current() {
    let (made, home) = (made(), Path::new(HOME));
    if std::env::var_os("BLESS").is_some() {
        let _ = std::fs::remove_dir_all(home);
        std::fs::create_dir_all(home).expect("the folder is made");
        for (name, text) in &made {
            station_machine::files::write(&home.join(name), text.as_bytes()).expect("a file of types is written");
        }
    }
    let kept = read(home);
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&kept), names(&made), "a type came or went: make bless");
    for (name, text) in &made {
        assert_eq!(kept.get(name), Some(text), "{name} has drifted: make bless");
    }
}

/// Asked by the command line alone.
const NOT_OF_THE_WINDOW: [&str; 2] = ["month_figures", "list"];

#[test]
fn the_window_may_call_every_command() {
    let text = include_str!("../../../capabilities/main.json");
    let capability: serde_json::Value = serde_json::from_str(text).expect("a capability is JSON");
    let allowed: Vec<&str> =
        capability["permissions"].as_array().into_iter().flatten().filter_map(|p| p.as_str()).collect();
    let forbidden: Vec<&str> = COMMANDS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| {
            !NOT_OF_THE_WINDOW.contains(name)
                && !allowed.contains(&format!("allow-{}", name.replace('_', "-")).as_str())
        })
        .collect();
    assert!(forbidden.is_empty(), "the window is refused what is not in capabilities/main.json: {forbidden:?}");
}
