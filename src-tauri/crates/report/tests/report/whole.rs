//! What must not be cut or parted on paper: long texts, numbers, totals and signatures; and whose a page is.

use station_report::{Frame, Page, pages};
use station_table::{Cell, Document, Orientation, Paper, Part, Table};

use crate::book::part;
use crate::{boards, book, paper, samples};

fn table(document: &mut Document) -> &mut Table {
    let tables = document.subjects.iter_mut().flat_map(|s| &mut s.parts);
    let mut tables = tables.filter_map(|p| if let Part::Table(table) = p { Some(table) } else { None });
    tables.next().expect("the sample has a table")
}

/// Form 4 whose second of three rows has a matter of so many characters.
fn long(characters: usize) -> Document {
    let mut document = samples::list(3);
    table(&mut document).rows[1].cells[9] = Cell::text("问".repeat(characters));
    document
}

/// Form 8 with so many times the deeds of the sample.
fn busy(times: usize) -> Document {
    let mut document = samples::sheet(&["王建国"]);
    let deeds = table(&mut document);
    deeds.rows = vec![deeds.rows.clone(); times].concat();
    document
}

fn texts(page: &Page) -> Vec<(f32, &str)> {
    let texts = page.frames.iter().filter_map(|f| match f {
        Frame::Text { y, text, .. } => Some((*y, text.as_str())),
        _ => None,
    });
    texts.collect()
}

fn says(page: &Page, words: &str) -> bool {
    texts(page).iter().any(|(_, text)| *text == words)
}

/// Numbers after a mark of a workbook's sheet.
fn numbers(sheet: &str, mark: &str) -> Vec<f64> {
    after(sheet, mark).map(|text| text.parse().unwrap()).collect()
}

/// Rows or columns after a mark.
fn places(sheet: &str, mark: &str) -> Vec<usize> {
    after(sheet, mark).map(|text| text.parse().unwrap()).collect()
}

fn after<'a>(sheet: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    sheet.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap())
}

#[test]
fn a_long_text_is_whole_in_a_workbook() {
    let cases = [
        (300, 0, "it fits as it is"),
        (570, 0, "its column is wider"),
        (900, 0, "and its print smaller"),
        (3000, 1, "its cells are several rows of the sheet high"),
    ];
    let merged = |sheet: &str| sheet.matches("<mergeCell ref=\"J").count();
    let (mut widths, usual) = (Vec::new(), merged(&part(&book::made(&[&long(9)]), "xl/worksheets/sheet1.xml")));
    for (characters, more, how) in cases {
        let sheet = part(&book::made(&[&long(characters)]), "xl/worksheets/sheet1.xml");
        let heights = numbers(&sheet, " ht=\"");
        assert!(heights.iter().all(|height| *height <= 409.5), "{characters}: as high as Excel knows: {heights:?}");
        assert_eq!(merged(&sheet), usual + more, "{characters}: {how}");
        widths.push(numbers(&sheet, " width=\"")[9]);
    }
    assert!(widths[0] < widths[1] && widths[1] <= widths[2], "longer texts have more of the width: {widths:?}");
}

#[test]
fn a_number_has_the_width_that_it_needs() {
    let mut document = samples::list(12);
    let table = table(&mut document);
    table.columns[0].width = 17.0;
    table.columns[5].width = 6.0;
    table.totals[0].cells[5] = Cell::Number(1036);
    let pages = pages(&document).unwrap();
    for number in ["JD-2026-0001", "JD-2026-0012", "1036"] {
        assert!(pages.iter().any(|page| says(page, number)), "{number} is on one line: {:?}", texts(&pages[0]));
    }
}

#[test]
fn a_page_that_goes_on_says_whose_it_is() {
    let list = "人大代表接待群众来访（信）登记表　填报单位：柳河镇人大代表联络站　2026年第一季度　填报日期：2026年4月2日（续）";
    let cases = [
        (busy(10), "人大代表履职情况登记表　王建国（续）"),
        (samples::list(30), list),
        (boards::bound(busy(10), station_table::Binding::Left), "人大代表履职情况登记表　王建国（续）"),
    ];
    for (document, words) in cases {
        let pages = pages(&document).unwrap();
        let said: Vec<bool> = pages.iter().map(|page| says(page, words)).collect();
        assert!(said.len() > 1 && !said[0], "{}: the first has its title", document.name);
        assert!(said[1..].iter().all(|said| *said), "{}: each other says {words}: {said:?}", document.name);
    }
    let board = pages(&boards::board(60, 5, Orientation::Portrait, Paper::A4)).unwrap();
    let marked = board.iter().flat_map(texts).any(|(_, text)| text.ends_with("（续）"));
    assert!(board.len() > 1 && !marked, "each page of a board has the title itself");
}

