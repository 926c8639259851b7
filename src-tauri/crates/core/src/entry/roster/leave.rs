//! 请假 by hand: a deputy is away from one day to another and is not rostered.

use serde::{Deserialize, Serialize};

use crate::duty::Leave;
use crate::entry::checks::{clear, need_day, span};
use crate::entry::{Saved, said};
use crate::error::{Problem, Result};
use crate::person::Person;
use crate::store::{Db, Tx};

/// What the clerk says of a leave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct LeaveDraft {
    /// The leave that is corrected; none for a new one.
    pub id: Option<String>,
    /// The deputy.
    pub person_id: String,
    /// First day.
    pub since: String,
    /// Last day; none = that one day.
    pub until: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Saves a leave; days that are rostered already stay, and the list names them.
///
/// # Errors
/// `Problems` without a deputy or a first day, or with an end before it.
pub fn save(tx: &mut Tx<'_>, draft: &LeaveDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let base = tx.known_or(draft.id.as_deref(), |id, created| Leave { id, created, ..Leave::default() })?;
    let until = said(draft.until.as_deref()).unwrap_or_else(|| draft.since.clone());
    let (person_id, since, reason) = (draft.person_id.clone(), draft.since.clone(), said(draft.reason.as_deref()));
    let leave = Leave { person_id, since, until, reason, ..base };
    tx.put(&leave)?;
    let label = format!("已登记请假 {}", called(tx.db(), &leave)?);
    Ok(Saved { id: leave.id, number: None, label, writes: Vec::new() })
}

fn problems(draft: &LeaveDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if draft.person_id.trim().is_empty() {
        found.push(Problem::new("person_id", "没有选请假的代表，请选择。"));
    }
    need_day(&mut found, ("since", "开始日期"), &draft.since);
    if let Some(until) = said(draft.until.as_deref()) {
        need_day(&mut found, ("until", "结束日期"), &until);
    }
    span(&mut found, Some(&draft.since), draft.until.as_deref());
    found
}

/// Voids a leave.
///
/// # Errors
/// `Missing` where there is none.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let leave: Leave = tx.db().get(id)?;
    tx.void::<Leave>(id)?;
    let label = format!("已作废请假 {}", called(tx.db(), &leave)?);
    Ok(Saved { id: leave.id, number: None, label, writes: Vec::new() })
}

/// `罗建 2026-03-01至2026-03-10`.
fn called(db: Db<'_>, leave: &Leave) -> Result<String> {
    let person: Person = db.get(&leave.person_id)?;
    let until = if leave.until == leave.since { String::new() } else { format!("至{}", leave.until) };
    Ok(format!("{} {}{until}", person.says.name, leave.since))
}
