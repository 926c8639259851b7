//! Registers as documents, workbooks, papers and filled forms.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use serde_json::json;
use station_table::{Document, Part};
use station_template::Filling;

use super::super::measure::{Measured, measured};
use super::super::office;
use super::{clock, rows_of, save, shown, township};
use crate::programs::root;

/// Register 4 of all years, its rows repeated to as many as are wanted.
pub(super) fn document(data: &str, rows: usize, (out, from, to): (&str, &str, &str)) -> Measured {
    let desk = township(data);
    measured(|| {
        let mut document = shown(&desk, &json!({ "number": 4, "from": from, "to": to }));
        let Some(Part::Table(table)) = document.subjects[0].parts.first_mut() else { panic!("a list is a table") };
        table.rows = table.rows.iter().cycle().take(rows).cloned().collect();
        save(out, &serde_json::to_vec(&document).expect("JSON"));
        rows_of(&document)
    })
}

/// The document as a workbook.
pub(super) fn xlsx(document: &str, out: &str) -> Measured {
    written(document, out, |document| {
        station_report::workbook(&[document], clock()(), &mut |_, _| Ok(())).expect("a workbook")
    })
}

/// The document on paper.
pub(super) fn pdf(document: &str, out: &str) -> Measured {
    written(document, out, |document| {
        let fonts = station_report::Fonts::bundled();
        station_report::pdf(&[document], &fonts, clock()(), &mut |_, _| Ok(())).expect("a PDF").bytes
    })
}

/// The empty form that the document fills.
pub(super) fn form(document: &str, out: &str) -> Measured {
    let document = read(document);
    measured(|| {
        office::write_form(Path::new(out), &document);
        0
    })
}

/// The form filled with the document.
pub(super) fn fill(document: &str, form: &str, out: &str) -> Measured {
    written(document, out, |document| {
        let table = document.tables().next().expect("a table");
        let headings: Vec<Vec<String>> = office::labels(table).into_iter().map(|label| vec![label]).collect();
        let filling = Filling { table, headings: &headings, words: &BTreeMap::new() };
        let empty = std::fs::read(form).expect("the form");
        let filled = station_template::fill(&empty, &filling).expect("it is filled");
        assert!(filled.unmatched.is_empty(), "the form was made for this register: {:?}", filled.unmatched);
        filled.bytes
    })
}

fn read(document: &str) -> Document {
    let text = std::fs::read(document).expect("the document");
    serde_json::from_slice(&text).expect("a document")
}

fn written(document: &str, out: &str, make: impl FnOnce(&Document) -> Vec<u8>) -> Measured {
    let document = read(document);
    measured(|| {
        save(out, &make(&document));
        rows_of(&document)
    })
}

/// The body's font as a file, for programs that need one.
pub(super) fn font(out: &str) -> Measured {
    let packed = root().join("assets/fonts/Fang-ZhuqueFangsong-Regular.ttf.br");
    measured(|| {
        let packed = std::fs::File::open(packed).expect("the font ships");
        let mut font = Vec::new();
        brotli::Decompressor::new(packed, 1 << 16).read_to_end(&mut font).expect("it is unpacked");
        save(out, &font);
        0
    })
}
