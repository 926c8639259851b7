//! A deadline of the station's own: how long, by which article, from which day.

use serde::{Deserialize, Serialize};

use super::checks::{clear, need_day};
use super::{Saved, said};
use crate::deadline::rules::{Rules, name, presets};
use crate::deadline::{DeadlineRule, Kind, Unit};
use crate::error::{Error, Problem, Result};
use crate::store::{Db, Fact, Tx};

/// What the clerk says of a deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DeadlineDraft {
    /// The setting that is corrected; none for a new one.
    pub id: Option<String>,
    /// What for.
    pub kind: Kind,
    /// How many.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub amount: i64,
    /// Of what.
    pub unit: Unit,
    /// 依据.
    pub article: String,
    /// For what begins on that day or later.
    pub since: String,
}

/// A deadline as the settings show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DeadlineRow {
    /// What for.
    pub kind: Kind,
    /// What that is called.
    pub name: String,
    /// How long it is today.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// 依据.
    pub article: String,
    /// The station's own settings, the earliest first; empty = as it ships.
    pub own: Vec<DeadlineDraft>,
}

/// All deadlines as they hold on a day.
pub fn all(db: Db<'_>, day: &str) -> Result<Vec<DeadlineRow>> {
    let rules = Rules::load(db)?;
    let own: Vec<DeadlineRule> = db.all(include_str!("../deadline/sql/rules.sql"), [])?;
    let row = |kind: Kind| {
        let rule = rules.on(kind, day)?;
        let own = own.iter().filter(|o| o.kind == kind.key()).filter_map(shown).collect();
        let (amount, unit, article) = (rule.amount, rule.unit, rule.article);
        Ok(DeadlineRow { kind, name: name(kind).to_owned(), amount, unit, article, own })
    };
    Kind::ALL.into_iter().map(row).collect()
}

fn shown(rule: &DeadlineRule) -> Option<DeadlineDraft> {
    Some(DeadlineDraft {
        id: Some(rule.id.clone()),
        kind: Kind::of(&rule.kind)?,
        amount: rule.amount,
        unit: Unit::of(&rule.unit)?,
        article: rule.article.clone(),
        since: rule.since.clone(),
    })
}

/// Saves a deadline.
///
/// # Errors
/// `Problems` without a length, an article or a day.
pub fn save(tx: &mut Tx<'_>, draft: &DeadlineDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let new = |id, created| DeadlineRule { id, created, ..DeadlineRule::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let rule = DeadlineRule {
        kind: draft.kind.key().to_owned(),
        amount: draft.amount,
        unit: draft.unit.key().to_owned(),
        article: draft.article.trim().to_owned(),
        since: draft.since.clone(),
        ..base
    };
    tx.put(&rule)?;
    Ok(saved(rule.id, format!("已保存期限：{}", name(draft.kind))))
}

fn saved(id: String, label: String) -> Saved {
    Saved { id, number: None, label, writes: Vec::new() }
}

fn problems(draft: &DeadlineDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if !(1..=366).contains(&draft.amount) {
        found.push(Problem::new("amount", "期限应在1到366之间，请改正。"));
    }
    if said(Some(&draft.article)).is_none() {
        found.push(Problem::new("article", "没有写依据，请填写是哪部法规第几条，或“本站规定”。"));
    }
    need_day(&mut found, ("since", "起始日期"), &draft.since);
    found
}

/// A setting no longer holds.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let rule: DeadlineRule = tx.db().get(id)?;
    tx.void::<DeadlineRule>(id)?;
    let name = Kind::of(&rule.kind).map_or("", name);
    Ok(saved(rule.id, format!("已作废期限：{name}")))
}

/// Takes over what a province does otherwise, from a day.
///
/// # Errors
/// `Missing` when there is no such province; `Problems` without a day.
pub fn take(tx: &mut Tx<'_>, (preset, since): (&str, &str)) -> Result<Saved> {
    let preset = presets().iter().find(|p| p.name == preset).ok_or(Error::Missing(DeadlineRule::NAME))?;
    for rule in &preset.rules {
        let (kind, unit, article, since) = (rule.kind, rule.unit, rule.article.clone(), since.to_owned());
        save(tx, &DeadlineDraft { id: None, kind, amount: rule.amount.into(), unit, article, since })?;
    }
    Ok(saved(String::new(), format!("已采用{}的期限规定", preset.name)))
}
