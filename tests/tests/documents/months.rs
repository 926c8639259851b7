//! The month: its figures in the workbook and on paper, each open to the rows behind it.

use serde_json::{Map, Value, json};
use station_table::{Cell, Document, Table};
use station_tests::paper::{dense, pages_of, sheets_of};
use station_tests::station::{Station, truth};

use crate::{argument, lost_row};

fn months() -> Vec<String> {
    truth()["months"].as_object().expect("months by name").keys().cloned().collect()
}

#[test]
fn the_figures_stand_in_the_workbook_and_on_paper() {
    let station = Station::with_samples();
    let reports =
        station.calls(&months().iter().map(|month| ("month_report", json!({ "month": month }))).collect::<Vec<_>>());
    for report in &reports {
        let month = report["month"].as_str().expect("a month");
        let document: Document = serde_json::from_value(report["document"].clone()).expect("a document");
        let out = station.path(month);
        let written = station.json(&["report", "month", month, "--out", argument(&out)]);
        assert_eq!(written["written"]["warnings"], json!([]), "{month}: every character has a font");
        let sheets = sheets_of(&out.join(format!("{month}月报.xlsx")));
        assert_eq!(lost_row(&document, &sheets[0].1), None, "{month}: the figures in the workbook, as numbers");
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.get(..2).unwrap_or_default()).collect();
        assert_eq!(names[1..], ["03", "04", "08", "10"], "{month}: the registers of the month are sheets beside it");
        let paper = pages_of(&out.join(format!("{}.pdf", document.name))).concat();
        for table in document.tables() {
            assert_eq!(table.rows.len(), 6, "{month}: every site has a row, also one where nothing happened");
            for row in rows(table) {
                assert!(paper.contains(&row), "{month}: the row {row} on paper: {paper}");
            }
        }
    }
    assert_eq!(reports.len(), 12, "a whole year");
}

/// The rows of a table as they are read from paper.
fn rows(table: &Table) -> Vec<String> {
    let shown = |cells: &[Cell]| table.columns.iter().zip(cells).map(|(c, v)| v.shown_as(c.format)).collect::<String>();
    table.rows.iter().chain(&table.totals).map(|row| dense(&shown(&row.cells))).collect()
}

#[test]
fn each_figure_opens_to_rows_that_add_up_to_it() {
    let station = Station::with_samples();
    let reports =
        station.calls(&months().iter().map(|month| ("month_report", json!({ "month": month }))).collect::<Vec<_>>());
    let figures: Vec<Shown> = reports.iter().flat_map(figures_of).collect();
    assert!(figures.len() > 12 * 7 * 18, "every figure of every site and the total: {}", figures.len());
    let asked: Vec<(&str, Value)> = figures.iter().map(|figure| ("figure", figure.ask.clone())).collect();
    for (figure, opened) in figures.iter().zip(station.calls(&asked)) {
        let table: Table = serde_json::from_value(opened).expect("a figure opens to a table");
        assert_eq!(amount(&table), figure.count, "{}: the rows add up to the figure", figure.ask);
        let without = table.rows.iter().filter(|row| row.fact.is_none()).count();
        assert_eq!(without, 0, "{}: each row opens to its fact", figure.ask);
    }
}

/// A figure that a report shows, and how it is opened.
struct Shown {
    ask: Value,
    count: i64,
}

/// Every count of a report; a share opens to what it is a share of, and is left to its counts.
fn figures_of(report: &Value) -> Vec<Shown> {
    let month = &report["month"];
    let of = |site: Value, figures: &Map<String, Value>| -> Vec<Shown> {
        let counts = figures.iter().filter(|(key, _)| *key != "closing_rate");
        let shown = |(key, value): (&String, &Value)| {
            let ask = json!({ "month": month, "site": site, "key": key });
            value.as_i64().map(|count| Shown { ask, count })
        };
        counts.filter_map(shown).collect()
    };
    let object = |value: &Value| value.as_object().expect("figures by key").clone();
    let mut all = of(Value::Null, &object(&report["total"]));
    for site in report["sites"].as_array().expect("a list of sites") {
        all.extend(of(site["site"].clone(), &object(&site["figures"])));
    }
    all
}

/// What the rows add up to: their amounts, or how many they are where each counts one.
fn amount(table: &Table) -> i64 {
    let Some(at) = table.columns.iter().position(|column| column.key == "amount") else {
        return i64::try_from(table.rows.len()).unwrap_or(-1);
    };
    table.rows.iter().map(|row| if let Some(Cell::Number(n)) = row.cells.get(at) { *n } else { 0 }).sum()
}
