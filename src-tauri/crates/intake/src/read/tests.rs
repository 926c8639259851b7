//! Kinds of files, encodings, and what is no table.

use proptest::prelude::*;

use super::{Raw, Sheet, read};
use crate::error::IntakeError;

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/../../../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn words(sheet: &Sheet, row: u32) -> Vec<String> {
    sheet.filled(row).into_iter().map(|(_, words)| words).collect()
}

#[test]
fn every_encoding_of_a_text_gives_the_same_cells() -> Result<(), IntakeError> {
    let files = ["receptions-utf8-bom.csv", "receptions-gb18030.csv", "receptions-utf16.txt"];
    let sheets: Vec<_> = files
        .iter()
        .map(|f| read(f, &fixture(&format!("formats/{f}"))).map(|mut s| s.remove(0).rows))
        .collect::<Result<_, _>>()?;
    assert_eq!(sheets.first().map(Vec::len), Some(51), "title, heading and 49 visits");
    assert!(sheets.iter().all(|s| Some(s) == sheets.first()), "the encoding changes nothing");
    Ok(())
}

#[test]
fn rows_of_a_text_are_counted_as_office_programs_count_them() -> Result<(), IntakeError> {
    for newline in ["\n", "\r\n", "\r"] {
        let text = ["标题", "", "", "姓名,备注", "张三,\"两", "行\"", "", "李四,="].join(newline);
        let sheet = read("a.csv", text.as_bytes())?.remove(0);
        let at = |row: u32| words(&sheet, row).first().cloned().unwrap_or_default();
        assert_eq!([at(0), at(3), at(4), at(6)], ["标题", "姓名", "张三", "李四"], "{newline:?}: blank lines are rows");
    }
    Ok(())
}

#[test]
fn a_number_kept_as_text_by_an_equals_sign_stays_text() -> Result<(), IntakeError> {
    let sheet = read("a.csv", "姓名;证号\n张三;=\"11010519491231002X\"\n".as_bytes())?.remove(0);
    assert_eq!(sheet.cell(1, 1), Some(&Raw::Text("11010519491231002X".to_owned())));
    Ok(())
}

#[test]
fn files_that_are_no_tables_are_refused_with_a_sentence() {
    let garbled = [fixture("samples/duty.xlsx")[..3000].to_vec(), vec![]].concat();
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>".to_vec(), "web_page"),
        ("a.xls", "\u{FEFF}<?xml version=\"1.0\"?><Workbook/>".as_bytes().to_vec(), "web_page"),
        ("a.xlsx", fixture("formats/encrypted.xlsx"), "encrypted"),
        ("a.xlsx", garbled, "damaged"),
        ("a.xls", [&[0xD0, 0xCF, 0x11, 0xE0][..], &[0; 600]].concat(), "damaged"),
        ("a.jpg", vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "no_workbook"),
        ("a.csv", b" \n\n".to_vec(), "empty"),
        ("a.csv", Vec::new(), "empty"),
    ];
    for (file, bytes, code) in cases {
        let Err(error) = read(file, &bytes) else { panic!("{file} should be refused as {code}") };
        assert_eq!(error.code(), code, "{file}");
        assert!(error.to_string().ends_with('。'), "a sentence: {error}");
    }
}

#[test]
fn merges_and_hidden_columns_are_known() -> Result<(), IntakeError> {
    for file in ["groups.xlsx", "groups.ods", "groups.xls"] {
        let sheets = read(file, &fixture(&format!("formats/{file}")))?;
        let Some(sheet) = sheets.iter().find(|s| s.name == "代表名册") else { panic!("{file} has the sheet") };
        assert!(
            sheet.merges.iter().any(|m| (m.top, m.left, m.bottom, m.right) == (3, 0, 5, 0)),
            "{file}: {:?}",
            sheet.merges
        );
        // The old format keeps hidden columns in a record that is not read.
        let hidden: Vec<u32> = if file == "groups.xls" { vec![] } else { vec![7] };
        assert_eq!(sheet.hidden_columns.iter().copied().collect::<Vec<_>>(), hidden, "{file}");
        assert!(sheets.iter().any(|s| s.hidden && s.name == "选项"), "{file}: the hidden sheet");
    }
    Ok(())
}

#[test]
fn characters_of_old_code_pages_come_out_of_the_private_use_area() {
    // GB18030 before 2022 kept these fourteen characters as private-use ones.
    let bytes: [[u8; 2]; 14] = [
        [0xFE, 0x51],
        [0xFE, 0x52],
        [0xFE, 0x53],
        [0xFE, 0x59],
        [0xFE, 0x61],
        [0xFE, 0x66],
        [0xFE, 0x67],
        [0xFE, 0x6C],
        [0xFE, 0x6D],
        [0xFE, 0x76],
        [0xFE, 0x7E],
        [0xFE, 0x90],
        [0xFE, 0x91],
        [0xFE, 0xA0],
    ];
    for pair in bytes {
        let (text, _, bad) = encoding_rs::GB18030.decode(&pair);
        let tidy = crate::values::modernised(&text);
        assert!(!bad && !tidy.chars().any(|c| ('\u{E000}'..='\u{F8FF}').contains(&c)), "{pair:02X?} became {tidy:?}");
    }
}

proptest! {
    #[test]
    fn nothing_panics_on_arbitrary_bytes(head in 0_usize..4, bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let magic: [&[u8]; 4] = [b"", b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], &[0xFF, 0xFE]];
        let whole = [magic[head], &bytes].concat();
        if let Err(error) = read("文件", &whole) {
            prop_assert!(error.to_string().contains("文件"));
        }
    }
}
