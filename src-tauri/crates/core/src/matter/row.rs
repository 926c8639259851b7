//! A matter as lists and the board show it: what is said of it, and what follows from its life.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use super::HEARD;
use super::clock::{Law, Urgency};
use super::life::{Course, next, offers, state};
use super::rules::{Kind, Order, State};
use super::told::{Names, Told};
use crate::error::Result;
use crate::store::Db;

/// A matter as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MatterRow {
    /// The matter.
    pub id: String,
    /// 编号.
    pub no: Option<String>,
    /// 社情民意, 建议, 批评, 意见 or 议案.
    pub kind: String,
    /// 案由, else the words.
    pub title: String,
    /// 领衔代表.
    pub lead: Option<String>,
    /// 附议代表.
    pub co: Vec<String>,
    /// 接单代表.
    pub taken_by: Option<String>,
    /// Who first raised it in a visit, else in a contact.
    pub visitor: Option<String>,
    /// Number of that visit, or the activity, contact or visit to a constituency in which it was raised, or 代表提出.
    pub source: Option<String>,
    /// 提出日期.
    pub submitted: String,
    /// 交办 or 转办日期.
    pub handed: Option<String>,
    /// 承办单位 of the newest round that has any, without those that gave it back.
    pub unit: Option<String>,
    /// 答复日期, of the first reply.
    pub replied: Option<String>,
    /// 办理结果.
    pub result: Option<String>,
    /// 满意度 (办理结果).
    pub satisfied: Option<String>,
    /// 办结日期, of the first closing: a later round does not take it back.
    pub closed: Option<String>,
    /// What it has come to.
    pub state: State,
    /// In which of the four orders it stands.
    pub order: Order,
    /// Who is to do what next; empty when closed.
    pub next: String,
    /// The step that comes next most likely.
    #[cfg_attr(feature = "bindings", ts(as = "Option<crate::matter::rules::Kind>"))]
    pub step: Option<Kind>,
    /// The step that handed it on with its unit 待补: to say which is what is to be done next.
    pub unit_step: Option<String>,
    /// Until when; none where nothing is owed or the clock stands still.
    pub due: Option<String>,
    /// 交办 2026-05-25，三个月，代表法第五十一条 → 2026-08-25.
    pub due_why: Option<String>,
    /// Days that are left; negative when overdue.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub left: Option<i64>,
    /// How near the deadline is.
    pub urgency: Option<Urgency>,
    /// Whether the newest word is 不满意.
    pub dissatisfied: bool,
    /// Which round of handling.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub round: i64,
    /// 重点督办.
    pub supervised: bool,
    /// 按信访件办理.
    pub petition: bool,
    /// 要求保密.
    pub confidential: bool,
}

/// The rows of matters, in the order in which they are told.
pub(super) fn rows(db: Db<'_>, all: &[Told], (law, today): (&Law, NaiveDate)) -> Result<Vec<MatterRow>> {
    let labels = labels(db)?;
    all.iter().map(|told| row(told, (law, today, &labels))).collect()
}

/// Labels of results and grades.
fn labels(db: Db<'_>) -> Result<HashMap<String, String>> {
    let pair = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    Ok(db.rows(include_str!("sql/labels.sql"), [], pair)?.into_iter().collect())
}

type By<'a> = (&'a Law, NaiveDate, &'a HashMap<String, String>);

fn row(told: &Told, (law, today, labels): By<'_>) -> Result<MatterRow> {
    let (course, names) = (&told.course, &told.names);
    let state = state(course);
    let clock = law.running(course)?;
    let day_of = |kinds: &[Kind]| course.steps.iter().filter(|s| kinds.contains(&s.kind)).map(|s| s.day).min();
    let text = |day: Option<NaiveDate>| day.map(|d| d.to_string());
    let label = |key: Option<&str>| key.and_then(|key| labels.get(key)).cloned();
    let first = names.raisers.iter().find(|r| r.visitor);
    let source = first.and_then(|r| r.source.clone()).or_else(|| names.raisers.iter().find_map(|r| r.source.clone()));
    let put_forward = || (told.kind != HEARD).then(|| "代表提出".to_owned());
    let asker =
        |key: &str| names.raisers.iter().find(|r| r.key == key).map_or("反映人".to_owned(), |r| r.who.clone());
    Ok(MatterRow {
        lead: of_role(names, "领衔"),
        co: names.deputies.iter().filter(|(role, _)| role == "附议").map(|(_, name)| name.clone()).collect(),
        taken_by: of_role(names, "接单"),
        visitor: visitors(names),
        source: source.or_else(put_forward),
        submitted: told.submitted.clone(),
        handed: text(day_of(&[Kind::Handed])),
        unit: units(course),
        replied: text(day_of(&[Kind::Replied, Kind::Answered])),
        result: label(course.steps.iter().rev().find_map(|s| s.result.as_deref())),
        satisfied: label(course.grade()),
        closed: text(day_of(&[Kind::Closed, Kind::Answered, Kind::Guided])),
        order: state.order(),
        next: next(course, asker).map(|n| n.shown()).unwrap_or_default(),
        step: offers(course).first().copied().filter(|_| state != State::已办结 || course.dissatisfied()),
        unit_step: course.nameless().filter(|_| state == State::办理中).map(|step| step.id.clone()),
        due: clock.as_ref().map(|c| c.due.to_string()),
        left: clock.as_ref().map(|c| c.left(today)),
        urgency: clock.as_ref().map(|c| c.urgency(today)),
        due_why: clock.map(|c| c.explained),
        dissatisfied: course.dissatisfied(),
        round: course.round(),
        state,
        id: told.id.clone(),
        no: told.no.clone(),
        kind: told.kind.clone(),
        title: told.title.clone(),
        supervised: told.supervised,
        petition: told.petition,
        confidential: told.confidential,
    })
}

/// The first voter, and how many there are.
fn visitors(names: &Names) -> Option<String> {
    let mut all = names.raisers.iter().filter(|r| r.visitor);
    let first = all.next()?.who.clone();
    match all.count() {
        0 => Some(first),
        more => Some(format!("{first}等{}人", more + 1)),
    }
}

fn of_role(names: &Names, role: &str) -> Option<String> {
    let all: Vec<&str> = names.deputies.iter().filter(|(r, _)| r == role).map(|(_, name)| name.as_str()).collect();
    (!all.is_empty()).then(|| all.join("、"))
}

/// Units of the newest round that has any, without those that gave it back.
fn units(course: &Course) -> Option<String> {
    let round = course.assigned.iter().map(|a| a.round).max()?;
    let named = course
        .assigned
        .iter()
        .filter(|a| a.round == round && !course.gave_back(&a.id))
        .filter_map(|a| a.unit.as_deref());
    let named: Vec<&str> = named.collect();
    (!named.is_empty()).then(|| named.join("、"))
}
