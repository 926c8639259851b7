//! What was raised in a reception: the matter, who raised it, and the first decision about it.

use super::{MatterOfVisit, ReceptionDraft};
use crate::entry::said;
use crate::error::{Error, Problem, Result};
use crate::matter::edit::{Source, add_step, assign, newest_round, open, raise, record_on, step, steps, with_deadline};
use crate::matter::rules::Kind;
use crate::matter::{Assignment, HEARD, Matter, Raised, Step};
use crate::store::Tx;
use crate::unit;

/// Writes what was raised; the keys of the matters in the order of the draft.
pub(super) fn put_matters(tx: &mut Tx<'_>, draft: &ReceptionDraft, parties: &[String]) -> Result<Vec<String>> {
    let kept = draft.matters.iter().filter_map(|m| m.id.as_deref());
    void_others(tx, parties, &kept.collect::<Vec<_>>())?;
    let mut matters = Vec::new();
    for (at, matter) in draft.matters.iter().enumerate() {
        let id = put_matter(tx, draft, matter)?;
        link(tx, &id, (matter, parties))?;
        decide(tx, &id, (draft, at))?;
        matters.push(id);
    }
    Ok(matters)
}

/// Matters of this visit that the draft no longer has.
fn void_others(tx: &mut Tx<'_>, parties: &[String], kept: &[&str]) -> Result<()> {
    for party in parties {
        for raised in tx.db().having::<Raised>("party_id", party)? {
            if !kept.contains(&raised.matter_id.as_str()) {
                tx.void::<Raised>(&raised.id)?;
                tx.void::<Matter>(&raised.matter_id)?;
            }
        }
    }
    Ok(())
}

fn put_matter(tx: &mut Tx<'_>, draft: &ReceptionDraft, says: &MatterOfVisit) -> Result<String> {
    let words = Some(says.words.trim().to_owned());
    let (category_id, nature_id, confidential) = (says.category_id.clone(), says.nature_id.clone(), draft.confidential);
    if let Some(id) = &says.id {
        let old: Matter = tx.db().get(id)?;
        tx.update(&Matter { words, category_id, nature_id, confidential, ..old })?;
        return Ok(id.clone());
    }
    let (id, created) = tx.fresh();
    let kind = HEARD.to_owned();
    let matter = Matter { id, created, kind, words, category_id, nature_id, confidential, ..Matter::default() };
    open(tx, &matter, &draft.happened_on)?;
    Ok(matter.id)
}

/// Says which parties raised the matter.
fn link(tx: &mut Tx<'_>, matter_id: &str, (says, parties): (&MatterOfVisit, &[String])) -> Result<()> {
    let raisers: Vec<&String> = match says.parties.as_slice() {
        [] => parties.iter().collect(),
        some => some.iter().filter_map(|at| parties.get(*at)).collect(),
    };
    let old: Vec<Raised> = tx.db().having("matter_id", matter_id)?;
    for gone in old.iter().filter(|r| r.party_id.as_ref().is_some_and(|p| !raisers.contains(&p))) {
        tx.void::<Raised>(&gone.id)?;
    }
    for (sort, party) in (0_i64..).zip(raisers) {
        if !old.iter().any(|r| r.party_id.as_ref() == Some(party)) {
            raise(tx, matter_id, Source::Party(party.clone()), sort)?;
        }
    }
    Ok(())
}

/// Writes the first decision about a matter, or corrects it.
fn decide(tx: &mut Tx<'_>, matter_id: &str, (draft, at): (&ReceptionDraft, usize)) -> Result<()> {
    let Some(says) = draft.matters.get(at) else { return Ok(()) };
    let round = newest_round(tx.db(), matter_id)?;
    let life = steps(tx.db(), matter_id)?;
    record_on(tx, matter_id, &draft.happened_on)?;
    let decided = life.iter().find(|s| Kind::of(&s.kind).is_some_and(Kind::decides));
    match (decided, says.route_id.as_deref()) {
        (None, None) => Ok(()),
        (None, Some(route)) => {
            let unit_id = office(tx, Kind::of_route(route), says)?;
            let made = Step { round_id: round.id, unit_id, ..decision(draft, (says, route)) };
            let assignment_id = assignment(tx, &made, says)?;
            add_step(tx, Step { assignment_id, ..made }).map(drop)
        }
        (Some(old), route) => correct(tx, (old, life.len()), (draft, at, route)),
    }
}

fn decision(draft: &ReceptionDraft, (says, route): (&MatterOfVisit, &str)) -> Step {
    Step {
        route_id: Some(route.to_owned()),
        words: said(says.reply.as_deref()),
        ..step(Kind::of_route(route), &draft.happened_on)
    }
}

/// The office to which somebody was guided.
fn office(tx: &mut Tx<'_>, kind: Kind, says: &MatterOfVisit) -> Result<Option<String>> {
    if kind == Kind::Guided { named(tx, says) } else { Ok(None) }
}

/// The unit as typed; made when the store lacks it.
fn named(tx: &mut Tx<'_>, says: &MatterOfVisit) -> Result<Option<String>> {
    said(says.unit.as_deref()).map(|name| unit::edit::find_or_add(tx, &name)).transpose()
}

fn assignment(tx: &mut Tx<'_>, decision: &Step, says: &MatterOfVisit) -> Result<Option<String>> {
    if decision.kind != Kind::Handed.key() {
        return Ok(None);
    }
    let unit_id = named(tx, says)?;
    assign(tx, &decision.round_id, unit_id, "主办").map(Some)
}

/// Corrects the first decision. Once a matter has gone further, another way of handling would contradict its steps.
fn correct(
    tx: &mut Tx<'_>,
    (old, steps): (&Step, usize),
    (draft, at, route): (&ReceptionDraft, usize, Option<&str>),
) -> Result<()> {
    let Some(says) = draft.matters.get(at) else { return Ok(()) };
    let gone_further = steps > 2;
    if gone_further && old.route_id.as_deref() != route {
        let message = "这件事已有后续办理步骤，不能再改处理方式，请先作废后面的步骤。";
        return Err(Error::Problems(vec![Problem::new(format!("matters.{at}.route_id"), message)]));
    }
    let Some(route) = route else { return tx.void::<Step>(&old.id) };
    let happened_on = if gone_further { old.happened_on.clone() } else { draft.happened_on.clone() };
    let kind = Kind::of_route(route);
    let words = said(says.reply.as_deref()).or_else(|| gone_further.then(|| old.words.clone()).flatten());
    let (route_id, unit_id) = (Some(route.to_owned()), office(tx, kind, says)?);
    let new = Step { kind: kind.key().to_owned(), happened_on, route_id, words, unit_id, ..old.clone() };
    let assignment_id = match (&old.assignment_id, kind) {
        (Some(id), Kind::Handed) => reassign(tx, id, says).map(Some)?,
        (Some(id), _) => {
            tx.void::<Assignment>(id)?;
            None
        }
        (None, _) => assignment(tx, &new, says)?,
    };
    // The deadline follows what it is now.
    let counted = Step { assignment_id, due_on: None, due_rule: None, ..new.clone() };
    let stays = old.kind == new.kind && old.happened_on == new.happened_on;
    tx.update(&if stays {
        Step { due_on: new.due_on, due_rule: new.due_rule, ..counted }
    } else {
        with_deadline(tx.db(), counted)?
    })
}

fn reassign(tx: &mut Tx<'_>, id: &str, says: &MatterOfVisit) -> Result<String> {
    let old: Assignment = tx.db().get(id)?;
    let unit_id = named(tx, says)?;
    tx.update(&Assignment { unit_id, ..old })?;
    Ok(id.to_owned())
}