#[test]
fn totals_stand_under_a_row() {
    // A last row that fills a page, and one that no page holds.
    let mut document = samples::list(1);
    for characters in (300..1500).step_by(50) {
        table(&mut document).rows[0].cells[9] = Cell::text("问".repeat(characters));
        let pages = pages(&document).unwrap();
        let last = texts(pages.last().unwrap());
        assert!(last.iter().any(|(_, text)| text.starts_with('问')), "{characters}: some of the row stands over them");
    }
}

#[test]
fn totals_of_a_workbook_stand_under_a_row() {
    // Of lists of many lengths, some would end a page with their last row.
    let kept = (8..40).filter(|&rows| {
        let sheet = part(&book::made(&[&samples::list(rows)]), "xl/worksheets/sheet1.xml");
        let breaks = numbers(&sheet, "<brk id=\"");
        let before_last = f64::from(u32::try_from(rows).unwrap() + 3);
        assert!(breaks.iter().all(|at| (at - before_last).abs() < 0.5), "{rows} rows: no other break: {breaks:?}");
        !breaks.is_empty()
    });
    assert!((1..12).contains(&kept.count()), "now and then the last row goes over with its totals");
}

/// Form 4 with so many receptions, and a second table under it whose edges fall into the columns of the first.
fn with_sums(rows: usize, sums: usize) -> Document {
    let mut document = samples::list(rows);
    let mut under = table(&mut document).clone();
    under.columns.truncate(5);
    under.columns.iter_mut().zip([20.5, 40.5, 29.0, 40.0, 70.0]).for_each(|(column, width)| column.width = width);
    under.rows.truncate(sums);
    document.subjects[0].parts.push(Part::Table(Table { caption: Some("合计情况".to_owned()), ..under }));
    document
}

/// The rows that each page of a workbook begins with its heading, and where pages are asked for.
fn heading_and_breaks(document: &Document) -> (Option<String>, Vec<usize>) {
    let book = book::made(&[document]);
    let names = part(&book, "xl/workbook.xml");
    let repeated = names.split("!$").nth(1).map(|rest| rest.split('<').next().unwrap().to_owned());
    (repeated, places(&part(&book, "xl/worksheets/sheet1.xml"), "<brk id=\""))
}

#[test]
fn the_heading_of_the_long_list_is_repeated_and_stands_over_none_of_the_sums() {
    for rows in [3, 40] {
        let (heading, _) = heading_and_breaks(&with_sums(rows, 2));
        assert_eq!(heading.as_deref(), Some("3:$4"), "{rows} rows: not that of the sums under them");
    }
    for rows in 20..40 {
        let (_, breaks) = heading_and_breaks(&with_sums(rows, 7));
        assert_eq!(breaks, [rows + 3], "{rows} rows: the last goes over with the sums, under the heading");
    }
    let mut last = with_sums(40, 2);
    last.subjects[0].parts.swap(0, 1);
    assert_eq!(heading_and_breaks(&last).0.as_deref(), Some("9:$10"), "of the long list, wherever it stands");
    let two = with_sums(40, 39);
    assert_eq!(heading_and_breaks(&two).0, None, "two long lists: the heading of one would stand over the other");
}

#[test]
fn only_a_heading_at_the_top_stays_in_sight() {
    let mut document = with_sums(40, 2);
    let frozen =
        |document: &Document| places(&part(&book::made(&[document]), "xl/worksheets/sheet1.xml"), " ySplit=\"");
    assert_eq!(frozen(&document), [4], "under the heading of the list");
    document.subjects[0].parts.swap(0, 1);
    assert_eq!(frozen(&document), [0; 0], "half of the window would never move");
}

#[test]
fn a_date_is_never_shown_as_hashes() {
    let mut sheet = samples::sheet(&["王建国"]);
    table(&mut sheet).columns[0].width = 5.0;
    let mut list = with_sums(3, 2);
    let columns = &mut table(&mut list).columns;
    columns[1].width = 6.0;
    columns[12].format = columns[1].format;
    for document in [list, sheet] {
        let sheet = part(&book::made(&[&document]), "xl/worksheets/sheet1.xml");
        for (cell, width) in widths_of_dates(&sheet) {
            assert!(width >= 10.7, "{}: {cell} has room for ten digits: {width}", document.title);
        }
    }
}

