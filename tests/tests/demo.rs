//! The practice township: as many facts as promised on whatever day it is made, the same again from the same seed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use station_tests::programs::{built, command};
use station_tests::station::{Station, TODAY};

/// Makes a township of two years and lists it.
fn made() -> Vec<Vec<serde_json::Value>> {
    let place = Station::empty();
    let out = place.path("demo");
    let mut program = command(built("station"), place.folder.path());
    program.args(["demo", "--years", "2", "--today", TODAY, "--out"]).arg(&out);
    assert!(program.output().expect("it runs").status.success(), "the township is made");
    let list = |what: &str| {
        let mut program = command(built("station"), place.folder.path());
        program.env("STATION_PASSWORD", "practice-only").args(["--json", "--today", TODAY, "list", what, "--data"]);
        let output = program.arg(out.join("数据")).output().expect("it lists");
        serde_json::from_slice(&output.stdout).expect("a listing is JSON")
    };
    ["deputies", "districts", "duty", "visits", "matters"].map(list).to_vec()
}

#[test]
fn two_years_hold_what_two_years_hold_and_repeat() {
    let first = made();
    let counts: Vec<usize> = first.iter().map(Vec::len).collect();
    let [deputies, districts, duty, visits, matters] = counts[..] else { panic!("five listings") };
    assert_eq!((deputies, districts), (115, 40), "the people");
    assert!((46..=48).contains(&duty), "24 reception days a year, the running month not over: {duty}");
    assert!((310..=330).contains(&matters), "160 matters a year: {matters}");
    assert!(visits > 200, "most of them raised in receptions: {visits}");
    assert_eq!(made(), first, "the same seed gives the same township");
}
