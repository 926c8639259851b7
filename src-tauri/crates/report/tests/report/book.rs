//! Workbooks as another reader and the file's own parts show them.

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use station_report::{Cancelled, ReportError, csv, workbook};
use station_table::{Cell, Document, Format, Part, PartialDate};

use crate::{made_at, samples};

pub fn made(documents: &[&Document]) -> Vec<u8> {
    workbook(documents, made_at(), &mut |_, _| Ok(())).unwrap()
}

fn ranges(book: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.to_vec())).unwrap();
    book.worksheets()
}

pub fn part(book: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A cell of the workbook as it stands for one of the document: by its type.
fn is_same(found: &Data, cell: &Cell, format: Format) -> bool {
    match (found, cell) {
        (Data::String(text), Cell::Text(_) | Cell::Date(PartialDate::Year(_) | PartialDate::Month(..))) => {
            *text == cell.shown_as(format)
        }
        (Data::DateTime(time), Cell::Date(PartialDate::Day(day))) => {
            let (year, month, date, ..) = time.to_ymd_hms_milli();
            day.to_string() == format!("{year}-{month:02}-{date:02}")
        }
        (Data::Float(number), Cell::Number(n)) => number.to_string() == n.to_string(),
        (Data::Float(number), Cell::Money(_)) => format!("{number:.2}") == cell.shown(),
        (Data::Float(number), Cell::Share(share)) => (number - share).abs() < 1e-12,
        _ => false,
    }
}

#[test]
fn every_cell_is_there_in_its_type() {
    for document in [samples::list(40), samples::card(&["王建国", "孙䶮"]), samples::sheet(&["王建国", "钱𬭎"])]
    {
        let sheets = ranges(&made(&[&document]));
        assert_eq!(sheets.len(), 1, "{}: one sheet, however many subjects", document.title);
        let found: Vec<&Data> = sheets[0].1.cells().map(|(_, _, data)| data).collect();
        let tables = document.tables().flat_map(|t| t.rows.iter().chain(&t.totals).map(move |r| (t, r)));
        let cells = tables.flat_map(|(t, r)| t.columns.iter().zip(&r.cells).map(|(c, v)| (v, c.format)));
        let fields = document
            .subjects
            .iter()
            .flat_map(|s| &s.parts)
            .filter_map(|p| if let Part::Grid(g) = p { Some(g) } else { None });
        let fields = fields.flat_map(|g| &g.rows).flat_map(|r| &r.fields).map(|f| (&f.value, Format::Date));
        let lost: Vec<String> = cells
            .chain(fields)
            .filter(|(cell, format)| **cell != Cell::Empty && !found.iter().any(|data| is_same(data, cell, *format)))
            .map(|(cell, format)| cell.shown_as(format))
            .collect();
        assert_eq!(lost, Vec::<String>::new(), "{}: numbers, dates and texts as such", document.title);
        for line in document.subjects.iter().flat_map(|s| s.head.iter().chain(&s.signature)) {
            assert!(found.contains(&&Data::String(line.clone())), "{line}");
        }
    }
}

#[test]
fn a_list_is_ready_to_be_read_and_printed() {
    let book = made(&[&samples::list(3)]);
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    for setting in [
        "ySplit=\"4\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "&amp;C第 &amp;P 页 共 &amp;N 页",
        "numberStoredAsText=\"1\"",
        "<mergeCell ref=\"A1:N1\"/>",
        "<mergeCell ref=\"E3:H3\"/>",
        "<mergeCell ref=\"A3:A4\"/>",
    ] {
        assert!(sheet.contains(setting), "{setting}");
    }
    assert!(part(&book, "xl/workbook.xml").contains("$3:$4"), "the header is repeated on each page");
    let rows = sheet.matches("<row ").count();
    assert_eq!(
        sheet.matches("customHeight=\"1\"").count(),
        rows,
        "each row has a height, for readers that do not fit it"
    );
}

#[test]
fn each_card_begins_a_page() {
    let sheet = part(&made(&[&samples::card(&["王建国", "孙䶮", "赵㛃"])]), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<rowBreaks count=\"2\" manualBreakCount=\"2\">"), "two breaks between three cards");
}

#[test]
fn several_documents_have_a_sheet_each() {
    let documents = [samples::list(1), samples::list(1), samples::sheet(&["王建国"])];
    let names: Vec<String> = ranges(&made(&documents.iter().collect::<Vec<_>>())).into_iter().map(|s| s.0).collect();
    let expected =
        ["04 人大代表接待群众来访(信)登记表", "04 人大代表接待群众来访(信)登记表 (2)", "08 人大代表履职情况登记表"];
    assert_eq!(names, expected, "named after the document, none twice");
}

#[test]
fn text_is_never_cut() {
    let mut document = samples::list(2);
    let Some(Part::Table(table)) = document.subjects[0].parts.first_mut() else { panic!("form 4 is one table") };
    table.rows[1].cells[9] = Cell::text("问".repeat(32_768));
    let refused = workbook(&[&document], made_at(), &mut |_, _| Ok(()));
    let Err(ReportError::TooLong(place)) = refused else { panic!("Excel would cut the text: {refused:?}") };
    assert_eq!(place, "《人大代表接待群众来访（信）登记表》第 6 行“反映的主要问题”", "the clerk finds the cell");
}

#[test]
fn work_can_be_stopped() {
    let mut count = 0;
    let stopped = workbook(&[&samples::list(30)], made_at(), &mut |_, _| {
        count += 1;
        if count == 9 { Err(Cancelled) } else { Ok(()) }
    });
    assert_eq!(stopped, Err(ReportError::Cancelled), "between two rows");
}

#[test]
fn plain_tables_are_read_by_excel() {
    let file = csv(&samples::sheet(&["王建国", "钱𬭎"])).unwrap();
    let text = String::from_utf8(file).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines[0], "\u{FEFF}人大代表履职情况登记表", "the mark tells Excel that it is UTF-8");
    assert_eq!(lines[4], "日期,履职类别,履职内容摘要,出勤,天数", "headings stand over their columns");
    assert_eq!(
        lines.iter().filter(|l| l.is_empty()).count(),
        2,
        "an empty line between subjects, and the last line's end"
    );
    assert!(text.contains("姓名,钱𬭎,层级,镇"), "labels stand before their values");
}
