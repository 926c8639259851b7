//! What a workbook carries hidden: read back by another reader, and not to be seen in LibreOffice.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use station_table::{Document, FactRef, Part, Trace};

use crate::book::{made, part};
use crate::{paper, samples};

fn plain() -> Document {
    let mut document = samples::list(5);
    let Some(Part::Table(table)) = document.subjects[0].parts.first_mut() else { panic!("form 4 is one table") };
    for (at, row) in table.rows.iter_mut().enumerate() {
        row.fact = Some(FactRef { kind: "visit".to_owned(), id: format!("0190-{at}") });
    }
    document
}

/// What the hidden sheet says of the register.
const SAYS: [(&str, &str); 5] =
    [("register", "04-reception"), ("from", "2026-01-01"), ("to", "2026-03-31"), ("set", "ten"), ("campaign", "")];

fn traced() -> Document {
    let [register, from, to, set, campaign] = SAYS.map(|(_, value)| value.to_owned());
    Document { trace: Some(Trace { register, from, to, set, campaign }), ..plain() }
}

fn strings(rows: &calamine::Range<Data>) -> Vec<Vec<String>> {
    rows.rows().map(|r| r.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn each_row_says_which_fact_it_is() {
    let document = traced();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(made(&[&document]))).unwrap();
    let sheet = strings(&book.worksheet_range(&document.name).unwrap());
    let last: Vec<&str> = sheet.iter().filter_map(|r| r.get(14).map(String::as_str)).collect();
    let expected = [
        "",
        "",
        Trace::HEADING,
        "",
        "visit:0190-0",
        "visit:0190-1",
        "visit:0190-2",
        "visit:0190-3",
        "visit:0190-4",
        "",
        "",
        "",
    ];
    assert_eq!(last, expected, "beside the header, and a fact for each row; none for totals");
    let says = strings(&book.worksheet_range(Trace::SHEET).unwrap());
    let register: Vec<[&str; 2]> = says[..5].iter().map(|r| [0, 1].map(|at| r[at].as_str())).collect();
    assert_eq!(register, SAYS.map(|(word, value)| [word, value]), "which register, of what set, from when to when");
    let columns: Vec<[&str; 3]> = says[6..].iter().map(|r| [0, 1, 2].map(|at| r[at].as_str())).collect();
    assert_eq!(columns.len(), 14, "every column of the register");
    assert_eq!(columns[0], [document.name.as_str(), "A", "number"], "sheet, letter and key");
    assert_eq!(columns[9], [document.name.as_str(), "J", "words"], "sheet, letter and key");
}

#[test]
fn what_is_hidden_stays_hidden() {
    let book = made(&[&traced()]);
    let visible: Vec<SheetVisible> = Xlsx::new(Cursor::new(book.clone()))
        .map(|b: Xlsx<_>| b.sheets_metadata().iter().map(|s| s.visible).collect())
        .unwrap();
    assert_eq!(visible, [SheetVisible::Visible, SheetVisible::VeryHidden], "Excel does not even offer to show it");
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    let column = sheet.split("<col ").find(|c| c.starts_with("min=\"15\" max=\"15\""));
    assert!(column.is_some_and(|c| c.contains("hidden=\"1\"")), "the column right of the table: {column:?}");
    assert!(part(&book, "xl/workbook.xml").contains("!$A$1:$N$12</definedName>"), "outside of what is printed");
    let without = made(&[&plain()]);
    assert!(
        !part(&without, "xl/worksheets/sheet1.xml").contains("hidden"),
        "nothing is hidden where nobody asks for it"
    );
    assert!(!part(&without, "xl/workbook.xml").contains(Trace::SHEET), "nor is there another sheet");
}

#[test]
fn a_second_traced_register_has_its_own_sheet() {
    let (one, other) = (traced(), Document { name: Trace::SHEET.to_owned(), ..traced() });
    let book: Xlsx<_> = Xlsx::new(Cursor::new(made(&[&one, &other]))).unwrap();
    let expected = [one.name.as_str(), "台账数据 (3)", "台账数据", "台账数据 (2)"];
    assert_eq!(book.sheet_names(), expected, "no register takes the name of the hidden sheet");
}

/// What LibreOffice prints of a workbook, as text; page by page.
fn printed(book: &[u8], folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, book).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let office = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([folder, &path])
        .output()
        .expect("package libreoffice-calc-nogui");
    assert!(office.status.success(), "{}", String::from_utf8_lossy(&office.stderr));
    let pdf = std::fs::read(path.with_extension("pdf")).unwrap();
    paper::said_by("pdftotext", &["-layout", "-enc", "UTF-8"], &pdf, &["-"])
}

#[test]
fn what_is_hidden_is_not_printed() {
    let folder = tempfile::tempdir().unwrap();
    let with = printed(&made(&[&traced()]), folder.path(), "with.xlsx");
    let without = printed(&made(&[&plain()]), folder.path(), "without.xlsx");
    assert!(with.contains("JD-2026-0005"), "the rows are printed: {with}");
    assert_eq!(with, without, "the page is the same as without it");
}
