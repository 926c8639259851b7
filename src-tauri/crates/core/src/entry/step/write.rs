//! Writing a step with what belongs to it: its unit, its deadline, its round.

use super::{StepDraft, deadline, gives_deadline, made};
use crate::entry::said;
use crate::error::Result;
use crate::matter::edit::{COUNTY, add_step, assign, newest_round, step};
use crate::matter::life::Course;
use crate::matter::read::course;
use crate::matter::rules::Kind;
use crate::matter::{Assignment, Matter, Raised, Round, Step};
use crate::store::{Db, Tx};
use crate::unit;

/// The assignment that a draft is about: the one it names, else the only one that can be meant.
pub(super) fn meant(course: &Course, draft: &StepDraft) -> Option<String> {
    if draft.assignment_id.is_some() || !draft.kind.of_unit() {
        return draft.assignment_id.clone();
    }
    let only = |mut all: Vec<&str>| (all.len() == 1).then(|| all.remove(0).to_owned());
    let owing = || only(course.owing().map(|a| a.id.as_str()).collect());
    let stopped = || only(course.standing().map(|a| a.id.as_str()).filter(|id| course.stopped(id).is_some()).collect());
    match draft.kind {
        Kind::Restarted => stopped().or_else(owing),
        _ => owing(),
    }
    .or_else(|| only(course.standing().map(|a| a.id.as_str()).collect()))
}

pub(super) fn add(tx: &mut Tx<'_>, draft: &StepDraft) -> Result<String> {
    let round_id = match draft.kind {
        Kind::Reopened => new_round(tx, &draft.matter_id)?,
        _ => newest_round(tx.db(), &draft.matter_id)?.id,
    };
    say_petition(tx, draft)?;
    let mut new = fill(Step { round_id, ..step(draft.kind, &draft.happened_on) }, draft);
    let course = course(tx.db(), &draft.matter_id)?;
    new.assignment_id = meant(&course, draft);
    match draft.kind {
        Kind::Handed => {
            new.assignment_id = Some(hand_on(tx, draft, &new.round_id)?);
            new.route_id = new.route_id.or_else(|| course.heard.then(|| route_to(draft).to_owned()));
        }
        Kind::Guided => new.unit_id = named_unit(tx, draft)?,
        Kind::Told if new.raised_id.is_none() => new.raised_id = only_raiser(tx.db(), &draft.matter_id)?,
        Kind::Chased if new.level.is_none() => new.level = Some(next_level(&course, new.assignment_id.as_deref())),
        Kind::Accepted => {
            made::accepted(tx, draft)?;
            new.by_whom = new.by_whom.or(made::named(tx.db(), draft)?);
        }
        Kind::TakenUp => {
            new.document = made::suggestion(tx, draft)?;
            new.route_id = Some("route.suggestion".to_owned());
        }
        _ => {}
    }
    // What hands on gets its deadline where every step is added, unless one was agreed.
    if draft.kind != Kind::Handed || draft.due_on.is_some() {
        let given = deadline(tx.db(), draft, (&course, new.assignment_id.as_deref().unwrap_or_default()))?;
        (new.due_on, new.due_rule) = given.unzip();
    }
    add_step(tx, new)
}

/// 处理方式 of what is handed on, where the clerk does not say it: what goes to the county is said by its name.
fn route_to(draft: &StepDraft) -> &'static str {
    let unit = draft.unit.as_deref().unwrap_or_default();
    match () {
        () if unit.contains("县人大") => COUNTY,
        () if unit.ends_with('村') || unit.ends_with("村委会") || unit.ends_with("社区") => "route.village",
        () => "route.township",
    }
}

fn new_round(tx: &mut Tx<'_>, matter_id: &str) -> Result<String> {
    let last = newest_round(tx.db(), matter_id)?;
    let (id, created) = tx.fresh();
    let (matter_id, ordinal) = (matter_id.to_owned(), last.ordinal + 1);
    tx.insert(&Round { id: id.clone(), created, voided: None, matter_id, ordinal })?;
    Ok(id)
}

