//! Templates filled and compared with the empty ones: only what was meant to change did.
//! `BLESS=1` writes anew what is known to change; `KEEP_FILLED=FOLDER` keeps the filled workbooks to be looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, missing_docs)]

mod parts;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use parts::{Meant, differences};
use serde_json::{Value, json};
use station_table::Table;
use station_template::{Filled, Filling, TemplateError, fill};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Columns by key, format and headings, best first; the running number is the template's own.
const RECEPTIONS: [(&str, &str, &[&str]); 9] = [
    ("visit.date", "date", &["接待日期", "日期", "时间"]),
    ("visit.place", "text", &["接待地点", "地点"]),
    ("visit.deputies", "text", &["接待代表", "代表"]),
    ("visit.visitor", "text", &["来访群众姓名", "来访人", "姓名"]),
    ("visit.people", "number", &["人次", "人数"]),
    ("visit.phone", "text", &["联系电话", "电话"]),
    ("matter.content", "text", &["反映的主要问题", "事由"]),
    ("matter.done", "date", &["办结日期"]),
    ("matter.money", "money", &["费用"]),
];

fn table(columns: &[(&str, &str, &[&str])], rows: Vec<Value>, totals: Value) -> (Table, Vec<Vec<String>>) {
    let column = |(key, format, names): &(&str, &str, &[&str])| json!({ "key": key, "label": names[0], "width": 10, "format": format });
    let columns_said: Vec<Value> = columns.iter().map(column).collect();
    let rows: Vec<Value> = rows.into_iter().map(|cells| json!({ "fact": null, "cells": cells })).collect();
    let table = json!({ "caption": null, "columns": columns_said, "rows": rows, "totals": totals });
    let names = columns.iter().map(|(_, _, names)| names.iter().map(|&n| n.to_owned()).collect());
    (serde_json::from_value(table).unwrap(), names.collect())
}

/// Receptions that differ in every cell; the third has nothing but a date known to the month.
fn receptions(count: u32) -> (Table, Vec<Vec<String>>) {
    let row = |n: u32| match n {
        3 => json!([{"type": "date", "value": "2023-08"}, {"type": "empty"}, {"type": "empty"}, {"type": "empty"},
            {"type": "empty"}, {"type": "empty"}, {"type": "empty"}, {"type": "empty"}, {"type": "empty"}]),
        _ => json!([
            {"type": "date", "value": format!("2023-{:02}-15", n % 12 + 1)},
            {"type": "text", "value": format!("第{n}站")},
            {"type": "text", "value": format!("代表{n}、𬱖{n}")},
            {"type": "text", "value": format!("群众{n}")},
            {"type": "number", "value": n},
            {"type": "text", "value": format!("1390000{n:04}")},
            {"type": "text", "value": format!("{n}组路灯不亮\n<请> & 修")},
            {"type": "date", "value": "2023-12-31"},
            {"type": "money", "value": n * 1050},
        ]),
    };
    table(&RECEPTIONS, (1..=count).map(row).collect(), json!([]))
}

/// What stands in the cells of a sheet by their names, as another program reads them.
fn values(bytes: &[u8], sheet: &str) -> BTreeMap<String, String> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let said = |data: &Data| match data {
        Data::DateTime(date) => format!("date {}", date.as_f64()),
        other => other.to_string(),
    };
    let range = book.worksheet_range(sheet).unwrap();
    named(&range).into_iter().map(|(name, data)| (name, said(&data))).collect()
}

/// The formulas of a sheet by the names of their cells.
fn formulas(bytes: &[u8], sheet: &str) -> BTreeMap<String, String> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    named(&book.worksheet_formula(sheet).unwrap())
}

fn named<T: calamine::CellType>(range: &calamine::Range<T>) -> BTreeMap<String, T> {
    let (top, left) = range.start().unwrap_or_default();
    let name = |row: usize, column: usize| {
        let column = u8::try_from(column + left as usize).unwrap();
        format!("{}{}", char::from(b'A' + column), row + top as usize + 1)
    };
    range.used_cells().map(|(row, column, value)| (name(row, column), value.clone())).collect()
}

fn filled(name: &str, table: &Table, headings: &[Vec<String>]) -> (Vec<u8>, Result<Filled, TemplateError>) {
    let empty = fs::read(fixture(name)).unwrap();
    let words = [("unit", "清河镇"), ("period", "2023年"), ("recorder", "王芳")];
    let words: BTreeMap<String, String> = words.map(|(name, word)| (name.to_owned(), word.to_owned())).into();
    let filled = fill(&empty, &Filling { table, headings, words: &words });
    // To be looked at with other programs.
    if let (Some(folder), Ok(filled)) = (std::env::var_os("KEEP_FILLED"), &filled) {
        let file = Path::new(&folder).join(format!("{}-{}", table.rows.len(), name));
        fs::write(file, &filled.bytes).unwrap();
    }
    (empty, filled)
}

