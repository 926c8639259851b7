//! Lists edited like a sheet, and registers corrected in another program: what is read, what is refused, what is undone.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

mod office;

use std::path::PathBuf;

use serde_json::{Value, json};
use station_tests::station::Station;

use office::{corrected, sorted, typed, words};

/// The year of the samples.
const YEAR: (&str, &str) = ("2023-01-01", "2023-12-31");

/// Cells of a register by the number of the visit in the row, as JSON.
fn register(station: &Station, number: i64) -> Vec<Value> {
    let document = station.call("register", &json!({ "number": number, "from": YEAR.0, "to": YEAR.1 }));
    document["subjects"][0]["parts"][0]["rows"].as_array().expect("rows").clone()
}

fn text(row: &Value) -> String {
    let cells = row["cells"].as_array().expect("cells").iter();
    cells.map(|cell| cell["value"].to_string().trim_matches('"').to_owned()).collect::<Vec<_>>().join("|")
}

fn exported(station: &Station, number: i64) -> PathBuf {
    let out = station.path("out");
    let ask = json!({ "numbers": [number], "from": YEAR.0, "to": YEAR.1, "format": "xlsx", "out": out });
    let written = station.call("export_registers", &ask);
    out.join(written["files"][0]["name"].as_str().expect("a file"))
}

/// What a clerk corrects in form 4 of the samples: cell, what is typed, whether as words, key, what stood there, what
/// the register shows afterwards.
const CORRECTIONS: [(&str, &str, bool, &str, &str, &str); 10] = [
    ("J5", "134 9744 2399", true, "visit.phone", "13497442310", "13497442399"),
    (
        "L6",
        "水渠塌了三处\n影响136户",
        true,
        "matter.content",
        "五里铺村玉米制种水渠损毁,影响136户",
        "水渠塌了三处\\n影响136户",
    ),
    ("D12", "2023-03-16", false, "visit.date", "2023-03-15", "2023-03-16"),
    ("H8", "4", false, "visit.people", "1", "4"),
    ("K9", "道路", true, "matter.category", "环境", "道路"),
    ("U10", "满意", true, "matter.satisfied", "基本满意", "满意"),
    ("G11", "吴建国", true, "visit.visitor", "吴国", "吴建国"),
    ("T12", "电话", true, "matter.way", "", "电话"),
    ("F13", "易华䶮", true, "visit.deputies", "文文华、易华䶮", "易华䶮"),
    ("W14", "已到村核实", true, "row.note", "", "已到村核实"),
];

#[test]
fn a_register_corrected_in_another_program_comes_back_as_exactly_what_was_corrected() {
    let station = Station::with_samples();
    let (from, to) = (exported(&station, 4), station.path("改好.xlsx"));
    let put = |(cell, text, as_words, ..): &(&str, &str, bool, &str, &str, &str)| {
        if *as_words { words(cell, text) } else { typed(cell, text) }
    };
    let mut lines: Vec<String> = CORRECTIONS.iter().map(put).collect();
    // What says the same in another way, and what says nothing: neither is a correction.
    lines.extend([words("D15", "2023年3月20日"), words("H16", " 5人"), words("A17", "17"), words("V3", "登记人")]);
    lines.extend([
        "sheet.Rows.insertByIndex(53, 1)".to_owned(),
        words("B54", "新来的"),
        words("L54", "还没登记的一件"),
    ]);
    lines.extend(sorted("A5:X53", 1));
    lines.push("sheet.Rows.removeByIndex(4, 1)".to_owned());
    lines.push("sheet.Columns.insertByIndex(6, 2)".to_owned());
    corrected(station.folder.path(), (&from, &to), &lines);

    let compared = station.call("compare_register", &json!({ "file": to }));
    let differences = compared["differences"].as_array().expect("differences");
    let mut found: Vec<_> =
        differences.iter().map(|d| (d["key"].as_str().unwrap(), d["old"].as_str().unwrap())).collect();
    let mut expected: Vec<_> = CORRECTIONS.iter().map(|(.., key, old, _)| (*key, *old)).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected, "exactly what was corrected, whatever was sorted, moved and renamed");
    let stuck: Vec<&Value> = differences.iter().filter(|d| d["editable"] != true).collect();
    assert_eq!(stuck, [&Value::Null; 0], "all of it may be accepted");
    let missing: Vec<&str> =
        compared["missing"].as_array().unwrap().iter().map(|m| m["label"].as_str().unwrap()).collect();
    assert_eq!(missing, ["JD-2023-0049"], "a row that was taken out is named, not voided");
    let notes: Vec<&str> = compared["notes"].as_array().unwrap().iter().map(|n| n.as_str().unwrap()).collect();
    assert_eq!(notes, ["第53行没有记录号，没有比对；要新增记录，请用“导入”。"], "and so is one that was added");

    let changes: Vec<Value> = differences
        .iter()
        .map(|d| json!({ "kind": d["kind"], "id": d["id"], "key": d["key"], "text": d["new"] }))
        .collect();
    let before: Vec<String> = register(&station, 4).iter().map(text).collect();
    let done = station.call("change_cells", &json!({ "changes": changes }));
    assert_eq!((&done["done"], &done["label"]), (&json!(true), &json!("已批量修改 记录 10处")), "{done}");
    let after: Vec<String> = register(&station, 4).iter().map(text).collect();
    for (cell, .., new) in &CORRECTIONS {
        assert!(after.iter().any(|row| row.contains(new) && !before.contains(row)), "{cell} shows {new}: {after:?}");
    }
    let again = station.call("compare_register", &json!({ "file": to }));
    assert_eq!(again["differences"], json!([]), "the workbook and the register say the same now");
    station.call("undo", &Value::Null);
    let back: Vec<String> = register(&station, 4).iter().map(text).collect();
    assert_eq!(back, before, "one undo takes all of it back");
}

