//! The county's own look: renamed, hidden, added and moved columns hold in the window, on paper and in workbooks alike.

use serde_json::{Value, json};
use station_table::{Column, Document};
use station_tests::paper::{columns_of, dense, pages_of, sheets_of};
use station_tests::station::Station;

use crate::exported::{Exported, all};
use crate::filled::filled;
use crate::registers::comes_out_whole;

const YEAR: (&str, &str) = ("2023-01-01", "2023-12-31");

/// Facts that rows or pages of the registers stand for.
const KINDS: [&str; 7] = ["person", "activity", "visit", "matter", "contact", "standing_contact", "deed"];

/// What the county's set does to a register.
struct Look {
    key: String,
    hidden: Value,
    renamed: Value,
    moved: Value,
    own: Option<Value>,
}

#[test]
fn registers_come_out_whole_in_the_countys_own_look() {
    let station = filled();
    add_columns(&station);
    let (looks, set) = changed(&station.call("register_set", &json!({ "id": "十表" })));
    let saved = station.call("save_register_set", &set);
    station.call("choose_register_set", &json!({ "id": saved["id"] }));
    fill_columns(&station);
    let (registers, warnings) = all(&station, YEAR, "内部");
    assert_eq!(warnings, Vec::<String>::new(), "every character has a font");
    assert_eq!(registers.len(), looks.len(), "the set has all ten");
    for (made, look) in registers.iter().zip(&looks) {
        looks_as_said(&made.document, look);
        leaves_out(made, look);
        comes_out_whole(made);
    }
    let again = station.call("register_set", &json!({}));
    assert_eq!(again["registers"], set["registers"], "the editor shows what was saved");
}

/// A column of the station's own for each kind of fact.
fn add_columns(station: &Station) {
    for kind in KINDS.iter().chain(&["constituency"]) {
        let label = format!("本站{kind}列");
        station.call("save_own_column", &json!({ "fact_kind": kind, "label": label, "type": "text" }));
    }
}

/// Says something in these columns for the facts of the first rows of each register.
fn fill_columns(station: &Station) {
    let columns = station.call("own_columns", &json!({}));
    let columns = columns.as_array().expect("a list of columns");
    let mut calls = Vec::new();
    for number in 1..=10 {
        let asked = json!({ "number": number, "from": YEAR.0, "to": YEAR.1 });
        let paper: Document = serde_json::from_value(station.call("register", &asked)).expect("it is a document");
        let pages = paper.subjects.iter().filter_map(|s| s.fact.clone());
        let rows = paper.tables().flat_map(|t| &t.rows).filter_map(|r| r.fact.clone());
        for fact in pages.chain(rows).take(20) {
            for column in columns.iter().filter(|c| c["fact_kind"] == json!(fact.kind)) {
                let key = column["id"].as_str().expect("a key");
                let values = json!({ key: format!("附{number}列内容") });
                calls.push(("save_own_values", json!({ "kind": fact.kind, "id": fact.id, "values": values })));
            }
        }
    }
    assert!(calls.len() > 100, "there is something in them");
    station.calls(&calls);
}

/// The ten as a set of the station's own: in each the second column hidden, the third renamed and moved to the end, one
/// of the station's own after the first; boxes renamed and hidden where there are no columns to spare.
fn changed(set: &Value) -> (Vec<Look>, Value) {
    let mut set = set.clone();
    set["id"] = Value::Null;
    set["name"] = json!("本县样式");
    set["shipped"] = json!(false);
    let mut looks = Vec::new();
    for register in set["registers"].as_array_mut().expect("registers") {
        register["title"] = json!(format!("{}（本县）", register["title"].as_str().expect("a title")));
        register["name"] = json!(format!("{}（本县）", register["name"].as_str().expect("a name")));
        let key = register["key"].as_str().expect("a key").to_owned();
        let columns = register["columns"].as_array_mut().expect("columns");
        looks.push(change(key, columns));
    }
    (looks, set)
}

fn change(key: String, columns: &mut Vec<Value>) -> Look {
    let plain = |c: &&mut Value| c["boxed"] == json!(false) && c["own"] == json!(false) && c["hidden"] == json!(false);
    let mut shown: Vec<&mut Value> = columns.iter_mut().filter(plain).collect();
    shown[1]["hidden"] = json!(true);
    shown[2]["label"] = json!("换了名字");
    let (hidden, renamed) = (shown[1]["key"].clone(), shown[2]["key"].clone());
    let part = shown[2]["part"].clone();
    let of_part = |c: &Value| c["part"] == part && !(c["own"] == json!(true) && c["hidden"] == json!(true));
    let at = columns.iter().position(|c| c["key"] == renamed).expect("it is there");
    let moved = columns.remove(at);
    let own = columns.iter().position(|c| c["own"] == json!(true)).map(|at| columns.remove(at));
    let end = columns.iter().rposition(of_part).expect("others stay") + 1;
    columns.insert(end, moved);
    let own = own.map(|mut column| {
        column["hidden"] = json!(false);
        let first = columns.iter().position(|c| c["part"] == column["part"]).expect("a part has columns");
        let boxes = columns.iter().rposition(|c| c["part"] == column["part"]).expect("a part has columns");
        let to = if column["boxed"] == json!(true) { boxes } else { first } + 1;
        columns.insert(to, column.clone());
        column["key"].clone()
    });
    Look { key, hidden, moved: renamed.clone(), renamed, own }
}

fn looks_as_said(document: &Document, look: &Look) {
    let key = &look.key;
    assert!(document.title.ends_with("（本县）"), "form {key}: its title");
    let columns = columns_of(document);
    let keys: Vec<Value> = columns.iter().map(|c| json!(c.key)).collect();
    assert!(!keys.contains(&look.hidden), "form {key}: {} is hidden", look.hidden);
    let renamed = columns.iter().find(|c| json!(c.key) == look.renamed).expect("it is shown");
    assert_eq!(renamed.label, "换了名字", "form {key}");
    let table = document.tables().find(|t| t.columns.iter().any(|c| json!(c.key) == look.moved)).expect("a table");
    assert_eq!(json!(table.columns.last().expect("columns").key), look.moved, "form {key}: moved to the end");
    if let Some(own) = &look.own {
        let said = document.shown().iter().any(|text| text.starts_with("附") && text.ends_with("列内容"));
        assert!(said, "form {key}: {own} shows what the facts have in it");
    }
}

/// What is hidden is on no paper and in no workbook.
fn leaves_out(made: &Exported, look: &Look) {
    let shipped: Vec<&Column> = columns_of(&made.document);
    let labels: Vec<&str> = shipped.iter().map(|c| c.label.as_str()).collect();
    let hidden = look.hidden.as_str().expect("a key");
    let workbook = sheets_of(&made.xlsx);
    let named = workbook.iter().flat_map(|(_, rows)| rows.iter().flatten()).any(|cell| cell.contains(hidden));
    assert!(!named, "{}: not even the hidden sheet names {hidden}", made.document.name);
    let paper = pages_of(&made.pdf).concat();
    assert!(labels.iter().all(|label| paper.contains(&dense(label))), "{}: the headings stand", made.document.name);
}
