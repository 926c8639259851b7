//! Workbooks (.xlsx, .xlsb, .xls, .et, .ods) through calamine.

use std::io::Cursor;

use calamine::{
    Data, Dimensions, NumberFormat, Ods, OdsError, Range, Reader, SheetVisible, StyleRange, Xls, XlsError, Xlsb, Xlsx,
    XlsxError,
};
use chrono::Datelike;

use super::marks::{self, Marks};
use super::{Merge, Raw, Sheet, day_of};
use crate::error::IntakeError;

type Bytes<'a> = Cursor<&'a [u8]>;

/// All sheets of a workbook.
pub fn sheets(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, IntakeError> {
    let damaged = || IntakeError::Damaged { file: file.to_owned() };
    if !bytes.starts_with(b"PK") {
        return old(file, bytes);
    }
    let names = marks::parts(bytes).ok_or_else(damaged)?;
    let has = |part: &str| names.iter().any(|n| n == part);
    if has("xl/workbook.bin") {
        let book: Xlsb<Bytes> = Xlsb::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        collect(book, |_, _| {}, &Marks::default()).ok_or_else(damaged)
    } else if names.iter().any(|n| n.starts_with("xl/")) {
        new(file, bytes)
    } else if has("content.xml") {
        open_document(file, bytes)
    } else {
        Err(IntakeError::NoWorkbook { file: file.to_owned() })
    }
}

fn new(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, IntakeError> {
    let damaged = || IntakeError::Damaged { file: file.to_owned() };
    let book: Xlsx<Bytes> = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let finish = |book: &mut Xlsx<Bytes>, sheet: &mut Sheet| {
        let merges = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        sheet.merges.extend(merges.iter().map(merge));
        if sheet.rows.iter().flatten().flatten().any(is_first_of_month) {
            let styles = book.worksheet_style(&sheet.name).unwrap_or_else(|_| StyleRange::empty());
            note_months(sheet, &styles);
        }
    };
    collect(book, finish, &marks::of_xlsx(bytes)).ok_or_else(damaged)
}

fn open_document(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, IntakeError> {
    let book: Ods<Bytes> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => IntakeError::Encrypted { file: file.to_owned() },
        _ => IntakeError::Damaged { file: file.to_owned() },
    })?;
    let marks = marks::of_ods(bytes);
    if !marks.is_spreadsheet {
        return Err(IntakeError::NoWorkbook { file: file.to_owned() });
    }
    collect(book, |_, _| {}, &marks).ok_or_else(|| IntakeError::Damaged { file: file.to_owned() })
}

/// A compound file: an old workbook, or a new one under a password.
fn old(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, IntakeError> {
    let encrypted = || IntakeError::Encrypted { file: file.to_owned() };
    let damaged = || IntakeError::Damaged { file: file.to_owned() };
    match Xls::<Bytes>::new(Cursor::new(bytes)) {
        Ok(book) => {
            let finish = |book: &mut Xls<Bytes>, sheet: &mut Sheet| {
                let merges = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
                sheet.merges.extend(merges.iter().map(merge));
            };
            collect(book, finish, &Marks::default()).ok_or_else(damaged)
        }
        Err(XlsError::Password) => Err(encrypted()),
        Err(_) => match Xlsx::<Bytes>::new(Cursor::new(bytes)) {
            Err(XlsxError::Password) => Err(encrypted()),
            _ => Err(damaged()),
        },
    }
}

/// Every worksheet in order; none when one of them cannot be read.
fn collect<'a, B: Reader<Bytes<'a>>>(
    mut book: B,
    finish: impl Fn(&mut B, &mut Sheet),
    marks: &Marks,
) -> Option<Vec<Sheet>> {
    let listed: Vec<(String, bool)> =
        book.sheets_metadata().iter().map(|s| (s.name.clone(), s.visible != SheetVisible::Visible)).collect();
    let mut sheets = Vec::new();
    for (name, hidden) in listed {
        // A chart sheet has no range; a workbook of charts alone is then found to be empty.
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let mut sheet = grid(&range);
        sheet.merges.extend(marks.merges.iter().filter(|(of, _)| *of == name).map(|(_, m)| *m));
        sheet.hidden_columns = marks.hidden.iter().filter(|(of, _)| *of == name).map(|(_, c)| *c).collect();
        sheet.name = name;
        sheet.hidden = hidden;
        finish(&mut book, &mut sheet);
        sheets.push(sheet);
    }
    (!sheets.is_empty()).then_some(sheets)
}

fn is_first_of_month(raw: &Raw) -> bool {
    matches!(raw, Raw::Date(day) if day.day() == 1)
}

/// 1975年8月 is kept as the first of August: what the cell's format does not show is not known.
fn note_months(sheet: &mut Sheet, styles: &StyleRange) {
    for (row, cells) in (sheet.first_row..).zip(&mut sheet.rows) {
        for (column, cell) in (sheet.first_column..).zip(cells) {
            let shows_month =
                || styles.get((row, column)).and_then(|s| s.number_format.as_ref()).is_some_and(hides_day);
            if let Some(Raw::Date(day)) = cell
                && day.day() == 1
                && shows_month()
            {
                *cell = Some(Raw::Month(*day));
            }
        }
    }
}

/// Whether a date format shows a year and a month but no day.
fn hides_day(format: &NumberFormat) -> bool {
    // Formats that Chinese office programs know by number alone.
    if format.format_id.is_some_and(|id| [17, 27, 36, 50, 52, 57].contains(&id)) {
        return true;
    }
    let mut literal = false;
    let signs: String = format
        .format_code
        .chars()
        .filter(|c| {
            literal ^= *c == '"';
            !literal
        })
        .collect();
    let signs = signs.to_lowercase();
    signs.contains('y') && signs.contains('m') && !signs.contains('d')
}

fn merge(d: &Dimensions) -> Merge {
    Merge { top: d.start.0, left: d.start.1, bottom: d.end.0, right: d.end.1 }
}

fn grid(range: &Range<Data>) -> Sheet {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let rows = range.rows().map(|row| row.iter().map(raw).collect()).collect();
    Sheet { first_row, first_column, rows, ..Sheet::default() }
}

fn raw(data: &Data) -> Option<Raw> {
    match data {
        Data::Empty => None,
        Data::String(text) | Data::DurationIso(text) => words(text),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's numbers are floats anyway")]
        Data::Int(n) => Some(Raw::Number(*n as f64)),
        Data::Float(n) => Some(Raw::Number(*n)),
        Data::Bool(b) => Some(Raw::Text(if *b { "是" } else { "否" }.to_owned())),
        Data::DateTime(moment) if moment.is_datetime() && moment.as_f64() >= 1.0 => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            day_of(year, month, day).map(Raw::Date)
        }
        Data::DateTime(moment) => Some(Raw::Number(moment.as_f64())),
        Data::DateTimeIso(text) => text.get(..10).and_then(|d| d.parse().ok()).map(Raw::Date).or_else(|| words(text)),
        Data::Error(sign) => Some(Raw::Broken(sign.to_string())),
    }
}

fn words(text: &str) -> Option<Raw> {
    (!text.trim().is_empty()).then(|| Raw::Text(text.to_owned()))
}