fn say_petition(tx: &Tx<'_>, draft: &StepDraft) -> Result<()> {
    let Some(petition) = draft.petition else { return Ok(()) };
    let matter: Matter = tx.db().get(&draft.matter_id)?;
    tx.update(&Matter { petition, ..matter })
}

fn hand_on(tx: &mut Tx<'_>, draft: &StepDraft, round_id: &str) -> Result<String> {
    let role = draft.role.clone().unwrap_or_else(|| "主办".to_owned());
    let unit_id = named_unit(tx, draft)?;
    let id = assign(tx, round_id, unit_id, &role)?;
    let new: Assignment = tx.db().get(&id)?;
    tx.update(&Assignment { handler: said(draft.handler.as_deref()), ..new })?;
    Ok(id)
}

/// One more than the last chasing of that unit.
fn next_level(course: &Course, assignment: Option<&str>) -> i64 {
    let same = course.current().filter(|s| s.kind == Kind::Chased && s.assignment.as_deref() == assignment);
    i64::try_from(same.count()).unwrap_or_default() + 1
}

pub(super) fn correct(tx: &mut Tx<'_>, id: &str, draft: &StepDraft) -> Result<String> {
    let old: Step = tx.db().get(id)?;
    say_petition(tx, draft)?;
    if let Some(assignment) = old.assignment_id.as_deref().filter(|_| draft.kind == Kind::Handed) {
        let standing: Assignment = tx.db().get(assignment)?;
        let unit_id = named_unit(tx, draft)?;
        let role = draft.role.clone().unwrap_or_else(|| standing.role.clone());
        tx.update(&Assignment { unit_id, role, handler: said(draft.handler.as_deref()), ..standing })?;
    }
    let raised_id = draft.raised_id.clone().or_else(|| old.raised_id.clone());
    let unit_id = if draft.kind == Kind::Guided { named_unit(tx, draft)? } else { old.unit_id.clone() };
    let mut new = fill(Step { happened_on: draft.happened_on.clone(), ..old.clone() }, draft);
    (new.raised_id, new.unit_id) = (raised_id, unit_id);
    let moved = new.happened_on != old.happened_on || new.route_id != old.route_id || draft.petition.is_some();
    if gives_deadline(draft.kind) && (draft.due_on != old.due_on || moved) {
        let course = course(tx.db(), &draft.matter_id)?;
        let given = deadline(tx.db(), draft, (&course, old.assignment_id.as_deref().unwrap_or_default()))?;
        (new.due_on, new.due_rule) = given.unzip();
    }
    tx.update(&new)?;
    Ok(id.to_owned())
}

/// What is said of the step itself.
fn fill(base: Step, draft: &StepDraft) -> Step {
    let d = draft.clone();
    Step {
        route_id: d.route_id.or_else(|| base.route_id.clone()),
        raised_id: d.raised_id,
        way_id: d.way_id,
        by_whom: said(d.by_whom.as_deref()),
        words: said(d.words.as_deref()),
        document: said(d.document.as_deref()).or_else(|| base.document.clone().filter(|_| d.kind == Kind::TakenUp)),
        result_id: d.result_id,
        grade_id: d.grade_id,
        attitude_id: d.attitude_id,
        level: d.level.or(base.level),
        promised: said(d.promised.as_deref()),
        promised_on: said(d.promised_on.as_deref()),
        activity_id: d.activity_id,
        ..base
    }
}

fn named_unit(tx: &mut Tx<'_>, draft: &StepDraft) -> Result<Option<String>> {
    said(draft.unit.as_deref()).map(|name| unit::edit::find_or_add(tx, &name)).transpose()
}

/// Where one person raised a matter, it is they who are told.
fn only_raiser(db: Db<'_>, matter_id: &str) -> Result<Option<String>> {
    let raised: Vec<Raised> = db.having("matter_id", matter_id)?;
    Ok(match raised.as_slice() {
        [only] => Some(only.id.clone()),
        _ => None,
    })
}
