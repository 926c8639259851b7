//! Recurrence as RFC 5545 says it (RRULE), days only.

use std::fmt::Write;

use chrono::{Days, NaiveDate, NaiveTime};
use rrule::{Frequency, RRule, RRuleSet, Tz, Unvalidated};

use crate::error::{Error, Problem, Result};

/// Where rules without a beginning are counted from: the Monday with which 2018 began, so that 隔周 and every second month
/// stay the same however the days are looked at.
pub const ANCHOR: NaiveDate = match NaiveDate::from_ymd_opt(2018, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The days of a rule between two days, both included, in order; counted from the anchor, the rule's DTSTART.
///
/// # Errors
/// `Problems` with one sentence when the rule cannot be read.
pub fn days(rule: &str, anchor: NaiveDate, (from, to): (NaiveDate, NaiveDate)) -> Result<Vec<NaiveDate>> {
    let (Some(start), Some(from), Some(to)) = (noon(anchor), noon(from), noon(to)) else { return Ok(Vec::new()) };
    let rule = read(rule)?.validate(start).map_err(|_| unreadable(rule))?;
    let set = RRuleSet::new(start).rrule(rule).after(from).before(to);
    let mut days: Vec<NaiveDate> = set.all(u16::MAX).dates.iter().map(chrono::DateTime::date_naive).collect();
    days.dedup();
    Ok(days)
}

/// Checks a rule without asking for its days.
///
/// # Errors
/// `Problems` with one sentence when the rule cannot be read.
pub fn check(rule: &str) -> Result<()> {
    days(rule, ANCHOR, (ANCHOR, ANCHOR + Days::new(1))).map(drop)
}

fn read(rule: &str) -> Result<RRule<Unvalidated>> {
    let parsed: RRule<Unvalidated> = plain(rule).parse().map_err(|_| unreadable(rule))?;
    let by_the_clock = matches!(parsed.get_freq(), Frequency::Hourly | Frequency::Minutely | Frequency::Secondly);
    if by_the_clock || parsed.get_interval() == 0 { Err(unreadable(rule)) } else { Ok(parsed) }
}

fn unreadable(rule: &str) -> Error {
    let says = format!("规则“{}”看不懂，请按 FREQ=MONTHLY;BYMONTHDAY=15 这样的写法改正。", rule.trim());
    Error::Problems(vec![Problem::new("rrule", says)])
}

/// Without its `RRULE:`, and with an UNTIL that lasts to the end of its day.
fn plain(rule: &str) -> String {
    let upper = rule.trim().to_uppercase();
    let bare = upper.strip_prefix("RRULE:").unwrap_or(&upper);
    let mut out = String::new();
    for part in bare.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let separator = if out.is_empty() { "" } else { ";" };
        let _ = match part.strip_prefix("UNTIL=").and_then(|until| until.get(..8)) {
            Some(day) => write!(out, "{separator}UNTIL={day}T235959Z"),
            None => write!(out, "{separator}{part}"),
        };
    }
    out
}

/// Noon, so that no zone of this computer can move a day.
fn noon(day: NaiveDate) -> Option<chrono::DateTime<Tz>> {
    let time = NaiveTime::from_hms_opt(12, 0, 0)?;
    day.and_time(time).and_local_timezone(Tz::UTC).single()
}

#[cfg(test)]
mod tests {
    use super::{ANCHOR, check, days};
    use chrono::NaiveDate;

    fn between(rule: &str, from: &str, to: &str) -> Vec<String> {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        days(rule, ANCHOR, (day(from), day(to))).unwrap().iter().map(NaiveDate::to_string).collect()
    }

    #[test]
    fn rules_give_their_days() {
        for (rule, from, to, days) in [
            (
                "FREQ=MONTHLY;BYMONTHDAY=15,20",
                "2026-02-01",
                "2026-03-16",
                &["2026-02-15", "2026-02-20", "2026-03-15"][..],
            ),
            ("RRULE:FREQ=WEEKLY;BYDAY=FR", "2026-01-01", "2026-01-10", &["2026-01-02", "2026-01-09"]),
            ("FREQ=MONTHLY;BYDAY=1MO,1TU", "2022-01-01", "2022-01-31", &["2022-01-03", "2022-01-04"]),
            ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-01", "2026-03-31", &["2026-01-31", "2026-03-31"]),
            ("freq=monthly;bymonthday=-1;until=20260228", "2026-01-01", "2026-12-31", &["2026-01-31", "2026-02-28"]),
            (
                "FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=15",
                "2026-02-01",
                "2026-05-31",
                &["2026-03-15", "2026-05-15"],
            ),
        ] {
            assert_eq!(between(rule, from, to), days, "{rule}");
        }
    }

    #[test]
    fn every_second_week_is_the_same_week_however_it_is_looked_at() {
        let rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR";
        let year = between(rule, "2026-01-01", "2026-12-31");
        let month = between(rule, "2026-06-01", "2026-06-30");
        assert!(month.iter().all(|day| year.contains(day)), "a month's days are among the year's");
        assert_eq!(month.len(), 2, "two of the four Fridays");
    }

    #[test]
    fn a_rule_that_cannot_be_read_is_one_sentence() {
        for rule in
            ["", "每周五", "FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY;BYMONTHDAY=40", "FREQ=DAILY;INTERVAL=0"]
        {
            assert!(check(rule).is_err(), "{rule} is no rule");
        }
    }
}
