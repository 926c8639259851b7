//! 节假日安排 of a year: typed day by day, from a file, or read out of the notice itself.

mod file;
mod notice;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::checks::{clear, days};
use super::{Saved, said};
use crate::calendar::HolidayYear;
use crate::calendar::days::{Calendar, Day};
use crate::calendar::estimate::statutory;
use crate::error::{Error, Problem, Result};
use crate::store::{Db, Fact, Tx};

pub use file::read as read_file;
pub use notice::read as read_notice;

/// The years of which a notice may be entered.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;

/// A year as the clerk enters it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct HolidayDraft {
    /// The year.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub year: i64,
    /// Number of the notice: 国办发明电〔2025〕7号.
    pub notice: Option<String>,
    /// Date of the notice.
    pub issued_on: Option<String>,
    /// Days off and make-up workdays.
    pub days: Vec<Day>,
}

/// What was read of a file or a notice, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct HolidayPreview {
    /// What would be saved.
    pub draft: HolidayDraft,
    /// What should be looked at, a sentence each.
    pub notes: Vec<String>,
    /// Sentences, or rows, that were not understood.
    pub unread: Vec<String>,
}

/// A year as the settings list it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct HolidayYearRow {
    /// The year.
    pub year: i32,
    /// Whether it is announced; else its days are the statutory ones, as an estimate.
    pub announced: bool,
    /// Whether the station entered it itself.
    pub own: bool,
    /// The entry that is voided to go back to what ships.
    pub id: Option<String>,
    /// Number of the notice.
    pub notice: Option<String>,
    /// Date of the notice.
    pub issued_on: Option<String>,
    /// Its days.
    pub days: Vec<Day>,
}

/// Saves a year over what ships, or over what was entered before.
///
/// # Errors
/// `Problems` where there is no year, or a day stands twice or in another year.
pub fn save(tx: &mut Tx<'_>, draft: &HolidayDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let entered = entered(tx.db(), draft.year)?.pop();
    let id = entered.map(|year| year.id);
    let base = tx.known_or(id.as_deref(), |id, created| HolidayYear { id, created, ..HolidayYear::default() })?;
    let mut days = draft.days.clone();
    days.sort_by_key(|day| day.date);
    let bad = |e: serde_json::Error| Error::BadRow { what: HolidayYear::NAME, detail: e.to_string() };
    let year = HolidayYear {
        year: draft.year,
        notice: said(draft.notice.as_deref()),
        issued_on: said(draft.issued_on.as_deref()),
        days: serde_json::to_string(&days).map_err(bad)?,
        ..base
    };
    tx.put(&year)?;
    let label = format!("已保存{}年节假日安排", draft.year);
    Ok(Saved { id: year.id, number: None, label, writes: Vec::new() })
}

fn problems(draft: &HolidayDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if !YEARS.contains(&draft.year) {
        found.push(Problem::new("year", "没有年份，请填写，例如 2027。"));
    }
    if draft.days.is_empty() {
        found.push(Problem::new("days", "没有放假或上班的日期，请填写，或粘贴放假通知。"));
    }
    days(&mut found, &[("issued_on", "通知日期", &draft.issued_on)]);
    let mut seen = BTreeSet::new();
    for (at, day) in draft.days.iter().enumerate() {
        if i64::from(day.date.year()) != draft.year {
            let says = format!("{} 不在{}年，请改正或删去。", day.date, draft.year);
            found.push(Problem::new(format!("days.{at}.date"), says));
        }
        if !seen.insert(day.date) {
            found.push(Problem::new(format!("days.{at}.date"), format!("{} 写了两次，请删去一次。", day.date)));
        }
    }
    found
}

fn entered(db: Db<'_>, year: i64) -> Result<Vec<HolidayYear>> {
    let all: Vec<HolidayYear> = db.all(include_str!("../../calendar/sql/holiday_years.sql"), [])?;
    Ok(all.into_iter().filter(|row| row.year == year).collect())
}

/// Voids what was entered of a year; what ships holds again.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let year: HolidayYear = tx.db().get(id)?;
    tx.void::<HolidayYear>(id)?;
    let label = format!("已作废{}年节假日安排", year.year);
    Ok(Saved { id: year.id, number: None, label, writes: Vec::new() })
}

/// All years that are announced, and this year and the next where they are not, the newest first.
pub fn years(db: Db<'_>, today: NaiveDate) -> Result<Vec<HolidayYearRow>> {
    let calendar = Calendar::load(db)?;
    let mut rows = Vec::new();
    for (year, says) in calendar.years() {
        let id = entered(db, i64::from(year))?.pop().map(|row| row.id);
        let (notice, issued_on, days) = (says.notice.clone(), says.issued_on.clone(), says.days().cloned().collect());
        rows.push(HolidayYearRow { year, announced: true, own: says.own, id, notice, issued_on, days });
    }
    let open = [today.year(), today.year() + 1].into_iter().filter(|year| calendar.year(*year).is_none());
    rows.extend(open.map(estimated));
    rows.sort_by_key(|row| std::cmp::Reverse(row.year));
    Ok(rows)
}

fn estimated(year: i32) -> HolidayYearRow {
    let days = statutory(year).into_iter().map(|(date, name)| Day { date, name, off: true }).collect();
    HolidayYearRow { year, announced: false, own: false, id: None, notice: None, issued_on: None, days }
}
