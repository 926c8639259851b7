//! The sample files and what a faithful reading of them gives.

use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::{Ask, Taken, TakenRow, TakenSheet, take};
use crate::header::Remembered;
use crate::kind::Kind;
use crate::place::Severity;
use crate::rows::SkipReason;
use crate::values::{NamedAs, Value};

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/../../../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn taken(kind: Kind, file: &str) -> Taken {
    take(kind, file, &fixture(file), &Ask::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// The one sheet of a file.
fn sheet(kind: Kind, file: &str) -> TakenSheet {
    let mut taken = taken(kind, file);
    assert_eq!(taken.sheets.len(), 1, "{file} has one table");
    taken.sheets.remove(0)
}

fn truth(part: &str) -> Vec<Json> {
    let all: Json = serde_json::from_slice(&fixture("samples/truth.json")).unwrap_or_default();
    all[part].as_array().cloned().unwrap_or_default()
}

/// A value as the truth writes it.
fn json(value: &Value) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Number(n) | Value::Money(n) => json!(n),
        Value::Date(date) => json!(date.to_string()),
        Value::Day(day) | Value::Days(day, _) => json!(day.to_string()),
        Value::Name(name) => json!(name.name),
        Value::Names(names) => json!(names.iter().map(|n| &n.name).collect::<Vec<_>>()),
        Value::Code(code) => json!(code.label),
        Value::Id(id) => json!(id.number),
        Value::Phones(list) | Value::Levels(list) => json!(list.join("、")),
        Value::UnitAndDone(..) => Json::Null,
    }
}

fn found(row: &TakenRow, key: &str) -> Json {
    row.values.get(key).map_or(Json::Null, |v| json(&v.value))
}

fn assert_rows(rows: &[TakenRow], truth: &[Json], keys: &[&str]) {
    assert_eq!(rows.len(), truth.len(), "every row of the file is a fact of the truth");
    for (row, fact) in rows.iter().zip(truth) {
        for key in keys {
            assert_eq!(found(row, key), fact[key], "{key} in row {}", row.at_row);
        }
    }
}

fn assert_no_troubles(sheet: &TakenSheet) {
    assert_eq!(sheet.troubles, [], "the samples are read without a doubt");
    assert!(sheet.missing.is_empty() && sheet.columns.iter().all(|c| c.field.is_some()), "every column is known");
}

#[test]
fn districts_are_the_truth() {
    let sheet = sheet(Kind::Districts, "samples/districts.xlsx");
    assert_no_troubles(&sheet);
    assert_rows(
        &sheet.rows,
        &truth("districts"),
        &["no", "kind", "villages", "population", "voters", "seats", "group"],
    );
    assert_eq!(sheet.skipped.iter().map(|s| (s.row, s.reason)).collect::<Vec<_>>(), [(43, SkipReason::Total)]);
}

fn assert_roster(sheet: &TakenSheet) {
    let facts = truth("deputies");
    assert_rows(
        &sheet.rows,
        &facts,
        &["name", "nation", "party", "edu", "unit", "post", "phone", "idno", "constituency"],
    );
    for (row, fact) in sheet.rows.iter().zip(&facts) {
        let (Some(Value::Id(id)), Some(Value::Name(name))) = (value(row, "idno"), value(row, "name")) else {
            panic!("row {} has both", row.at_row)
        };
        assert_eq!(json!(id.birth.map(|b| b.to_string())), fact["birth"], "the ID number completes the birth");
        let Some(Value::Date(birth)) = value(row, "birth") else { panic!("row {} has a birth", row.at_row) };
        assert!(id.birth.is_some_and(|b| birth.agrees_with(&station_table::PartialDate::Day(b))), "{birth}");
        let said = found(row, "sex").as_str().map(str::to_owned).or(name.sex.clone());
        let settled = said.clone().or(id.sex.clone());
        assert_eq!(json!(settled), fact["sex"], "a blank sex is settled by the ID number");
        assert!(said.is_none() || said == id.sex, "row {}", row.at_row);
    }
    let reasons: Vec<_> = sheet.skipped.iter().map(|s| (s.row, s.reason)).collect();
    assert_eq!(reasons, [(120, SkipReason::Total), (121, SkipReason::Note)]);
    assert_eq!((sheet.title.term, sheet.title.level.as_deref(), sheet.title.year), (Some(5), Some("镇"), None));
    assert_eq!(sheet.title.reporter.as_deref(), Some("清河镇人大主席团"));
}

