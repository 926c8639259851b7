//! What calamine does not tell of a workbook: hidden columns, and the merged cells of .ods.

use std::io::{Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::Merge;

/// Marks by the name of their sheet.
#[derive(Debug, Default)]
pub struct Marks {
    /// Hidden columns, counted from 0.
    pub hidden: Vec<(String, u32)>,
    /// Merged cells.
    pub merges: Vec<(String, Merge)>,
    /// Whether an OpenDocument file is a spreadsheet, not a text.
    pub is_spreadsheet: bool,
}

/// More than any office's table unpacks to.
const MOST_BYTES: u64 = 256 << 20;
/// Columns of a sheet: a hidden rest of the sheet is not worth listing beyond it.
const MOST_COLUMNS: u32 = 1024;

/// Names of the parts of a zipped workbook; none when the archive cannot be read.
pub fn parts(bytes: &[u8]) -> Option<Vec<String>> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    Some(archive.file_names().map(str::to_owned).collect())
}

fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(name).ok()?.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Hidden columns of an .xlsx; what cannot be read is not known.
pub fn of_xlsx(bytes: &[u8]) -> Marks {
    let mut marks = Marks::default();
    for (name, path) in worksheets(bytes).unwrap_or_default() {
        let columns = part(bytes, &path).map(|xml| hidden_columns(&xml)).unwrap_or_default();
        marks.hidden.extend(columns.into_iter().map(|column| (name.clone(), column)));
    }
    marks
}

/// Name and part of every worksheet.
fn worksheets(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let relations = elements(&part(bytes, "xl/_rels/workbook.xml.rels")?, "Relationship", |e| {
        Some((attribute(e, "Id")?, attribute(e, "Target")?))
    });
    let sheets = elements(&part(bytes, "xl/workbook.xml")?, "sheet", |e| {
        let id = e.attributes().flatten().find(|a| a.key.local_name().as_ref() == "id")?;
        Some((attribute(e, "name")?, value(&id)?))
    });
    let path = |id: &str| {
        let target = relations.iter().find(|(i, _)| i == id).map(|(_, target)| target)?;
        Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
    };
    Some(sheets.into_iter().filter_map(|(name, id)| Some((name, path(&id)?))).collect())
}

fn hidden_columns(xml: &str) -> Vec<u32> {
    // Columns are described before the cells.
    let head = xml.find("<sheetData").map_or(xml, |at| &xml[..at]);
    let ranges = elements(head, "col", |e| {
        let hidden = attribute(e, "hidden").is_some_and(|h| h == "1" || h == "true");
        let (first, last) = (attribute(e, "min")?.parse::<u32>().ok()?, attribute(e, "max")?.parse::<u32>().ok()?);
        hidden.then_some((first.saturating_sub(1), last.min(MOST_COLUMNS)))
    });
    ranges.into_iter().flat_map(|(first, end)| first..end).collect()
}

/// What `take` makes of every element of that local name.
fn elements<T>(xml: &str, name: &str, take: impl Fn(&BytesStart) -> Option<T>) -> Vec<T> {
    let mut found = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(e) | Event::Empty(e)) if e.local_name().as_ref() == name => found.extend(take(&e)),
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

fn attribute(e: &BytesStart, name: &str) -> Option<String> {
    value(&e.try_get_attribute(name).ok()??)
}

fn value(attribute: &Attribute) -> Option<String> {
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Hidden columns and merged cells of an .ods.
pub fn of_ods(bytes: &[u8]) -> Marks {
    let mut walk = Walk::default();
    let Some(xml) = part(bytes, "content.xml") else { return walk.marks };
    let mut reader = Reader::from_str(&xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(e)) => walk.enter(&e),
            Ok(Event::Empty(e)) => {
                walk.enter(&e);
                walk.leave(e.name().as_ref());
            }
            Ok(Event::End(e)) => walk.leave(e.name().as_ref()),
            Ok(Event::Eof) | Err(_) => return walk.marks,
            Ok(_) => {}
        }
    }
}

/// Where a walk through the sheets of an .ods stands.
#[derive(Debug, Default)]
struct Walk {
    marks: Marks,
    sheet: String,
    row: u32,
    /// How often the row under way stands there.
    rows: u32,
    column: u32,
    described: u32,
}

impl Walk {
    fn enter(&mut self, e: &BytesStart) {
        let number = |name: &str| attribute(e, name).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1);
        match e.name().as_ref() {
            "office:spreadsheet" => self.marks.is_spreadsheet = true,
            "table:table" => {
                self.sheet = attribute(e, "table:name").unwrap_or_default();
                (self.row, self.described) = (0, 0);
            }
            "table:table-column" => {
                let end = self.described.saturating_add(number("table:number-columns-repeated"));
                if attribute(e, "table:visibility").is_some_and(|v| v == "collapse" || v == "filter") {
                    let columns = self.described..end.min(MOST_COLUMNS);
                    self.marks.hidden.extend(columns.map(|column| (self.sheet.clone(), column)));
                }
                self.described = end;
            }
            "table:table-row" => (self.column, self.rows) = (0, number("table:number-rows-repeated")),
            "table:table-cell" | "table:covered-table-cell" => {
                let (down, right) = (number("table:number-rows-spanned"), number("table:number-columns-spanned"));
                if down > 1 || right > 1 {
                    let (top, left) = (self.row, self.column);
                    let (bottom, right) = (top.saturating_add(down - 1), left.saturating_add(right - 1));
                    self.marks.merges.push((self.sheet.clone(), Merge { top, left, bottom, right }));
                }
                self.column = self.column.saturating_add(number("table:number-columns-repeated"));
            }
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        if name == "table:table-row" {
            self.row = self.row.saturating_add(self.rows);
        }
    }
}
