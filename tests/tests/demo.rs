//! The practice township: as many facts of every kind as promised on whatever day it is made, the same again from the
//! same seed, and every paper made from them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;

use serde_json::Value;
use station_tests::programs::{built, command};
use station_tests::station::{Station, TODAY};

/// What two years hold, and why it is so many.
const HELD: [(&str, RangeInclusive<usize>, &str); 11] = [
    ("deputies", 115..=115, "as in the largest townships with six sites"),
    ("districts", 40..=40, "three seats each, the last five two"),
    ("duty", 46..=48, "24 reception days a year, the running month not over"),
    ("visits", 230..=240, "five on each reception day"),
    ("matters", 440..=490, "visits, 40 suggestions a year, and what activities, contacts and walks bring"),
    ("activities", 54..=58, "28 a year besides reception days, some announced"),
    ("contacts", 920..=1150, "four to five a year of each deputy"),
    ("standing", 600..=950, "two to ten of each deputy, and the pairings"),
    ("constituency_visits", 145..=160, "two a year of each constituency"),
    ("deeds", 66..=72, "three a month"),
    ("campaigns", 2..=2, "one over, one running"),
];

/// Makes a township of two years in `out` and lists it.
fn made(place: &Station, out: &Path) -> Vec<Vec<Value>> {
    let mut program = command(built("station"), place.folder.path());
    program.args(["demo", "--years", "2", "--today", TODAY, "--out"]).arg(out);
    assert!(program.output().expect("it runs").status.success(), "the township is made");
    let list = |(what, ..): &(&str, RangeInclusive<usize>, &str)| {
        let mut program = command(built("station"), place.folder.path());
        program.env("STATION_PASSWORD", "practice-only").args(["--json", "--today", TODAY, "list", what, "--data"]);
        let output = program.arg(out.join("数据")).output().expect("it lists");
        serde_json::from_slice(&output.stdout).expect("a listing is JSON")
    };
    HELD.iter().map(list).collect()
}

/// Different texts under a key.
fn kinds<'a>(rows: &'a [Value], key: &str) -> BTreeSet<&'a str> {
    rows.iter().filter_map(|row| row[key].as_str()).collect()
}

#[test]
fn two_years_hold_what_two_years_hold_and_repeat() {
    let place = Station::empty();
    let first = made(&place, &place.path("first"));
    for ((what, count, why), rows) in HELD.iter().zip(&first) {
        assert!(count.contains(&rows.len()), "{what}: {} for two years; {why}", rows.len());
    }
    let rows = |what: &str| HELD.iter().zip(&first).find(|((name, ..), _)| *name == what).expect("it is listed").1;
    assert_eq!(kinds(rows("activities"), "kind").len(), 14, "every kind but the reception day, which is duty");
    assert_eq!(kinds(rows("contacts"), "way").len(), 7, "every way of keeping in touch");
    assert_eq!(kinds(rows("deeds"), "category").len(), 8, "every category of deeds");
    assert!(rows("campaigns").iter().all(|one| one["facts"].as_i64() > Some(20)), "both campaigns have facts");
    let sums = |key: &str| rows("activities").iter().filter(|row| !row[key].is_null()).count();
    assert!((10..56).contains(&sums("reason")), "some were excused from most activities, with why: {}", sums("reason"));
    assert_eq!(made(&place, &place.path("second")), first, "the same seed gives the same township");
    papers(&place.path("first"));
}

/// Every register in three kinds of files, the other papers, a report for each month, and some photos.
fn papers(township: &Path) {
    let files = |folder: &str| std::fs::read_dir(township.join("材料").join(folder)).map_or(0, Iterator::count);
    assert_eq!(files("台账"), 30, "ten registers as xlsx, pdf and csv");
    for folder in ["签到表", "公示栏A4", "公示栏A3"] {
        assert_eq!(files(folder), 1, "{folder} is made");
    }
    assert_eq!(files("2024-01月报"), 9, "a workbook, the figures, registers 2, 3, 4, 8, 9 and 10, the manifest");
    let photos = std::fs::read_dir(township.join("数据/attachments")).expect("there are photos");
    assert!(photos.count() > 1, "pictures lie sealed beside the store");
}
