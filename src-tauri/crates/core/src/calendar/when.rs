//! The days on which a rule falls, before anything is moved.

use chrono::{Days, NaiveDate};

use super::estimate::Outlook;
use super::shift::{How, Shift};
use super::{ReceptionRule, lunar, recur, words};
use crate::error::Result;

/// When a site receives voters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// By RFC 5545.
    Recur(String),
    /// Days of the lunar month by their last digit: 农历逢二五八.
    Lunar(Vec<u32>),
    /// 专人坐班值守: every workday.
    Daily,
}

impl When {
    /// The days between two days, both included; counted from the anchor.
    ///
    /// # Errors
    /// `Problems` when the rule cannot be read.
    pub fn days(
        &self,
        outlook: &Outlook<'_>,
        anchor: NaiveDate,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<Vec<NaiveDate>> {
        let each = || from.iter_days().take_while(move |day| *day <= to);
        Ok(match self {
            Self::Recur(rule) => recur::days(rule, anchor, (from, to))?,
            Self::Lunar(digits) => each().filter(|day| lunar::ends_with(*day, digits)).collect(),
            Self::Daily => each().filter(|day| outlook.is_workday(*day)).collect(),
        })
    }
}

impl When {
    /// Whether its days of one week are one sitting: several weekdays of a month, 每月第一个星期一、星期二.
    pub fn goes_together(&self) -> bool {
        matches!(self, Self::Recur(rule) if rule.to_uppercase().contains("FREQ=MONTHLY")
            && rule.to_uppercase().split(';').any(|part| part.starts_with("BYDAY=") && part.contains(',')))
    }
}

impl ReceptionRule {
    /// When it falls, by its structure or, where it has none, by its words; none = the words are not understood.
    pub fn when(&self) -> Option<When> {
        match (&self.rrule, &self.lunar) {
            (Some(rule), _) => Some(When::Recur(rule.clone())),
            (None, Some(digits)) => lunar::digits(digits).map(When::Lunar),
            (None, None) if self.daily => Some(When::Daily),
            (None, None) => words::read(&self.rule).map(|read| read.when),
        }
    }

    /// How it treats days off.
    pub fn how(&self) -> How {
        let said = words::read(&self.rule).filter(|_| self.shift.is_none());
        said.map_or_else(|| How { shift: Shift::of(self.shift.as_deref()), weekends: self.weekends }, |read| read.how)
    }

    /// Its days between two days, inside the time for which it holds; none that cannot be read.
    pub fn days(&self, outlook: &Outlook<'_>, (from, to): (NaiveDate, NaiveDate)) -> Vec<NaiveDate> {
        let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<NaiveDate>().ok());
        let (since, until) = (day(&self.since), day(&self.until));
        let window = (since.map_or(from, |day| day.max(from)), until.map_or(to, |day| day.min(to)));
        if window.0 > window.1 {
            return Vec::new();
        }
        let days = self.when().map(|when| when.days(outlook, since.unwrap_or(recur::ANCHOR), window));
        days.and_then(Result::ok).unwrap_or_default()
    }

    /// Its hours, by their field or by its words.
    pub fn hours(&self) -> Option<String> {
        self.hours.clone().or_else(|| words::read(&self.rule).and_then(|read| read.hours))
    }
}

/// A window that is so many days longer at both ends.
pub(crate) fn wider((from, to): (NaiveDate, NaiveDate), days: u64) -> (NaiveDate, NaiveDate) {
    let days = Days::new(days);
    (from.checked_sub_days(days).unwrap_or(from), to.checked_add_days(days).unwrap_or(to))
}
