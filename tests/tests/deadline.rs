//! `station deadline`: until when, by which rule and article, with and without a station.

use serde_json::{Value, json};
use station_tests::station::Station;

/// Asks in a folder in which no station was founded.
fn asked(arguments: &[&str]) -> Value {
    Station::empty().json(&[&["deadline"], arguments].concat())
}

#[test]
fn a_deadline_is_told_with_its_rule_and_article() {
    for (kind, from, date, rule, article) in [
        ("suggestion", "2026-05-25", "2026-08-25", "三个月", "代表法第五十一条"),
        ("suggestion-extended", "2026-05-25", "2026-11-25", "六个月", "代表法第五十一条"),
        ("建议答复", "2026-11-30", "2027-02-28", "三个月", "代表法第五十一条"),
        ("petition_inform", "2026-02-10", "2026-02-25", "十五日", "信访工作条例第二十三条"),
        ("petition_object", "2026-04-30", "2026-05-11", "五个工作日", "信访工作条例第二十三条"),
    ] {
        let told = asked(&["--kind", kind, "--from", from]);
        assert_eq!(told["date"], date, "{kind} from {from}");
        assert_eq!((&told["rule"], &told["article"]), (&json!(rule), &json!(article)), "and why");
    }
}

#[test]
fn the_clock_stands_between_two_days() {
    let told = asked(&["--kind", "suggestion", "--from", "2026-05-25", "--stopped", "2026-06-01..2026-06-11"]);
    assert_eq!(told["date"], "2026-09-04", "ten days later");
    let ran = Station::empty().run(&["deadline", "--kind", "别的", "--from", "2026-05-25"]);
    assert!(ran.code == 2 && ran.err.contains("suggestion"), "a kind that is none names those that are: {}", ran.err);
}

#[test]
fn a_stations_own_setting_holds_from_its_day() {
    let station = Station::founded();
    let own = json!({ "id": null, "kind": "suggestion", "amount": 2, "unit": "month", "article": "省乡镇人大工作规定", "since": "2026-01-01" });
    station.call("save_deadline", &own);
    for (from, date) in [("2026-05-25", "2026-07-25"), ("2025-12-31", "2026-03-31")] {
        let told = station.json(&["deadline", "--kind", "suggestion", "--from", from]);
        assert_eq!(told["date"], date, "what began before the setting keeps the rule of its time");
    }
}
