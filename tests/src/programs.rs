//! The programs under test as `cargo build --workspace` left them, started in an environment of their own.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests is a folder of the workspace")
}

/// A built program of ours, `station` or `liaison-station`, beside the test that asks.
///
/// # Panics
/// When it has not been built.
pub fn built(name: &str) -> PathBuf {
    let found = folder().map(|folder| folder.join(name)).filter(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not built: run `cargo build --workspace` first (make test does)"))
}

/// Where cargo puts what it builds: `target/debug`, wherever that is; a test lies in `deps` below it.
pub fn folder() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let folder = own.parent()?;
    Some(if folder.ends_with("deps") { folder.parent()? } else { folder }.to_owned())
}

/// Starts `program` with a home of its own and nothing of the developer's environment: no locale, no desktop, no bus.
/// It is killed when the thread that started it ends, also when that is killed itself.
pub fn command(program: impl AsRef<OsStr>, home: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL"]).arg(program.as_ref()).env_clear();
    let own = [("PATH", "/usr/bin:/bin"), ("LANG", "C.UTF-8"), ("DBUS_SESSION_BUS_ADDRESS", "disabled:")];
    command.envs(own).envs([("NO_AT_BRIDGE", "1"), ("GDK_BACKEND", "x11")]).env("HOME", home);
    command
}
