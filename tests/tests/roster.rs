//! The duty roster of the samples' township, as a script would make it: proposed, accepted, accepted again, taken back.
#![allow(clippy::expect_used, reason = "a test fails loudly")]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::{Value, json};
use station_tests::station::Station;

const YEAR: [&str; 4] = ["--from", "2024-02-01", "--to", "2024-12-31"];

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn roster(station: &Station, job: &str, more: &[&str]) -> Value {
    station.json(&[&["roster", job], YEAR.as_slice(), more].concat())
}

/// Reception days by rule at the station and its points: the samples' sites have none of their own.
fn receiving() -> Station {
    let station = Station::with_samples();
    let mut says = station.call("station", &Value::Null);
    for (at, site) in says["sites"].as_array_mut().expect("sites").iter_mut().enumerate() {
        site["rule"] = json!(if at == 0 { "每月15日" } else { "每月20日" });
    }
    station.call("save_station", &says);
    station
}

#[test]
fn a_years_roster_keeps_every_rule_and_is_written_once() {
    let station = receiving();
    let proposal = roster(&station, "propose", &[]);
    let days = list(&proposal, "days");
    assert_eq!(days.len(), 11 * 6, "eleven months, a station and five points");
    let mut twice = HashSet::new();
    for day in days {
        let levels: Vec<bool> = list(day, "deputies").iter().filter_map(|d| d["upper"].as_bool()).collect();
        assert!(levels.len() <= 2, "one of each level: {day}");
        for deputy in list(day, "deputies") {
            assert!(
                twice.insert((day["date"].to_string(), deputy["person_id"].to_string())),
                "nobody twice a day: {day}"
            );
        }
    }
    let mut groups: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for row in list(&proposal["balance"], "rows") {
        groups.entry(row["group"].to_string()).or_default().extend(row["planned"].as_u64());
    }
    let told = proposal["unmet"].to_string();
    for (group, counts) in groups {
        let spread = counts.last().zip(counts.first()).map_or(0, |(most, least)| most - least);
        assert!(
            spread <= 1 || told.contains(group.trim_matches('"')),
            "{group} is even, or the reason is told: {counts:?}"
        );
    }
    assert_eq!(roster(&station, "propose", &[]), proposal, "the same every time");
    let between = json!({ "from": "2024-02-01", "to": "2024-12-31" });
    let before = station.call("days", &between);
    let accepted = roster(&station, "accept", &[]);
    assert_eq!(accepted["saved"]["label"], "已采用排班，共66个接待日");
    let again = station.run(&[&["roster", "accept"], YEAR.as_slice()].concat());
    assert_eq!(again.code, 2, "nothing is left to write: {}", again.out);
    let anew = roster(&station, "accept", &["--redo"]);
    assert_eq!(list(&anew, "days").len(), 66, "days that stand are corrected, never doubled");
    assert_eq!(station.run(&["undo"]).code, 0);
    assert_eq!(station.run(&["undo"]).code, 0);
    let after = station.call("days", &between);
    assert_eq!(after, before, "one undo takes an accepted roster back");
}

#[test]
fn leave_changes_the_proposal_and_what_cannot_be_met_is_told() {
    let station = receiving();
    let point = ["--site", "东关联络点", "--county", "0", "--own", "1"];
    let first = roster(&station, "propose", &point);
    let who = list(&first, "days")[0]["deputies"][0].clone();
    let leave =
        json!({ "person_id": who["person_id"], "since": "2024-02-01", "until": "2024-12-31", "reason": "外出学习" });
    station.call("save_leave", &leave);
    let then = roster(&station, "propose", &point);
    let named =
        list(&then, "days").iter().flat_map(|day| list(day, "deputies")).any(|d| d["person_id"] == who["person_id"]);
    assert!(!named, "who is on leave is not rostered");
    let ran = station.run(&["roster", "propose", "--from", "2024-02-01", "--to", "2024-12-31", "--site", "没有的点"]);
    assert_eq!(ran.code, 2, "a site that there is not is said: {}", ran.err);
}