/// Compares what changed with what is known to change; BLESS=1 writes it anew.
#[track_caller]
fn changed_as_known(name: &str, told: &[String]) {
    let text = told.join("\n") + "\n";
    let path = fixture(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == text, "{name}: beside the cells that were to be filled, this changed:\n{text}");
}

/// The cells of the rich template that are to be filled: its rows, but for the hidden code, the formula and what has
/// no column in the table; and the two texts with words in braces.
fn meant_in_rich(column: &str, row: u32) -> bool {
    (5..=14).contains(&row) && !["I", "L", "M", "N"].contains(&column)
}

const RICH: &str = "xl/worksheets/sheet1.xml";

#[test]
fn a_rich_template_is_filled_within_its_rows() {
    let (table, headings) = receptions(4);
    let (empty, filled) = filled("rich.xlsx", &table, &headings);
    let filled = filled.unwrap();
    assert_eq!((filled.sheet.as_str(), filled.header_row, filled.rows, filled.added), ("接待登记", 3, 4, 0));
    let columns: Vec<String> = filled.columns.iter().map(|c| format!("{} {} {}", c.column, c.heading, c.key)).collect();
    let expected = [
        "A 序号 row.seq",
        "B 接待日期 visit.date",
        "C 接待地点 visit.place",
        "D 接待代表 visit.deputies",
        "E 来访群众/姓名 visit.visitor",
        "F 来访群众/人次(人) visit.people",
        "G 来访群众/联系电话 visit.phone",
        "H 反映的主要问题（事项） matter.content",
        "J 办理情况/办结日期 matter.done",
        "K 费用（元） matter.money",
    ];
    assert_eq!(columns, expected, "each column under the heading that names it");
    assert_eq!(
        filled.unmatched,
        ["办理情况/承办单位", "满意度", "内部编码"],
        "the formula of 人均费用 is nobody's to fill"
    );
    let meant = Meant { part: RICH, added: (u32::MAX, 0), cell: meant_in_rich };
    changed_as_known("rich-4.changes.txt", &differences(&empty, &filled.bytes, &meant));
}

#[test]
fn a_rich_template_grows_where_its_rows_do_not_suffice() {
    let (table, headings) = receptions(25);
    let (empty, filled) = filled("rich.xlsx", &table, &headings);
    let filled = filled.unwrap();
    assert_eq!(filled.added, 15, "25 rows where there are 10");
    let meant = Meant { part: RICH, added: (14, 15), cell: meant_in_rich };
    changed_as_known("rich-25.changes.txt", &differences(&empty, &filled.bytes, &meant));
    let sheet = parts::read(&parts::parts(&filled.bytes)[RICH]);
    let looks: Vec<String> = (13..=28).map(|row| parts::look(&sheet, row)).collect();
    assert!(looks.iter().all(|look| *look == looks[0]), "new rows look like the one above them: {looks:?}");
}

