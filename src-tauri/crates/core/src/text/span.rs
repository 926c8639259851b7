//! The asked period: checked once, and said in words.

use chrono::{Datelike, Days, NaiveDate};

use crate::error::{Error, Problem, Result};

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// First day.
    pub(crate) from: NaiveDate,
    /// Last day.
    pub(crate) to: NaiveDate,
}

impl Span {
    /// The span between two stored dates.
    ///
    /// # Errors
    /// `Problems` when one is no date, or they are in the wrong order.
    pub(crate) fn read(from: &str, to: &str) -> Result<Self> {
        let span = Self { from: day("from", from)?, to: day("to", to)? };
        if span.from > span.to {
            return Err(problem("to", "结束日期早于开始日期，请改正。"));
        }
        Ok(span)
    }

    /// A month written `2023-11`.
    ///
    /// # Errors
    /// `Problems` when it is no month.
    pub(crate) fn month(text: &str) -> Result<Self> {
        let from = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok().filter(|_| text.len() == 7);
        let next = from.and_then(|d| d.checked_add_months(chrono::Months::new(1)));
        match (from, next.and_then(|d| d.checked_sub_days(Days::new(1)))) {
            (Some(from), Some(to)) => Ok(Self { from, to }),
            _ => Err(problem("month", "月份看不懂，请写成 2023-11 这样。")),
        }
    }

    /// As a head line says it: `2023年`, `2023年11月`, `2023年11月3日至2023年12月1日`.
    pub(crate) fn in_words(self) -> String {
        let (from, to) = (self.from, self.to);
        let last = to.checked_add_days(Days::new(1)).unwrap_or(to);
        match (from.day() == 1 && last.day() == 1, from.month() == 1 && last.month() == 1) {
            (true, true) if from.year() == to.year() => format!("{}年", from.year()),
            (true, _) if (from.year(), from.month()) == (to.year(), to.month()) => {
                format!("{}年{}月", from.year(), from.month())
            }
            _ => format!("{}至{}", day_in_words(from), day_in_words(to)),
        }
    }
}

/// `2023年11月3日`.
pub(crate) fn day_in_words(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

fn day(field: &str, text: &str) -> Result<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| problem(field, "日期看不懂，请写成 2023-11-03 这样。"))
}

fn problem(field: &str, message: &str) -> Error {
    Error::Problems(vec![Problem::new(field, message)])
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_period_is_said_as_short_as_it_is() {
        let cases = [
            ("2023-01-01", "2023-12-31", "2023年"),
            ("2024-02-01", "2024-02-29", "2024年2月"),
            ("2023-12-01", "2023-12-31", "2023年12月"),
            ("2023-01-01", "2023-03-31", "2023年1月1日至2023年3月31日"),
            ("2022-01-01", "2023-12-31", "2022年1月1日至2023年12月31日"),
            ("2023-05-20", "2023-05-20", "2023年5月20日至2023年5月20日"),
        ];
        for (from, to, words) in cases {
            let Ok(span) = Span::read(from, to) else { panic!("{from} to {to} is a period") };
            assert_eq!(span.in_words(), words, "whole years and months are called by their name");
        }
        assert!(Span::read("2023-02-30", "2023-03-01").is_err(), "there is no 30 February");
        assert!(Span::read("2023-03-02", "2023-03-01").is_err(), "a period does not end before it begins");
        assert!(Span::month("2023-1").is_err() && Span::month("2023-13").is_err(), "a month has two digits, to 12");
    }
}
