//! Writing onto a stick: listed, read back, full, locked.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use std::fs;

use station_machine::{drives, files};
use station_tests::stick::{Stick, run};

const MEGABYTE: usize = 1 << 20;

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