/// Cells with a whole date, and how many characters wide each is with the columns that it covers.
fn widths_of_dates(sheet: &str) -> Vec<(String, f64)> {
    let columns = places(sheet, "<col min=\"").into_iter().zip(places(sheet, " max=\""));
    let widths: Vec<f64> = columns
        .zip(numbers(sheet, " width=\""))
        .flat_map(|((first, last), width)| vec![width; 1 + last - first])
        .collect();
    let at = |cell: &str| usize::from(cell.as_bytes()[0] - b'A');
    let merged: Vec<(&str, &str)> =
        sheet.split("<mergeCell ref=\"").skip(1).filter_map(|rest| rest.split('"').next()?.split_once(':')).collect();
    // Days of 2026 as Excel counts them.
    let days = 46_023..46_388;
    let cells = sheet.split("<c r=\"").skip(1).filter_map(|rest| {
        let value: u32 = rest.split("</c>").next()?.split("<v>").nth(1)?.split('<').next()?.parse().ok()?;
        days.contains(&value).then(|| rest.split('"').next().unwrap().to_owned())
    });
    let found: Vec<_> = cells
        .map(|cell| {
            let last = merged.iter().find(|(first, _)| *first == cell).map_or(at(&cell), |(_, last)| at(last));
            let width = widths[at(&cell)..=last].iter().sum();
            (cell, width)
        })
        .collect();
    assert!(!found.is_empty(), "there are dates");
    found
}

#[test]
fn opinions_of_a_workbook_begin_a_page_together() {
    let sheet = |times| {
        let book = book::made(&[&busy(times)]);
        let breaks = numbers(&part(&book, "xl/worksheets/sheet1.xml"), "<brk id=\"").len();
        (breaks, part(&book, "xl/sharedStrings.xml").contains("人大代表履职情况登记表　王建国（续）"))
    };
    assert_eq!(sheet(1), (0, false), "they fit on the page");
    let parted: Vec<_> = (2..9).map(sheet).filter(|found| *found != (0, false)).collect();
    assert!(!parted.is_empty() && parted.iter().all(|found| found.1), "they begin one with the name: {parted:?}");
}

#[test]
fn head_lines_stand_side_by_side() {
    let head = ["公示单位：清河镇人大代表联络站", "截至：2024年1月5日", "按姓名笔画排序", "联系电话：0355-1234567"];
    let mut document = boards::board(5, 5, Orientation::Portrait, Paper::A4);
    for (count, expected) in [(3, 1), (4, 2)] {
        document.subjects[0].head = head[..count].iter().map(|&line| line.to_owned()).collect();
        let pages = pages(&document).unwrap();
        let mut lines: Vec<f32> = texts(&pages[0]).iter().filter(|(_, t)| head.contains(t)).map(|(y, _)| *y).collect();
        assert_eq!(lines.len(), count, "each of them is there");
        lines.dedup();
        assert_eq!(lines.len(), expected, "{count} in so many lines");
    }
    let book = book::made(&[&document]);
    let merged = |cells| part(&book, "xl/worksheets/sheet1.xml").contains(cells);
    assert!(merged("<mergeCell ref=\"A2:") && merged("<mergeCell ref=\"A3:"), "two and two in the workbook");
    assert!(!merged("<mergeCell ref=\"A4:"), "and the cards under them");
    assert!(paper::text_of(&paper::made(&[&document])).contains("0355-1234567"), "and on paper");
}

/// `REPORT_SAMPLES=folder cargo test` leaves the samples there to be looked at.
#[test]
fn long_texts_are_left_for_looking_at() {
    let Some(folder) = std::env::var_os("REPORT_SAMPLES") else { return };
    let sentence = |n: usize| format!("第{n:02}段代表们先后视察了机井和管道；");
    let sentences = |count: usize| (1..=count).map(sentence).collect::<Vec<_>>().concat();
    let with = |count: usize| {
        let mut document = samples::list(6);
        table(&mut document).rows[2].cells[10] = Cell::text(sentences(count));
        document
    };
    let documents = [("long30", with(30)), ("long80", with(80)), ("long300", with(300)), ("busy", busy(6))];
    for (name, document) in documents {
        let path = |ending| std::path::Path::new(&folder).join(format!("{name}.{ending}"));
        std::fs::write(path("pdf"), paper::made(&[&document]).bytes).unwrap();
        std::fs::write(path("xlsx"), book::made(&[&document])).unwrap();
    }
}
