//! A year without a notice is 尚未公布: its statutory days are estimated, kept apart from what was announced, and every day
//! that rests on them says so.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

use super::days::Calendar;
use super::lunar;

#[derive(Deserialize)]
struct File {
    version: Vec<Version>,
}

#[derive(Deserialize)]
struct Version {
    since: i32,
    holidays: Vec<Holiday>,
}

#[derive(Deserialize)]
struct Holiday {
    name: String,
    month: Option<u32>,
    day: Option<u32>,
    #[serde(default)]
    lunar: bool,
    term: Option<String>,
    #[serde(default)]
    shift: i64,
    days: u64,
}

/// What ships; a test reads it.
fn law() -> &'static [Version] {
    static FILE: OnceLock<Vec<Version>> = OnceLock::new();
    FILE.get_or_init(|| {
        let text = include_str!("../../../../../assets/holidays/statutory.toml");
        toml::from_str::<File>(text).map(|file| file.version).unwrap_or_default()
    })
}

/// The statutory days of a year by the wording of the law in force on its first day (全国年节及纪念日放假办法第二条), each with
/// the holiday's name.
pub fn statutory(year: i32) -> BTreeMap<NaiveDate, String> {
    let version = law().iter().rfind(|v| v.since <= year).or_else(|| law().first());
    let mut days = BTreeMap::new();
    for holiday in version.into_iter().flat_map(|v| &v.holidays) {
        let Some(first) = first_day(holiday, year) else { continue };
        days.extend((0..holiday.days).map(|n| (first + Days::new(n), holiday.name.clone())));
    }
    days
}

fn first_day(holiday: &Holiday, year: i32) -> Option<NaiveDate> {
    let named = match (&holiday.term, holiday.month.zip(holiday.day)) {
        (Some(term), _) => lunar::term(year, term),
        (None, Some((month, day))) if holiday.lunar => lunar::date(year, month, day),
        (None, Some((month, day))) => NaiveDate::from_ymd_opt(year, month, day),
        (None, None) => None,
    };
    Some(named? + chrono::Duration::days(holiday.shift))
}

/// What is known of the days of some years: what was announced, and for the others what the law lets expect.
#[derive(Clone, Debug)]
pub struct Outlook<'a> {
    calendar: &'a Calendar,
    expected: BTreeMap<NaiveDate, String>,
}

impl<'a> Outlook<'a> {
    /// For the days between two days, with a year on either side, since days are moved beyond the edges.
    pub fn new(calendar: &'a Calendar, (from, to): (NaiveDate, NaiveDate)) -> Self {
        let years = from.year().saturating_sub(1)..=to.year().saturating_add(1);
        let open = years.filter(|year| calendar.year(*year).is_none());
        Self { calendar, expected: open.flat_map(statutory).collect() }
    }

    /// Whether nothing was announced for the year of a day: 尚未公布.
    pub fn is_open(&self, date: NaiveDate) -> bool {
        self.calendar.year(date.year()).is_none()
    }

    /// The holiday that a day off belongs to; none = no day off by a notice or, without one, by the law.
    pub fn holiday(&self, date: NaiveDate) -> Option<&str> {
        match self.calendar.day(date) {
            Some(day) => day.off.then_some(day.name.as_str()),
            None => self.expected.get(&date).map(String::as_str),
        }
    }

    /// Saturday or Sunday without a word of a notice about it.
    pub fn is_plain_weekend(&self, date: NaiveDate) -> bool {
        self.calendar.is_plain_weekend(date) && !self.expected.contains_key(&date)
    }

    /// A Saturday or Sunday that a notice makes a workday.
    pub fn is_made_up(&self, date: NaiveDate) -> bool {
        matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && self.calendar.is_workday(date)
    }

    /// Neither a day off nor a plain weekend.
    pub fn is_workday(&self, date: NaiveDate) -> bool {
        self.holiday(date).is_none() && !self.is_plain_weekend(date)
    }

    /// The first workday after a day.
    pub fn next_workday(&self, date: NaiveDate) -> NaiveDate {
        let mut day = date + Days::new(1);
        while !self.is_workday(day) {
            day = day + Days::new(1);
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::{Outlook, law, statutory};
    use crate::calendar::days::Calendar;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_law_gives_thirteen_days_since_2025_and_eleven_before() {
        assert_eq!(law().len(), 2, "the file that ships is read");
        let days = statutory(2026);
        assert_eq!(days.len(), 13, "元旦1 春节4 清明1 劳动节2 端午1 中秋1 国庆3");
        assert_eq!(statutory(2023).len(), 11, "by the wording of 2013; 中秋 and 国庆 do not meet");
        for text in ["2026-02-16", "2026-02-19", "2026-04-05", "2026-06-19", "2026-09-25", "2026-10-03"] {
            assert!(days.contains_key(&day(text)), "{text}");
        }
    }

    #[test]
    fn every_statutory_day_of_an_announced_year_is_off_in_its_notice() {
        for year in 2019..=2026 {
            for (date, name) in statutory(year) {
                assert!(!Calendar::shipped().is_workday(date), "{date} {name}");
            }
        }
    }

    #[test]
    fn an_estimate_never_becomes_an_announcement() {
        let calendar = Calendar::shipped();
        let outlook = Outlook::new(calendar, (day("2027-01-01"), day("2027-12-31")));
        assert_eq!(outlook.holiday(day("2027-02-06")), Some("春节"), "正月初一 is expected to be off");
        assert!(
            outlook.is_open(day("2027-02-06")) && !calendar.is_holiday(day("2027-02-06")),
            "but nobody announced it"
        );
        assert_eq!(outlook.holiday(day("2026-02-14")), None, "where there is a notice, only the notice speaks");
    }
}
