//! The office's own files, taken in through the command line, against what a faithful import contains.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::{Value, json};
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
    for what in ["deputies", "districts", "duty", "visits", "activities", "contacts", "deeds"] {
        assert_rows(what, &station.list(what), &truth[what]);
    }
    let numbered = |matter: &Value| matter["no"].as_str().is_some_and(|no| no.starts_with("5-3-"));
    let suggestions: Vec<Value> = station.list("matters").into_iter().filter(numbered).collect();
    assert_rows("suggestions", &suggestions, &truth["suggestions"]);
    let visitors: i64 = station.list("visits").iter().filter_map(|v| v["people"].as_i64()).sum();
    assert_eq!(Some(visitors), truth["visitors"].as_i64(), "人次 counts people, not visits");
    let matters = station.list("matters").len();
    assert_eq!(matters, 49 + 7, "opinions that an activity only counts make no matter");
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
    for what in ["deputies", "districts", "duty", "visits", "matters", "activities", "contacts", "deeds"] {
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
fn the_figures_of_all_months_are_as_the_truth_says() {
    let (station, truth) = (Station::with_samples(), truth());
    for (month, expected) in truth["months"].as_object().expect("months by name") {
        let out = station.path(&format!("out-{month}"));
        let report = station.json(&["report", "month", month, "--draft", "--out", out.to_str().expect("a plain path")]);
        assert_figures(&report["total"], &expected["total"], month);
        for (site, expected) in expected["sites"].as_object().expect("sites by name") {
            assert_figures(&report["sites"][site], expected, &format!("{month} {site}"));
        }
    }
}

fn assert_figures(found: &Value, expected: &Value, place: &str) {
    for (key, value) in expected.as_object().expect("figures by key") {
        assert_eq!(&found[key], value, "{place}: {key}");
    }
}

#[test]
fn a_table_that_was_copied_from_an_office_program_is_taken_in() {
    let station = Station::with_samples();
    let rows = "联系日期\t代表姓名\t联系方式\t选民姓名\t人数\t选民反映的意见\n2023-12-30\t罗　建\t电话\t孙某\t2\t\"路灯不亮,\n水压不足\"\n";
    let asked = json!({ "kind": "contacts", "pasted": rows });
    let foretold = station.call("preview_import", &asked);
    let done = station.call("import", &asked);
    assert_eq!(done["preview"], foretold, "the preview says what the import does");
    assert_eq!(foretold["files"][0]["file"], "粘贴的表格", "it is called by what it is");
    let last = station.list("contacts").pop().expect("contacts");
    assert_eq!(
        (&last["deputy"], &last["opinion"]),
        (&json!("罗建"), &json!("路灯不亮,\n水压不足")),
        "a line break is kept"
    );
}

#[test]
fn deputies_are_listed_in_the_order_that_is_asked_for() {
    let station = Station::with_samples();
    let names = |order: &str| -> Vec<String> {
        let listed = station.json(&["list", "deputies", "--order", order]);
        listed.as_array().expect("a list").iter().map(|d| d["name"].as_str().expect("a name").to_owned()).collect()
    };
    let [strokes, pinyin, number] = ["strokes", "pinyin", "number"].map(names);
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(sorted(strokes.clone()), sorted(number.clone()), "the same deputies");
    assert_eq!(strokes.first().map(String::as_str), Some("丁志海"), "the only surname of two strokes");
    assert_eq!(pinyin.first().map(String::as_str), Some("阿依古丽·买买提"), "a comes first");
    let seats: Vec<i64> = station
        .json(&["list", "deputies", "--order", "number"])
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|d| d["constituency"].as_i64())
        .collect();
    assert!(seats.is_sorted() && seats.len() == 115, "by constituency: {seats:?}");
    let refused = station.run(&["list", "visits", "--order", "strokes"]);
    assert_eq!(refused.code, 2, "only deputies have an order of names");
}
