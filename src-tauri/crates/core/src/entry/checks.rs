//! What keeps drafts from being saved beyond their identity: dates that are none, ends before beginnings, counts below 0.

use super::{is_day, said};
use crate::error::{Error, Problem, Result};

/// A draft may be saved where nothing was found.
///
/// # Errors
/// `Problems` with all that was found.
pub(super) fn clear(found: Vec<Problem>) -> Result<()> {
    if found.is_empty() { Ok(()) } else { Err(Error::Problems(found)) }
}

/// The date that a draft must have.
pub(super) fn need_day(found: &mut Vec<Problem>, (field, label): (&str, &str), day: &str) {
    if day.trim().is_empty() {
        found.push(Problem::new(field, format!("没有{label}，请填写，例如 2026-03-05。")));
    } else if !is_day(day) {
        found.push(unread(field, label));
    }
}

/// What a draft must have chosen.
pub(super) fn need_one(found: &mut Vec<Problem>, (field, label): (&str, &str), chosen: Option<&str>) {
    if said(chosen).is_none() {
        found.push(Problem::new(field, format!("没有选{label}，请选择。")));
    }
}

/// Dates that a draft may have: field, label, what is said.
pub(super) fn days(found: &mut Vec<Problem>, all: &[(&str, &str, &Option<String>)]) {
    let wrong = all.iter().filter(|(_, _, day)| said(day.as_deref()).is_some_and(|day| !is_day(&day)));
    found.extend(wrong.map(|(field, label, _)| unread(field, label)));
}

fn unread(field: &str, label: &str) -> Problem {
    Problem::new(field, format!("{label}看不懂，请写成 2026-03-05 这样。"))
}

/// An end that lies before the beginning.
pub(super) fn span(found: &mut Vec<Problem>, since: Option<&str>, until: Option<&str>) {
    if let (Some(since), Some(until)) = (said(since), said(until))
        && is_day(&since)
        && is_day(&until)
        && until < since
    {
        found.push(Problem::new("until", "结束日期早于开始日期，请改正。"));
    }
}

/// Counts and sums that a draft may have, none of them below the lowest: field, label, how many.
pub(super) fn counts(found: &mut Vec<Problem>, lowest: i64, all: &[(&str, &str, Option<i64>)]) {
    let wrong = all.iter().filter(|(_, _, n)| n.is_some_and(|n| n < lowest));
    found.extend(wrong.map(|(field, label, _)| Problem::new(*field, format!("{label}不能小于{lowest}，请改正。"))));
}

/// Words of which a draft may say one: field, label, what is said, what there is.
pub(super) fn one_of(found: &mut Vec<Problem>, (field, label): (&str, &str), word: Option<&str>, all: &[&str]) {
    if said(word).is_some_and(|word| !all.contains(&word.as_str())) {
        found.push(Problem::new(field, format!("{label}只能是{}，请重新选择。", all.join("、"))));
    }
}

/// Deputies, of whom there must be one: persons of the roster, or names that it lacks.
pub(super) fn deputies(found: &mut Vec<Problem>, persons: &[String], names: &[String]) {
    if persons.is_empty() && names.iter().all(|name| name.trim().is_empty()) {
        found.push(Problem::new("deputies", "没有选代表，请至少选一名。"));
    }
}
