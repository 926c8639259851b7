//! A real stick, as far as a computer without one allows: an image with a file system, mounted where sticks are.
//! Mounting needs root and loop devices; a test says so where they are missing, and proves nothing.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A mounted image; unmounted when dropped.
pub struct Stick {
    /// Where it is mounted.
    pub at: PathBuf,
    _image: tempfile::TempDir,
}

impl Stick {
    /// Makes and mounts one of 32 MB; why not, where this machine cannot.
    ///
    /// # Errors
    /// What mkfs or mount said.
    pub fn plug_in(name: &str) -> Result<Self, String> {
        let image = tempfile::tempdir().map_err(|e| e.to_string())?;
        let file = image.path().join("stick");
        let made = OpenOptions::new().write(true).create_new(true).open(&file);
        made.and_then(|f| f.set_len(32 << 20)).map_err(|e| e.to_string())?;
        let at = Path::new("/media").join(name);
        fs::create_dir_all(&at).map_err(|e| e.to_string())?;
        let stick = Self { at, _image: image };
        // A kernel built for servers may lack FAT.
        let kinds: [&[&str]; 2] = [&["mkfs.vfat"], &["mkfs.ext4", "-q", "-m", "0"]];
        let mut refused = String::new();
        for kind in kinds {
            let made = run(kind, &[&file]);
            match made.and_then(|()| run(&["mount", "-o", "loop"], &[&file, &stick.at])) {
                Ok(()) => return Ok(stick),
                Err(e) => refused = e,
            }
        }
        Err(refused)
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        let _ = run(&["umount"], &[&self.at]);
        let _ = fs::remove_dir(&self.at);
    }
}

/// Runs a command of the system; what it complained of, when it failed.
///
/// # Errors
/// What it wrote to stderr.
pub fn run(words: &[&str], paths: &[&Path]) -> Result<(), String> {
    // mkfs and mount are in the system folders, which an ordinary user's PATH leaves out.
    let path = "/usr/sbin:/usr/bin:/sbin:/bin";
    let done = Command::new("env").arg(format!("PATH={path}")).args(words).args(paths).output();
    let done = done.map_err(|e| e.to_string())?;
    if done.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&done.stderr).into_owned()) }
}
