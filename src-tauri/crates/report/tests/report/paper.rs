//! PDF files as poppler and qpdf see them. Both are part of what the tests need (`poppler-utils`, `qpdf`).

use std::path::Path;
use std::process::Command;

use chrono::{NaiveDate, NaiveDateTime};
use station_report::{Cancelled, Frame, Pdf, ReportError, pages, pages_as_text, pdf};
use station_table::{Cell, Document, Part};
use tempfile::TempDir;

use crate::samples;

fn printed() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 4, 2).and_then(|d| d.and_hms_opt(9, 30, 0)).unwrap()
}

fn made(documents: &[&Document]) -> Pdf {
    pdf(documents, printed(), &mut |_, _| Ok(())).unwrap()
}

#[test]
fn samples_are_left_for_looking_at() {
    let Some(folder) = std::env::var_os("REPORT_SAMPLES") else { return };
    for document in [samples::list(60), samples::card(&["王建国", "孙䶮"]), samples::sheet(&["王建国"])] {
        std::fs::write(Path::new(&folder).join(format!("{}.pdf", document.name)), made(&[&document]).bytes).unwrap();
        let book = station_report::workbook(&[&document], printed(), &mut |_, _| Ok(())).unwrap();
        std::fs::write(Path::new(&folder).join(format!("{}.xlsx", document.name)), book).unwrap();
        std::fs::write(Path::new(&folder).join(format!("{}.csv", document.name)), station_report::csv(&document).unwrap()).unwrap();
    }
}
