//! What happens to a planned day that falls on a day off.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use station_intake::weekday_of;

use super::estimate::Outlook;

/// What happens on a day off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// 顺延到下一个工作日: the first following day that is neither a day off nor a plain weekend.
    #[default]
    NextWorkday,
    /// 顺延到下周同日: the same weekday again as long as that is off.
    WeekLater,
    /// 照常接待.
    Keep,
    /// 当日不接待.
    Skip,
}

impl Shift {
    /// As the store keeps it.
    pub fn key(self) -> &'static str {
        match self {
            Self::NextWorkday => "next_workday",
            Self::WeekLater => "week_later",
            Self::Keep => "keep",
            Self::Skip => "skip",
        }
    }

    /// What the store keeps; none = what most places do.
    pub fn of(key: Option<&str>) -> Self {
        [Self::WeekLater, Self::Keep, Self::Skip].into_iter().find(|s| Some(s.key()) == key).unwrap_or_default()
    }
}

/// How a rule treats days off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct How {
    /// What happens on a day off.
    pub shift: Shift,
    /// Whether a plain weekend counts as a day off.
    pub weekends: bool,
}

/// A planned day, and the day on which it is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Held {
    /// The day by the rule.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub planned: NaiveDate,
    /// The day on which it is held; none: not held.
    #[cfg_attr(feature = "bindings", ts(type = "string | null"))]
    pub held: Option<NaiveDate>,
    /// Why it was moved or dropped.
    pub why: Option<String>,
    /// Whether it rests on days that are not announced yet (尚未公布).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub estimated: bool,
}

/// So many weeks a day is put off at most: beyond a year nobody waits for it.
const WEEKS: u64 = 53;

/// Where a planned day is held.
pub fn held(outlook: &Outlook<'_>, how: How, planned: NaiveDate) -> Held {
    let is_off = |day| off(outlook, how, day).is_some();
    let held = match how.shift {
        Shift::Keep => Some(planned),
        _ if !is_off(planned) => Some(planned),
        Shift::Skip => None,
        Shift::NextWorkday => Some(outlook.next_workday(planned)),
        Shift::WeekLater => (1..=WEEKS).map(|week| planned + Days::new(7 * week)).find(|day| !is_off(*day)),
    };
    let moved = held != Some(planned);
    let why =
        off(outlook, how, planned).filter(|_| moved).map(|reason| format!("{planned} {}", words(how, &reason, held)));
    let open = outlook.is_open(planned) || held.is_some_and(|day| outlook.is_open(day));
    Held { planned, held, why, estimated: open && how.shift != Shift::Keep }
}

/// Where the days of a rule are held, in order. Days that belong together (每月第一个星期一、星期二) are put off by the same weeks
/// when they stand in one week and one of them is off: a sitting of two days is not torn apart.
pub fn all(outlook: &Outlook<'_>, how: How, planned: &[NaiveDate], together: bool) -> Vec<Held> {
    let alone = |day: &NaiveDate| held(outlook, how, *day);
    if !together || how.shift != Shift::WeekLater {
        return planned.iter().map(alone).collect();
    }
    let weeks = planned.chunk_by(|a, b| a.iso_week() == b.iso_week());
    weeks.flat_map(|week| week_together(outlook, how, week)).collect()
}

fn week_together(outlook: &Outlook<'_>, how: How, week: &[NaiveDate]) -> Vec<Held> {
    let is_off = |day: NaiveDate| off(outlook, how, day).is_some();
    let Some(first_off) = week.iter().copied().find(|day| is_off(*day)) else {
        return week.iter().map(|day| held(outlook, how, *day)).collect();
    };
    let all_work = |weeks: &u64| week.iter().all(|day| !is_off(*day + Days::new(7 * weeks)));
    let Some(weeks) = (1..=WEEKS).find(all_work) else {
        return week.iter().map(|day| held(outlook, how, *day)).collect();
    };
    let one = |planned: &NaiveDate| {
        let to = *planned + Days::new(7 * weeks);
        let reason = off(outlook, how, *planned).unwrap_or_else(|| format!("与同一周放假的 {first_off} 一起"));
        let separator = if is_off(*planned) { "，" } else { "" };
        let why = Some(format!("{planned} {reason}{separator}顺延到下周同日 {to}"));
        Held { planned: *planned, held: Some(to), why, estimated: outlook.is_open(*planned) || outlook.is_open(to) }
    };
    week.iter().map(one).collect()
}

/// Why a day is off under a rule: 是春节假期, 是星期日; none = it is not.
fn off(outlook: &Outlook<'_>, how: How, day: NaiveDate) -> Option<String> {
    if let Some(name) = outlook.holiday(day) {
        return Some(if outlook.is_open(day) {
            format!("按推算是{name}假期（放假安排尚未公布）")
        } else {
            format!("是{name}假期")
        });
    }
    (how.weekends && outlook.is_plain_weekend(day)).then(|| format!("是{}", weekday_of(day)))
}

fn words(how: How, reason: &str, held: Option<NaiveDate>) -> String {
    match (how.shift, held) {
        (Shift::NextWorkday, Some(day)) => format!("{reason}，顺延到下一个工作日 {day}"),
        (Shift::WeekLater, Some(day)) => format!("{reason}，顺延到下周同日 {day}"),
        (Shift::WeekLater, None) => format!("{reason}，一年之内的同一星期几都放假，当日不接待"),
        (_, _) => format!("{reason}，当日不接待"),
    }
}
