//! Attendance of an activity; and reception days: found by date and site, made when a roster or a visit first names them.

use super::{Activity, Attendance};
use crate::error::Result;
use crate::person::joined::Who;
use crate::store::{Db, Tx};

/// Kind of a reception day.
pub const RECEPTION_DAY: &str = "activity.reception_day";

/// Kind of an activity of which none is said.
pub const OTHER: &str = "activity.other";

/// The reception day of a site on a date, when there is one.
pub fn find_day(db: Db<'_>, date: &str, site_id: Option<&str>) -> Result<Option<Activity>> {
    db.first(include_str!("sql/find_day.sql"), (date, site_id))
}

/// The key of the reception day of a site on a date; made when the store lacks it.
pub fn day(tx: &mut Tx<'_>, date: &str, site_id: Option<&str>) -> Result<String> {
    if let Some(day) = find_day(tx.db(), date, site_id)? {
        return Ok(day.id);
    }
    let (id, created) = tx.fresh();
    tx.insert(&Activity {
        id: id.clone(),
        created,
        kind_id: RECEPTION_DAY.to_owned(),
        title: "接待选民".to_owned(),
        since: date.to_owned(),
        until: date.to_owned(),
        site_id: site_id.map(str::to_owned),
        ..Activity::default()
    })?;
    Ok(id)
}

/// Puts a deputy on the roster of a day; nothing happens when it names them already.
pub fn plan(tx: &mut Tx<'_>, activity_id: &str, who: &Who, sort: i64) -> Result<()> {
    let (person_id, name) = who.columns();
    if tx.db().first::<Attendance>(include_str!("sql/find_attendance.sql"), (activity_id, &person_id, &name))?.is_some()
    {
        return Ok(());
    }
    let (id, created) = tx.fresh();
    let activity_id = activity_id.to_owned();
    tx.insert(&Attendance { id, created, activity_id, person_id, name, planned: true, sort, ..Attendance::default() })
}

/// Says who was to come and who came, in that order, replacing what was said before where it differs. What is given has
/// no keys yet; a person who is named twice counts once.
pub fn set_attendance(tx: &mut Tx<'_>, activity_id: &str, said: Vec<Attendance>) -> Result<()> {
    let old = attendance(tx.db(), activity_id)?;
    let is = |a: &Attendance, b: &Attendance| (&a.person_id, &a.name) == (&b.person_id, &b.name);
    for gone in old.iter().filter(|a| !said.iter().any(|b| is(a, b))) {
        tx.void::<Attendance>(&gone.id)?;
    }
    for (at, one) in said.iter().enumerate() {
        if said.iter().take(at).any(|before| is(before, one)) {
            continue;
        }
        let (id, created) = match old.iter().find(|a| is(a, one)) {
            Some(known) => (known.id.clone(), known.created.clone()),
            None => tx.fresh(),
        };
        let sort = i64::try_from(at).unwrap_or_default();
        tx.put(&Attendance { id, created, activity_id: activity_id.to_owned(), sort, ..one.clone() })?;
    }
    Ok(())
}

/// The attendance of an activity in the order of the roster.
pub fn attendance(db: Db<'_>, activity_id: &str) -> Result<Vec<Attendance>> {
    db.all(include_str!("sql/attendance.sql"), [activity_id])
}
