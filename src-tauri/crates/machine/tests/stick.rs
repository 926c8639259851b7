//! A real stick, as far as a computer without one allows: an image with a file system, mounted where sticks are.
//! Mounting needs root and loop devices; without them the test says so and proves nothing.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test")]

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::Command;

use station_machine::{drives, files};

const MEGABYTE: usize = 1 << 20;

/// A mounted image; unmounted when dropped.
struct Stick {
    at: PathBuf,
    _image: tempfile::TempDir,
}

impl Stick {
    fn plug_in(name: &str) -> Result<Self, String> {
        let image = tempfile::tempdir().map_err(|e| e.to_string())?;
        let file = image.path().join("stick");
        let made = OpenOptions::new().write(true).create_new(true).open(&file);
        made.and_then(|f| f.set_len(32 * MEGABYTE as u64)).map_err(|e| e.to_string())?;
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

fn run(words: &[&str], paths: &[&Path]) -> Result<(), String> {
    // mkfs and mount are in the system folders, which an ordinary user's PATH leaves out.
    let path = "/usr/sbin:/usr/bin:/sbin:/bin";
    let done = Command::new("env").arg(format!("PATH={path}")).args(words).args(paths).output();
    let done = done.map_err(|e| e.to_string())?;
    if done.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&done.stderr).into_owned()) }
}

#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see that this one proved nothing")]
fn a_stick_is_listed_and_written_and_a_full_one_keeps_the_old_file() {
    let name = format!("站U盘 {}", std::process::id());
    let stick = match Stick::plug_in(&name) {
        Ok(stick) => stick,
        Err(why) => return eprintln!("no stick could be mounted here, nothing proved: {why}"),
    };
    let drive = || drives::list().into_iter().find(|d| d.path == stick.at).expect("what is under /media is a stick");
    let before = drive();
    assert_eq!(before.name, name, "its name is that of the mount, blanks and all");
    assert!(before.total > 20 * MEGABYTE as u64 && before.free <= before.total, "it has 32 MB: {before:?}");

    let path = stick.at.join("2026年3月报送.xlsx");
    let old = vec![7; 4 * MEGABYTE];
    assert_eq!(files::write(&path, &old).unwrap(), files::sha256(&old), "what is on the stick is what was handed in");
    assert!(before.free - drive().free >= 4 * MEGABYTE as u64, "4 MB less are free");

    let full = files::write(&path, &vec![8; 40 * MEGABYTE]).unwrap_err();
    assert_eq!(full.code(), "file.full", "{full}: {:?}", full.detail());
    assert!(fs::read(&path).unwrap() == old, "the old file is whole");
    let names: Vec<_> = fs::read_dir(&stick.at).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!names.iter().any(|n| n.to_string_lossy().ends_with(".part")), "no part takes the room: {names:?}");

    run(&["mount", "-o", "remount,ro"], &[&stick.at]).unwrap();
    let locked = files::write(&path, b"new").unwrap_err();
    assert_eq!(locked.code(), "file.read_only", "{locked}: {:?}", locked.detail());
}
