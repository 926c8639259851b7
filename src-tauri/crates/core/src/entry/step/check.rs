//! What keeps a step from being saved, and what only looks odd.

use super::{StepDraft, StepPreview, deadline, write};
use crate::deadline::Kind as DeadlineKind;
use crate::entry::{is_day, said};
use crate::error::{Problem, Result};
use crate::matter::clock::Law;
use crate::matter::edit::steps;
use crate::matter::life::{Course, offers, state};
use crate::matter::read::course;
use crate::matter::rules::{Kind, State};
use crate::matter::{Raised, Step};
use crate::store::Db;

/// Everything that keeps the draft from being saved.
pub(super) fn problems(db: Db<'_>, draft: &StepDraft, course: &Course) -> Result<Vec<Problem>> {
    let life = steps(db, &draft.matter_id)?;
    let mut found = Vec::new();
    found.extend(of_day((draft, course.heard), &life));
    found.extend(of_words(draft, course));
    found.extend(match &draft.id {
        None => of_place(draft, course),
        Some(id) => of_correction(id, draft, &life),
    });
    for (field, label, day) in [("due_on", "期限", &draft.due_on), ("promised_on", "承诺日期", &draft.promised_on)]
    {
        if said(day.as_deref()).is_some_and(|day| !is_day(&day)) {
            found.push(Problem::new(field, format!("{label}看不懂，请写成 2026-03-05 这样。")));
        }
    }
    found.extend(of_agreed(draft, course));
    if let Some(raised) = &draft.raised_id {
        db.get::<Raised>(raised)?;
    }
    Ok(found)
}

/// A step stands between the one before it and the one after it: a corrected one keeps its place, a new one comes last.
fn of_day((draft, heard): (&StepDraft, bool), life: &[Step]) -> Option<Problem> {
    if !is_day(&draft.happened_on) {
        return Some(Problem::new("happened_on", "没有日期，请填写，例如 2026-03-05。"));
    }
    let place = life.iter().position(|s| draft.id.as_deref() == Some(&s.id));
    let before = place.unwrap_or(life.len()).checked_sub(1).and_then(|at| life.get(at));
    let after = place.and_then(|at| life.get(at + 1));
    let label = |step: &Step| Kind::of(&step.kind).map_or("上一步", |kind| kind.label(heard));
    let early = before.filter(|s| s.happened_on > draft.happened_on);
    let late = after.filter(|s| s.happened_on < draft.happened_on);
    let message = match (early, late) {
        (Some(step), _) => format!("日期早于“{}”的日期{}，请核对。", label(step), step.happened_on),
        (None, Some(step)) => format!("日期晚于后一步“{}”的日期{}，请核对。", label(step), step.happened_on),
        (None, None) => return None,
    };
    Some(Problem::new("happened_on", message))
}

/// An agreed deadline lies after its handing on, and an extension after the deadline that stands.
fn of_agreed(draft: &StepDraft, course: &Course) -> Option<Problem> {
    let agreed: chrono::NaiveDate = draft.due_on.as_deref()?.parse().ok()?;
    let day: chrono::NaiveDate = draft.happened_on.parse().ok()?;
    let stands = write::meant(course, draft).and_then(|id| course.standing_due(&id)).map(|(due, _)| due);
    let message = match (draft.kind, stands) {
        (Kind::Handed, _) if agreed < day => {
            format!("约定期限{agreed}早于{}日期{day}，请改正。", draft.kind.label(course.heard))
        }
        (Kind::Extended, Some(due)) if draft.id.is_none() && agreed <= due => {
            format!("延到的日期{agreed}不晚于原来的期限{due}，请改正。")
        }
        _ => return None,
    };
    Some(Problem::new("due_on", message))
}

fn of_words(draft: &StepDraft, course: &Course) -> Option<Problem> {
    let lacks = draft.kind.needs_reason() && said(draft.words.as_deref()).is_none();
    lacks.then(|| Problem::new("words", format!("没有写{}的原因，请填写。", draft.kind.label(course.heard))))
}

