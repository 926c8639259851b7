//! The office's own files, taken in through the command line, against what a faithful import contains.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::Value;
use station_tests::station::{SAMPLES, Station, sample, truth};

/// Every row of a listing has every field that the truth names, with its value.
fn assert_rows(what: &str, found: &[Value], expected: &Value) {
    let expected = expected.as_array().expect("the truth is a list");
    assert_eq!(found.len(), expected.len(), "as many {what} as the truth has");
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        for (key, value) in expected.as_object().expect("a row has fields") {
            assert_eq!(&found[key], value, "{what} {at}: {key} of {expected}");
        }
    }
}

#[test]
fn every_field_of_the_samples_is_as_the_truth_says() {
    let (station, truth) = (Station::with_samples(), truth());
    for what in ["deputies", "districts", "duty", "visits"] {
        assert_rows(what, &station.list(what), &truth[what]);
    }
    let numbered = |matter: &Value| matter["no"].as_str().is_some_and(|no| no.starts_with("5-3-"));
    let suggestions: Vec<Value> = station.list("matters").into_iter().filter(numbered).collect();
    assert_rows("suggestions", &suggestions, &truth["suggestions"]);
    let visitors: i64 = station.list("visits").iter().filter_map(|v| v["people"].as_i64()).sum();
    assert_eq!(Some(visitors), truth["visitors"].as_i64(), "人次 counts people, not visits");
}

#[test]
fn a_second_import_changes_nothing_and_undo_empties_the_station() {
    let station = Station::with_samples();
    for (kind, file) in SAMPLES {
        let path = sample(file);
        let again = station.json(&["import", kind, path.to_str().expect("a plain path")]);
        assert_eq!(again["operation"], Value::Null, "{file} brings nothing new the second time: {again}");
    }
    for (_, file) in SAMPLES.iter().rev() {
        let undone = station.run(&["undo"]);
        assert_eq!(undone.code, 0, "the import of {file} is taken back: {}", undone.err);
    }
    for what in ["deputies", "districts", "duty", "visits", "matters"] {
        assert!(station.list(what).is_empty(), "undo left no {what}");
    }
    let more = station.run(&["undo"]);
    assert_eq!(
        (more.code, more.err.contains("没有可以撤销的操作")),
        (2, true),
        "then there is nothing left, and it says so"
    );
}

#[test]
fn the_figures_of_all_months_are_as_the_truth_says_and_open_to_their_rows() {
    let (station, truth) = (Station::with_samples(), truth());
    let later = ["activities", "attendances", "contacts", "voters_contacted", "deeds"];
    for (month, expected) in truth["months"].as_object().expect("months by name") {
        let out = station.path(&format!("out-{month}"));
        let report = station.json(&["report", "month", month, "--draft", "--out", out.to_str().expect("a plain path")]);
        assert_figures(&report["total"], &expected["total"], &later, month);
        for (site, expected) in expected["sites"].as_object().expect("sites by name") {
            assert_figures(&report["sites"][site], expected, &later, &format!("{month} {site}"));
        }
    }
}

fn assert_figures(found: &Value, expected: &Value, later: &[&str], place: &str) {
    for (key, value) in expected.as_object().expect("figures by key") {
        if !later.contains(&key.as_str()) {
            assert_eq!(&found[key], value, "{place}: {key}");
        }
    }
}
