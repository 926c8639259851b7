//! Written files read back with other people's tools: PDFs through poppler and qpdf, workbooks through calamine.

use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, open_workbook_auto};
use station_table::{Cell, Column, Document, PartialDate};

/// Where a word stands on its page: its text and its left, upper, right and lower edge in millimetres.
#[derive(Clone, Debug)]
pub struct Word {
    /// What it says.
    pub text: String,
    /// Left and right edge.
    pub across: (f32, f32),
    /// Upper and lower edge.
    pub down: (f32, f32),
}

/// What a program of poppler or qpdf says of a file.
///
/// # Panics
/// When it is not installed or complains.
pub fn said_by(program: &str, options: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(program).args(options).arg(file).args(after).output();
    let output = output.unwrap_or_else(|e| panic!("{program} is needed for this test (poppler-utils, qpdf): {e}"));
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {}: {complaint}", file.display());
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of a PDF page by page, in the order in which it was written, without white space.
pub fn pages_of(file: &Path) -> Vec<String> {
    let text = said_by("pdftotext", &["-raw", "-enc", "UTF-8"], file, &["-"]);
    text.trim_end_matches('\u{c}').split('\u{c}').map(dense).collect()
}

/// The words of a PDF page by page, with where they stand.
pub fn words_of(file: &Path) -> Vec<Vec<Word>> {
    let text = said_by("pdftotext", &["-bbox", "-enc", "UTF-8"], file, &["-"]);
    text.split("<page ").skip(1).map(|page| page.lines().filter_map(word).collect()).collect()
}

/// `<word xMin="1.0" yMin="2.0" xMax="3.0" yMax="4.0">text</word>` in points.
fn word(line: &str) -> Option<Word> {
    let (edges, rest) = line.trim().strip_prefix("<word ")?.split_once('>')?;
    let edge = |name: &str| -> Option<f32> {
        let (_, rest) = edges.split_once(&format!("{name}=\""))?;
        rest.split('"').next()?.parse::<f32>().ok().map(|points| points * 25.4 / 72.0)
    };
    let text = rest.strip_suffix("</word>")?.to_owned();
    Some(Word { text, across: (edge("xMin")?, edge("xMax")?), down: (edge("yMin")?, edge("yMax")?) })
}

/// A text without white space.
pub fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A workbook's sheets, each with the values of its rows; empty cells and rows are left out.
///
/// # Panics
/// When it cannot be read.
pub fn sheets_of(file: &Path) -> Vec<(String, Vec<Vec<String>>)> {
    let mut book = open_workbook_auto(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let sheets = book.worksheets();
    let row = |row: &[Data]| row.iter().filter_map(typed_data).collect::<Vec<String>>();
    let rows = |range: calamine::Range<Data>| range.rows().map(row).filter(|r| !r.is_empty()).collect();
    sheets.into_iter().map(|(name, range)| (name, rows(range))).collect()
}

/// A value as a workbook holds it, its type in front: `number 3`, `date 2023-08-15`, `text 13912340000`.
fn typed_data(data: &Data) -> Option<String> {
    match data {
        Data::Empty => None,
        Data::Float(number) => Some(format!("number {number}")),
        Data::Int(number) => Some(format!("number {number}")),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Some(format!("date {year:04}-{month:02}-{day:02}"))
        }
        Data::String(text) => Some(format!("text {text}")).filter(|_| !text.is_empty()),
        other => Some(format!("other {other:?}")),
    }
}

/// A cell as a faithful workbook holds it under its column; nothing for an empty one.
#[expect(clippy::cast_precision_loss, reason = "sums of a township")]
pub fn typed_cell(cell: &Cell, column: &Column) -> Option<String> {
    match cell {
        Cell::Empty | Cell::Picture(_) => None,
        Cell::Number(number) => Some(format!("number {number}")),
        Cell::Share(share) => Some(format!("number {share}")),
        Cell::Money(fen) => Some(format!("number {}", *fen as f64 / 100.0)),
        Cell::Date(PartialDate::Day(day)) => Some(format!("date {day}")),
        Cell::Date(_) | Cell::Text(_) => Some(format!("text {}", cell.shown_as(column.format))),
    }
}

/// The labels of a table's header as they stand on paper: a common heading, then the columns under it.
pub fn header_of(columns: &[Column]) -> String {
    let groups = columns.chunk_by(|a, b| a.heading.is_some() && a.heading == b.heading);
    let labels = groups.flat_map(|group| group[0].heading.iter().chain(group.iter().map(|column| &column.label)));
    dense(&labels.map(String::as_str).collect::<String>())
}

/// The columns of a document's tables by key, whatever subject they stand in.
pub fn columns_of(document: &Document) -> Vec<&Column> {
    let mut columns: Vec<&Column> = Vec::new();
    for column in document.tables().flat_map(|t| &t.columns) {
        if !columns.iter().any(|c| c.key == column.key) {
            columns.push(column);
        }
    }
    columns
}
