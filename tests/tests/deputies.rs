//! A deputy's record: what is typed is what is kept, and only a name must be there.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::{Value, json};
use station_tests::station::Station;

/// A record with something in every field that stands empty.
fn filled(record: &Value) -> Value {
    let value = |key: &str, old: &Value| match key {
        "id" | "changed_on" | "mandates" => old.clone(),
        _ if !old.is_null() => old.clone(),
        _ if key.ends_with("_id") => Value::Null,
        "list_order" => json!(3),
        _ => json!(format!("某{key}")),
    };
    let fields = record.as_object().expect("a record").iter();
    Value::Object(fields.map(|(key, old)| (key.clone(), value(key, old))).collect())
}

#[test]
fn every_field_that_is_typed_is_kept() {
    let station = Station::with_samples();
    let deputies = station.call("deputies", &json!({ "search": "罗建" }));
    let id = &deputies[0]["id"];
    let mut record = filled(&station.call("deputy", &json!({ "id": id })));
    for (key, code) in [("degree_id", "degree.bachelor"), ("occupation_id", "occupation.farmer")] {
        record[key] = json!(code);
    }
    record["mandates"][0]["certificate"] = json!("0001");
    record["mandates"][0]["re_elected"] = json!(true);
    station.call("save_deputy", &record);
    let kept = station.call("deputy", &json!({ "id": id }));
    for (key, value) in record.as_object().expect("a record") {
        assert_eq!(&kept[key], value, "{key} is lost between the form and the store");
    }
}

#[test]
fn a_name_is_enough_and_a_change_keeps_what_held_before() {
    let station = Station::founded();
    let refused = station.run(&["call", "save_deputy", r#"{"name":" "}"#]);
    assert_eq!((refused.code, refused.err.contains("没有姓名")), (2, true), "a record without a name is refused");
    let saved =
        station.call("save_deputy", &json!({ "name": "石大山", "unit": "东关村", "mandates": [{ "level": "镇" }] }));
    let mut record = station.call("deputy", &json!({ "id": saved["id"] }));
    record["unit"] = json!("镇水利站");
    record["changed_on"] = json!("2023-07-01");
    station.call("save_deputy", &record);
    let unit_on = |from: &str, to: &str| {
        let register = station.call("register", &json!({ "number": 9, "from": from, "to": to }));
        register["subjects"][0]["parts"][0]["rows"][0].to_string()
    };
    assert!(unit_on("2023-06-01", "2023-06-30").contains("东关村"), "a register of June shows what held in June");
    assert!(unit_on("2023-07-01", "2023-07-31").contains("镇水利站"), "one of July what holds since");
}
