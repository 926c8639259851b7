//! A register as the window shows it, beside the three files that were made of it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use station_table::{Document, Field};
use station_tests::paper::typed_cell;
use station_tests::station::Station;

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
    /// What the clerk was told when the files were made.
    pub warnings: Vec<String>,
}

impl Exported {
    /// A register of a period, 内部.
    pub fn of(station: &Station, number: i64, period: (&str, &str)) -> Self {
        Self::in_edition(station, number, period, "内部")
    }

    /// A register of a period in an edition.
    pub fn in_edition(station: &Station, number: i64, (from, to): (&str, &str), edition: &str) -> Self {
        let ask = json!({ "number": number, "from": from, "to": to, "edition": edition });
        let document: Document = serde_json::from_value(station.call("register", &ask)).expect("it is a document");
        let folder = station.path(&format!("{number}-{from}-{to}-{edition}"));
        let mut warnings = Vec::new();
        let [pdf, xlsx, csv] = ["pdf", "xlsx", "csv"].map(|format| {
            let number = number.to_string();
            let out = folder.to_str().expect("a plain path");
            let period = ["export", "register", &number, "--from", from, "--to", to];
            let written = station.json(&[&period[..], &["--format", format, "--edition", edition, "--out", out]].concat());
            warnings.extend(written["warnings"].as_array().into_iter().flatten().map(Value::to_string));
            named(&folder, &written, &format!("{}.{format}", document.name))
        });
        Self { document, pdf, xlsx, csv, warnings }
    }

    /// For messages.
    pub fn name(&self) -> &str {
        &self.document.name
    }
}

/// The one file that was written, which is named by number and title.
fn named(folder: &Path, written: &Value, name: &str) -> PathBuf {
    let files: Vec<&str> = written["files"].as_array().into_iter().flatten().filter_map(|f| f["name"].as_str()).collect();
    assert_eq!(files, [name], "a register is one file, named by number and title");
    let path = folder.join(name);
    assert!(path.is_file(), "{name} is there");
    path
}

/// Label and value of a box as a workbook holds them.
pub fn typed_field(field: &Field) -> Vec<String> {
    let label = Some(format!("text {}", field.label)).filter(|_| !field.label.is_empty());
    let column = station_table::Column {
        key: field.key.clone(),
        label: field.label.clone(),
        heading: None,
        width: field.width,
        align: station_table::Align::Left,
        format: station_table::Format::Date,
        mask: field.mask,
        public: field.public,
    };
    label.into_iter().chain(typed_cell(&field.value, &column)).collect()
}
