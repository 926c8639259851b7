//! `--data DIR` and `--today DATE`; nothing else is read.

use std::ffi::OsString;
use std::path::PathBuf;

/// What the window was started with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Data folder; none = the user's own.
    pub data: Option<PathBuf>,
    /// A day to pretend, for practice and tests; none = today.
    pub today: Option<String>,
}

/// Reads them; what is unknown is passed over, since desktops add arguments of their own.
pub fn read(mut given: impl Iterator<Item = OsString>) -> Arguments {
    let mut read = Arguments::default();
    while let Some(word) = given.next() {
        match word.to_str() {
            Some("--data") => read.data = given.next().map(PathBuf::from),
            Some("--today") => read.today = given.next().and_then(|day| day.into_string().ok()),
            _ => {}
        }
    }
    read
}
