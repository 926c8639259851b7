//! What the tables say of matters, read at once: the matter itself, its life, and the names that belong to it.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Row, named_params};

use super::life::Course;
use super::read::{Which, courses};
use crate::error::Result;
use crate::store::Db;

/// What the tables say of a matter, before anything is derived.
pub(super) struct Told {
    pub id: String,
    pub no: Option<String>,
    pub kind: String,
    pub title: String,
    /// 提出日期, else the day of its first step; empty where there is neither.
    pub submitted: String,
    pub supervised: bool,
    pub petition: bool,
    pub confidential: bool,
    pub course: Course,
    pub names: Names,
}

/// Names that belong to a matter: deputies by role, raisers by their key.
#[derive(Default)]
pub(super) struct Names {
    pub deputies: Vec<(String, String)>,
    pub raisers: Vec<Raiser>,
}

/// Who raised a matter.
pub(super) struct Raiser {
    pub key: String,
    pub who: String,
    /// A voter, not a deputy or an activity.
    pub visitor: bool,
    /// Where it was raised: the visit's number, or what else it was.
    pub source: Option<String>,
}

/// What is said of matters, the newest first. What is said of all stays true until the store changes.
pub(super) fn told(db: Db<'_>, which: &Which) -> Result<Arc<Vec<Told>>> {
    match which.0 {
        None => db.kept(|| read(db, which)),
        Some(_) => read(db, which).map(Arc::new),
    }
}

fn read(db: Db<'_>, which: &Which) -> Result<Vec<Told>> {
    let mut lives = courses(db, which)?;
    let mut names = names(db, which)?;
    let given = named_params! { ":ids": which.0 };
    let mut all = db.rows(include_str!("sql/said.sql"), given, |row| {
        let id = row.get_ref(0)?.as_str()?;
        let (course, names) = (lives.remove(id).unwrap_or_default(), names.remove(id).unwrap_or_default());
        one(row, course, names)
    })?;
    all.sort_by(|a, b| (&b.submitted, &b.no, &b.id).cmp(&(&a.submitted, &a.no, &a.id)));
    Ok(all)
}

fn one(row: &Row<'_>, course: Course, names: Names) -> rusqlite::Result<Told> {
    let first = || course.steps.iter().map(|s| s.day).min().map(|day| day.to_string());
    Ok(Told {
        id: row.get(0)?,
        no: row.get(1)?,
        kind: row.get(2)?,
        title: row.get(3)?,
        submitted: row.get::<_, Option<String>>(4)?.or_else(first).unwrap_or_default(),
        supervised: row.get(5)?,
        petition: row.get(6)?,
        confidential: row.get(7)?,
        course,
        names,
    })
}

fn names(db: Db<'_>, which: &Which) -> Result<HashMap<String, Names>> {
    let given = named_params! { ":ids": which.0 };
    let mut all: HashMap<String, Names> = HashMap::new();
    db.each(include_str!("sql/deputies_of.sql"), given, |row| {
        of(&mut all, row)?.deputies.push((row.get(1)?, row.get(2)?));
        Ok(())
    })?;
    db.each(include_str!("sql/raisers_of.sql"), given, |row| {
        let raiser = Raiser { key: row.get(1)?, who: row.get(2)?, visitor: row.get(3)?, source: row.get(4)? };
        of(&mut all, row)?.raisers.push(raiser);
        Ok(())
    })?;
    Ok(all)
}

/// The names of the matter that the first column of a row tells.
fn of<'a>(all: &'a mut HashMap<String, Names>, row: &Row<'_>) -> rusqlite::Result<&'a mut Names> {
    Ok(all.entry(row.get(0)?).or_default())
}
