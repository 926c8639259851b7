//! Gives every command of the api its own permission, so that a window may call only what its capability names.

fn main() {
    let list = include_str!("crates/api/src/list.rs");
    let names: Vec<&'static str> = commands(list).collect();
    let manifest = tauri_build::AppManifest::new().commands(Box::leak(names.into_boxed_slice()));
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        panic!("{error:#}");
    }
    println!("cargo:rerun-if-changed=crates/api/src/list.rs");
}

/// The lines of the list have the form `room::command(Input) -> Output;`.
fn commands(list: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = list.lines().map(str::trim).filter(|line| line.ends_with(';') && line.contains(") -> "));
    lines
        .filter_map(|line| line.split_once("::")?.1.split_once('(').map(|(name, _)| name))
        .filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
}
