//! A year from a file: the form in which years ship (JSON), or a table with the columns 日期, 名称, 放假或上班.

use chrono::{Datelike, NaiveDate};
use station_intake::IntakeError;
use station_intake::read::{Raw, Sheet, read as sheets};

use super::{HolidayDraft, HolidayPreview};
use crate::calendar::days::{Day, InFile};
use crate::error::{Error, Problem, Result};

/// What a file says of a year.
///
/// # Errors
/// `Problems` with one sentence when the file is neither.
pub fn read(name: &str, bytes: &[u8]) -> Result<HolidayPreview> {
    let text = std::str::from_utf8(bytes).unwrap_or_default().trim_start_matches('\u{FEFF}').trim();
    if text.starts_with('{') {
        return shipped_form(name, text);
    }
    let sheets = sheets(name, bytes).map_err(|error: IntakeError| problem(error.to_string()))?;
    let read = sheets.iter().find_map(table);
    read.ok_or_else(|| problem(format!("“{name}”里没有“日期、名称、放假或上班”三列，请补上表头后再导入。")))
}

fn problem(says: String) -> Error {
    Error::Problems(vec![Problem::new("file", says)])
}

fn shipped_form(name: &str, text: &str) -> Result<HolidayPreview> {
    let wrong = |_| problem(format!("“{name}”不是节假日文件，请选择正确的文件。"));
    let file: InFile = serde_json::from_str(text).map_err(wrong)?;
    let (notice, issued_on) = file.notice.map(|n| (n.number, n.date)).unzip();
    let draft = HolidayDraft { year: i64::from(file.year), notice, issued_on, days: file.days };
    Ok(HolidayPreview { draft, ..HolidayPreview::default() })
}

/// Where the three columns stand.
struct Columns {
    header: u32,
    date: u32,
    name: u32,
    kind: u32,
}

fn columns(sheet: &Sheet) -> Option<Columns> {
    sheet.row_range().find_map(|row| {
        let filled = sheet.filled(row);
        let find =
            |words: &[&str]| filled.iter().find(|(_, text)| words.iter().any(|w| text.contains(w))).map(|(c, _)| *c);
        let (date, name) = (find(&["日期"])?, find(&["名称", "节日", "假期"])?);
        let kind = find(&["上班", "放假", "安排", "类型", "性质"]).filter(|c| *c != name)?;
        Some(Columns { header: row, date, name, kind })
    })
}

fn table(sheet: &Sheet) -> Option<HolidayPreview> {
    let at = columns(sheet)?;
    let mut preview = HolidayPreview::default();
    for row in sheet.row_range().filter(|row| *row > at.header && !sheet.filled(*row).is_empty()) {
        match day(sheet, row, &at) {
            Some(day) => preview.draft.days.push(day),
            None => preview.unread.push(format!("第{}行：{}", row + 1, words(sheet, row))),
        }
    }
    let years = preview.draft.days.iter().map(|day| i64::from(day.date.year()));
    preview.draft.year = years.max().unwrap_or_default();
    Some(preview)
}

fn words(sheet: &Sheet, row: u32) -> String {
    sheet.filled(row).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ")
}

fn day(sheet: &Sheet, row: u32, at: &Columns) -> Option<Day> {
    let date = match sheet.cell(row, at.date)? {
        Raw::Date(day) => *day,
        other => written(&other.shown())?,
    };
    let kind = sheet.words(row, at.kind);
    let off = match kind.as_str() {
        _ if kind.contains('班') => false,
        _ if kind.contains('假') || kind.contains('休') => true,
        _ => return None,
    };
    Some(Day { date, name: sheet.words(row, at.name), off })
}

/// 2027-01-01, 2027/1/1, 2027.1.1, 2027年1月1日.
fn written(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
