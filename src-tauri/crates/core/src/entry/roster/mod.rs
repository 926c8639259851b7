//! 排班: a proposal that the clerk accepts becomes reception days with their duty; 调班 and 请假 by hand.

pub mod leave;
pub mod swap;

use serde::{Deserialize, Serialize};

use super::checks::{clear, need_day};
use super::{Saved, said, writes};
use crate::activity::edit::{RECEPTION_DAY, attendance, find_day, set_attendance};
use crate::activity::{Activity, Attendance};
use crate::error::{Problem, Result};
use crate::person::joined::Who;
use crate::roster::ask::{ProposedDay, Rostered};
use crate::store::{Db, Tx};

/// The days of a proposal as the clerk accepts them, names exchanged by hand among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct RosterDraft {
    /// The days; those that are `kept` are left as they stand.
    pub days: Vec<ProposedDay>,
}

impl RosterDraft {
    /// The days that are to be written.
    pub fn written(&self) -> impl Iterator<Item = &ProposedDay> {
        self.days.iter().filter(|day| !day.kept)
    }
}

/// Writes the days of a proposal: a day that stands is corrected, never doubled, and what was marked of it stays.
///
/// # Errors
/// `Problems` where no day is to be written, or one has no date.
pub fn accept(tx: &mut Tx<'_>, draft: &RosterDraft) -> Result<Saved> {
    clear(problems(draft))?;
    for day in draft.written() {
        put(tx, day)?;
    }
    let label = format!("已采用排班，共{}个接待日", draft.written().count());
    Ok(Saved { id: String::new(), number: None, label, writes: writes(&[3, 8], "接待日") })
}

fn problems(draft: &RosterDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if draft.written().next().is_none() {
        found.push(Problem::new("days", "没有要写入的接待日：这段时间的日子都已排好或已过去。"));
    }
    for (at, day) in draft.days.iter().enumerate().filter(|(_, day)| !day.kept) {
        need_day(&mut found, (&format!("days.{at}.date"), "日期"), &day.date);
    }
    found
}

fn put(tx: &mut Tx<'_>, day: &ProposedDay) -> Result<()> {
    let standing = match &day.activity_id {
        Some(id) => Some(tx.db().get::<Activity>(id)?),
        None => find_day(tx.db(), &day.date, day.site_id.as_deref())?,
    };
    let base = match standing {
        Some(activity) => activity,
        None => new_day(tx, day),
    };
    let text = |t: &Option<String>| said(t.as_deref());
    let activity = Activity {
        planned_on: text(&day.planned_on).or(base.planned_on),
        rule_id: text(&day.rule_id).or(base.rule_id),
        hours: base.hours.or_else(|| text(&day.hours)),
        ..base
    };
    tx.put(&activity)?;
    let all = rostered(tx.db(), &activity.id, &day.deputies)?;
    set_attendance(tx, &activity.id, all)
}

fn new_day(tx: &mut Tx<'_>, day: &ProposedDay) -> Activity {
    let (id, created) = tx.fresh();
    Activity {
        id,
        created,
        kind_id: RECEPTION_DAY.to_owned(),
        title: "接待选民".to_owned(),
        since: day.date.clone(),
        until: day.date.clone(),
        site_id: day.site_id.clone(),
        ..Activity::default()
    }
}

/// Whom the day names, with what was marked of them; who was marked and is not named stays behind them.
fn rostered(db: Db<'_>, activity_id: &str, deputies: &[Rostered]) -> Result<Vec<Attendance>> {
    let standing = attendance(db, activity_id)?;
    let named: Vec<Who> = deputies.iter().filter_map(|d| Who::of(d.person_id.clone(), said(Some(&d.name)))).collect();
    let is = |a: &Attendance, who: &Who| (a.person_id.clone(), a.name.clone()) == who.columns();
    let new = |who: &Who| {
        let (person_id, name) = who.columns();
        Attendance { person_id, name, ..Attendance::default() }
    };
    let of = |who: &Who| standing.iter().find(|a| is(a, who)).cloned().unwrap_or_else(|| new(who));
    let mut all: Vec<Attendance> = named.iter().map(|who| Attendance { planned: true, ..of(who) }).collect();
    all.extend(standing.into_iter().filter(|a| a.status.is_some() && !named.iter().any(|who| is(a, who))));
    Ok(all)
}
