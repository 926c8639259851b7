//! PDF files as poppler and qpdf see them (packages `poppler-utils` and `qpdf`).

use std::path::Path;
use std::process::Command;

use station_report::{Cancelled, Fonts, Pdf, ReportError, pdf};
use station_table::{Cell, Document, Orientation, Paper, Part};

use crate::{boards, made_at, samples};

pub fn made(documents: &[&Document]) -> Pdf {
    pdf(documents, &Fonts::bundled(), made_at(), &mut |_, _| Ok(())).unwrap()
}

/// What a program says of a file; its options stand before the file's name.
pub fn said_by(program: &str, options: &[&str], file: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, file).unwrap();
    let output = Command::new(program).args(options).arg(&path).args(after).output();
    let output = output.unwrap_or_else(|e| panic!("{program} is needed for this test: {e}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn text_of(pdf: &Pdf) -> String {
    said_by("pdftotext", &["-raw", "-enc", "UTF-8"], &pdf.bytes, &["-"])
}

pub fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_cell_can_be_read_out_of_the_paper() {
    for document in [samples::list(40), samples::card(&["王建国", "孙䶮"]), samples::sheet(&["王建国", "钱𬭎"])]
    {
        let pdf = made(&[&document]);
        let text = dense(&text_of(&pdf));
        let lost: Vec<String> = document.shown().into_iter().filter(|cell| !text.contains(&dense(cell))).collect();
        assert_eq!(lost, Vec::<String>::new(), "{}: each cell is one piece of text", document.title);
        assert_eq!(pdf.missing, [], "all characters have a font");
        said_by("qpdf", &["--check"], &pdf.bytes, &[]);
    }
}

#[test]
fn fonts_are_embedded_as_subsets() {
    let fonts = said_by("pdffonts", &[], &made(&[&samples::card(&["孙䶮"])]).bytes, &[]);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(fonts.len() >= 4, "仿宋, 宋, 黑 and 小标宋: {fonts:?}");
    for font in fonts {
        assert!(font.contains("yes yes yes"), "embedded, subset, with its characters: {font}");
    }
}

#[test]
fn a_long_list_has_its_header_first_on_each_page() {
    let document = samples::list(300);
    let pdf = made(&[&document]);
    assert!(pdf.pages > 30, "300 receptions fill many pages, not {}", pdf.pages);
    let text = text_of(&pdf);
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert_eq!(pages.len(), pdf.pages, "as many pages as are said");
    for (at, page) in (1..).zip(&pages) {
        let page = dense(page);
        assert!(page.contains(&format!("第{at}页共{}页", pdf.pages)), "page {at} has its number");
        let start = if at == 1 { page.find("登记编号").unwrap_or(0) } else { 0 };
        let header = "登记编号接待日期来访形式接待代表来访人";
        assert!(
            page[start..].starts_with(header),
            "page {at} begins with the header: {}",
            page.chars().take(30).collect::<String>()
        );
        let numbers = page.matches("JD-2026-").count();
        assert!(at == pdf.pages || numbers > 3, "page {at} is filled: {numbers} rows");
    }
    let last = dense(pages[pages.len() - 1]);
    assert!(last.contains("合计300批750"), "totals stand under the last row");
    assert!(last.find("填报人：") > last.find("合计"), "signatures stand under the totals");
}

#[test]
fn a_row_that_no_page_can_hold_runs_over_several() {
    let mut document = samples::list(3);
    let Some(Part::Table(table)) = document.subjects[0].parts.first_mut() else { panic!("form 4 is one table") };
    let sentences: Vec<String> = (1..=400).map(|n| format!("第{n}条意见请协调解决。")).collect();
    table.rows[1].cells[9] = Cell::text(sentences.concat());
    let pdf = made(&[&document]);
    assert!(pdf.pages > 3, "the text needs several pages, not {}", pdf.pages);
    let text = dense(&text_of(&pdf));
    let lost: Vec<&String> = sentences.iter().filter(|s| !text.contains(&s[..s.len() - 15])).collect();
    assert!(lost.len() < pdf.pages, "a sentence may be parted by a page's end, none is lost: {lost:?}");
    assert!(text.contains("第400条") && text.contains("JD-2026-0003"), "the end and the next row are there");
}

#[test]
fn what_is_empty_still_has_a_page() {
    let empty = Document { subjects: Vec::new(), ..samples::card(&[]) };
    let board = boards::board(0, 5, Orientation::Portrait, Paper::A4);
    for document in [empty, samples::list(0), board] {
        let text = dense(&text_of(&made(&[&document])));
        assert!(text.contains(&document.title), "the title is there");
        assert!(document.tables().count() > 0 || text.contains("（无记录）"), "and that there is nothing: {text}");
    }
}

#[test]
fn rare_characters_are_drawn_and_unknown_ones_named() {
    let mut document = samples::sheet(&["王建国"]);
    let rare = "钱𬭎、孙䶮、赵㛃、周𫖯、𬱖、𪚥、𠀣、☑是□否①㎡·‰";
    document.subjects[0].parts.push(Part::Line { text: rare.to_owned() });
    let unknown = "李\u{10FFFD}某";
    document.subjects[0].parts.push(Part::Line { text: unknown.to_owned() });
    let pdf = made(&[&document]);
    let text = dense(&text_of(&pdf));
    assert!(text.contains(rare), "each comes out as it went in: {text}");
    assert!(text.contains("李〓U+10FFFD某"), "what no font has is named on paper");
    assert_eq!(pdf.missing, [('\u{10FFFD}', unknown.to_owned())], "and for the clerk");
}

#[test]
fn two_characters_of_one_glyph_are_told_apart() {
    // Fonts draw the Kangxi radical ⼀ and the character 一 with the same glyph.
    let mut document = samples::sheet(&["王建国"]);
    let alike = "一⼀丨⼁·‧—―";
    document.subjects[0].parts.push(Part::Line { text: alike.to_owned() });
    assert!(dense(&text_of(&made(&[&document]))).contains(alike), "copied text is the text that was written");
}

#[test]
fn properties_are_the_documents_own() {
    let documents = [samples::card(&["王建国", "李秀英"]), samples::list(2)];
    let pdf = made(&[&documents[0], &documents[1]]);
    let info = said_by("pdfinfo", &[], &pdf.bytes, &[]);
    for line in ["人大代表个人信息登记表、人大代表接待群众来访（信）登记表", "PDF version:     1.7"]
    {
        assert!(info.contains(line), "{line} in {info}");
    }
    let plain = said_by("qpdf", &["--qdf", "--object-streams=disable"], &pdf.bytes, &["-"]);
    for entry in ["/Lang (zh-CN)", "/CreationDate (D:20260402093000+08'00')", "/PageMode /UseOutlines"] {
        assert!(plain.contains(entry), "{entry}");
    }
    assert!(!plain.contains("GTS_PDFX"), "nothing is claimed that does not hold");
    assert_eq!(made(&[&documents[0], &documents[1]]).bytes, pdf.bytes, "the same document is the same file");
}

#[test]
fn work_can_be_stopped_at_any_step() {
    let document = samples::list(30);
    let mut calls = Vec::new();
    pdf(&[&document], &Fonts::bundled(), made_at(), &mut |done, total| {
        calls.push((done, total));
        Ok(())
    })
    .unwrap();
    assert_eq!(calls.last().map(|(done, total)| done == total), Some(true), "it ends with all done");
    assert!(calls.windows(2).all(|w| w[0].0 <= w[1].0), "and never goes back: {calls:?}");
    for stop in [1, 20, calls.len()] {
        let mut count = 0;
        let stopped = pdf(&[&document], &Fonts::bundled(), made_at(), &mut |_, _| {
            count += 1;
            if count == stop { Err(Cancelled) } else { Ok(()) }
        });
        assert_eq!(stopped, Err(ReportError::Cancelled), "stopped at step {stop}");
    }
}

/// `REPORT_SAMPLES=folder cargo test` leaves the samples there to be looked at.
#[test]
fn samples_are_left_for_looking_at() {
    let Some(folder) = std::env::var_os("REPORT_SAMPLES") else { return };
    for document in [samples::list(60), samples::card(&["王建国", "孙䶮"]), samples::sheet(&["王建国"])] {
        let path = |ending| Path::new(&folder).join(format!("{}.{ending}", document.name));
        std::fs::write(path("pdf"), made(&[&document]).bytes).unwrap();
        let book = station_report::workbook(&[&document], made_at(), &mut |_, _| Ok(())).unwrap();
        std::fs::write(path("xlsx"), book).unwrap();
        std::fs::write(path("csv"), station_report::csv(&document).unwrap()).unwrap();
    }
}
