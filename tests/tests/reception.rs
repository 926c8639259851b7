//! A reception entered once: where it shows up, what a correction changes, what undo takes back, what blocks saving.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::{Value, json};
use station_tests::station::Station;

/// A day that no roster has.
const DAY: &str = "2023-11-09";
const YEAR: (&str, &str) = ("2023-01-01", "2023-12-31");

/// A station with the samples, worked on by one process: a call a line.
struct Desk(Station);

impl Desk {
    fn open() -> Self {
        Self(Station::with_samples())
    }

    fn calls(&self, calls: &[(&str, Value)]) -> Vec<Value> {
        self.0.calls(calls)
    }

    fn call(&self, name: &str, input: Value) -> Value {
        self.calls(&[(name, input)]).remove(0)
    }

    fn rows(&self, number: i64) -> Vec<String> {
        let ask = json!({ "number": number, "from": YEAR.0, "to": YEAR.1 });
        let document = self.call("register", ask);
        let subjects = document["subjects"].as_array().expect("subjects").iter();
        let parts = subjects.flat_map(|s| s["parts"].as_array().expect("parts"));
        parts.flat_map(|p| p["rows"].as_array().cloned().unwrap_or_default()).map(|row| row.to_string()).collect()
    }

    /// How many rows of forms 3, 4 and 8 name the day, and the visits of its month.
    fn shown(&self) -> (usize, usize, usize, Value) {
        let on_day = |number| self.rows(number).iter().filter(|row| row.contains(DAY)).count();
        let month = self.call("month_report", json!({ "month": "2023-11" }));
        (on_day(3), on_day(4), on_day(8), month["total"]["visits"].clone())
    }

    fn choice(&self, list: &str, label: &str) -> String {
        let choices = self.call("choices", Value::Null);
        let found = choices[list].as_array().expect("a pick list").iter().find(|c| c["label"] == label).cloned();
        found.expect("it is offered")["id"].as_str().expect("a key").to_owned()
    }

    fn draft(&self) -> Value {
        json!({
            "happened_on": DAY, "form_id": "visit_form.visit", "site_id": self.choice("sites", "东关联络点"),
            "deputies": [self.choice("deputies", "罗建"), self.choice("deputies", "邹䶮")], "people": 2,
            "parties": [{ "name": "石大山", "village": "长垣村", "phone": "13900001111" }],
            "matters": [{ "words": "村口水井抽不上水", "category_id": "category.water",
                          "route_id": "route.township", "unit": "水利站" }],
        })
    }
}

#[test]
fn one_entry_shows_everywhere_a_correction_changes_all_and_undo_takes_it_out_of_all() {
    let desk = Desk::open();
    let (days, rows, duty, visits) = desk.shown();
    assert_eq!((days, rows, duty), (0, 0, 0), "the roster does not have that day");
    let saved = desk.call("save_reception", desk.draft());
    assert_eq!(saved["number"], "JD-2023-0050", "the fiftieth visit of the year");
    let registers: Vec<&Value> =
        saved["writes"].as_array().expect("where it shows").iter().map(|w| &w["register"]).collect();
    assert_eq!(registers, ["表3", "表4", "表8"], "it says where it shows up");
    let after = json!(visits.as_i64().expect("a count") + 1);
    assert_eq!(desk.shown(), (1, 1, 2, after.clone()), "one day, one thing raised, two deputies, one visit more");

    let mut corrected = desk.call("reception", json!({ "id": saved["id"] }));
    corrected["deputies"] = json!([desk.choice("deputies", "罗建")]);
    corrected["matters"][0]["words"] = json!("村口水井抽不上水，已报修三次");
    desk.call("save_reception", corrected);
    assert_eq!(desk.shown(), (1, 1, 1, after), "one deputy less on duty, nothing twice");
    assert!(desk.rows(4).iter().any(|row| row.contains("已报修三次")), "the words changed with it");

    desk.calls(&[("undo", Value::Null), ("undo", Value::Null)]);
    assert_eq!(desk.shown(), (0, 0, 0, visits), "undo takes it out of all");
    desk.calls(&[("redo", Value::Null), ("redo", Value::Null)]);
    assert!(desk.rows(4).iter().any(|row| row.contains("已报修三次")), "redo brings the correction back");
}

#[test]
fn a_number_is_given_back_by_undo_until_it_has_been_printed() {
    let desk = Desk::open();
    let number = |desk: &Desk| desk.call("save_reception", desk.draft())["number"].clone();
    assert_eq!(number(&desk), "JD-2023-0050", "the next number");
    desk.call("undo", Value::Null);
    assert_eq!(number(&desk), "JD-2023-0050", "undo gave it back");
    let out = desk.0.path("printed");
    let ask = json!({ "numbers": [4], "from": YEAR.0, "to": YEAR.1, "format": "csv", "out": out });
    desk.calls(&[("export_registers", ask), ("undo", Value::Null)]);
    assert_eq!(number(&desk), "JD-2023-0051", "what stands on paper is not given again");
}

