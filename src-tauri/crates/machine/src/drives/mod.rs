//! The sticks and other removable drives that are plugged in now.

use std::path::PathBuf;

use serde::Serialize;

#[cfg(not(windows))]
mod linux;
#[cfg(windows)]
mod windows;

/// A drive to which a report can be carried away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drive {
    /// Its name in the file manager: the volume's label, or the letter.
    pub name: String,
    /// Where its files are.
    pub path: PathBuf,
    /// Bytes that can still be written; 0 on Windows, where the standard library does not tell.
    pub free: u64,
    /// Bytes in all; 0 on Windows.
    pub total: u64,
    /// Whether the hardware says that it can be taken out; false for one that is only mounted where sticks are.
    pub removable: bool,
}

/// Drives by name; asked anew each time, since sticks come and go.
pub fn list() -> Vec<Drive> {
    #[cfg(windows)]
    let mut drives = windows::list();
    #[cfg(not(windows))]
    let mut drives = linux::list();
    drives.sort_by(|a, b| b.removable.cmp(&a.removable).then_with(|| a.name.cmp(&b.name)));
    drives
}
