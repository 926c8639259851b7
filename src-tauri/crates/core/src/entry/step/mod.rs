//! One step of a matter by hand: taken up, handed on, signed for, returned, chased, extended, replied, told, closed …

mod check;
mod made;
#[cfg(test)]
mod tests;
mod write;

use serde::{Deserialize, Serialize};

use super::Saved;
use crate::error::{Error, Problem, Result};
use crate::matter::clock::{AGREED, by_rule};
use crate::matter::edit::{COUNTY, steps};
use crate::matter::life::Course;
use crate::matter::read::course;
use crate::matter::rules::Kind;
use crate::matter::{Assignment, HEARD, Matter, Round, Step};
use crate::store::{Db, Fact, Tx};

pub use check::preview;

/// What the clerk types of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct StepDraft {
    /// The step that is corrected; none for a new one.
    pub id: Option<String>,
    /// The matter.
    pub matter_id: String,
    /// What it is.
    pub kind: Kind,
    /// The day.
    pub happened_on: String,
    /// The assignment that it is about; none = the only one.
    pub assignment_id: Option<String>,
    /// 处理方式, for the steps that decide.
    pub route_id: Option<String>,
    /// 承办单位, as typed; for 引导 the office to which somebody was guided.
    pub unit: Option<String>,
    /// 主办, 协办 or 分办.
    pub role: Option<String>,
    /// 承办人.
    pub handler: Option<String>,
    /// 按信访件办理, said when it is handed on; none = as it stands.
    pub petition: Option<bool>,
    /// 期限 that was agreed; none, or of a correction the one that stands = by the rule.
    pub due_on: Option<String>,
    /// 告知方式.
    pub way_id: Option<String>,
    /// By whom.
    pub by_whom: Option<String>,
    /// In what words; for what is returned, extended or stopped the reason.
    pub words: Option<String>,
    /// 文号.
    pub document: Option<String>,
    /// 办理结果.
    pub result_id: Option<String>,
    /// 满意度 (办理结果).
    pub grade_id: Option<String>,
    /// 满意度 (办理态度).
    pub attitude_id: Option<String>,
    /// Who was told.
    pub raised_id: Option<String>,
    /// 催办 of which level; none = one more than the last.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub level: Option<i64>,
    /// 承诺 beside a reply.
    pub promised: Option<String>,
    /// Until when it was promised.
    pub promised_on: Option<String>,
    /// The activity in which it happened: 答复会, 面商.
    pub activity_id: Option<String>,
    /// 接单代表; of what becomes a suggestion 领衔代表: keys of persons.
    pub deputies: Vec<String>,
    /// 案由 of what becomes a suggestion.
    pub title: Option<String>,
}

impl StepDraft {
    /// A step of which nothing is said yet but what it is and when.
    pub fn of(matter_id: &str, kind: Kind, happened_on: impl ToString) -> Self {
        Self { matter_id: matter_id.to_owned(), kind, happened_on: happened_on.to_string(), ..Self::default() }
    }
}

/// What saving would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StepPreview {
    /// What keeps it from being saved.
    pub problems: Vec<Problem>,
    /// What may be wrong, and may be saved all the same.
    pub doubts: Vec<Problem>,
    /// Until when the unit then has time.
    pub due: Option<String>,
    /// By which rule and article.
    pub due_rule: Option<String>,
}

