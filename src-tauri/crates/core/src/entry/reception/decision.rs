//! The first decision about what was raised: how it is handled, by whom, and what was answered at once.

use super::{MatterOfVisit, ReceptionDraft};
use crate::entry::said;
use crate::error::{Error, Problem, Result};
use crate::matter::edit::{add_step, assign, newest_round, record_on, step, steps, with_deadline};
use crate::matter::rules::Kind;
use crate::matter::{Assignment, Step};
use crate::store::{Db, Tx};
use crate::unit;
use crate::unit::Unit;

/// A decision as the form says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Decision {
    /// 处理方式.
    pub(super) route_id: Option<String>,
    /// The unit that handles it, or the office to which somebody was guided.
    pub(super) unit: Option<String>,
    /// What was answered.
    pub(super) reply: Option<String>,
}

impl Decision {
    fn typed(says: &MatterOfVisit) -> Self {
        Self { route_id: says.route_id.clone(), unit: said(says.unit.as_deref()), reply: said(says.reply.as_deref()) }
    }

    /// What it makes of the matter. A unit without 处理方式 means that it was handed on; so does a decision that stands
    /// without it.
    fn kind(&self, old: Option<&Step>) -> Option<Kind> {
        let handed =
            || self.unit.is_some() || old.is_some_and(|s| s.route_id.is_none() && s.kind == Kind::Handed.key());
        self.route_id.as_deref().map(Kind::of_route).or_else(|| handed().then_some(Kind::Handed))
    }
}

/// The decision that stands, with its step; none where nothing is decided.
pub(super) fn standing(db: Db<'_>, life: &[Step]) -> Result<Option<(Step, Decision)>> {
    let Some(step) = life.iter().find(|s| Kind::of(&s.kind).is_some_and(Kind::decides)) else { return Ok(None) };
    let handed_to = step.assignment_id.as_deref().map(|a| db.get::<Assignment>(a)).transpose()?;
    let unit_id = handed_to.and_then(|a| a.unit_id).or_else(|| step.unit_id.clone());
    let unit = unit_id.map(|u| db.get::<Unit>(&u)).transpose()?.map(|u| u.name);
    let decision = Decision { route_id: step.route_id.clone(), unit, reply: step.words.clone() };
    Ok(Some((step.clone(), decision)))
}

/// Writes the decision, or corrects it; what the draft says as it stands is left as it is.
pub(super) fn decide(tx: &mut Tx<'_>, matter_id: &str, (draft, at): (&ReceptionDraft, usize)) -> Result<()> {
    let Some(says) = draft.matters.get(at) else { return Ok(()) };
    let (typed, life) = (Decision::typed(says), steps(tx.db(), matter_id)?);
    record_on(tx, matter_id, &draft.happened_on)?;
    match standing(tx.db(), &life)? {
        None => first(tx, matter_id, (&typed, &draft.happened_on)),
        // Its recording and the decision; what is more came after it.
        Some(stands) if life.len() > 2 => correct_words(tx, stands, (&typed, at)),
        Some(stands) => correct(tx, stands, (&typed, &draft.happened_on)),
    }
}

fn first(tx: &mut Tx<'_>, matter_id: &str, (typed, day): (&Decision, &str)) -> Result<()> {
    let Some(kind) = typed.kind(None) else { return Ok(()) };
    let round = newest_round(tx.db(), matter_id)?;
    let unit_id = office(tx, kind, typed)?;
    let assignment_id = if kind == Kind::Handed { Some(assignment(tx, &round.id, typed)?) } else { None };
    let (route_id, words) = (typed.route_id.clone(), typed.reply.clone());
    let made = Step { round_id: round.id, unit_id, assignment_id, route_id, words, ..step(kind, day) };
    add_step(tx, made).map(drop)
}

/// Once a matter has gone further, another way of handling, or another unit, would contradict its steps.
fn correct_words(tx: &mut Tx<'_>, (old, stands): (Step, Decision), (typed, at): (&Decision, usize)) -> Result<()> {
    let refused =
        [("route_id", "处理方式", typed.route_id != stands.route_id), ("unit", "承办单位", typed.unit != stands.unit)];
    if let Some((field, what, _)) = refused.into_iter().find(|(.., changed)| *changed) {
        let message = format!("这件事已有后续办理步骤，不能在这里改{what}，请到事项页里改，或先作废后面的步骤。");
        return Err(Error::Problems(vec![Problem::new(format!("matters.{at}.{field}"), message)]));
    }
    match &typed.reply {
        Some(words) if typed.reply != stands.reply => tx.update(&Step { words: Some(words.clone()), ..old }),
        _ => Ok(()),
    }
}

fn correct(tx: &mut Tx<'_>, (old, stands): (Step, Decision), (typed, day): (&Decision, &str)) -> Result<()> {
    if *typed == stands && old.happened_on == day {
        return Ok(());
    }
    let Some(kind) = typed.kind(Some(&old)) else { return take_back(tx, &old) };
    let (route_id, unit_id) = (typed.route_id.clone(), office(tx, kind, typed)?);
    let (happened_on, words) = (day.to_owned(), typed.reply.clone());
    let assignment_id = match (&old.assignment_id, kind) {
        (Some(id), Kind::Handed) => Some(reassign(tx, id, typed)?),
        (Some(id), _) => {
            tx.void::<Assignment>(id)?;
            None
        }
        (None, Kind::Handed) => Some(assignment(tx, &old.round_id, typed)?),
        (None, _) => None,
    };
    let kind = kind.key().to_owned();
    let stays = old.kind == kind && old.happened_on == happened_on;
    let new = Step { assignment_id, kind, happened_on, route_id, words, unit_id, ..old };
    // The deadline follows what it is now.
    tx.update(&if stays { new } else { with_deadline(tx.db(), Step { due_on: None, due_rule: None, ..new })? })
}

fn take_back(tx: &mut Tx<'_>, old: &Step) -> Result<()> {
    if let Some(id) = &old.assignment_id {
        tx.void::<Assignment>(id)?;
    }
    tx.void::<Step>(&old.id)
}

/// The office to which somebody was guided.
fn office(tx: &mut Tx<'_>, kind: Kind, typed: &Decision) -> Result<Option<String>> {
    if kind == Kind::Guided { named(tx, typed) } else { Ok(None) }
}

/// The unit as typed; made when the store lacks it.
fn named(tx: &mut Tx<'_>, typed: &Decision) -> Result<Option<String>> {
    typed.unit.as_deref().map(|name| unit::edit::find_or_add(tx, name)).transpose()
}

fn assignment(tx: &mut Tx<'_>, round_id: &str, typed: &Decision) -> Result<String> {
    let unit_id = named(tx, typed)?;
    assign(tx, round_id, unit_id, "主办")
}

fn reassign(tx: &mut Tx<'_>, id: &str, typed: &Decision) -> Result<String> {
    let old: Assignment = tx.db().get(id)?;
    let unit_id = named(tx, typed)?;
    tx.update(&Assignment { unit_id, ..old })?;
    Ok(id.to_owned())
}
