//! Registers as the window shows them, beside the files that were made of them.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use station_table::{Align, Column, Document, Field, Format};
use station_tests::paper::typed_cell;
use station_tests::station::Station;

use crate::argument;

/// The registers there are.
pub const NUMBERS: [i64; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/// A register with its files.
pub struct Exported {
    /// As the window shows it.
    pub document: Document,
    /// Its paper.
    pub pdf: PathBuf,
    /// Its workbook.
    pub xlsx: PathBuf,
    /// Its plain table.
    pub csv: PathBuf,
}

/// All registers of a period in an edition, with what the clerk was told when they were made.
pub fn all(station: &Station, period: (&str, &str), edition: &str) -> (Vec<Exported>, Vec<String>) {
    let documents = shown(station, period, edition);
    let folder = station.path(&format!("{}-{}-{edition}", period.0, period.1));
    let mut warnings = Vec::new();
    for format in ["pdf", "xlsx", "csv"] {
        let period = ["export", "register", "all", "--from", period.0, "--to", period.1];
        let how = ["--format", format, "--edition", edition, "--out", argument(&folder)];
        let written = station.json(&[&period[..], &how].concat());
        let names = written["files"].as_array().into_iter().flatten().map(|f| f["name"].clone());
        let expected = documents.iter().map(|d| json!(named(d, format)));
        assert!(names.eq(expected), "each register is one file, named by number, title and edition: {written}");
        warnings.extend(written["warnings"].as_array().into_iter().flatten().map(Value::to_string));
    }
    let with_files = |document: Document| {
        let [pdf, xlsx, csv] = ["pdf", "xlsx", "csv"].map(|format| file(&folder, &document, format));
        Exported { document, pdf, xlsx, csv }
    };
    (documents.into_iter().map(with_files).collect(), warnings)
}

/// All registers as the window shows them.
fn shown(station: &Station, (from, to): (&str, &str), edition: &str) -> Vec<Document> {
    let ask = |number| json!({ "number": number, "from": from, "to": to, "edition": edition });
    let answers = station.calls(&NUMBERS.map(|number| ("register", ask(number))));
    answers.into_iter().map(|answer| serde_json::from_value(answer).expect("it is a document")).collect()
}

fn file(folder: &Path, document: &Document, format: &str) -> PathBuf {
    folder.join(named(document, format))
}

fn named(document: &Document, format: &str) -> String {
    format!("{}{}.{format}", document.name, document.edition.mark())
}

/// Label and value of a box as a workbook holds them.
pub fn typed_field(field: &Field) -> Vec<String> {
    let Field { key, label, value, width, mask, public } = field.clone();
    let said = Some(format!("text {label}")).filter(|_| !label.is_empty());
    let column = Column { key, label, heading: None, width, align: Align::Left, format: Format::Date, mask, public };
    said.into_iter().chain(typed_cell(&value, &column)).collect()
}
