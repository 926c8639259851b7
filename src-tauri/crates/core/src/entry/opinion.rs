//! What was raised in an activity, a contact or a visit to the constituency, and becomes a matter.

use serde::{Deserialize, Serialize};

use super::checks::one_of;
use super::matter::{LEAD, ROLES, Role, of_matter, set_deputies};
use super::{Writes, said, writes};
use crate::error::{Error, Problem, Result};
use crate::matter::edit::{Source, open, raise, raised_by, record_on, withdraw};
use crate::matter::{HEARD, KINDS, Matter, Raised};
use crate::person::joined::Who;
use crate::store::{Db, Fact, Tx};

/// One thing raised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct OpinionDraft {
    /// The matter that is corrected.
    pub id: Option<String>,
    /// 社情民意, 建议, 批评 or 意见; empty = 社情民意.
    pub kind: String,
    /// In the words in which it was said.
    pub words: String,
    /// 问题类别.
    pub category_id: Option<String>,
    /// 领衔代表 of a suggestion: keys of persons.
    pub lead: Vec<String>,
}

impl OpinionDraft {
    fn kind(&self) -> &str {
        if self.kind.is_empty() { HEARD } else { &self.kind }
    }
}

/// Everything that keeps opinions from being saved.
pub(super) fn problems(found: &mut Vec<Problem>, opinions: &[OpinionDraft]) {
    for (at, opinion) in opinions.iter().enumerate() {
        if opinion.words.trim().is_empty() {
            found.push(Problem::new(format!("opinions.{at}.words"), "没有写意见的内容，请填写，或删去这一条。"));
        }
        one_of(found, (&format!("opinions.{at}.kind"), "意见的类型"), Some(&opinion.kind), &KINDS);
    }
}

/// The day on which a source raised something, and the day that stood before, where it is corrected.
#[derive(Clone, Copy)]
pub(super) struct Day<'a> {
    pub(super) is: &'a str,
    pub(super) was: Option<&'a str>,
}

/// Writes what a source raised: new matters, corrected ones, and those void that it no longer has.
///
/// # Errors
/// `Missing` where an opinion names a matter that the source did not raise.
pub(super) fn set(tx: &mut Tx<'_>, source: &Source, (opinions, day): (&[OpinionDraft], Day<'_>)) -> Result<()> {
    let old = raised_by(tx.db(), source)?;
    for gone in old.iter().filter(|r| !opinions.iter().any(|o| o.id.as_ref() == Some(&r.matter_id))) {
        withdraw(tx, gone)?;
    }
    for (sort, opinion) in (0_i64..).zip(opinions) {
        let matter_id = match old.iter().find(|r| opinion.id.as_ref() == Some(&r.matter_id)) {
            Some(raised) => {
                tx.update(&Raised { sort, ..raised.clone() })?;
                correct(tx, &raised.matter_id, (opinion, day))?
            }
            None if opinion.id.is_some() => return Err(Error::Missing(Matter::NAME)),
            None => add(tx, source, (opinion, day, sort))?,
        };
        set_lead(tx, &matter_id, opinion)?;
    }
    Ok(())
}

fn add(tx: &mut Tx<'_>, source: &Source, (opinion, day, sort): (&OpinionDraft, Day<'_>, i64)) -> Result<String> {
    let (id, created) = tx.fresh();
    let matter = told(opinion, Matter { id, created, ..Matter::default() }, day);
    open(tx, &matter, day.is)?;
    raise(tx, &matter.id, source.clone(), sort)?;
    Ok(matter.id)
}

/// What else is known of the matter by now stays; its dates move only when that of the source does.
fn correct(tx: &mut Tx<'_>, matter_id: &str, (opinion, day): (&OpinionDraft, Day<'_>)) -> Result<String> {
    let old: Matter = tx.db().get(matter_id)?;
    tx.update(&told(opinion, old, day))?;
    if day.was.is_some_and(|was| was != day.is) {
        record_on(tx, matter_id, day.is)?;
    }
    Ok(matter_id.to_owned())
}

/// A suggestion is submitted on the day on which it was raised; what voters say has no such date of its own.
fn told(opinion: &OpinionDraft, base: Matter, day: Day<'_>) -> Matter {
    let moves = base.submitted_on.is_none() || day.was.is_some_and(|was| was != day.is);
    let submitted_on = if moves { Some(day.is.to_owned()) } else { base.submitted_on.clone() };
    let submitted_on = submitted_on.filter(|_| opinion.kind() != HEARD);
    // A title may stand for the words.
    let words = said(Some(&opinion.words)).filter(|words| base.words.is_some() || base.title.as_ref() != Some(words));
    let (kind, category_id) = (opinion.kind().to_owned(), opinion.category_id.clone());
    Matter { kind, words, category_id, submitted_on, ..base }
}

/// Persons who lead; others who belong to the matter stay.
fn set_lead(tx: &mut Tx<'_>, matter_id: &str, opinion: &OpinionDraft) -> Result<()> {
    let lead = opinion.lead.iter().filter(|_| opinion.kind() != HEARD);
    let lead = lead.map(|id| (Who::Person(id.clone()), LEAD));
    let old = of_matter(tx.db(), matter_id)?;
    let others = old.into_iter().filter(|d| d.role != LEAD || d.person_id.is_none());
    let others =
        others.filter_map(|d| Some((Who::of(d.person_id, d.name)?, ROLES.into_iter().find(|r| **r == d.role)?)));
    let all: Vec<Role> = lead.chain(others).collect();
    set_deputies(tx, matter_id, &all)
}

/// What a source raised, as it stands.
pub(super) fn of(db: Db<'_>, source: &Source) -> Result<Vec<OpinionDraft>> {
    raised_by(db, source)?.iter().map(|raised| load(db, raised)).collect()
}

fn load(db: Db<'_>, raised: &Raised) -> Result<OpinionDraft> {
    let matter: Matter = db.get(&raised.matter_id)?;
    let deputies = of_matter(db, &raised.matter_id)?;
    let lead = deputies.into_iter().filter(|d| d.role == LEAD).filter_map(|d| d.person_id).collect();
    let words = matter.words.or(matter.title).unwrap_or_default();
    Ok(OpinionDraft { id: Some(matter.id), kind: matter.kind, words, category_id: matter.category_id, lead })
}

/// Where suggestions among the opinions show up.
pub(super) fn written(opinions: &[OpinionDraft]) -> Vec<Writes> {
    let suggestions = opinions.iter().filter(|o| o.kind() != HEARD).count();
    if suggestions == 0 { Vec::new() } else { writes(&[10], &format!("建议办理{suggestions}行")) }
}
