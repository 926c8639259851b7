//! An activity as it stands, as the draft that would write it.

use super::{ActivityDraft, AttendanceDraft};
use crate::activity::edit::attendance;
use crate::activity::{Activity, Attendance};
use crate::campaign;
use crate::entry::opinion;
use crate::error::Result;
use crate::matter::edit::{Source, about_which};
use crate::store::Db;

/// The draft of an activity that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<ActivityDraft> {
    let a: Activity = db.get(id)?;
    Ok(ActivityDraft {
        attendance: attendance(db, id)?.into_iter().map(attended).collect(),
        opinions: opinion::of(db, &Source::Activity(id.to_owned()))?,
        matters: about_which(db, id)?,
        campaigns: campaign::edit::of(db, ("activity", id))?,
        until: (a.until != a.since).then_some(a.until),
        id: Some(a.id),
        number: a.number,
        kind_id: a.kind_id,
        title: a.title,
        since: a.since,
        hours: a.hours,
        period: a.period,
        session_id: a.session_id,
        site_id: a.site_id,
        place: a.place,
        organiser: a.organiser,
        notified_on: a.notified_on,
        theme: a.theme,
        content: a.content,
        outcome: a.outcome,
        opinion_count: a.opinions,
        recovered: a.recovered,
        households: a.households,
        people: a.people,
        report: a.report,
        reported_on: a.reported_on,
        feedback_due: a.feedback_due,
        half_days: a.half_days,
        guests: a.guests,
        recorder: a.recorder,
        held: a.held.map(|held| held != 0),
        note: a.note,
        late_reason: a.late_reason,
    })
}

fn attended(a: Attendance) -> AttendanceDraft {
    AttendanceDraft {
        person_id: a.person_id,
        name: a.name,
        planned: a.planned,
        status: a.status,
        reason: a.reason,
        capacity: a.capacity,
        half_days: a.half_days,
        sits_in: a.sits_in,
        absent_sort: a.absent_sort,
    }
}