#[test]
fn what_follows_from_other_things_is_not_taken_from_a_workbook() {
    let station = Station::with_samples();
    let (from, to) = (exported(&station, 9), station.path("名册.xlsx"));
    let lines = [
        // Unit and post stand in one column; a month says less than the day that is known; levels are of the mandates.
        words("I5", "石羊村党支部书记"),
        typed("E6", "1981-01-02"),
        words("K6", "县"),
        words("T7", "151****4784"),
        words("C8", "中性"),
    ];
    corrected(station.folder.path(), (&from, &to), &lines);
    let compared = station.call("compare_register", &json!({ "file": to }));
    let found: Vec<_> =
        compared["differences"].as_array().unwrap().iter().map(|d| (d["key"].clone(), d["editable"].clone())).collect();
    assert_eq!(
        found,
        [(json!("person.birth"), json!(true)), (json!("person.sex"), json!(false))],
        "a masked phone says nothing, and what is no sex cannot be accepted: {compared}"
    );
    let notes = compared["notes"].to_string();
    assert!(
        ["“单位及职务”", "“代表层级”", "由程序从别处得出"].iter().all(|said| notes.contains(said)),
        "what follows from other things is named: {notes}"
    );
    let strange = station.path("strange.csv");
    station_machine::files::write(&strange, "姓名,性别\n罗建,男\n".as_bytes()).unwrap();
    let refused = station.calls(&[("compare_register", json!({ "file": strange }))]).remove(0);
    let told = refused["failure"]["message"].as_str().unwrap_or_default();
    assert!(told.contains("没有本程序写下的记录号"), "a file of somebody else's is refused kindly: {told}");
}

#[test]
fn a_block_pasted_into_a_list_is_previewed_changed_and_taken_back_whole() {
    let station = Station::with_samples();
    let deeds = station.call("deeds", &json!({}));
    let rows: Vec<&Value> = deeds.as_array().expect("deeds").iter().take(20).collect();
    let cell =
        |row: &Value, key: &str, text: String| json!({ "kind": "deed", "id": row["id"], "key": key, "text": text });
    let fields = station.call("cell_fields", &json!({ "kind": "deed" }));
    let typed: Vec<&str> = fields.as_array().unwrap().iter().map(|f| f["type"].as_str().unwrap()).collect();
    assert!(
        ["date", "persons", "choice", "long", "village", "number", "money"].iter().all(|t| typed.contains(t)),
        "{typed:?}"
    );
    let mut changes = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        changes.push(cell(row, "deed.date", format!("2023.{}.{}", at % 12 + 1, at + 1)));
        changes.push(cell(row, "deed.content", format!("第{at}件\n第二行")));
        changes.push(cell(row, "deed.money", format!("{}.5万元", at + 1)));
        changes.push(cell(row, "deed.people", String::new()));
    }
    let preview = station.call("preview_cells", &json!({ "changes": changes }));
    assert_eq!(preview["problems"], json!([]), "everything can be read");
    let first = &preview["rows"][0];
    assert_eq!(
        (&first["field"], &first["new"]),
        (&json!("办理日期"), &json!("2023-01-01")),
        "old and new are told: {first}"
    );
    let done = station.call("change_cells", &json!({ "changes": changes }));
    assert_eq!(done["rows"], preview["rows"], "what was previewed is what happened");
    let now = station.call("deeds", &json!({}));
    assert_ne!(now, deeds, "the list shows it");
    let bad = json!([cell(rows[0], "deed.money", "若干".into()), cell(rows[1], "deed.people", "7".into())]);
    let refused = station.call("change_cells", &json!({ "changes": bad }));
    assert_eq!((&refused["done"], refused["problems"].as_array().map(Vec::len)), (&json!(false), Some(1)), "{refused}");
    assert_eq!(station.call("deeds", &json!({})), now, "one bad cell leaves everything as it was");
    let skipped = station.call("change_cells", &json!({ "changes": bad, "skip_bad": true }));
    assert_eq!(
        (&skipped["done"], skipped["rows"].as_array().map(Vec::len)),
        (&json!(true), Some(1)),
        "unless it is left out"
    );
    station.calls(&[("undo", Value::Null), ("undo", Value::Null)]);
    assert_eq!(station.call("deeds", &json!({})), deeds, "two operations, two undos");
    let newest = station.call("last", &json!({ "kind": "deed" }));
    assert!(newest["content"].is_string(), "the newest deed is there to be repeated: {newest}");
    station.call("keep_view", &json!({ "key": "deeds", "value": "{\"hidden\":[\"note\"]}" }));
    assert_eq!(
        station.call("view", &json!({ "key": "deeds" })),
        json!("{\"hidden\":[\"note\"]}"),
        "and how the table was left"
    );
}
