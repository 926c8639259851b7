//! One step of a matter by hand: handed on, replied, told, closed.

use serde::{Deserialize, Serialize};

use super::{Saved, is_day, said};
use crate::error::{Error, Problem, Result};
use crate::matter::edit::{add_step, assign, newest_round, step, steps};
use crate::matter::rules::{Kind, State, state};
use crate::matter::{Assignment, Raised, Round, Step};
use crate::store::{Db, Tx};
use crate::unit;

/// What the clerk types of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StepDraft {
    /// The step that is corrected; none for a new one.
    pub id: Option<String>,
    /// The matter.
    pub matter_id: String,
    /// What it is.
    pub kind: Kind,
    /// The day.
    pub happened_on: String,
    /// 处理方式, for the steps that decide.
    pub route_id: Option<String>,
    /// 承办单位, as typed.
    pub unit: Option<String>,
    /// 主办, 协办 or 分办.
    pub role: Option<String>,
    /// 承办人.
    pub handler: Option<String>,
    /// 告知方式.
    pub way_id: Option<String>,
    /// By whom.
    pub by_whom: Option<String>,
    /// In what words.
    pub words: Option<String>,
    /// 文号.
    pub document: Option<String>,
    /// 办理结果.
    pub result_id: Option<String>,
    /// 满意度.
    pub grade_id: Option<String>,
    /// Who was told.
    pub raised_id: Option<String>,
}

impl StepDraft {
    /// A step of which nothing is said yet but what it is and when.
    pub fn of(matter_id: &str, kind: Kind, happened_on: impl ToString) -> Self {
        Self {
            id: None,
            matter_id: matter_id.to_owned(),
            kind,
            happened_on: happened_on.to_string(),
            route_id: None,
            unit: None,
            role: None,
            handler: None,
            way_id: None,
            by_whom: None,
            words: None,
            document: None,
            result_id: None,
            grade_id: None,
            raised_id: None,
        }
    }
}

/// Saves a step.
///
/// # Errors
/// `Problems` without a date, before the matter was recorded, or when the matter is closed.
pub fn save(tx: &mut Tx<'_>, draft: &StepDraft) -> Result<Saved> {
    let life = steps(tx.db(), &draft.matter_id)?;
    let problems = problems(tx.db(), draft, &life)?;
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let id = match draft.id.as_deref() {
        Some(id) => correct(tx, id, draft)?,
        None => add(tx, draft)?,
    };
    Ok(Saved { id, number: None, label: format!("已登记{}", draft.kind.label()), writes: Vec::new() })
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
    if let Some(assignment) = gone.assignment_id.as_deref().filter(|_| gone.kind == Kind::Handed.key()) {
        tx.void::<Assignment>(assignment)?;
    }
    let label = Kind::of(&gone.kind).map_or("步骤", Kind::label);
    Ok(Saved { id: gone.id, number: None, label: format!("已作废步骤“{label}”"), writes: Vec::new() })
}

fn problems(db: Db<'_>, draft: &StepDraft, life: &[Step]) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    if !is_day(&draft.happened_on) {
        found.push(Problem::new("happened_on", "没有日期，请填写，例如 2026-03-05。"));
    } else if let Some(before) = before(draft, life).filter(|s| s.happened_on > draft.happened_on) {
        let step = Kind::of(&before.kind).map_or("上一步", Kind::label);
        let message = format!("日期早于“{step}”的日期{}，请核对。", before.happened_on);
        found.push(Problem::new("happened_on", message));
    }
    let others: Vec<Kind> =
        life.iter().filter(|s| draft.id.as_deref() != Some(&s.id)).filter_map(|s| Kind::of(&s.kind)).collect();
    if draft.id.is_none() && state(&others) == State::已办结 {
        found.push(Problem::new("kind", "这件事已经办结，不能再加步骤；如需更正，请先作废办结一步。"));
    }
    if draft.kind == Kind::Closed && !others.contains(&Kind::Told) {
        found.push(Problem::new("kind", "还没有告知反映人，不能办结；请先登记告知。"));
    }
    if let Some(raised) = &draft.raised_id {
        db.get::<Raised>(raised)?;
    }
    Ok(found)
}

/// The step that stands before the one being written: a corrected one keeps its place, a new one comes last.
fn before<'a>(draft: &StepDraft, life: &'a [Step]) -> Option<&'a Step> {
    let place = life.iter().position(|s| draft.id.as_deref() == Some(&s.id)).unwrap_or(life.len());
    place.checked_sub(1).and_then(|at| life.get(at))
}

fn add(tx: &mut Tx<'_>, draft: &StepDraft) -> Result<String> {
    let round = newest_round(tx.db(), &draft.matter_id)?;
    let mut new = fill(Step { round_id: round.id, ..step(draft.kind, &draft.happened_on) }, draft);
    if draft.kind == Kind::Handed {
        let role = draft.role.clone().unwrap_or_else(|| "主办".to_owned());
        let unit_id = named_unit(tx, draft)?;
        new.assignment_id = Some(assign(tx, &new.round_id, unit_id, &role)?);
    }
    if draft.kind == Kind::Told && new.raised_id.is_none() {
        new.raised_id = only_raiser(tx.db(), &draft.matter_id)?;
    }
    add_step(tx, new)
}

fn correct(tx: &mut Tx<'_>, id: &str, draft: &StepDraft) -> Result<String> {
    let old: Step = tx.db().get(id)?;
    if let Some(assignment) = old.assignment_id.as_deref().filter(|_| draft.kind == Kind::Handed) {
        let standing: Assignment = tx.db().get(assignment)?;
        let unit_id = named_unit(tx, draft)?;
        let role = draft.role.clone().unwrap_or_else(|| standing.role.clone());
        tx.update(&Assignment { unit_id, role, handler: said(draft.handler.as_deref()), ..standing })?;
    }
    let raised_id = draft.raised_id.clone().or_else(|| old.raised_id.clone());
    let corrected = fill(Step { happened_on: draft.happened_on.clone(), ..old }, draft);
    tx.update(&Step { raised_id, ..corrected })?;
    Ok(id.to_owned())
}

fn fill(base: Step, draft: &StepDraft) -> Step {
    let d = draft.clone();
    Step {
        route_id: d.route_id.or_else(|| base.route_id.clone()),
        raised_id: d.raised_id,
        way_id: d.way_id,
        by_whom: said(d.by_whom.as_deref()),
        words: said(d.words.as_deref()),
        document: said(d.document.as_deref()),
        result_id: d.result_id,
        grade_id: d.grade_id,
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