#[test]
fn only_what_makes_it_a_reception_blocks_saving() {
    let desk = Desk::open();
    let refused = |draft: Value| {
        let answer = desk.call("save_reception", draft);
        let problems = answer["failure"]["problems"].as_array().cloned().unwrap_or_default();
        problems.iter().map(|p| p["field"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(refused(json!({})), ["happened_on", "parties", "matters"], "date, somebody, something said");
    let bare = json!({ "happened_on": DAY, "parties": [{}], "matters": [{ "words": "路灯不亮" }] });
    assert_eq!(refused(bare), [""; 0], "an anonymous visitor and words are enough");
    let empty = json!({ "happened_on": DAY, "parties": [{}], "matters": [{ "words": " " }] });
    assert_eq!(refused(empty), ["matters.0.words"], "but words there must be");
}

#[test]
fn a_letter_joins_a_day_but_makes_none() {
    let desk = Desk::open();
    let mut letter = desk.draft();
    letter["form_id"] = json!("visit_form.letter");
    desk.call("save_reception", letter.clone());
    let (days, rows, duty, _) = desk.shown();
    assert_eq!((days, rows, duty), (0, 1, 0), "nobody sat at the site, so no day and no duty");
    letter["happened_on"] = json!("2023-11-15");
    letter["site_id"] = json!(desk.choice("sites", "镇联络站"));
    let saved = desk.call("save_reception", letter);
    assert_eq!(saved["writes"][0]["register"], "表3", "where the site has a day, the letter belongs to it");
}

#[test]
fn a_matter_closes_only_after_the_voter_was_told() {
    let desk = Desk::open();
    desk.call("save_reception", desk.draft());
    let matters = desk.call("matters", json!({ "search": "村口水井" }));
    let id = matters[0]["id"].clone();
    let step =
        |kind: &str| json!({ "matter_id": id, "kind": kind, "happened_on": "2023-12-01", "words": "已换新水泵" });
    assert_eq!(matters[0]["state"], "办理中", "it was handed on");
    assert_eq!(matters[0]["next"], "水利站：答复", "and it says who is next");
    let early = desk.call("save_step", step("closed"));
    assert!(early["failure"]["message"].as_str().is_some_and(|m| m.contains("告知")), "not before the voter knows");
    let mut told = step("told");
    told["grade_id"] = json!("grade.satisfied");
    let bare =
        desk.calls(&[("save_step", step("replied")), ("save_step", told.clone()), ("save_step", step("closed"))]);
    assert!(
        bare[2]["failure"]["message"].as_str().is_some_and(|m| m.contains("补写")),
        "told, but how and by whom? {bare:?}"
    );
    desk.call("undo", Value::Null);
    told["way_id"] = json!("way.phone");
    told["by_whom"] = json!("联络员");
    desk.calls(&[("save_step", told), ("save_step", step("closed"))]);
    let closed = desk.call("matter", json!({ "id": id }));
    assert_eq!(
        (&closed["row"]["state"], &closed["row"]["satisfied"]),
        (&json!("已办结"), &json!("满意")),
        "then it closes"
    );
    assert_eq!(closed["offers"], json!(["rated", "followed", "reopened"]), "and offers only what may follow a closing");
    let month = desk.call("month_report", json!({ "month": "2023-12" }));
    let plain = Desk::open().call("month_report", json!({ "month": "2023-12" }));
    let one_more = plain["total"]["closed"].as_i64().map(|n| json!(n + 1));
    assert_eq!(Some(month["total"]["closed"].clone()), one_more, "the month in which it closed counts it");
}

#[test]
fn drafts_survive_until_the_form_drops_them() {
    let desk = Desk::open();
    let body = json!({ "form": "reception", "subject": "", "body": { "words": "没写完" } });
    desk.call("save_draft", body);
    assert_eq!(desk.call("drafts", Value::Null)[0]["body"]["words"], "没写完", "another process finds it");
    desk.call("save_reception", desk.draft());
    assert_eq!(desk.call("drafts", Value::Null)[0]["body"]["words"], "没写完", "another reception is saved meanwhile");
    desk.call("drop_draft", json!({ "form": "reception", "subject": "" }));
    assert_eq!(desk.call("drafts", Value::Null), json!([]), "dealt with, it is no draft any more");
}