/// Whether the life of the matter goes on so.
fn of_place(draft: &StepDraft, course: &Course) -> Option<Problem> {
    let state = state(course);
    if !offers(course).contains(&draft.kind) {
        return Some(Problem::new("kind", not_now(draft.kind, state, course)));
    }
    if draft.kind == Kind::Closed && course.telling_lacks() {
        return Some(Problem::new("kind", "告知还没有写明由谁、怎样、用什么话告知的，请补写后再办结。"));
    }
    if draft.kind.of_unit() && write::meant(course, draft).is_none() && course.standing().count() > 1 {
        return Some(Problem::new("assignment_id", "有几个承办单位，请选择是哪一个。"));
    }
    None
}

fn not_now(kind: Kind, state: State, course: &Course) -> String {
    match (kind, state) {
        (_, State::已办结) => {
            "这件事已经办结，不能再加这一步；如需更正，请先作废办结一步，要再办请登记“重新办理”。".to_owned()
        }
        (Kind::Closed, _) => "还没有告知反映人，不能办结；请先登记告知。".to_owned(),
        _ => {
            let called = |kind: Kind| kind.label(course.heard);
            let may: Vec<&str> = offers(course).into_iter().map(called).collect();
            format!("这件事现在是“{}”，不能登记“{}”；可以登记：{}。", state.label(), called(kind), may.join("、"))
        }
    }
}

/// A step stays what it is; and a telling on which a closing rests stays complete.
fn of_correction(id: &str, draft: &StepDraft, life: &[Step]) -> Option<Problem> {
    let old = life.iter().find(|s| s.id == id)?;
    if old.kind != draft.kind.key() {
        return Some(Problem::new("kind", "一步登记成什么就是什么；如有错，请作废这一步再登记。"));
    }
    let closed = life.iter().any(|s| s.round_id == old.round_id && s.kind == Kind::Closed.key());
    let complete = draft.way_id.is_some() && said(draft.words.as_deref()).is_some();
    let was = old.way_id.is_some() && old.words.is_some();
    let breaks = draft.kind == Kind::Told && closed && was && !complete;
    breaks.then(|| Problem::new("words", "这件事已经办结，告知的方式和内容不能留空。"))
}

/// What saving would do, without doing it.
pub fn preview(db: Db<'_>, draft: &StepDraft, today: chrono::NaiveDate) -> Result<StepPreview> {
    let course = course(db, &draft.matter_id)?;
    let assignment = write::meant(&course, draft).unwrap_or_default();
    let (due, due_rule) = deadline(db, draft, (&course, &assignment))?.unzip();
    let problems = problems(db, draft, &course)?;
    Ok(StepPreview { doubts: doubts(db, (draft, &course, &assignment), today)?, problems, due, due_rule })
}

fn doubts(
    db: Db<'_>,
    (draft, course, assignment): (&StepDraft, &Course, &str),
    today: chrono::NaiveDate,
) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    let Ok(day) = draft.happened_on.parse::<chrono::NaiveDate>() else { return Ok(found) };
    if day > today {
        found.push(Problem::new("happened_on", "日期在今天以后，请核对。"));
    }
    let handed = course.handed(assignment);
    if let Some(handed) = handed.filter(|_| draft.kind == Kind::Returned) {
        let kind = if course.petition { DeadlineKind::PetitionObject } else { DeadlineKind::Return };
        let allowed = Law::load(db)?.due(kind, handed.day, &[])?;
        if day > allowed.date {
            let message = format!(
                "超过了退办期限（{}），请核对是否同意退办。",
                allowed.explained(handed.kind.label(course.heard), handed.day)
            );
            found.push(Problem::new("happened_on", message));
        }
    }
    if draft.words.as_deref().is_some_and(|words| words.contains('{') && words.contains('}')) {
        found.push(Problem::new("words", "常用语里还有没填的空（花括号里的），请补上或删去。"));
    }
    let again = |kind: Kind| course.current().any(|s| s.kind == kind && s.assignment.as_deref() == Some(assignment));
    if draft.kind == Kind::Extended && draft.id.is_none() && again(Kind::Extended) {
        found.push(Problem::new("kind", "已经延期一次，再次延期请核对是否有依据。"));
    }
    Ok(found)
}
