//! Writing an activity: new, or over what stands.

use super::check::problems;
use super::{ActivityDraft, AttendanceDraft};
use crate::activity::edit::{OTHER, RECEPTION_DAY, set_attendance};
use crate::activity::{Activity, Attendance};
use crate::campaign;
use crate::entry::checks::clear;
use crate::entry::opinion::{self, Day};
use crate::entry::{Saved, late, performed, said, writes};
use crate::error::{Error, Problem, Result};
use crate::matter::edit::{Source, about, raised_by, withdraw};
use crate::number::{self, Series};
use crate::person::joined::Who;
use crate::reception::Visit;
use crate::store::Tx;

/// Saves an activity; says its number and where it shows up.
///
/// # Errors
/// `Problems` without a date or title, or where something cannot be true.
pub fn save(tx: &mut Tx<'_>, draft: &ActivityDraft) -> Result<Saved> {
    clear(problems(tx.db(), draft)?)?;
    let base = tx.known_or(draft.id.as_deref(), |id, created| Activity { id, created, ..Activity::default() })?;
    let was = draft.id.as_ref().map(|_| base.since.clone());
    let activity = activity(tx, draft.clone(), base)?;
    tx.put(&activity)?;
    set_attendance(tx, &activity.id, draft.attendance.iter().filter_map(attended).collect())?;
    let day = Day { is: &activity.since, was: was.as_deref() };
    opinion::set(tx, &Source::Activity(activity.id.clone()), (&draft.opinions, day))?;
    about(tx, &activity.id, &draft.matters)?;
    campaign::edit::set(tx, ("activity", &activity.id), &draft.campaigns)?;
    let came = draft.attendance.iter().filter(|a| a.status.as_deref() == Some("came") && a.person_id.is_some()).count();
    let writes = [writes(&[3], "活动"), performed(came), opinion::written(&draft.opinions)].concat();
    Ok(Saved {
        label: format!("已保存活动 {}", called(&activity)), id: activity.id, number: activity.number, writes
    })
}

/// Voids an activity with what was raised in it only; its attendance goes with it.
///
/// # Errors
/// `Problems` where visits were received on it, a reception day.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let activity: Activity = tx.db().get(id)?;
    if !tx.db().having::<Visit>("activity_id", id)?.is_empty() {
        let message = "这个接待日还有接待登记，请先作废或改正它们。";
        return Err(Error::Problems(vec![Problem::new("id", message)]));
    }
    for raised in raised_by(tx.db(), &Source::Activity(id.to_owned()))? {
        withdraw(tx, &raised)?;
    }
    tx.void::<Activity>(id)?;
    let label = format!("已作废活动 {}", called(&activity));
    Ok(Saved { id: activity.id, number: activity.number, label, writes: Vec::new() })
}

/// Number and title; of a reception day its date.
fn called(activity: &Activity) -> String {
    format!("{} {}", activity.number.as_ref().unwrap_or(&activity.since), activity.title)
}

fn activity(tx: &Tx<'_>, d: ActivityDraft, base: Activity) -> Result<Activity> {
    let text = |t: Option<String>| said(t.as_deref());
    let (late_on, late_reason) = late(tx, base.late_on.as_deref(), d.late_reason.as_deref());
    let kind_id = said(Some(&d.kind_id)).unwrap_or_else(|| OTHER.to_owned());
    let number = match text(d.number).or_else(|| base.number.clone()) {
        None if kind_id != RECEPTION_DAY => Some(number::next(tx.db(), Series::Activity, &d.since)?),
        number => number,
    };
    Ok(Activity {
        number,
        kind_id,
        title: d.title.trim().to_owned(),
        until: text(d.until).unwrap_or_else(|| d.since.clone()),
        since: d.since,
        hours: text(d.hours),
        period: text(d.period),
        session_id: d.session_id,
        site_id: d.site_id,
        place: text(d.place),
        organiser: text(d.organiser),
        notified_on: text(d.notified_on),
        theme: text(d.theme),
        content: text(d.content),
        outcome: text(d.outcome),
        opinions: d.opinion_count,
        recovered: d.recovered,
        households: d.households,
        people: d.people,
        report: text(d.report),
        reported_on: text(d.reported_on),
        feedback_due: text(d.feedback_due),
        half_days: d.half_days,
        guests: text(d.guests),
        recorder: text(d.recorder),
        held: d.held.map(i64::from),
        note: text(d.note),
        late_on,
        late_reason,
        ..base
    })
}

/// The record of one deputy; none where nobody is named.
fn attended(d: &AttendanceDraft) -> Option<Attendance> {
    let (person_id, name) = Who::of(d.person_id.clone(), said(d.name.as_deref()))?.columns();
    Some(Attendance {
        person_id,
        name,
        planned: d.planned,
        status: said(d.status.as_deref()),
        reason: said(d.reason.as_deref()),
        capacity: said(d.capacity.as_deref()),
        half_days: d.half_days,
        sits_in: d.sits_in,
        absent_sort: d.absent_sort,
        ..Attendance::default()
    })
}
