//! A reception day by hand: who was rostered, whether it was held, who came and who was excused.

use serde::{Deserialize, Serialize};

use super::checks::{clear, days, need_day, one_of};
use super::{Saved, said, writes};
use crate::activity::edit::{RECEPTION_DAY, find_day, set_attendance};
use crate::activity::{Activity, Attendance, STATUSES};
use crate::error::{Problem, Result};
use crate::person::joined::Who;
use crate::reception::Visit;
use crate::store::{Db, Tx};

/// What the clerk says of a reception day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DayDraft {
    /// The day that is corrected; none for a new one.
    pub id: Option<String>,
    /// Date.
    pub date: String,
    /// Site.
    pub site_id: Option<String>,
    /// Hours as written.
    pub hours: Option<String>,
    /// None: by the roster, not confirmed.
    pub held: Option<bool>,
    /// The rule that the day follows; none = as it stands, or a single extra day.
    pub rule_id: Option<String>,
    /// The day by the rule, where it is a planned one.
    pub planned_on: Option<String>,
    /// Who was on duty, in the order of the roster.
    pub duty: Vec<DutyDraft>,
}

/// One deputy on the roster of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DutyDraft {
    /// Key of the person.
    pub person_id: Option<String>,
    /// Name, where the roster of deputies lacks them.
    pub name: Option<String>,
    /// came, excused or absent; none = not marked.
    pub status: Option<String>,
    /// Why excused.
    pub reason: Option<String>,
}

/// Saves a reception day.
///
/// # Errors
/// `Problems` without a date, or when the site has another reception day on it.
pub fn save(tx: &mut Tx<'_>, draft: &DayDraft) -> Result<Saved> {
    clear(problems(tx.db(), draft)?)?;
    let new = |id, created| Activity {
        id,
        created,
        kind_id: RECEPTION_DAY.to_owned(),
        title: "接待选民".to_owned(),
        ..Activity::default()
    };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let day = Activity {
        since: draft.date.clone(),
        until: draft.date.clone(),
        site_id: draft.site_id.clone(),
        hours: said(draft.hours.as_deref()),
        held: draft.held.map(i64::from),
        rule_id: said(draft.rule_id.as_deref()).or(base.rule_id.clone()),
        planned_on: said(draft.planned_on.as_deref()).or(base.planned_on.clone()),
        ..base
    };
    tx.put(&day)?;
    set_attendance(tx, &day.id, draft.duty.iter().filter_map(rostered).collect())?;
    take_in(tx, &day)?;
    let label = format!("已保存接待日 {}", draft.date);
    Ok(Saved { id: day.id, number: None, label, writes: writes(&[3, 8], "接待日") })
}

/// Visits of that day at that site that had no day belong to it now.
fn take_in(tx: &mut Tx<'_>, day: &Activity) -> Result<()> {
    let loose: Vec<String> = tx.db().column(include_str!("sql/loose_of_day.sql"), (&day.since, &day.site_id))?;
    for id in loose {
        let visit: Visit = tx.db().get(&id)?;
        tx.update(&Visit { activity_id: Some(day.id.clone()), ..visit })?;
    }
    Ok(())
}

fn problems(db: Db<'_>, draft: &DayDraft) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    need_day(&mut found, ("date", "日期"), &draft.date);
    days(&mut found, &[("planned_on", "原定日期", &draft.planned_on)]);
    let other = find_day(db, &draft.date, draft.site_id.as_deref())?;
    if other.is_some_and(|day| draft.id.as_deref() != Some(&day.id)) {
        found.push(Problem::new("date", "这个站点当天已有接待日，请打开那一天修改。"));
    }
    for (at, duty) in draft.duty.iter().enumerate() {
        one_of(&mut found, (&format!("duty.{at}.status"), "出勤"), duty.status.as_deref(), &STATUSES);
    }
    Ok(found)
}

/// The record of one deputy on the roster; none where nobody is named.
fn rostered(duty: &DutyDraft) -> Option<Attendance> {
    let who = Who::of(duty.person_id.clone(), said(duty.name.as_deref()))?;
    let (person_id, name) = who.columns();
    let (status, reason) = (said(duty.status.as_deref()), said(duty.reason.as_deref()));
    Some(Attendance { person_id, name, planned: true, status, reason, ..Attendance::default() })
}
