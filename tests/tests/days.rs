//! `station days`: the days of a rule, without a station and with the years of one.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::{Value, json};
use station_tests::station::{Ran, Station, alone};

fn days(arguments: &[&str]) -> Ran {
    alone(&[&["days"], arguments].concat())
}

fn held(arguments: &[&str]) -> Vec<Value> {
    let ran = days(&[arguments, &["--json"]].concat());
    assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.out, ran.err);
    let days: Vec<Value> = serde_json::from_str(&ran.out).expect("an array");
    days.into_iter().map(|day| day["held"].clone()).collect()
}

#[test]
fn days_are_told_without_a_station_or_a_password() {
    let month = ["--from", "2026-02-01", "--to", "2026-02-28"];
    let rule = ["--rule", "FREQ=MONTHLY;BYMONTHDAY=15,20"];
    for (how, days) in [
        ("next-workday", json!(["2026-02-24", "2026-02-24"])),
        ("week-later", json!(["2026-03-01", "2026-02-27"])),
        ("keep", json!(["2026-02-15", "2026-02-20"])),
        ("skip", json!([null, null])),
    ] {
        assert_eq!(json!(held(&[&rule[..], &["--holidays", how], &month].concat())), days, "{how}");
    }
    let march = ["--rule", "FREQ=MONTHLY;BYMONTHDAY=15", "--from", "2026-03-01", "--to", "2026-03-31"];
    assert_eq!(json!(held(&march)), json!(["2026-03-15"]), "a plain Sunday stays");
    assert_eq!(json!(held(&[&march[..], &["--weekends"]].concat())), json!(["2026-03-16"]), "or goes on");
    let january = ["--rule", "FREQ=MONTHLY;BYDAY=1MO,1TU", "--from", "2022-01-01", "--to", "2022-01-31"];
    let later = held(&[&january[..], &["--holidays", "week-later"]].concat());
    assert_eq!(json!(later), json!(["2022-01-10", "2022-01-11"]), "as one township did");
    let market = held(&["--lunar", "2,5,8", "--holidays", "keep", "--from", "2026-02-17", "--to", "2026-02-24"]);
    assert_eq!(json!(market), json!(["2026-02-18", "2026-02-21", "2026-02-24"]), "初二, 初五, 初八");
}

#[test]
fn the_reason_is_said_and_what_cannot_be_read_is_one_sentence() {
    let friday = ["--rule", "FREQ=WEEKLY;BYDAY=FR", "--from", "2026-02-20", "--to", "2026-02-20", "--json"];
    let day: Value = serde_json::from_str(&days(&friday).out).expect("JSON");
    assert_eq!(
        day,
        json!([{"planned": "2026-02-20", "held": "2026-02-24",
            "why": "2026-02-20 是春节假期，顺延到下一个工作日 2026-02-24"}]),
        "planned, held and why, and nothing else"
    );
    for arguments in [
        &["--rule", "每周五", "--from", "2026-01-01", "--to", "2026-12-31"][..],
        &["--rule", "FREQ=DAILY", "--from", "2026-12-31", "--to", "2026-01-01"],
        &["--lunar", "12", "--from", "2026-01-01", "--to", "2026-12-31"],
        &["--rule", "FREQ=DAILY", "--holidays", "later", "--from", "2026-01-01", "--to", "2026-12-31"],
        &["--from", "2026-01-01", "--to", "2026-12-31"],
    ] {
        let ran = days(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.trim_end().ends_with('。') && ran.err.lines().count() == 1, "one sentence: {}", ran.err);
    }
}

#[test]
fn the_years_that_a_station_entered_count() {
    let station = Station::founded();
    let day = json!({ "date": "2027-03-10", "name": "停止办公", "off": true });
    let year = json!({ "year": 2027, "days": [day] }).to_string();
    assert_eq!(station.run(&["call", "save_holidays", &year]).code, 0, "the year is entered");
    let ask = ["days", "--rule", "FREQ=MONTHLY;BYMONTHDAY=10", "--from", "2027-03-01", "--to", "2027-03-31"];
    assert_eq!(station.json(&ask)[0]["held"], "2027-03-11", "by the station's own year");
    let guess = days(&[&ask[1..], &["--json"]].concat());
    let guess: Value = serde_json::from_str(&guess.out).expect("JSON");
    assert_eq!((&guess[0]["held"], &guess[0]["estimated"]), (&json!("2027-03-10"), &json!(true)), "else an estimate");
}
