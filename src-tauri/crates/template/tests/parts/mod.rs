//! Two workbooks compared part by part: every element with its attributes in any order, every cell with what it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// What was to be done to a sheet.
pub struct Meant {
    /// Its part.
    pub part: &'static str,
    /// First of the rows that were put in, and how many: left out here, those below are counted back.
    pub added: (u32, u32),
    /// Whether the value of a cell was to change, by column and row in the empty workbook.
    pub cell: fn(&str, u32) -> bool,
}

/// No rows were put in.
const NOTHING: (u32, u32) = (u32::MAX, 0);

/// An element as it is compared.
pub struct Part {
    pub name: String,
    /// In the order of their names.
    pub attributes: BTreeMap<String, String>,
    /// Its own text as it is escaped, comments with it.
    pub text: String,
    pub inner: Vec<Part>,
}

/// The parts of a package by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().to_owned(), bytes);
    }
    parts
}

/// What differs, line by line: `- part: what was`, `+ part: what is`. Of a cell that was to change only the style counts.
pub fn differences(empty: &[u8], filled: &[u8], meant: &Meant) -> Vec<String> {
    let (empty, filled) = (parts(empty), parts(filled));
    let names: BTreeSet<&String> = empty.keys().chain(filled.keys()).collect();
    let mut told = Vec::new();
    for name in names {
        match (empty.get(name), filled.get(name)) {
            (Some(old), Some(new)) if old == new => {}
            (Some(old), Some(new)) => {
                let of_sheet = name == meant.part;
                let added = if of_sheet { meant.added } else { NOTHING };
                let changed = |column: &str, row| of_sheet && (meant.cell)(column, row);
                let old = lines(&read(old), NOTHING, &changed);
                let new = lines(&read(new), added, &changed);
                told.extend(left_over(&old, &new).into_iter().map(|line| format!("- {name}: {line}")));
                told.extend(left_over(&new, &old).into_iter().map(|line| format!("+ {name}: {line}")));
            }
            (Some(_), None) => told.push(format!("- {name}")),
            (None, _) => told.push(format!("+ {name}")),
        }
    }
    told
}

/// Reads a part.
pub fn read(part: &[u8]) -> Part {
    let mut reader = Reader::from_str(std::str::from_utf8(part).unwrap());
    let mut open =
        vec![Part { name: String::new(), attributes: BTreeMap::new(), text: String::new(), inner: Vec::new() }];
    loop {
        let event = reader.read_event().unwrap();
        let top = open.last_mut().unwrap();
        match event {
            Event::Start(e) => open.push(element(&e)),
            Event::Empty(e) => top.inner.push(element(&e)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().inner.push(done);
            }
            Event::Text(text) | Event::Comment(text) => top.text.push_str(&text),
            Event::GeneralRef(name) => top.text.extend(["&", &*name, ";"]),
            Event::Eof => return open.pop().unwrap().inner.pop().unwrap(),
            _ => {}
        }
    }
}

fn element(e: &BytesStart) -> Part {
    let attributes = e.attributes().map(Result::unwrap).map(|a| (a.key.as_ref().to_owned(), a.value.to_string()));
    Part {
        name: e.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        text: String::new(),
        inner: Vec::new(),
    }
}

/// Column (none for a row) and row of a cell in the empty workbook; row 0 for one that was put in.
fn place(part: &Part, (first, count): (u32, u32)) -> Option<(String, u32)> {
    let name = part.attributes.get("r").filter(|_| matches!(part.name.as_str(), "row" | "c"))?;
    let column = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let row: u32 = name[column.len()..].parse().unwrap();
    let back = match row {
        _ if row < first => row,
        _ if row < first + count => 0,
        _ => row - count,
    };
    Some((column.to_owned(), back))
}

/// Each element as a line, a cell in one line with all that it holds.
fn lines(part: &Part, added: (u32, u32), changed: &dyn Fn(&str, u32) -> bool) -> Vec<String> {
    match place(part, added) {
        Some((_, 0)) => Vec::new(),
        Some((column, row)) if part.name == "c" => {
            let changed = changed(&column, row);
            let kept = |name: &str| name != "r" && !(changed && name == "t");
            let holds = if changed { String::new() } else { part.inner.iter().map(whole).collect() };
            vec![format!("{column}{row} {}{holds}", said(part, kept)).trim_end().to_owned()]
        }
        at => {
            let row = at.map(|(_, row)| format!(" {row}")).unwrap_or_default();
            let own = format!("{}{row} {}{}", part.name, said(part, |name| row.is_empty() || name != "r"), part.text);
            let inner = part.inner.iter().flat_map(|inner| lines(inner, added, changed));
            [own.trim_end().to_owned()].into_iter().chain(inner).collect()
        }
    }
}

/// How a row looks: its height and the styles of its cells.
pub fn look(sheet: &Part, row: u32) -> String {
    let data = sheet.inner.iter().find(|part| part.name == "sheetData").unwrap();
    let row = data.inner.iter().find(|part| part.attributes["r"] == row.to_string()).unwrap();
    let styles = row.inner.iter().map(|cell| cell.attributes.get("s").cloned().unwrap_or_default());
    said(row, |name| name != "r") + &styles.collect::<Vec<_>>().join(" ")
}

/// An element in one line.
fn whole(part: &Part) -> String {
    let inner: String = part.inner.iter().map(whole).collect();
    format!("<{} {}>{}{inner}", part.name, said(part, |_| true), part.text)
}

fn said(part: &Part, kept: impl Fn(&str) -> bool) -> String {
    let attributes = part.attributes.iter().filter(|(name, _)| kept(name));
    attributes.flat_map(|(name, value)| [name, "=\"", value, "\" "]).collect()
}

/// Lines of the one that the other has not, or not as often, in their order.
fn left_over(of: &[String], other: &[String]) -> Vec<String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for line in other {
        *counts.entry(line).or_default() += 1;
    }
    let mut over = of.to_vec();
    over.retain(|line| match counts.get_mut(line) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    over
}

/// The package with a text of one part exchanged.
pub fn exchanged(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, mut content) in parts(bytes) {
        if name == part {
            let text = String::from_utf8(content).unwrap();
            assert!(text.contains(from), "{part} holds {from}");
            content = text.replace(from, to).into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, &content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
