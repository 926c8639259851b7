//! Until when: a rule counted from a day, longer by what the clock stood still.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::rules::Rule;
use super::{Kind, Unit};
use crate::calendar::days::Calendar;
use crate::text::numeral;

/// A deadline with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "Due"))]
pub struct Due {
    /// The last day.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub date: NaiveDate,
    /// How long: 三个月.
    pub rule: String,
    /// 依据.
    pub article: String,
}

/// From a day on which the clock stopped to the day on which it went on; on the second it runs again.
pub type Stop = (NaiveDate, NaiveDate);

/// Until when, counted from a day that itself does not count.
///
/// A month has its last day for a day that it lacks (11-30 and three months: 02-28). Stops lengthen months and days by
/// their days, working days by their working days.
pub fn due(calendar: &Calendar, rule: &Rule, from: NaiveDate, stops: &[Stop]) -> Due {
    let date = match rule.unit {
        Unit::Month => from.checked_add_months(Months::new(rule.amount)).unwrap_or(from) + stood(stops),
        Unit::Day => from + Days::new(u64::from(rule.amount)) + stood(stops),
        Unit::WorkingDay => workdays(calendar, (from, rule.amount), stops),
    };
    Due { date, rule: in_words(rule), article: rule.article.clone() }
}

fn stood(stops: &[Stop]) -> Days {
    Days::new(stops.iter().map(|(from, to)| u64::try_from((*to - *from).num_days()).unwrap_or(0)).sum())
}

fn workdays(calendar: &Calendar, (from, amount): (NaiveDate, u32), stops: &[Stop]) -> NaiveDate {
    let stands = |day: NaiveDate| stops.iter().any(|(from, to)| *from <= day && day < *to);
    let mut left = amount;
    let mut day = from;
    while left > 0 {
        day = day + Days::new(1);
        left -= u32::from(calendar.is_workday(day) && !stands(day));
    }
    day
}

/// 三个月, 十五日, 十个工作日.
fn in_words(rule: &Rule) -> String {
    let amount = numeral(i64::from(rule.amount));
    match rule.unit {
        Unit::Month => format!("{amount}个月"),
        Unit::Day => format!("{amount}日"),
        Unit::WorkingDay => format!("{amount}个工作日"),
    }
}

impl Due {
    /// 交办 2026-05-25，三个月，代表法第五十一条 → 2026-08-25.
    pub fn explained(&self, begins: &str, from: NaiveDate) -> String {
        format!("{begins} {from}，{}，{} → {}", self.rule, self.article, self.date)
    }

    /// What a step keeps of it beside the day: 三个月，代表法第五十一条.
    pub fn reason(&self) -> String {
        format!("{}，{}", self.rule, self.article)
    }
}

/// What an extension follows.
pub fn extended(kind: Kind) -> Kind {
    match kind {
        Kind::Suggestion | Kind::Redo => Kind::SuggestionExtended,
        Kind::Petition => Kind::PetitionExtended,
        Kind::Opinion => Kind::OpinionExtended,
        other => other,
    }
}
