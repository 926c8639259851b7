//! Dates as an office knows them: to the year, the month or the day.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A calendar day of mainland China, as it is written on paper; no time zone.
pub type Day = NaiveDate;

/// A date known to the year, the month or the day; stored and exchanged as `1975`, `1975-08` or `1975-08-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// Year and month (1–12).
    Month(i32, u32),
    /// The whole date.
    Day(Day),
}

impl PartialDate {
    /// A month, when it exists (1–12).
    pub fn month(year: i32, month: u32) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self::Month(year, month))
    }

    /// A whole date, when it exists in the calendar.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day)
    }

    /// The year, always known.
    pub fn year(&self) -> i32 {
        match self {
            Self::Year(y) | Self::Month(y, _) => *y,
            Self::Day(d) => d.year(),
        }
    }

    /// Whether `other` says the same as far as both are known: 1975-08 agrees with 1975-08-12 and with 1975.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let (a, b) = (self.to_string(), other.to_string());
        a.starts_with(&b) || b.starts_with(&a)
    }

    /// As a form shows it: `1975年8月12日`, `1975年8月`, `1975年`.
    pub fn in_words(&self) -> String {
        match self {
            Self::Year(y) => format!("{y}年"),
            Self::Month(y, m) => format!("{y}年{m}月"),
            Self::Day(d) => format!("{}年{}月{}日", d.year(), d.month(), d.day()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(d) => write!(f, "{}", d.format("%Y-%m-%d")),
        }
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for PartialDate {
    type Err = String;

    /// Reads only the stored form; what people write is read by `intake`.
    fn from_str(text: &str) -> Result<Self, String> {
        let parts: Option<Vec<u32>> = text.split('-').map(|p| p.parse().ok()).collect();
        let year = |y: u32| i32::try_from(y).ok();
        match parts.as_deref() {
            Some([y]) => year(*y).map(Self::Year),
            Some([y, m]) => year(*y).and_then(|y| Self::month(y, *m)),
            Some([y, m, d]) => year(*y).and_then(|y| Self::day(y, *m, *d)),
            _ => None,
        }
        .ok_or_else(|| format!("不是日期：{text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn stored_form_is_read_back() {
        for text in ["1975", "1975-08", "1975-08-12"] {
            assert_eq!(
                text.parse::<PartialDate>().map(|d| d.to_string()),
                Ok(text.to_owned()),
                "what is stored is what is read"
            );
        }
        assert!("1975-13".parse::<PartialDate>().is_err(), "there is no thirteenth month");
    }

    #[test]
    fn a_month_agrees_with_a_day_in_it() {
        let date = |t: &str| t.parse::<PartialDate>();
        let (month, day, other) = (date("1975-08"), date("1975-08-12"), date("1975-09"));
        assert!(month.clone().is_ok_and(|m| day.is_ok_and(|d| m.agrees_with(&d))), "a day lies in its month");
        assert!(month.is_ok_and(|m| other.is_ok_and(|o| !m.agrees_with(&o))), "two months differ");
    }
}
