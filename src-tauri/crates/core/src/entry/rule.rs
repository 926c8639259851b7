//! 接待日规则 of a site by hand: by its structure, or in words that are understood; several of a site, each with its time.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::checks::{clear, days, need_one, one_of, span};
use super::{Saved, said};
use crate::calendar::days::Calendar;
use crate::calendar::plan::{PlannedDay, planned};
use crate::calendar::shift::Shift;
use crate::calendar::when::When;
use crate::calendar::{ReceptionRule, lunar, recur, words};
use crate::error::{Problem, Result};
use crate::site::Site;
use crate::store::{Db, Tx};

/// What may happen on a day off.
const SHIFTS: [&str; 4] = ["next_workday", "week_later", "keep", "skip"];

/// What may happen when two days of a site fall together.
const COLLISIONS: [&str; 2] = ["merge", "next_workday"];

/// So many days are looked ahead for the next reception days.
const AHEAD: u64 = 400;

/// What the clerk says of a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct RuleDraft {
    /// The rule that is corrected; none for a new one.
    pub id: Option<String>,
    /// The site.
    pub site_id: Option<String>,
    /// In words; empty = as its structure is told. Words without a structure are read.
    pub words: String,
    /// As RFC 5545 says it.
    pub rrule: Option<String>,
    /// Last digits of days of the lunar month: `2,5,8`.
    pub lunar: Option<String>,
    /// 专人坐班值守: every workday.
    pub daily: bool,
    /// Hours as written.
    pub hours: Option<String>,
    /// From when; none = from ever.
    pub since: Option<String>,
    /// Until when; none = still.
    pub until: Option<String>,
    /// On a day off: `next_workday`, `week_later`, `keep` or `skip`; none = what the words say.
    #[cfg_attr(feature = "bindings", ts(type = "'next_workday' | 'week_later' | 'keep' | 'skip' | null"))]
    pub shift: Option<String>,
    /// Whether a plain weekend counts as a day off.
    pub weekends: bool,
    /// When two days fall together: `merge` (none as well) or `next_workday`.
    #[cfg_attr(feature = "bindings", ts(type = "'merge' | 'next_workday' | null"))]
    pub collision: Option<String>,
}

/// A rule as the settings list it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RuleRow {
    /// Name of its site.
    pub site: String,
    /// Whether its days are known: words may say something that is no rule (另行通知).
    pub understood: bool,
    /// The rule.
    pub draft: RuleDraft,
}

/// What a rule would come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RulePreview {
    /// The rule in words.
    pub words: String,
    /// Whether its days are known.
    pub understood: bool,
    /// The next reception days by it, with what happens to each.
    pub days: Vec<NextDay>,
}

/// One of the next days by a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NextDay {
    /// The day.
    #[serde(flatten)]
    #[cfg_attr(feature = "bindings", ts(flatten))]
    pub day: PlannedDay,
    /// The day by the rule in the lunar calendar, 腊月初二, where the rule goes by it.
    pub lunar: Option<String>,
}

/// Saves a rule.
///
/// # Errors
/// `Problems` without a site or words, or where the rule cannot be read.
pub fn save(tx: &mut Tx<'_>, draft: &RuleDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let new = |id, created| ReceptionRule { id, created, ..ReceptionRule::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let rule = match structure(draft) {
        Some(when) => structured(draft, &when, base),
        None => with_words(base, draft.words.trim()),
    };
    let rule = ReceptionRule {
        site_id: said(draft.site_id.as_deref()),
        hours: said(draft.hours.as_deref()).or(rule.hours.clone().filter(|_| structure(draft).is_none())),
        since: said(draft.since.as_deref()),
        until: said(draft.until.as_deref()),
        collision: said(draft.collision.as_deref()),
        ..rule
    };
    tx.put(&rule)?;
    let label = format!("已保存接待日规则 {}", rule.rule);
    Ok(Saved { id: rule.id, number: None, label, writes: Vec::new() })
}

fn problems(draft: &RuleDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    need_one(&mut found, ("site_id", "站点"), draft.site_id.as_deref());
    if structure(draft).is_none() && draft.words.trim().is_empty() {
        found.push(Problem::new("words", "没有说哪几天接待，请填写，例如 每月15日。"));
    }
    if let Some(Err(error)) = said(draft.rrule.as_deref()).map(|rule| recur::check(&rule)) {
        found.extend(error.problems().iter().cloned());
    }
    if said(draft.lunar.as_deref()).is_some_and(|digits| lunar::digits(&digits).is_none()) {
        found.push(Problem::new("lunar", "农历逢几看不懂，请写成 2,5,8 这样。"));
    }
    one_of(&mut found, ("shift", "遇节假日"), draft.shift.as_deref(), &SHIFTS);
    one_of(&mut found, ("collision", "两天重合"), draft.collision.as_deref(), &COLLISIONS);
    days(&mut found, &[("since", "开始日期", &draft.since), ("until", "结束日期", &draft.until)]);
    span(&mut found, draft.since.as_deref(), draft.until.as_deref());
    found
}

