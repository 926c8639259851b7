//! Windows by the standard library alone: letters behind the system's own that answer. It tells neither free space
//! nor what can be taken out, and a second hard disk is listed too.

use std::fs;
use std::path::PathBuf;

use super::Drive;

/// A: and B: are floppies, asking them makes noise; C: is the system's.
pub(super) fn list() -> Vec<Drive> {
    let roots = ('D'..='Z').map(|letter| format!("{letter}:\\"));
    let present = roots.filter(|root| fs::metadata(root).is_ok());
    let drive =
        |root: String| Drive { name: root.clone(), path: PathBuf::from(root), free: 0, total: 0, removable: false };
    present.map(drive).collect()
}
