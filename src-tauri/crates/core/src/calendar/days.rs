//! Days off and make-up workdays, year by year as 国务院办公厅 announced them; a year without a notice is not announced.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::HolidayYear;
use crate::error::{Error, Result};
use crate::store::{Db, Fact};

/// One day that a notice names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "HolidayDay"))]
pub struct Day {
    /// The day.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub date: NaiveDate,
    /// The holiday: 国庆节.
    pub name: String,
    /// A day off; else a make-up workday (调休上班).
    pub off: bool,
}

/// A year as its notice says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// Number of the notice.
    pub notice: Option<String>,
    /// Date of the notice.
    pub issued_on: Option<String>,
    /// Whether the station entered it itself.
    pub own: bool,
    days: BTreeMap<NaiveDate, Day>,
}

impl Year {
    /// The days that the notice names, in order.
    pub fn days(&self) -> impl Iterator<Item = &Day> {
        self.days.values()
    }
}

/// Which days are worked on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, Year>,
}

/// The years that ship, each from its notice (`assets/holidays`).
const SHIPPED: [&str; 8] = [
    include_str!("../../../../../assets/holidays/2019.json"),
    include_str!("../../../../../assets/holidays/2020.json"),
    include_str!("../../../../../assets/holidays/2021.json"),
    include_str!("../../../../../assets/holidays/2022.json"),
    include_str!("../../../../../assets/holidays/2023.json"),
    include_str!("../../../../../assets/holidays/2024.json"),
    include_str!("../../../../../assets/holidays/2025.json"),
    include_str!("../../../../../assets/holidays/2026.json"),
];

/// A year in a file, as it ships and as a station may bring it.
#[derive(Deserialize)]
pub(crate) struct InFile {
    pub(crate) year: i32,
    pub(crate) notice: Option<NoticeInFile>,
    pub(crate) days: Vec<Day>,
}

#[derive(Deserialize)]
pub(crate) struct NoticeInFile {
    pub(crate) number: String,
    pub(crate) date: String,
}

impl Calendar {
    /// What ships with the program.
    pub fn shipped() -> &'static Self {
        static CALENDAR: OnceLock<Calendar> = OnceLock::new();
        CALENDAR.get_or_init(|| {
            let mut calendar = Self::default();
            // A test reads every file that ships.
            for file in SHIPPED.iter().filter_map(|text| serde_json::from_str::<InFile>(text).ok()) {
                let (notice, issued_on) = file.notice.map(|n| (n.number, n.date)).unzip();
                calendar.set(file.year, Year { notice, issued_on, own: false, days: by_date(file.days) });
            }
            calendar
        })
    }

    /// What ships, and over it the years that the station entered.
    pub fn load(db: Db<'_>) -> Result<Self> {
        let mut calendar = Self::shipped().clone();
        let entered: Vec<HolidayYear> = db.all(include_str!("sql/holiday_years.sql"), [])?;
        for row in entered {
            let bad = |detail: String| Error::BadRow { what: HolidayYear::NAME, detail };
            let days: Vec<Day> = serde_json::from_str(&row.days).map_err(|e| bad(e.to_string()))?;
            let year = i32::try_from(row.year).map_err(|e| bad(e.to_string()))?;
            let (notice, issued_on) = (row.notice, row.issued_on);
            calendar.set(year, Year { notice, issued_on, own: true, days: by_date(days) });
        }
        Ok(calendar)
    }

    fn set(&mut self, year: i32, says: Year) {
        self.years.insert(year, says);
    }

    /// The year's notice; none = 尚未公布.
    pub fn year(&self, year: i32) -> Option<&Year> {
        self.years.get(&year)
    }

    /// The years that are announced.
    pub fn years(&self) -> impl Iterator<Item = (i32, &Year)> {
        self.years.iter().map(|(year, says)| (*year, says))
    }

    /// What the notice says of a day; none = an ordinary day, or nothing is announced.
    pub fn day(&self, date: NaiveDate) -> Option<&Day> {
        self.years.get(&date.year())?.days.get(&date)
    }

    /// A day off by the notice.
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        self.day(date).is_some_and(|day| day.off)
    }

    /// Saturday or Sunday, and no make-up workday.
    pub fn is_plain_weekend(&self, date: NaiveDate) -> bool {
        matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && self.day(date).is_none()
    }

    /// Neither a day off nor a plain weekend.
    pub fn is_workday(&self, date: NaiveDate) -> bool {
        !self.is_holiday(date) && !self.is_plain_weekend(date)
    }

    /// The first workday after a day.
    pub fn next_workday(&self, date: NaiveDate) -> NaiveDate {
        self.add_workdays(date, 1)
    }

    /// The day that is so many workdays after another, which itself does not count.
    pub fn add_workdays(&self, date: NaiveDate, mut count: u32) -> NaiveDate {
        let mut day = date;
        while count > 0 {
            day = day + Days::new(1);
            count -= u32::from(self.is_workday(day));
        }
        day
    }
}

fn by_date(days: Vec<Day>) -> BTreeMap<NaiveDate, Day> {
    days.into_iter().map(|day| (day.date, day)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Calendar, SHIPPED};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_year_that_ships_is_read() {
        assert_eq!(Calendar::shipped().years().count(), SHIPPED.len(), "no file of assets/holidays is broken");
        assert!(Calendar::shipped().year(2027).is_none(), "2027 has no notice: 尚未公布, never a guess");
    }

    #[test]
    fn make_up_workdays_are_worked_on_and_days_off_are_not() {
        let calendar = Calendar::shipped();
        for (text, works) in [
            ("2026-01-02", false),
            ("2026-01-04", true),
            ("2026-09-20", true),
            ("2026-03-15", false),
            ("2026-03-16", true),
            ("2022-10-08", true),
            ("2024-02-09", true),
        ] {
            assert_eq!(calendar.is_workday(day(text)), works, "{text} by its notice");
        }
        let ten = calendar.add_workdays(day("2026-09-28"), 10);
        assert_eq!(ten, day("2026-10-16"), "29, 30, then 8, 9, 10 (make-up), 12–16: seven days off do not count");
    }
}