/// What the clerk calls a step of a matter.
///
/// # Errors
/// `Missing` when there is no such matter.
pub fn called(db: Db<'_>, matter_id: &str, kind: Kind) -> Result<&'static str> {
    Ok(kind.label(db.get::<Matter>(matter_id)?.kind == HEARD))
}

/// Saves a step.
///
/// # Errors
/// `Problems` without a date, out of order, or where the life of the matter does not go on so.
pub fn save(tx: &mut Tx<'_>, draft: &StepDraft) -> Result<Saved> {
    let problems = check::problems(tx.db(), draft, &course(tx.db(), &draft.matter_id)?)?;
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let id = match draft.id.as_deref() {
        Some(id) => write::correct(tx, id, draft)?,
        None => write::add(tx, draft)?,
    };
    let label = format!("已登记{}", called(tx.db(), &draft.matter_id, draft.kind)?);
    Ok(Saved { id, number: None, label, writes: Vec::new() })
}

/// Voids a step, the newest first: what came after it rests on it.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let gone: Step = tx.db().get(id)?;
    let round: Round = tx.db().get(&gone.round_id)?;
    let life = steps(tx.db(), &round.matter_id)?;
    if gone.kind == Kind::Recorded.key() || life.last().is_some_and(|last| last.id != id) {
        let message = "只能作废最后一步；要作废整件事，请作废对应的接待登记。";
        return Err(Error::Problems(vec![Problem::new("id", message)]));
    }
    tx.void::<Step>(id)?;
    let kind = Kind::of(&gone.kind);
    match kind {
        Some(Kind::Handed) => {
            if let Some(assignment) = &gone.assignment_id {
                tx.void::<Assignment>(assignment)?;
            }
        }
        Some(Kind::Reopened) => tx.void::<Round>(&round.id)?,
        Some(Kind::Accepted) => made::not_accepted(tx, &round.matter_id)?,
        Some(Kind::TakenUp) => made::no_suggestion(tx, &round.matter_id)?,
        _ => {}
    }
    let label = kind.map_or(Ok("步骤"), |kind| called(tx.db(), &round.matter_id, kind))?;
    Ok(Saved { id: gone.id, number: None, label: format!("已作废步骤“{label}”"), writes: Vec::new() })
}

/// A step by its key as the draft that would write it.
///
/// # Errors
/// `Missing` when there is none.
pub fn draft(db: Db<'_>, id: &str) -> Result<StepDraft> {
    let step: Step = db.get(id)?;
    let round: Round = db.get(&step.round_id)?;
    let kind = Kind::of(&step.kind).ok_or(Error::Missing(Step::NAME))?;
    load(db, (&round.matter_id, kind), step)
}

/// A step as the draft that would write it.
pub fn load(db: Db<'_>, (matter_id, kind): (&str, Kind), step: Step) -> Result<StepDraft> {
    let assignment: Option<Assignment> = step.assignment_id.as_deref().map(|id| db.get(id)).transpose()?;
    let unit_id = assignment.as_ref().and_then(|a| a.unit_id.as_deref()).or(step.unit_id.as_deref());
    let unit = unit_id.map(|id| db.get::<crate::unit::Unit>(id)).transpose()?;
    Ok(StepDraft {
        unit: unit.map(|unit| unit.name),
        role: assignment.as_ref().map(|a| a.role.clone()),
        handler: assignment.and_then(|a| a.handler),
        id: Some(step.id),
        matter_id: matter_id.to_owned(),
        kind,
        happened_on: step.happened_on,
        assignment_id: step.assignment_id,
        route_id: step.route_id,
        petition: None,
        due_on: step.due_on,
        way_id: step.way_id,
        by_whom: step.by_whom,
        words: step.words,
        document: step.document,
        result_id: step.result_id,
        grade_id: step.grade_id,
        attitude_id: step.attitude_id,
        raised_id: step.raised_id,
        level: step.level,
        promised: step.promised,
        promised_on: step.promised_on,
        activity_id: step.activity_id,
        deputies: Vec::new(),
        title: None,
    })
}

/// Whether a step gives its unit a deadline.
fn gives_deadline(kind: Kind) -> bool {
    matches!(kind, Kind::Handed | Kind::Extended | Kind::Restarted)
}

/// The deadline that a draft gives the unit of an assignment in this life, with its rule.
fn deadline(db: Db<'_>, draft: &StepDraft, (course, assignment): (&Course, &str)) -> Result<Option<(String, String)>> {
    let Some(day) = draft.happened_on.parse().ok().filter(|_| gives_deadline(draft.kind)) else { return Ok(None) };
    let stands: Option<Step> = draft.id.as_deref().map(|id| db.get(id)).transpose()?;
    let counted = |due: &String| {
        stands.as_ref().is_some_and(|s| s.due_on.as_ref() == Some(due) && s.due_rule.as_deref() != Some(AGREED))
    };
    if let Some(agreed) = super::said(draft.due_on.as_deref()).filter(|due| !counted(due)) {
        return Ok(Some((agreed, AGREED.to_owned())));
    }
    if draft.route_id.as_deref() == Some(COUNTY) {
        return Ok(None);
    }
    let mut course = course.clone();
    course.petition = draft.petition.unwrap_or(course.petition);
    // A step that is corrected does not count towards its own deadline.
    course.steps.retain(|s| draft.id.as_deref() != Some(&s.id));
    Ok(by_rule(db, &course, (draft.kind, assignment, day))?.map(|g| (g.due.to_string(), g.rule)))
}
