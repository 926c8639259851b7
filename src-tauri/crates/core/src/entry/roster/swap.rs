//! 调班 by hand: another deputy takes over a day, and may give one of theirs in return.

use serde::{Deserialize, Serialize};

use crate::activity::edit::{attendance, set_attendance};
use crate::activity::{Activity, Attendance};
use crate::duty::DutySwap;
use crate::entry::checks::{clear, days};
use crate::entry::{Saved, said, writes};
use crate::error::{Problem, Result};
use crate::person::Person;
use crate::store::{Db, Tx};

/// What the clerk says of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct SwapDraft {
    /// The day that is taken over.
    pub activity_id: String,
    /// Who is rostered.
    pub person_id: String,
    /// Who takes over.
    pub by_person_id: String,
    /// The day that who is rostered takes in return.
    pub other_activity_id: Option<String>,
    /// When it was agreed; none = today.
    pub agreed_on: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Saves a change: both days say at once who sits there, and the change is kept with its day and reason.
///
/// # Errors
/// `Problems` where who gives a day away does not have it, or who takes it sits there already.
pub fn save(tx: &mut Tx<'_>, draft: &SwapDraft) -> Result<Saved> {
    let other = said(draft.other_activity_id.as_deref());
    clear(problems(tx.db(), draft, other.as_deref())?)?;
    exchange(tx, &draft.activity_id, (&draft.person_id, &draft.by_person_id))?;
    if let Some(other) = &other {
        exchange(tx, other, (&draft.by_person_id, &draft.person_id))?;
    }
    let (id, created) = tx.fresh();
    let agreed_on = said(draft.agreed_on.as_deref()).unwrap_or_else(|| tx.hand.today().to_string());
    let swap = DutySwap {
        id,
        created,
        voided: None,
        activity_id: draft.activity_id.clone(),
        person_id: draft.person_id.clone(),
        by_person_id: draft.by_person_id.clone(),
        other_activity_id: other,
        agreed_on,
        reason: said(draft.reason.as_deref()),
    };
    tx.insert(&swap)?;
    let label = format!("已登记调班 {}", called(tx.db(), &swap)?);
    Ok(Saved { id: swap.id, number: None, label, writes: writes(&[3, 8], "接待日") })
}

fn problems(db: Db<'_>, draft: &SwapDraft, other: Option<&str>) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    let empty = [
        ("activity_id", &draft.activity_id, "没有选调班的接待日，请选择。"),
        ("person_id", &draft.person_id, "没有选原值班代表，请选择。"),
        ("by_person_id", &draft.by_person_id, "没有选接班的代表，请选择。"),
    ];
    found.extend(empty.into_iter().filter(|e| e.1.trim().is_empty()).map(|e| Problem::new(e.0, e.2)));
    days(&mut found, &[("agreed_on", "商定日期", &draft.agreed_on)]);
    if !found.is_empty() {
        return Ok(found);
    }
    if other == Some(&draft.activity_id) {
        found.push(Problem::new("other_activity_id", "换回的接待日不能是同一天，请另选。"));
    }
    let (giver, taker) = (draft.person_id.as_str(), draft.by_person_id.as_str());
    cannot(db, &draft.activity_id, ((giver, "person_id"), (taker, "by_person_id")), &mut found)?;
    if let Some(other) = other {
        let field = "other_activity_id";
        cannot(db, other, ((taker, field), (giver, field)), &mut found)?;
    }
    Ok(found)
}

/// What keeps a day from being handed over.
fn cannot(
    db: Db<'_>,
    day: &str,
    ((giver, giver_field), (taker, taker_field)): ((&str, &str), (&str, &str)),
    found: &mut Vec<Problem>,
) -> Result<()> {
    let all = attendance(db, day)?;
    let sits = |id: &str| all.iter().any(|a| a.person_id.as_deref() == Some(id));
    let name = |id: &str| db.get::<Person>(id).map(|p| p.says.name);
    if !sits(giver) {
        found.push(Problem::new(giver_field, format!("这一天没有排{}值班，请重新选择。", name(giver)?)));
    }
    if sits(taker) {
        found.push(Problem::new(taker_field, format!("{}这一天已在值班，请另选一人。", name(taker)?)));
    }
    Ok(())
}

/// Puts the one in the place of the other; what was marked was marked of the other.
fn exchange(tx: &mut Tx<'_>, day: &str, (giver, taker): (&str, &str)) -> Result<()> {
    let mut all = attendance(tx.db(), day)?;
    for one in all.iter_mut().filter(|a| a.person_id.as_deref() == Some(giver)) {
        *one = Attendance { person_id: Some(taker.to_owned()), planned: true, ..Attendance::default() };
    }
    set_attendance(tx, day, all)
}

/// `2026-03-20 罗建→张伟`.
fn called(db: Db<'_>, swap: &DutySwap) -> Result<String> {
    let name = |id: &str| db.get::<Person>(id).map(|p| p.says.name);
    let day: Activity = db.get(&swap.activity_id)?;
    Ok(format!("{} {}→{}", day.since, name(&swap.person_id)?, name(&swap.by_person_id)?))
}
