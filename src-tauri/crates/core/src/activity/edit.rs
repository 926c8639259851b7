//! Reception days: found by date and site, made when a roster or a visit first names them.

use super::{Activity, Attendance};
use crate::error::Result;
use crate::store::{Db, Tx};

/// Kind of a reception day.
pub const RECEPTION_DAY: &str = "activity.reception_day";

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

/// Who stands in a list of deputies: a person of the roster, or a name that it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Key of a person.
    Person(String),
    /// A name as written, to be linked later.
    Name(String),
}

impl Who {
    /// As the two columns `person_id` and `name` keep it.
    pub fn columns(&self) -> (Option<String>, Option<String>) {
        match self {
            Self::Person(id) => (Some(id.clone()), None),
            Self::Name(name) => (None, Some(name.clone())),
        }
    }
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

/// The attendance of an activity in the order of the roster.
pub fn attendance(db: Db<'_>, activity_id: &str) -> Result<Vec<Attendance>> {
    db.all(include_str!("sql/attendance.sql"), [activity_id])
}
