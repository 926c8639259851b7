//! 日历, 接待日规则 and 节假日: which days are worked on, and on which of them who receives.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use station_core::almanac::{self, CalendarDay};
use station_core::calendar::days::Calendar;
use station_core::calendar::estimate::Outlook;
use station_core::calendar::shift::{Held, How, Shift, all};
use station_core::calendar::when::When;
use station_core::calendar::{ReceptionRule, lunar};
use station_core::entry::Saved;
use station_core::entry::holiday::{self, HolidayDraft, HolidayPreview, HolidayYearRow};
use station_core::entry::rule::{self, RuleDraft, RulePreview, RuleRow};
use station_core::{Error, Op, Problem};
use station_machine::FileError;

use crate::desk::{Desk, Opened};
use crate::facts;
use crate::failure::Failure;
use crate::stations::OfFact;

/// So many of the next days are shown before a rule is saved.
const NEXT: usize = 6;

/// The years for which days are told.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Which part of the calendar.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CalendarAsk {
    /// First day.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: NaiveDate,
    /// Last day.
    #[cfg_attr(test, ts(type = "string"))]
    pub to: NaiveDate,
    /// Only reception days of that site.
    #[serde(default)]
    pub site_id: Option<String>,
}

/// A rule without a station, and the days for which it is asked.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct RuleDaysAsk {
    /// As RFC 5545 says it; its DTSTART is the first day asked for.
    pub rule: Option<String>,
    /// Or last digits of days of the lunar month: `2,5,8`.
    pub lunar: Option<String>,
    /// What happens on a day off.
    pub holidays: Shift,
    /// Whether a plain weekend counts as a day off.
    pub weekends: bool,
    /// First planned day.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: NaiveDate,
    /// Last planned day.
    #[cfg_attr(test, ts(type = "string"))]
    pub to: NaiveDate,
}

/// Where a year's holidays are read from: a file, or the text of the notice.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct HolidaySource {
    /// A file: the form that ships (.json), or a table (.xlsx, .csv).
    pub file: Option<PathBuf>,
    /// The notice as it was copied.
    pub text: Option<String>,
    /// The year, where the notice does not say it.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub year: Option<i64>,
}

/// The calendar, day by day.
pub fn calendar(opened: &mut Opened, ask: CalendarAsk) -> Result<Vec<CalendarDay>, Failure> {
    window(ask.from, ask.to)?;
    let today = opened.today();
    Ok(almanac::days(opened.db(), ask.site_id.as_deref(), (ask.from, ask.to), today)?)
}

/// The days of a rule, by what ships and, in an open station, by the years that it entered.
pub fn rule_days(desk: &Desk, ask: RuleDaysAsk) -> Result<Vec<Held>, Failure> {
    let opened = desk.opened();
    match opened.as_ref() {
        Some(opened) => days_of(&Calendar::load(opened.db())?, &ask),
        None => shipped_days(&ask),
    }
}

/// The same without any data folder.
///
/// # Errors
/// A sentence when the rule or the period cannot be read.
pub fn shipped_days(ask: &RuleDaysAsk) -> Result<Vec<Held>, Failure> {
    days_of(Calendar::shipped(), ask)
}

fn days_of(calendar: &Calendar, ask: &RuleDaysAsk) -> Result<Vec<Held>, Failure> {
    let asked = (ask.from, ask.to);
    window(ask.from, ask.to)?;
    let when = when(ask)?;
    let outlook = Outlook::new(calendar, asked);
    let planned = when.days(&outlook, ask.from, asked)?;
    let how = How { shift: ask.holidays, weekends: ask.weekends };
    Ok(all(&outlook, how, &planned, when.goes_together()))
}

fn when(ask: &RuleDaysAsk) -> Result<When, Failure> {
    match (&ask.rule, &ask.lunar) {
        (Some(rule), None) => Ok(When::Recur(rule.clone())),
        (None, Some(digits)) => lunar::digits(digits)
            .map(When::Lunar)
            .ok_or_else(|| problem("lunar", "农历逢几看不懂，请写成 2,5,8 这样。")),
        _ => Err(problem("rule", "规则和农历逢几要写一个，也只能写一个，请改正。")),
    }
}

fn window(from: NaiveDate, to: NaiveDate) -> Result<(), Failure> {
    if from > to {
        return Err(problem("to", "结束日期早于开始日期，请改正。"));
    }
    if YEARS.contains(&from.year()) && YEARS.contains(&to.year()) {
        return Ok(());
    }
    Err(problem("from", "只能推算1900年至2100年的日期，请改正。"))
}

fn problem(field: &str, says: &str) -> Failure {
    Error::Problems(vec![Problem::new(field, says)]).into()
}

/// The reception rules of all sites.
pub fn reception_rules(opened: &mut Opened, _: ()) -> Result<Vec<RuleRow>, Failure> {
    Ok(rule::rules(opened.db())?)
}

/// The next days by a rule before it is saved, with why each is where it is.
pub fn preview_rule(opened: &mut Opened, draft: RuleDraft) -> Result<RulePreview, Failure> {
    let (mut hand, today) = (opened.hand(), opened.today());
    Ok(opened.store.rehearse(&mut hand, |tx| rule::preview(tx, &draft, (today, NEXT)))?)
}

/// Saves a rule.
pub fn save_reception_rule(opened: &mut Opened, draft: RuleDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = rule::save(tx, &draft)?;
        let rule: ReceptionRule = tx.db().get(&saved.id)?;
        Ok((Op::SaveRule { words: rule.rule }, saved))
    })
}

/// Voids a rule.
pub fn void_reception_rule(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    facts::void(opened, |tx| rule::void(tx, &ask.id))
}

/// The years with their notices.
pub fn holiday_years(opened: &mut Opened, _: ()) -> Result<Vec<HolidayYearRow>, Failure> {
    Ok(holiday::years(opened.db(), opened.today())?)
}

/// What a file or a notice says of a year, and what of it was not understood.
pub fn preview_holidays(_: &mut Opened, ask: HolidaySource) -> Result<HolidayPreview, Failure> {
    if let Some(text) = ask.text.filter(|text| !text.trim().is_empty()) {
        return Ok(holiday::read_notice(&text, ask.year));
    }
    let Some(file) = ask.file else {
        return Err(problem("text", "没有粘贴通知，也没有选文件，请选一样。"));
    };
    let bytes = std::fs::read(&file).map_err(|error| FileError::new(&file, error))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(holiday::read_file(&name, &bytes)?)
}

/// Saves a year.
pub fn save_holidays(opened: &mut Opened, draft: HolidayDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveHolidays { year: draft.year }, holiday::save(tx, &draft)?)))
}
