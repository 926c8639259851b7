//! Registers on paper, in workbooks and as plain tables hold what the window shows.

use station_report::Frame;
use station_table::{Cell, Column, Look, Part, Trace};
use station_tests::paper::{Word, dense, header_of, pages_of, said_by, sheets_of, words_of};

use crate::exported::{Exported, all};
use crate::filled::filled;
use crate::lost_row;

/// Smallest size that is read without glasses, in points.
const LEGIBLE: f32 = 7.5;

#[test]
fn registers_come_out_whole() {
    let station = filled();
    for period in [("2023-01-01", "2023-12-31"), ("2023-11-01", "2023-11-30")] {
        let (registers, warnings) = all(&station, period, "内部");
        assert_eq!(warnings, Vec::<String>::new(), "every character has a font");
        for made in registers {
            comes_out_whole(&made);
        }
    }
}

/// A register holds on paper, in its workbook and as a plain table what the window shows.
pub fn comes_out_whole(made: &Exported) {
    is_on_paper(made);
    is_in_the_workbook(made);
    is_in_the_plain_table(made);
    stays_in_its_boxes(made);
}

/// Every cell can be read out of the PDF, which is sound, and whose lists begin with their header on each page.
fn is_on_paper(made: &Exported) {
    let (name, document) = (&made.document.name, &made.document);
    let pages = pages_of(&made.pdf);
    let text = pages.concat();
    let lost: Vec<String> = document.shown().into_iter().filter(|cell| !text.contains(&dense(cell))).collect();
    assert_eq!(lost, Vec::<String>::new(), "{name}: each cell is one piece of text on paper");
    assert!(!text.contains('〓'), "{name}: no character is missing from the fonts");
    let fonts = said_by("pdffonts", &[], &made.pdf, &[]);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    let whole = fonts.iter().all(|font| font.contains("yes yes yes"));
    assert!(!fonts.is_empty() && whole, "{name}: fonts are embedded as subsets, with their characters: {fonts:?}");
    said_by("qpdf", &["--check"], &made.pdf, &[]);
    for (number, page) in (1..).zip(&pages) {
        assert!(page.ends_with(&format!("第{number}页共{}页", pages.len())), "{name}: page {number} says which it is");
    }
    if document.look == Look::List {
        each_page_begins_with_the_header(made, &pages);
    }
}

fn each_page_begins_with_the_header(made: &Exported, pages: &[String]) {
    let subject = &made.document.subjects[0];
    let Some(Part::Table(table)) = subject.parts.first() else { panic!("a list is a table") };
    let header = header_of(&table.columns);
    let top = dense(&(made.document.title.clone() + &subject.head.concat())) + &header;
    for (number, page) in (1..).zip(pages) {
        let expected = if number == 1 { &top } else { &header };
        assert!(page.starts_with(expected), "{}: page {number} begins with the header: {page:.60}", made.document.name);
    }
}

/// Every row stands in the workbook in its order, numbers and dates as such, ID numbers and phones as text.
fn is_in_the_workbook(made: &Exported) {
    let sheets = sheets_of(&made.xlsx);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    let hidden = made.document.trace.iter().map(|_| Trace::SHEET);
    assert_eq!(names[1..], hidden.collect::<Vec<_>>(), "{}: a register is one sheet to be seen", made.document.name);
    assert_eq!(lost_row(&made.document, &sheets[0].1), None, "{}: each row with its types", made.document.name);
}

/// The plain table says that it is UTF-8 and has every row.
fn is_in_the_plain_table(made: &Exported) {
    let name = &made.document.name;
    let text = std::fs::read_to_string(&made.csv).expect("it is UTF-8");
    assert!(text.starts_with('\u{FEFF}'), "{name}: a mark tells Excel that it is UTF-8");
    let plain = text.replace('"', "");
    let mut rest = plain.as_str();
    for table in made.document.tables() {
        for row in table.rows.iter().chain(&table.totals) {
            let shown = |(column, cell): (&Column, &Cell)| cell.shown_as(column.format).replace('"', "");
            let line = table.columns.iter().zip(&row.cells).map(shown).collect::<Vec<_>>().join(",");
            let at = rest.find(&line).unwrap_or_else(|| panic!("{name}: the row {line} in its place"));
            rest = &rest[at + line.len()..];
        }
    }
}

/// No word crosses a line of its box or leaves the paper, nothing is set too small.
fn stays_in_its_boxes(made: &Exported) {
    let name = &made.document.name;
    let pages = station_report::pages(&made.document).expect("it is laid out");
    let words = words_of(&made.pdf);
    assert_eq!(words.len(), pages.len(), "{name}: the file has the pages of the layout");
    for (page, words) in pages.iter().zip(&words) {
        let upright = lines(&page.frames);
        assert!(upright.len() > 2 && !words.is_empty(), "{name}: a page has boxes and words: {words:?}");
        for word in words {
            let crossed = upright.iter().find(|line| crosses(word, **line));
            assert_eq!(crossed, None, "{name}: no line of a box goes through a word: {word:?}");
            let inside = word.across.0 >= 15.0 && word.across.1 <= page.width - 15.0;
            assert!(inside, "{name}: the margins stay free: {word:?}");
        }
        let sizes =
            page.frames.iter().filter_map(|f| if let Frame::Text { size, .. } = f { Some(*size) } else { None });
        let least = sizes.fold(f32::INFINITY, f32::min);
        assert!(least >= LEGIBLE, "{name}: the smallest text has {least} pt");
    }
}

/// Upright lines: where they stand, and their upper and lower end.
fn lines(frames: &[Frame]) -> Vec<(f32, f32, f32)> {
    let upright = |frame: &Frame| match frame {
        Frame::Line { from, to, .. } if (from.0 - to.0).abs() < 0.01 => {
            Some((from.0, from.1.min(to.1), from.1.max(to.1)))
        }
        _ => None,
    };
    frames.iter().filter_map(upright).collect()
}

fn crosses(word: &Word, (x, top, bottom): (f32, f32, f32)) -> bool {
    let middle = f32::midpoint(word.down.0, word.down.1);
    // A tenth of a millimetre: poppler rounds.
    top <= middle && middle <= bottom && word.across.0 + 0.1 < x && x < word.across.1 - 0.1
}
