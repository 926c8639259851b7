//! Opening a matter, handing it on, and writing its steps.

use super::clock::{AGREED, by_rule};
use super::read::course;
use super::rules::Kind;
use super::{ActivityMatter, Assignment, Matter, Raised, Round, Step};
use crate::error::{Error, Result};
use crate::store::{Db, Tx};

/// What raised a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A party of a visit.
    Party(String),
    /// A deputy.
    Deputy(String),
    /// An activity.
    Activity(String),
    /// A contact made.
    Contact(String),
    /// A visit to a constituency.
    ConstituencyVisit(String),
}

impl Source {
    /// The column of [`Raised`] that holds it, and its key.
    fn column(&self) -> (&'static str, &str) {
        match self {
            Self::Party(key) => ("party_id", key),
            Self::Deputy(key) => ("person_id", key),
            Self::Activity(key) => ("activity_id", key),
            Self::Contact(key) => ("contact_id", key),
            Self::ConstituencyVisit(key) => ("constituency_visit_id", key),
        }
    }
}

/// Writes a new matter with its first round and the step that records it; the key of the round.
pub fn open(tx: &mut Tx<'_>, matter: &Matter, recorded_on: &str) -> Result<String> {
    tx.insert(matter)?;
    let (id, created) = tx.fresh();
    tx.insert(&Round { id: id.clone(), created, voided: None, matter_id: matter.id.clone(), ordinal: 1 })?;
    add_step(tx, Step { round_id: id.clone(), ..step(Kind::Recorded, recorded_on) })?;
    Ok(id)
}

/// A step of that kind on that day, with nothing else said.
pub fn step(kind: Kind, happened_on: &str) -> Step {
    Step { kind: kind.key().to_owned(), happened_on: happened_on.to_owned(), ..Step::default() }
}

/// Writes a new step, the last of its day; its key.
pub fn add_step(tx: &mut Tx<'_>, step: Step) -> Result<String> {
    let (id, created) = tx.fresh();
    // The order of steps of one day is that of their entry, whatever the clock says.
    let sort = tx.db().value(include_str!("sql/next_sort.sql"), [&step.round_id])?.unwrap_or(0);
    let step = with_deadline(tx.db(), step)?;
    tx.insert(&Step { id: id.clone(), created, sort, ..step })?;
    Ok(id)
}

/// A step that hands on gives its unit a deadline by the rules, unless one was agreed; the county no rule of the station
/// binds.
pub fn with_deadline(db: Db<'_>, step: Step) -> Result<Step> {
    let agreed = step.due_on.is_some() && step.due_rule.as_deref().is_none_or(|rule| rule == AGREED);
    let day = step.happened_on.parse().ok().filter(|_| step.kind == Kind::Handed.key() && !agreed);
    let Some((assignment, day)) = step.assignment_id.as_deref().zip(day) else { return Ok(step) };
    let round: Round = db.get(&step.round_id)?;
    let mut course = course(db, &round.matter_id)?;
    course.steps.retain(|s| s.id != step.id);
    let given = match step.route_id.as_deref() {
        Some(COUNTY) => None,
        _ => by_rule(db, &course, (Kind::Handed, assignment, day))?,
    };
    let (due_on, due_rule) = given.map(|g| (g.due.to_string(), g.rule)).unzip();
    Ok(Step { due_on, due_rule, ..step })
}

/// 提请县人大.
pub const COUNTY: &str = "route.county";

/// Says what raised a matter; the key of the link.
pub fn raise(tx: &mut Tx<'_>, matter_id: &str, source: Source, sort: i64) -> Result<String> {
    let (id, created) = tx.fresh();
    let mut raised = Raised { id: id.clone(), created, matter_id: matter_id.to_owned(), sort, ..Raised::default() };
    match source {
        Source::Party(key) => raised.party_id = Some(key),
        Source::Deputy(key) => raised.person_id = Some(key),
        Source::Activity(key) => raised.activity_id = Some(key),
        Source::Contact(key) => raised.contact_id = Some(key),
        Source::ConstituencyVisit(key) => raised.constituency_visit_id = Some(key),
    }
    tx.insert(&raised)?;
    Ok(id)
}

/// What a source raised, in its order.
pub fn raised_by(db: Db<'_>, source: &Source) -> Result<Vec<Raised>> {
    let (column, key) = source.column();
    let mut raised: Vec<Raised> = db.having(column, key)?;
    raised.sort_by_key(|r| r.sort);
    Ok(raised)
}

/// A source no longer raises a matter; the matter goes with it unless something else raised it too.
pub fn withdraw(tx: &mut Tx<'_>, raised: &Raised) -> Result<()> {
    tx.void::<Raised>(&raised.id)?;
    if tx.db().having::<Raised>("matter_id", &raised.matter_id)?.is_empty() {
        tx.void::<Matter>(&raised.matter_id)?;
    }
    Ok(())
}

/// A corrected date moves the step that records a matter with it.
pub fn record_on(tx: &mut Tx<'_>, matter_id: &str, day: &str) -> Result<()> {
    match steps(tx.db(), matter_id)?.into_iter().find(|s| s.kind == Kind::Recorded.key() && s.happened_on != day) {
        Some(old) => tx.update(&Step { happened_on: day.to_owned(), ..old }),
        None => Ok(()),
    }
}

/// Hands a round on to a unit (none = 待补), in a role; the key of the assignment.
pub fn assign(tx: &mut Tx<'_>, round_id: &str, unit_id: Option<String>, role: &str) -> Result<String> {
    let (id, created) = tx.fresh();
    let (round_id, role) = (round_id.to_owned(), role.to_owned());
    tx.insert(&Assignment { id: id.clone(), created, voided: None, round_id, unit_id, role, handler: None })?;
    Ok(id)
}

/// The newest round of a matter.
pub fn newest_round(db: Db<'_>, matter_id: &str) -> Result<Round> {
    db.first(include_str!("sql/newest_round.sql"), [matter_id])?.ok_or(Error::Missing("办理轮次"))
}

/// All steps of a matter in the order of its life.
pub fn steps(db: Db<'_>, matter_id: &str) -> Result<Vec<Step>> {
    db.all(include_str!("sql/steps.sql"), [matter_id])
}

/// The matters that an activity is about, in order.
pub fn about_which(db: Db<'_>, activity_id: &str) -> Result<Vec<String>> {
    let mut all: Vec<ActivityMatter> = db.having("activity_id", activity_id)?;
    all.sort_by_key(|link| link.sort);
    Ok(all.into_iter().map(|link| link.matter_id).collect())
}

/// Says which matters an activity is about, replacing what was said before where it differs.
pub fn about(tx: &mut Tx<'_>, activity_id: &str, matters: &[String]) -> Result<()> {
    let old: Vec<ActivityMatter> = tx.db().having("activity_id", activity_id)?;
    for gone in old.iter().filter(|link| !matters.contains(&link.matter_id)) {
        tx.void::<ActivityMatter>(&gone.id)?;
    }
    for (sort, matter) in (0_i64..).zip(matters) {
        if let Some(kept) = old.iter().find(|link| link.matter_id == *matter) {
            tx.update(&ActivityMatter { sort, ..kept.clone() })?;
            continue;
        }
        tx.db().get::<Matter>(matter)?;
        let (id, created) = tx.fresh();
        let (activity_id, matter_id) = (activity_id.to_owned(), matter.clone());
        tx.insert(&ActivityMatter { id, created, voided: None, activity_id, matter_id, sort })?;
    }
    Ok(())
}