/// The days as the form's fields say them; none where only words say something.
fn structure(draft: &RuleDraft) -> Option<When> {
    if let Some(rule) = said(draft.rrule.as_deref()) {
        return Some(When::Recur(rule));
    }
    let digits = said(draft.lunar.as_deref()).and_then(|digits| lunar::digits(&digits));
    digits.map(When::Lunar).or_else(|| draft.daily.then_some(When::Daily))
}

/// A rule by its fields. Put off by whole weeks, a weekend stays a weekend, so there it never counts.
fn structured(draft: &RuleDraft, when: &When, base: ReceptionRule) -> ReceptionRule {
    let shift = Shift::of(draft.shift.as_deref());
    let (rrule, lunar, daily) = columns(when);
    ReceptionRule {
        rule: said(Some(&draft.words)).unwrap_or_else(|| words::tell(when)),
        rrule,
        lunar,
        daily,
        shift: Some(shift.key().to_owned()),
        weekends: draft.weekends && matches!(shift, Shift::NextWorkday | Shift::Skip),
        ..base
    }
}

fn columns(when: &When) -> (Option<String>, Option<String>, bool) {
    match when {
        When::Recur(rule) => (Some(rule.clone()), None, false),
        When::Lunar(digits) => (None, Some(digits.iter().map(u32::to_string).collect::<Vec<_>>().join(",")), false),
        When::Daily => (None, None, true),
    }
}

/// A rule by its words: structured where they are understood, else only words.
pub(crate) fn with_words(base: ReceptionRule, text: &str) -> ReceptionRule {
    let rule = text.to_owned();
    let Some(read) = words::read(text) else {
        return ReceptionRule { rule, rrule: None, lunar: None, daily: false, ..base };
    };
    let (rrule, lunar, daily) = columns(&read.when);
    let (shift, weekends) = (Some(read.how.shift.key().to_owned()), read.how.weekends);
    let hours = base.hours.clone().or(read.hours);
    ReceptionRule { rule, hours, rrule, lunar, shift, weekends, daily, ..base }
}

/// Voids a rule; the days that were entered under it stay.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let rule: ReceptionRule = tx.db().get(id)?;
    tx.void::<ReceptionRule>(id)?;
    let label = format!("已作废接待日规则 {}", rule.rule);
    Ok(Saved { id: rule.id, number: None, label, writes: Vec::new() })
}

/// The rules of all sites.
pub fn rules(db: Db<'_>) -> Result<Vec<RuleRow>> {
    let rules: Vec<ReceptionRule> = db.all(include_str!("../calendar/sql/rules.sql"), [None::<String>])?;
    rules.into_iter().map(|rule| row(db, rule)).collect()
}

fn row(db: Db<'_>, rule: ReceptionRule) -> Result<RuleRow> {
    let site: Option<Site> = rule.site_id.as_deref().map(|id| db.get(id)).transpose()?;
    let understood = rule.when().is_some();
    Ok(RuleRow { site: site.map(|site| site.name).unwrap_or_default(), understood, draft: draft_of(rule) })
}

/// As a form shows it; an older store's words are shown with the structure that they have.
fn draft_of(rule: ReceptionRule) -> RuleDraft {
    let (when, how, hours) = (rule.when(), rule.how(), rule.hours());
    let (rrule, lunar, daily) = when.as_ref().map_or((None, None, false), columns);
    RuleDraft {
        id: Some(rule.id),
        site_id: rule.site_id,
        words: rule.rule,
        rrule,
        lunar,
        daily,
        hours,
        since: rule.since,
        until: rule.until,
        shift: when.map(|_| how.shift.key().to_owned()),
        weekends: how.weekends,
        collision: rule.collision,
    }
}

/// Saves a rule for a rehearsal, and tells what comes of it; the next days, the soonest first.
///
/// # Errors
/// As for saving.
pub fn preview(tx: &mut Tx<'_>, draft: &RuleDraft, (today, count): (NaiveDate, usize)) -> Result<RulePreview> {
    let id = save(tx, draft)?.id;
    let rule: ReceptionRule = tx.db().get(&id)?;
    let calendar = Calendar::load(tx.db())?;
    let window = (today, today + Days::new(AHEAD));
    let all = planned(tx.db(), &calendar, rule.site_id.as_deref(), window)?;
    let by_moon = matches!(rule.when(), Some(When::Lunar(_)));
    let told = |day: NaiveDate| lunar::of(day).filter(|_| by_moon).map(|lunar| format!("{}{}", lunar.month, lunar.day));
    let days = all.into_iter().filter(|day| day.rule_id.as_ref() == Some(&id)).take(count);
    let days = days.map(|day| NextDay { lunar: told(day.planned), day }).collect();
    Ok(RulePreview { words: rule.rule.clone(), understood: rule.when().is_some(), days })
}
