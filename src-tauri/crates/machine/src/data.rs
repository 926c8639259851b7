//! Where the station's data lie on this computer.

use std::ffi::OsString;
use std::fs::{self, DirBuilder};
use std::path::{Path, PathBuf};

use crate::FileError;

/// Name of our folder within the system's folders.
const NAME: &str = "liaison-station";

/// The default data folder; `None` when the system names no home at all.
pub fn data_folder() -> Option<PathBuf> {
    folder(&|name| std::env::var_os(name), ("XDG_DATA_HOME", ".local/share", "APPDATA"))
}

/// Makes a folder and those above it, open to the owner alone; one that exists stays as it is.
pub fn make_private(folder: &Path) -> Result<(), FileError> {
    if fs::metadata(folder).is_ok_and(|m| m.is_dir()) {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|e| FileError::new(folder, e))
}

/// `names`: the variable that wins, the folder under HOME without it, the variable on Windows.
fn folder(env: &dyn Fn(&str) -> Option<OsString>, names: (&str, &str, &str)) -> Option<PathBuf> {
    // A relative path would move the data with every start; the XDG specification says to ignore it.
    let absolute = |name: &str| env(name).map(PathBuf::from).filter(|p| p.is_absolute());
    let (own, below_home, windows) = names;
    let base = if cfg!(windows) {
        absolute(windows)
    } else {
        absolute(own).or_else(|| absolute("HOME").map(|home| home.join(below_home)))
    };
    base.map(|base| base.join(NAME))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_data_folder_follows_the_environment() {
        let cases: [(&str, &str, Option<&str>); 5] = [
            ("/srv/data", "/home/wang", Some("/srv/data/liaison-station")),
            ("", "/home/wang", Some("/home/wang/.local/share/liaison-station")),
            ("data", "/home/wang", Some("/home/wang/.local/share/liaison-station")),
            ("/srv/data", "", Some("/srv/data/liaison-station")),
            ("", "", None),
        ];
        for (xdg, home, expected) in cases {
            let env = |name: &str| match name {
                "XDG_DATA_HOME" => Some(OsString::from(xdg)),
                "HOME" => Some(OsString::from(home)),
                _ => None,
            };
            let found = folder(&env, ("XDG_DATA_HOME", ".local/share", "APPDATA"));
            assert_eq!(found, expected.map(PathBuf::from), "XDG_DATA_HOME={xdg} HOME={home}");
        }
    }

    #[test]
    fn a_new_folder_is_closed_to_others() {
        let home = tempfile::tempdir().unwrap();
        let made = home.path().join("a/b");
        make_private(&made).unwrap();
        make_private(&made).expect("a second time changes nothing");
        let mode = fs::metadata(&made).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "the folder holds names and phones, others have no business in it");
    }
}
