//! 日程: days off and make-up workdays, and the rules by which a site receives voters; the days themselves are activities.

pub mod days;
pub mod estimate;
pub mod lunar;
pub mod plan;
pub mod recur;
pub mod shift;
#[cfg(test)]
mod tests;
pub mod when;
pub mod words;

use serde::{Deserialize, Serialize};

use crate::store::{fact, flag};

/// When a site receives voters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceptionRule {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The site.
    pub site_id: Option<String>,
    /// The rule in words.
    pub rule: String,
    /// Hours as written.
    pub hours: Option<String>,
    /// From when; none = from ever.
    pub since: Option<String>,
    /// Until when; none = still.
    pub until: Option<String>,
    /// As RFC 5545 says it: `FREQ=MONTHLY;BYMONTHDAY=15,20`.
    pub rrule: Option<String>,
    /// Last digits of days of the lunar month: `2,5,8`.
    pub lunar: Option<String>,
    /// What happens on a day off: `next_workday`, `week_later`, `keep` or `skip`.
    pub shift: Option<String>,
    /// Whether a plain weekend counts as a day off.
    #[serde(with = "flag")]
    pub weekends: bool,
    /// What happens when two days of a site fall together: `merge`, or the later one moves on to the `next_workday`.
    pub collision: Option<String>,
    /// 专人坐班值守: somebody sits there every day.
    #[serde(with = "flag")]
    pub daily: bool,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(ReceptionRule, "reception_rule", "接待日规则");

/// 节假日安排 of a year, as a notice says it, over what ships with the program.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HolidayYear {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The year.
    pub year: i64,
    /// Number of the notice: 国办发明电〔2025〕7号.
    pub notice: Option<String>,
    /// Date of the notice.
    pub issued_on: Option<String>,
    /// JSON of [`days::Day`]s.
    pub days: String,
}

fact!(HolidayYear, "holiday_year", "节假日安排");
