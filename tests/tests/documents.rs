//! What leaves the station on paper and in workbooks: made through the command line, read back with other tools.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

mod exported;

use exported::Exported;
use station_report::Frame;
use station_table::{Document, Look, Part, Row, Table};
use station_tests::paper::{dense, header_of, pages_of, said_by, sheets_of, typed_cell, words_of};
use station_tests::station::Station;

/// The registers, and the periods of which each is made.
const NUMBERS: [i64; 6] = [2, 3, 4, 8, 9, 10];
const PERIODS: [(&str, &str); 2] = [("2023-01-01", "2023-12-31"), ("2023-11-01", "2023-11-30")];

/// Smallest size that is read without glasses, in points.
const LEGIBLE: f32 = 7.5;

#[test]
fn registers_come_out_whole() {
    let station = Station::with_samples();
    for period in PERIODS {
        for made in NUMBERS.map(|number| Exported::of(&station, number, period)) {
            assert_eq!(made.warnings, Vec::<String>::new(), "{}: every character has a font", made.name());
            on_paper(&made);
            in_the_workbook(&made);
            in_the_plain_table(&made);
            stays_in_its_boxes(&made);
        }
    }
}

/// Every cell can be read out of the PDF, which is sound, and whose lists begin with their header on each page.
fn on_paper(made: &Exported) {
    let (name, document) = (made.name(), &made.document);
    let pages = pages_of(&made.pdf);
    let text = pages.concat();
    let lost: Vec<String> = document.shown().into_iter().filter(|cell| !text.contains(&dense(cell))).collect();
    assert_eq!(lost, Vec::<String>::new(), "{name}: each cell is one piece of text on paper");
    assert!(!text.contains('〓'), "{name}: no character is missing from the fonts");
    let fonts = said_by("pdffonts", &[], &made.pdf, &[]);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty() && fonts.iter().all(|f| f.contains("yes yes yes")), "{name}: embedded subsets: {fonts:?}");
    said_by("qpdf", &["--check"], &made.pdf, &[]);
    for (page, number) in pages.iter().zip(1..) {
        assert!(page.ends_with(&format!("第{number}页共{}页", pages.len())), "{name}: page {number} says which it is");
    }
    if document.look == Look::List {
        begins_with_its_header(made, &pages);
    }
}

fn begins_with_its_header(made: &Exported, pages: &[String]) {
    let subject = &made.document.subjects[0];
    let Some(Part::Table(table)) = subject.parts.first() else { panic!("a list is a table") };
    let header = header_of(&table.columns);
    let top = dense(&(made.document.title.clone() + &subject.head.concat() + &header));
    assert!(pages[0].starts_with(&top), "{}: the first page begins with title, head and header", made.name());
    for page in &pages[1..] {
        assert!(page.starts_with(&header), "{}: each page begins with the header: {page:.60}", made.name());
    }
}

/// Every row stands in the workbook in its order, numbers and dates as such, IDs and phones as text.
fn in_the_workbook(made: &Exported) {
    let sheets = sheets_of(&made.xlsx);
    assert_eq!(sheets.len(), 1, "{}: a register is one sheet", made.name());
    let mut rows = sheets[0].1.iter();
    for expected in typed_rows(&made.document) {
        assert!(rows.any(|row| *row == expected), "{}: the workbook has the row {expected:?} in its place", made.name());
    }
}

/// The rows of a document's tables and grids as a faithful workbook holds them.
fn typed_rows(document: &Document) -> Vec<Vec<String>> {
    let table = |t: &Table| t.rows.iter().chain(&t.totals).map(|r| typed_row(t, r)).collect::<Vec<_>>();
    let parts = document.subjects.iter().flat_map(|s| &s.parts);
    let rows = parts.flat_map(|part| match part {
        Part::Table(t) => table(t),
        Part::Grid(grid) => grid.rows.iter().map(|r| r.fields.iter().flat_map(exported::typed_field).collect()).collect(),
        Part::Line { text } => vec![vec![format!("text {text}")]],
    });
    rows.filter(|row| !row.is_empty()).collect()
}

fn typed_row(table: &Table, row: &Row) -> Vec<String> {
    table.columns.iter().zip(&row.cells).filter_map(|(column, cell)| typed_cell(cell, column)).collect()
}

/// The plain table says that it is UTF-8 and has every row.
fn in_the_plain_table(made: &Exported) {
    let text = std::fs::read_to_string(&made.csv).expect("it is UTF-8");
    assert!(text.starts_with('\u{FEFF}'), "{}: a mark, so that Excel reads it as UTF-8", made.name());
    let plain: String = text.replace('"', "");
    let mut rest = plain.as_str();
    for table in made.document.tables() {
        for row in table.rows.iter().chain(&table.totals) {
            let shown = |(c, v): (&station_table::Column, &station_table::Cell)| v.shown_as(c.format).replace('"', "");
            let line = table.columns.iter().zip(&row.cells).map(shown).collect::<Vec<_>>().join(",");
            let at = rest.find(&line).unwrap_or_else(|| panic!("{}: the row {line} in its place", made.name()));
            rest = &rest[at + line.len()..];
        }
    }
}

/// No word crosses a line of its box, nothing is set too small.
fn stays_in_its_boxes(made: &Exported) {
    let pages = station_report::pages(&made.document).expect("it is laid out");
    let words = words_of(&made.pdf);
    assert_eq!(words.len(), pages.len(), "{}: the file has the pages of the layout", made.name());
    for (page, words) in pages.iter().zip(&words) {
        let upright = page.frames.iter().filter_map(|frame| match frame {
            Frame::Line { from, to, .. } if (from.0 - to.0).abs() < 0.01 => Some((from.0, from.1.min(to.1), from.1.max(to.1))),
            _ => None,
        });
        let lines: Vec<(f32, f32, f32)> = upright.collect();
        for word in words {
            let middle = (word.down.0 + word.down.1) / 2.0;
            let crossed = lines.iter().find(|(x, top, bottom)| {
                (*top..=*bottom).contains(&middle) && (word.across.0 + 0.1..word.across.1 - 0.1).contains(x)
            });
            assert_eq!(crossed, None, "{}: “{}” crosses a line: {word:?}", made.name(), word.text);
            let paper = 15.0..=page.width - 15.0;
            assert!(paper.contains(&word.across.0) && paper.contains(&word.across.1), "{}: on paper: {word:?}", made.name());
        }
        let sizes = page.frames.iter().filter_map(|f| if let Frame::Text { size, .. } = f { Some(*size) } else { None });
        let least = sizes.fold(f32::INFINITY, f32::min);
        assert!(least >= LEGIBLE, "{}: the smallest text has {least} pt", made.name());
    }
}
