//! A county's form for a register: title, headings, three ruled rows, a line for signatures.

use std::path::Path;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook};
use station_table::{Document, Table};

/// Writes the empty form for the first table of a document.
///
/// # Panics
/// When it cannot be written, or the document has no table.
pub fn write(file: &Path, document: &Document) {
    let table = document.tables().next().expect("a table");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let title = Format::new().set_bold().set_font_size(18).set_align(FormatAlign::Center);
    let ruled = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
    let last = u16::try_from(table.columns.len() - 1).expect("some columns");
    sheet.merge_range(0, 0, 0, last, &document.title, &title).expect("a title");
    for (column, label) in (0..).zip(labels(table)) {
        sheet.write_string_with_format(1, column, label, &ruled).expect("a heading");
        for row in 2..5 {
            sheet.write_blank(row, column, &ruled).expect("a ruled cell");
        }
    }
    sheet.write_string(5, 0, "填报人：").expect("a line");
    let bytes = book.save_to_buffer().expect("a workbook");
    station_machine::files::write(file, &bytes).expect("it is written");
}

/// What its columns are called, under a common heading both words.
pub fn labels(table: &Table) -> Vec<String> {
    let called = |heading: &Option<String>, label: &str| format!("{}{label}", heading.as_deref().unwrap_or_default());
    table.columns.iter().map(|column| called(&column.heading, &column.label)).collect()
}
