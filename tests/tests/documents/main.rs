//! What leaves the station on paper and in workbooks: made through the command line, read back with other tools.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

mod editions;
mod exported;
mod filled;
mod looks;
mod months;
mod papers;
mod registers;
mod sending;
mod templates;

use station_table::{Document, Part, Row, Table};
use station_tests::paper::typed_cell;

/// Path of a folder as an argument.
fn argument(path: &std::path::Path) -> &str {
    path.to_str().expect("a plain path")
}

/// The rows of a document's tables and boxes as a faithful workbook holds them.
fn typed_rows(document: &Document) -> Vec<Vec<String>> {
    // A workbook that may be read back names the fact of each row in a hidden column.
    let traced = |row: &Row| Some(row.fact.as_ref()).filter(|_| document.trace.is_some()).flatten().cloned();
    let told = |row: &Row| traced(row).map(|fact| format!("text {}:{}", fact.kind, fact.id));
    let table = |t: &Table| {
        let rows = t.rows.iter().chain(&t.totals);
        rows.map(|r| typed_row(t, r).into_iter().chain(told(r)).collect()).collect::<Vec<Vec<String>>>()
    };
    let parts = document.subjects.iter().flat_map(|s| &s.parts);
    let rows = parts.flat_map(|part| match part {
        Part::Table(t) => table(t),
        Part::Grid(grid) => {
            grid.rows.iter().map(|r| r.fields.iter().flat_map(exported::typed_field).collect()).collect()
        }
        // The lines of a card share a cell.
        Part::Cards(cards) => cards.cards.iter().map(|c| vec![format!("text {}", c.lines.join("\n"))]).collect(),
        Part::Letter(letter) => letter.lines().into_iter().map(|line| vec![format!("text {line}")]).collect(),
        Part::Line { text } => vec![vec![format!("text {text}")]],
    });
    rows.filter(|row| !row.is_empty()).collect()
}

fn typed_row(table: &Table, row: &Row) -> Vec<String> {
    table.columns.iter().zip(&row.cells).filter_map(|(column, cell)| typed_cell(cell, column)).collect()
}

/// The first of the rows that a sheet does not have in its place.
fn lost_row(document: &Document, sheet: &[Vec<String>]) -> Option<Vec<String>> {
    let mut rows = sheet.iter();
    typed_rows(document).into_iter().find(|expected| !rows.any(|row| row == expected))
}
