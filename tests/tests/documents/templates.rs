//! The county's own workbook, filled from the command line: what stands in it afterwards, and what did not change.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::json;
use station_tests::station::Station;

use crate::argument;

/// A county's form 4: title, a head of two rows, three empty rows, a sum and a signature; another sheet beside it.
fn receptions(file: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("接待").unwrap().set_column_width(3, 40).unwrap();
    let bold = Format::new().set_bold();
    sheet.merge_range(0, 0, 0, 5, "{unit}接待群众登记表", &bold).unwrap();
    for (at, name) in [(0, "序号"), (1, "接待日期"), (4, "反映的主要问题"), (5, "办结日期")] {
        sheet.merge_range(1, at, 2, at, name, &bold).unwrap();
    }
    sheet.merge_range(1, 2, 1, 3, "来访群众", &bold).unwrap();
    sheet.write_with_format(2, 2, "姓名", &bold).unwrap().write_with_format(2, 3, "人次", &bold).unwrap();
    for row in 3..6 {
        sheet.write(row, 0, row - 2).unwrap();
        sheet.write_with_format(row, 1, "", &Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"")).unwrap();
    }
    sheet.write(6, 0, "合计").unwrap().write_formula(6, 3, "SUM(D4:D6)").unwrap();
    sheet.write(7, 0, "填表人：").unwrap();
    sheet.set_print_area(0, 0, 7, 5).unwrap();
    let notes = book.add_worksheet();
    notes.set_name("填表说明").unwrap().write(0, 0, "不得改动本表。").unwrap();
    book.save(file).unwrap();
}

fn parts(file: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let count = archive.len();
    let part = |at| {
        let (mut entry, mut bytes) = (archive.by_index(at).unwrap(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().to_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn cells(file: &Path, sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let said = |data: &Data| match data {
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    };
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(said).collect()).collect()
}

#[test]
fn a_countys_workbook_takes_the_rows_and_nothing_else_of_it_changes() {
    let station = Station::with_samples();
    let (empty, out) = (station.path("县表.xlsx"), station.path("已填.xlsx"));
    receptions(&empty);
    let ran = station.run(&[
        "template",
        "fill",
        argument(&empty),
        "--register",
        "4",
        "--from",
        "2023-01-01",
        "--to",
        "2023-03-31",
        "--out",
        argument(&out),
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let visits: Vec<_> = station.list("visits").into_iter().filter(|v| v["date"].as_str() < Some("2023-04")).collect();
    let found = cells(&out, "接待");
    assert_eq!(
        found.len(),
        3 + visits.len() + 2,
        "as many rows as there are receptions, then the sum and the signature"
    );
    let said = |key: &str| visits.iter().map(|v| v[key].to_string().trim_matches('"').to_owned()).collect::<Vec<_>>();
    let rows = &found[3..3 + visits.len()];
    let column = |at: usize| rows.iter().map(|row| row[at].clone()).collect::<Vec<_>>();
    for (at, key) in [(1, "date"), (2, "visitor"), (3, "people"), (4, "content")] {
        let (mut shown, mut known) = (column(at), said(key));
        shown.sort();
        known.sort();
        assert_eq!(shown, known, "{key} of each reception");
    }
    assert!(found[0][0].starts_with("清河镇"), "the words in braces: {:?}", found[0]);
    assert_eq!(found[found.len() - 1][0], "填表人：", "what stood below stands below");
    let (before, after) = (parts(&empty), parts(&out));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "the same parts");
    let changed: Vec<&String> = before.iter().filter(|(name, bytes)| after[*name] != **bytes).map(|(n, _)| n).collect();
    let meant = ["xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"];
    assert_eq!(changed, meant, "the sheet that was filled, its words, and in the workbook its print area");
    assert_eq!(cells(&out, "填表说明"), cells(&empty, "填表说明"));
}

#[test]
fn the_months_figures_go_into_the_countys_own_order() {
    let station = Station::with_samples();
    let (empty, out) = (station.path("月报.xlsx"), station.path("已填.xlsx"));
    let (mut book, heads) = (Workbook::new(), ["站点", "学习培训期数", "接待日(场次)", "收集意见(件)"]);
    let sheet = book.add_worksheet();
    for (at, head) in (0..).zip(heads) {
        sheet.write(0, at, head).unwrap();
    }
    book.save(&empty).unwrap();
    let ran = station.run(&["template", "fill", argument(&empty), "--month", "2023-11", "--out", argument(&out)]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report = station.call("month_report", &json!({ "month": "2023-11" }));
    let mut expected = vec![heads.map(str::to_owned).to_vec()];
    for site in report["sites"].as_array().unwrap() {
        let figure = |key: &str| site["figures"][key].to_string().replace("null", "");
        let name = site["site"].as_str().unwrap().to_owned();
        expected.push(vec![name, figure("training"), figure("reception_days"), figure("raised")]);
    }
    assert_eq!(cells(&out, "Sheet1")[..expected.len()], expected, "figures of both tables, in the order of the county");
}
