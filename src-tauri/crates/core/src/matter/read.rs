//! Reading the lives of many matters at once: each table is read once, in the order in which lives are told.

use std::collections::HashMap;

use rusqlite::{Row, named_params};

use super::life::{Assigned, Course, Happened};
use super::rules::{Kind, State};
use crate::error::Result;
use crate::store::Db;

/// Which matters: all, or those of a list of keys as JSON.
#[derive(Clone, Debug, Default)]
pub struct Which(pub Option<String>);

impl Which {
    /// Of these keys.
    pub fn of(ids: &[String]) -> Self {
        Self(Some(serde_json::Value::from(ids).to_string()))
    }
}

/// The lives of matters by their key.
pub fn courses(db: Db<'_>, which: &Which) -> Result<HashMap<String, Course>> {
    let given = named_params! { ":ids": which.0 };
    let mut all: HashMap<String, Course> = HashMap::new();
    let head =
        |row: &Row<'_>| Ok((row.get(0)?, Course { heard: row.get(1)?, petition: row.get(2)?, ..Course::default() }));
    for (id, course) in db.rows(include_str!("sql/heads.sql"), given, head)? {
        all.insert(id, course);
    }
    let mut to = |row: &Row<'_>, give: fn(&mut Course, &Row<'_>) -> rusqlite::Result<()>| {
        all.get_mut(row.get_ref(0)?.as_str()?).map_or(Ok(()), |course| give(course, row))
    };
    db.each(include_str!("sql/raised_of.sql"), given, |row| to(row, raised))?;
    db.each(include_str!("sql/assigned.sql"), given, |row| to(row, assigned))?;
    db.each(include_str!("sql/happened.sql"), given, |row| to(row, happened))?;
    for course in all.values_mut() {
        course.steps.sort_by(|a, b| (a.round, a.day, a.place, &a.id).cmp(&(b.round, b.day, b.place, &b.id)));
    }
    Ok(all)
}

/// The life of one matter.
pub fn course(db: Db<'_>, id: &str) -> Result<Course> {
    let mut all = courses(db, &Which::of(&[id.to_owned()]))?;
    Ok(all.remove(id).unwrap_or_default())
}

/// What matters have come to, by their key.
pub fn states(db: Db<'_>, which: &Which) -> Result<HashMap<String, State>> {
    Ok(courses(db, which)?.iter().map(|(id, course)| (id.clone(), super::life::state(course))).collect())
}

fn raised(course: &mut Course, row: &Row<'_>) -> rusqlite::Result<()> {
    course.raised.push(row.get(1)?);
    Ok(())
}

fn assigned(course: &mut Course, row: &Row<'_>) -> rusqlite::Result<()> {
    let assigned = Assigned { id: row.get(1)?, round: row.get(2)?, helps: row.get(3)?, unit: row.get(4)? };
    course.assigned.push(assigned);
    Ok(())
}

/// Leaves out a step that, or whose day, is of no kind that this program knows.
fn happened(course: &mut Course, row: &Row<'_>) -> rusqlite::Result<()> {
    let day = |at: usize| -> rusqlite::Result<_> {
        Ok(row.get_ref(at)?.as_str_or_null()?.and_then(|text| text.parse().ok()))
    };
    let kind = row.get_ref(3)?.as_str_or_null()?.and_then(Kind::of);
    let Some((kind, happened_on)) = kind.zip(day(4)?) else { return Ok(()) };
    course.steps.push(Happened {
        id: row.get(1)?,
        round: row.get(2)?,
        kind,
        day: happened_on,
        place: row.get(14)?,
        assignment: row.get(5)?,
        raised: row.get(6)?,
        complete: row.get(7)?,
        grade: row.get(8)?,
        result: row.get(9)?,
        due: day(10)?,
        due_rule: row.get(11)?,
        promised: day(12)?,
        county: row.get(13)?,
    });
    Ok(())
}
