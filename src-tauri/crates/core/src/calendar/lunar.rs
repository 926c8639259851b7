//! The lunar calendar: what a day is called in it, and market days (农历逢二五八).

use chrono::{Datelike, NaiveDate};
use tyme4rs::tyme::Culture;
use tyme4rs::tyme::lunar::LunarDay;
use tyme4rs::tyme::solar::{SolarDay, SolarTerm};

/// The years for which lunar dates are told; the tables of the lunar calendar are sure for them.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// How a day is written in the lunar calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lunar {
    /// 正月, 闰六月.
    pub month: String,
    /// 初一.
    pub day: String,
    /// 1 to 30.
    pub number: u32,
}

impl Lunar {
    /// As a calendar shows it: the month's name on its first day, else the day: 正月初一, 廿三.
    pub fn short(&self) -> String {
        if self.number == 1 { format!("{}{}", self.month, self.day) } else { self.day.clone() }
    }
}

/// A day in the lunar calendar; none outside the years 1900 to 2100.
pub fn of(date: NaiveDate) -> Option<Lunar> {
    let day = solar(date)?.get_lunar_day();
    let number = u32::try_from(day.get_day()).ok()?;
    // The twelfth month has a name of its own, as every wall calendar prints it.
    let month = day.get_lunar_month().get_name().replace("十二月", "腊月");
    Some(Lunar { month, day: day.get_name(), number })
}

/// Whether the number of the lunar day ends with one of the digits: 2, 5, 8 is 初二, 初五, 初八, 十二 …
pub fn ends_with(date: NaiveDate, digits: &[u32]) -> bool {
    of(date).is_some_and(|lunar| digits.contains(&(lunar.number % 10)))
}

/// The day of a lunar month and day in the lunar year that begins in the given year.
pub fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let inside = YEARS.contains(&year).then_some(year)?;
    let found = LunarDay::new(isize::try_from(inside).ok()?, isize::try_from(month).ok()?, day as usize).ok()?;
    plain(&found.get_solar_day())
}

/// The day of a solar term in a year: 清明.
pub fn term(year: i32, name: &str) -> Option<NaiveDate> {
    let inside = YEARS.contains(&year).then_some(year)?;
    let term = SolarTerm::new(isize::try_from(inside).ok()?, name).ok()?;
    plain(&term.get_solar_day())
}

fn solar(date: NaiveDate) -> Option<SolarDay> {
    let inside = YEARS.contains(&date.year()).then(|| date.year())?;
    SolarDay::new(isize::try_from(inside).ok()?, date.month() as usize, date.day() as usize).ok()
}

fn plain(day: &SolarDay) -> Option<NaiveDate> {
    let year = i32::try_from(day.get_year()).ok()?;
    NaiveDate::from_ymd_opt(year, u32::try_from(day.get_month()).ok()?, u32::try_from(day.get_day()).ok()?)
}

/// The last digits of a rule as the store keeps them: `2,5,8`; none where something else stands there.
pub fn digits(text: &str) -> Option<Vec<u32>> {
    let digits: Vec<u32> = text.split([',', '，', '、']).map(|d| d.trim().parse().ok()).collect::<Option<_>>()?;
    (!digits.is_empty() && digits.iter().all(|d| *d <= 9)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::{date, digits, ends_with, of, term};

    #[test]
    fn lunar_dates_are_those_of_the_almanac() {
        for (day, month, lunar) in [
            ("2026-02-17", "正月", "初一"),
            ("2026-02-16", "腊月", "廿九"),
            ("2025-07-25", "闰六月", "初一"),
            ("2026-09-25", "八月", "十五"),
            ("2026-06-19", "五月", "初五"),
            ("2024-02-10", "正月", "初一"),
        ] {
            let found = of(day.parse().unwrap()).unwrap();
            assert_eq!((found.month.as_str(), found.day.as_str()), (month, lunar), "{day}");
        }
        assert!(of("1800-01-01".parse().unwrap()).is_none(), "beyond the tables nothing is said");
    }

    #[test]
    fn new_year_and_clear_and_bright_are_found_from_their_names() {
        assert_eq!(date(2027, 1, 1), "2027-02-06".parse().ok(), "春节 2027");
        assert_eq!(term(2026, "清明"), "2026-04-05".parse().ok(), "清明 2026");
        assert_eq!(term(2027, "清明"), "2027-04-05".parse().ok(), "清明 2027");
    }

    #[test]
    fn market_days_are_told_by_the_last_digit() {
        let fits = |day: &str| ends_with(day.parse().unwrap(), &[2, 5, 8]);
        assert!(fits("2026-02-18") && fits("2026-02-21") && fits("2026-02-28"), "初二, 初五, 十二");
        assert!(!fits("2026-02-17") && !fits("2026-02-26"), "初一, 初十");
        assert_eq!(digits("2,5,8"), Some(vec![2, 5, 8]), "as the store keeps them");
        assert_eq!((digits("2,12"), digits("")), (None, None), "a last digit has one digit");
    }
}