/// Formulas computed anew by a program that did not write them.
#[test]
fn another_program_computes_the_totals() {
    let (table, headings) = receptions(25);
    let (_, filled) = filled("rich.xlsx", &table, &headings);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rich.xlsx"), filled.unwrap().bytes).unwrap();
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}/office", folder.path().display())).current_dir(folder.path());
    let ran =
        office.args(["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "rich.xlsx"]).output();
    assert!(ran.is_ok_and(|ran| ran.status.success()), "LibreOffice is needed for this test");
    let text = fs::read_to_string(folder.path().join("rich.csv")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let total = lines.iter().find(|line| line.starts_with("合　计")).unwrap();
    // 1 to 25 without 3, and 10.50 for each.
    assert_eq!(*total, "合　计,,,,,322,,0件满意（见$F$30）,,,\"3,381.00\",,,", "sums over all rows");
    assert!(lines[1].starts_with("填报单位：清河镇（盖章）"), "words stand where their names stood: {}", lines[1]);
}

/// One data row above a total: what took in that row takes in all of them.
#[test]
fn a_single_row_becomes_as_many_as_are_needed() {
    let columns: [(&str, &str, &[&str]); 6] = [
        ("deed.deputies", "text", &["代表姓名", "代表"]),
        ("deed.date", "date", &["时间"]),
        ("deed.content", "text", &["实事内容"]),
        ("deed.households", "number", &["受益户数"]),
        ("deed.money", "money", &["资金"]),
        ("row.note", "text", &["备注"]),
    ];
    let row = |n: u32| {
        json!([{"type": "text", "value": format!("代表{n}")}, {"type": "date", "value": "2023-06-01"},
            {"type": "text", "value": "修路"}, {"type": "number", "value": n * 10},
            {"type": "money", "value": 123_456_789}, {"type": "empty"}])
    };
    let (table, headings) = table(&columns, (1..=12).map(row).collect(), json!([]));
    let (empty, filled) = filled("total.xlsx", &table, &headings);
    let filled = filled.unwrap();
    assert_eq!((filled.header_row, filled.added), (2, 11), "the row of headings is 2, one of twelve rows was there");
    let meant = Meant { part: RICH, added: (4, 11), cell: |column, row| row == 3 && column != "G" };
    changed_as_known("total-12.changes.txt", &differences(&empty, &filled.bytes, &meant));
    let formulas = formulas(&filled.bytes, "实事");
    assert_eq!(formulas["G14"], "IF(E14>0,F14/E14,\"\")", "the formula is continued into the last new row");
    assert_eq!(formulas["E15"], "SUM(E3:E14)", "the sum takes in the new rows");
    let values = values(&filled.bytes, "实事");
    let expected = ["12", "代表12", "date 45078", "修路", "120", "1234567.89"];
    let last = ["A14", "B14", "C14", "D14", "E14", "F14"].map(|name| values[name].as_str());
    assert_eq!(last, expected, "numbers as numbers, money in yuan, a date as a date");
}

/// A template without lines or total has room without end.
#[test]
fn a_plain_list_is_continued() {
    let (table, headings) = receptions(40);
    let (empty, filled) = filled("plain.xlsx", &table, &headings);
    let filled = filled.unwrap();
    assert_eq!((filled.header_row, filled.added), (2, 0));
    assert_eq!(filled.unmatched, ["去年情况", "附注"]);
    let meant = Meant { part: RICH, added: (3, 40), cell: |_, _| false };
    changed_as_known("plain-40.changes.txt", &differences(&empty, &filled.bytes, &meant));
    let values = values(&filled.bytes, "plain");
    let row = ["A42", "B42", "C42", "D42", "E42", "F42"].map(|n| values.get(n).map_or("", String::as_str));
    assert_eq!(
        row,
        ["40", "2023-05-15", "群众40", "第40站", "40组路灯不亮\n<请> & 修", ""],
        "a date as text where no date is shown"
    );
    assert_eq!(values["B5"], "2023-08", "a month stays a month");
}

/// The comparison itself is put to the test: what nobody meant to change is told, wherever it lies.
#[test]
fn a_change_that_nobody_meant_is_told() {
    let (table, headings) = receptions(25);
    let (empty, filled) = filled("rich.xlsx", &table, &headings);
    let filled = filled.unwrap().bytes;
    let meant = Meant { part: RICH, added: (14, 15), cell: meant_in_rich };
    let known = differences(&empty, &filled, &meant);
    let cases = [
        (RICH, "<col width=\"12\"", "<col width=\"13\""),
        (RICH, "第 &amp;P 页", "第&amp;P页"),
        (RICH, "填表人：", "填表人:"),
        (RICH, "ht=\"26\"", "ht=\"27\""),
        (RICH, "<c r=\"C7\" s=\"11\"", "<c r=\"C7\" s=\"10\""),
        (RICH, "minLength=\"0\"", "minLength=\"1\""),
        ("xl/styles.xml", "方正小标宋简体", "宋体"),
        ("xl/cellimages.xml", "ID_0123456789ABCDEF", "ID_0"),
        ("xl/charts/chart2.xml", "来访人次", "人次"),
        ("xl/worksheets/sheet2.xml", "不满意", "满意"),
        ("docProps/custom.xml", "2052-12.1.0.16250", "2052"),
    ];
    for (part, from, to) in cases {
        let changed = parts::exchanged(&filled, part, from, to);
        assert_ne!(differences(&empty, &changed, &meant), known, "{to} in place of {from} in {part} is told");
    }
}

/// A workbook, the headings that are looked for in it, and the code of the error.
type Case<'a> = (&'a [u8], &'a [Vec<String>], &'a str);

#[test]
fn what_cannot_be_filled_is_told() {
    let (table, headings) = receptions(3);
    let other = vec![vec!["户籍".to_owned()], vec!["车牌".to_owned()]];
    let rich = fs::read(fixture("rich.xlsx")).unwrap();
    let locked = parts::exchanged(&rich, "xl/styles.xml", "locked=\"0\"", "locked=\"1\"");
    let no_rows = parts::exchanged(
        &rich,
        RICH,
        "<c r=\"A5\" s=\"6\" t=\"n\"><v>1</v></c>",
        "<c r=\"A5\" t=\"str\"><v>说明：</v></c>",
    );
    let stacked = parts::exchanged(&rich, RICH, "<mergeCell ref=\"A1:N1\" />", "<mergeCell ref=\"B5:B6\"/>");
    let broken = parts::exchanged(&rich, RICH, "</sheetData>", "");
    let cases: [Case; 6] = [
        (&rich, &other, "template.no_headings"),
        (&locked, &headings, "template.locked"),
        (&no_rows, &headings, "template.no_room"),
        (&stacked, &headings, "template.stacked"),
        (&broken, &headings, "template.damaged"),
        (b"PK\x03\x04 and nothing more", &headings, "template.no_workbook"),
    ];
    for (bytes, headings, code) in cases {
        let told = fill(bytes, &Filling { table: &table, headings, words: &BTreeMap::new() });
        assert_eq!(told.err().map(|e| e.code()), Some(code));
    }
}