fn value<'a>(row: &'a TakenRow, key: &str) -> Option<&'a Value> {
    row.values.get(key).map(|v| &v.value)
}

#[test]
fn the_town_roster_is_the_truth_from_every_kind_of_file() {
    for file in ["samples/roster-town.xlsx", "formats/roster-town.xls", "formats/roster-town-gb18030.csv"] {
        let sheet = sheet(Kind::Deputies, file);
        assert_no_troubles(&sheet);
        assert_roster(&sheet);
        let unit = sheet.columns.iter().find(|c| c.field.as_deref() == Some("unit"));
        assert_eq!(unit.map(|c| (c.column.as_str(), c.heading.as_str())), Some(("H", "工作单位及职务/单位")), "{file}");
    }
}

#[test]
fn section_rows_set_the_level_of_the_rows_below() {
    let sheet = sheet(Kind::Deputies, "samples/roster-higher-levels.xlsx");
    assert_no_troubles(&sheet);
    let facts: HashMap<String, Json> =
        truth("deputies").into_iter().map(|f| (f["name"].as_str().unwrap_or_default().to_owned(), f)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in &sheet.rows {
        let level = row.section.as_ref().and_then(|s| s.level.clone()).unwrap_or_default();
        let name = found(row, "name").as_str().unwrap_or_default().to_owned();
        let levels = facts.get(&name).map(|f| f["levels"].clone()).unwrap_or_default();
        assert!(levels.as_array().is_some_and(|l| l.contains(&json!(level))), "{name} sits at {level}");
        let fact = facts.get(&name).cloned().unwrap_or_default();
        let joined =
            format!("{}{}", fact["unit"].as_str().unwrap_or_default(), fact["post"].as_str().unwrap_or_default());
        assert_eq!(found(row, "unit_post"), json!(joined), "what is joined stays whole");
        *counts.entry(level).or_default() += 1;
    }
    let expected = [("全国", 1), ("省", 1), ("市", 4), ("县", 20)];
    assert_eq!(counts, expected.iter().map(|(l, n)| ((*l).to_owned(), *n)).collect(), "26 rows");
    assert_eq!(sheet.skipped.iter().filter(|s| s.reason == SkipReason::Section).count(), 4, "sections are listed too");
    assert_eq!((sheet.title.level.as_deref(), sheet.title.term), (None, None), "各级 is no level");
}

#[test]
fn duty_takes_its_year_from_the_title() {
    let sheet = sheet(Kind::Duty, "samples/duty.xlsx");
    assert_no_troubles(&sheet);
    assert_eq!(sheet.title.year, Some(2023));
    assert_rows(&sheet.rows, &truth("duty"), &["date", "place", "deputies"]);
}

#[test]
fn receptions_are_the_truth_from_every_kind_of_file() {
    let files = [
        "samples/receptions.xlsx",
        "formats/receptions.ods",
        "formats/receptions-utf8-bom.csv",
        "formats/receptions-gb18030.csv",
        "formats/receptions-utf16.txt",
    ];
    let keys = [
        "date",
        "place",
        "deputies",
        "people",
        "village",
        "phone",
        "form",
        "category",
        "content",
        "route",
        "unit",
        "done",
        "satisfied",
    ];
    let facts = truth("visits");
    for file in files {
        let sheet = sheet(Kind::Receptions, file);
        assert_no_troubles(&sheet);
        assert_rows(&sheet.rows, &facts, &keys);
        for (row, fact) in sheet.rows.iter().zip(&facts) {
            assert_eq!(found(row, "visitor"), json!([fact["visitor"]]), "{file} row {}", row.at_row);
        }
    }
}

#[test]
fn suggestions_are_the_truth() {
    let sheet = sheet(Kind::Suggestions, "samples/suggestions.csv");
    assert_no_troubles(&sheet);
    let facts = truth("suggestions");
    assert_rows(&sheet.rows, &facts, &["no", "title", "submitted", "handed", "unit", "replied", "result", "satisfied"]);
    for (row, fact) in sheet.rows.iter().zip(&facts) {
        assert_eq!(found(row, "lead"), json!([fact["lead"]]));
        let co = if fact["co"] == json!([]) { Json::Null } else { fact["co"].clone() };
        assert_eq!(found(row, "co"), co);
    }
}

#[test]
fn activities_contacts_and_deeds_are_the_truth() {
    let activities = sheet(Kind::Activities, "samples/activities.xlsx");
    assert_no_troubles(&activities);
    assert_rows(&activities.rows, &truth("activities"), &["date", "title", "kind", "place", "content"]);
    for (row, fact) in activities.rows.iter().zip(&truth("activities")) {
        let Some(Value::Days(_, until)) = value(row, "date") else { panic!("row {} has days", row.at_row) };
        assert_eq!(json!(until.to_string()), fact["until"], "an activity of two days");
        let absent = Some(fact["absent"].clone()).filter(|a| a != &json!([])).unwrap_or_default();
        assert_eq!(found(row, "absent"), absent, "names divided by spaces, one reason behind the last");
    }
    let contacts = sheet(Kind::Contacts, "samples/contacts.xlsx");
    assert_no_troubles(&contacts);
    let keys = ["date", "way", "voter", "people", "village", "promoted", "opinion", "route"];
    assert_rows(&contacts.rows, &truth("contacts"), &keys);
    let deeds = sheet(Kind::Deeds, "samples/deeds.xlsx");
    assert_no_troubles(&deeds);
    let keys = ["date", "category", "content", "villages", "households", "people", "source"];
    assert_rows(&deeds.rows, &truth("deeds"), &keys);
    for (row, fact) in deeds.rows.iter().zip(&truth("deeds")) {
        let money = found(row, "money").as_i64().unwrap_or_default();
        assert_eq!(json!(format!("{}.{:02}", money / 100, money % 100)), fact["money"], "1.2万元, 800, blank");
        assert_eq!(found(row, "deputy"), json!([fact["deputy"]]));
    }
    assert_eq!(deeds.skipped.iter().map(|s| (s.row, s.reason)).collect::<Vec<_>>(), [(37, SkipReason::Total)]);
}

#[test]
fn a_crooked_workbook_is_read_the_same_from_every_format() {
    for file in ["formats/groups.xlsx", "formats/groups.ods", "formats/groups.xls"] {
        let all = taken(Kind::Deputies, file);
        let passed: Vec<&str> = all.skipped_sheets.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(passed, ["填表说明", "选项"], "{file}: explanations and lists of choices hold no table");
        let [sheet] = all.sheets.as_slice() else { panic!("{file}: one table") };
        assert_eq!(sheet.rows.iter().map(|r| r.at_row).collect::<Vec<_>>(), [4, 5, 6, 8], "{file}");
        let groups: Vec<_> =
            sheet.rows.iter().filter_map(|r| r.values.get("group")).map(|v| (json(&v.value), v.merged)).collect();
        let east = |merged: bool| (json!("东关"), merged);
        assert_eq!(
            groups,
            [east(false), east(true), east(true), (json!("鼓楼"), false)],
            "{file}: a merged cell counts for all its rows"
        );
        let column = |key: &str| sheet.rows.iter().map(|r| found(r, key)).collect::<Vec<_>>();
        assert_eq!(column("name"), ["张伟", "李静", "阿依古丽·买买提", "欧阳锋"].map(Json::from), "{file}");
        assert_eq!(column("edu"), ["本科", "大专", "高中", "高中"].map(Json::from), "{file}: 同上");
        assert_eq!(column("birth"), [json!("1981-01-01"), json!("1975-08"), json!("1975-08"), Json::Null], "{file}");
        assert_eq!(
            column("phone"),
            [json!("18053246119"), json!("0355-8123456"), json!("13800138000、13900139000"), Json::Null],
            "{file}"
        );
        let reasons: Vec<_> = sheet.skipped.iter().map(|s| (s.row, s.reason)).collect();
        let expected = [
            (7, SkipReason::RepeatedHeader),
            (9, SkipReason::Total),
            (10, SkipReason::Blank),
            (11, SkipReason::Signature),
        ];
        assert_eq!(reasons, expected, "{file}: nothing vanishes without a word");
        assert_troubles(sheet, file);
    }
}

fn assert_troubles(sheet: &TakenSheet, file: &str) {
    let troubles: Vec<_> =
        sheet.troubles.iter().map(|t| (format!("{}{}", t.at.column, t.at.row), t.field.as_str(), t.severity)).collect();
    let expected = [
        ("G5".to_owned(), "身份证号", Severity::LeftOut),
        ("G6".to_owned(), "身份证号", Severity::Doubtful),
        ("F8".to_owned(), "出生年月", Severity::LeftOut),
        ("G8".to_owned(), "身份证号", Severity::Doubtful),
    ];
    assert_eq!(troubles, expected, "{file}: rounded, old, no date, wrong check digit");
    assert!(sheet.troubles.iter().all(|t| t.message.ends_with('。')), "sentences");
    let unknown: Vec<_> = sheet.columns.iter().filter(|c| c.field.is_none()).map(|c| c.heading.as_str()).collect();
    assert_eq!(unknown, ["内部编号"], "{file}: offered for matching by hand");
}

fn csv(kind: Kind, text: &str, ask: &Ask) -> TakenSheet {
    let mut taken = take(kind, "手工.csv", text.as_bytes(), ask).unwrap_or_else(|error| panic!("{error}"));
    taken.sheets.remove(0)
}

#[test]
fn headings_matched_by_hand_win() {
    let text = "某镇代表\n称呼,面貌,电话\n张三,党员,13092285142\n";
    let blind = csv(Kind::Deputies, text, &Ask::default());
    assert_eq!(
        (blind.rows.len(), blind.missing.as_slice()),
        (0, ["姓名".to_owned()].as_slice()),
        "columns come back for a screen"
    );
    assert_eq!(blind.header_row, 2, "the row that looks like a heading");
    let by_hand = |heading: &str, field: Option<&str>| Remembered {
        heading: heading.to_owned(),
        field: field.map(str::to_owned),
    };
    let matches = vec![by_hand("称 呼", Some("name")), by_hand("面貌", Some("party")), by_hand("电话", None)];
    let told = csv(Kind::Deputies, text, &Ask { matches, year: None });
    let [row] = told.rows.as_slice() else { panic!("one row") };
    assert_eq!(
        (found(row, "name"), found(row, "party"), found(row, "phone")),
        (json!("张三"), json!("中共党员"), Json::Null)
    );
}

#[test]
fn a_row_without_what_is_required_is_listed_with_its_reason() {
    let text =
        "接待登记(2023年)\n接待日期,来访人,反映的主要问题\n,王五,修路\n13月1日,赵六,修桥\n3月1日,孙七,\n3月2日,,修渠\n";
    let sheet = csv(Kind::Receptions, text, &Ask::default());
    assert_eq!(sheet.rows.iter().map(|r| r.at_row).collect::<Vec<_>>(), [6], "words and a date make a visit");
    let troubles: Vec<_> = sheet.troubles.iter().map(|t| (t.at.row, t.at.column.as_str(), t.severity)).collect();
    let left_out = Severity::LeftOut;
    assert_eq!(troubles, [(3, "", left_out), (4, "A", left_out), (5, "", left_out)], "one reason for each row");
    assert!(sheet.skipped.iter().all(|s| s.reason == SkipReason::Incomplete), "and each is listed as skipped");
    assert_eq!(sheet.skipped.len(), 3);
}

#[test]
fn a_row_whose_name_is_masked_is_left_out_and_one_with_another_cell_masked_is_not() {
    let text =
        "接待日期,来访人,联系电话,反映的主要问题\n2023-02-15,保密,130****5142,修路\n2023-02-16,王某,130****5142,修桥\n";
    let sheet = csv(Kind::Receptions, text, &Ask::default());
    let told: Vec<_> = sheet.troubles.iter().map(|t| (t.at.row, t.at.column.as_str(), t.severity)).collect();
    let out = Severity::LeftOut;
    assert_eq!(told, [(2, "B", out), (2, "C", out), (2, "", out), (3, "C", out)], "each cell, and the row, is named");
    let kept: Vec<_> = sheet.rows.iter().map(|r| (r.at_row, r.values.contains_key("phone"))).collect();
    assert_eq!(kept, [(3, false)], "who came is not known, or the phone alone is not");
}

#[test]
fn a_year_may_come_from_the_asker_and_the_weekday_tells_a_wrong_one() {
    let text = "日期,星期,接待地点,接待代表\n1月15日,星期日,镇联络站,张三\n";
    assert_eq!(csv(Kind::Duty, text, &Ask::default()).rows.len(), 0, "no year, no day");
    let asked = |year| csv(Kind::Duty, text, &Ask { matches: Vec::new(), year: Some(year) });
    assert_eq!(asked(2023).troubles, [], "15 January 2023 was a Sunday");
    let wrong = asked(2024);
    assert_eq!(wrong.rows.len(), 1);
    assert!(
        wrong.troubles.iter().any(|t| t.severity == Severity::Doubtful && t.message.contains("星期一")),
        "2024 was not"
    );
}

#[test]
fn what_is_taken_survives_being_written_and_read_back() -> Result<(), serde_json::Error> {
    let before = taken(Kind::Receptions, "samples/receptions.xlsx");
    let after: Taken = serde_json::from_str(&serde_json::to_string(&before)?)?;
    assert_eq!(before, after, "a preview may be kept or sent as JSON");
    let name = NamedAs { name: "张三".to_owned(), ..NamedAs::default() };
    assert_eq!(serde_json::to_value(Value::Name(name))?["type"], "name");
    Ok(())
}

proptest! {
    #[test]
    fn nothing_panics_and_no_row_vanishes(rows in proptest::collection::vec("[姓名日期合计注填报人一、1,/:：\"年(\n 张三]{0,16}", 0..12)) {
        let text = format!("姓名,日期,接待代表,建议标题,选区号\n{}", rows.join("\n"));
        for kind in Kind::ALL {
            let Ok(taken) = take(kind, "a.csv", text.as_bytes(), &Ask::default()) else { continue };
            for sheet in taken.sheets.iter().filter(|s| s.missing.is_empty()) {
                let mut seen: Vec<u32> = sheet.rows.iter().map(|r| r.at_row).chain(sheet.skipped.iter().map(|s| s.row)).collect();
                seen.sort_unstable();
                let first = sheet.header_row + 1;
                let expected: Vec<u32> = (0..).map(|n| first + n).take(seen.len()).collect();
                let two: Vec<u32> = expected.iter().map(|n| n + 1).collect();
                prop_assert!(seen == expected || seen == two, "{:?} below row {}", seen, sheet.header_row);
            }
        }
    }
}
