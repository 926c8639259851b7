//! 逾期: whether a unit answered after its deadline, or has not answered though that is over.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::life::{Assigned, Course};
use super::read::{Which, courses};
use super::rules::Kind;
use crate::error::Result;
use crate::store::Db;

/// Of each matter that was given a deadline, whether it is late; by their key.
pub fn late(db: Db<'_>, which: &Which, today: NaiveDate) -> Result<HashMap<String, bool>> {
    let lives = courses(db, which)?;
    Ok(lives.into_iter().filter_map(|(id, course)| Some((id, course.is_late(today)?))).collect())
}

impl Course {
    /// Whether any round of it is late; none where no unit was given a deadline. While the clock stands still nothing
    /// becomes late, and a second round does not take back what the first was.
    pub fn is_late(&self, today: NaiveDate) -> Option<bool> {
        let said =
            self.assigned.iter().filter(|unit| self.owes(unit)).filter_map(|unit| self.unit_is_late(unit, today));
        said.reduce(|one, other| one || other)
    }

    fn unit_is_late(&self, unit: &Assigned, today: NaiveDate) -> Option<bool> {
        let (due, _) = self.standing_due(&unit.id)?;
        Some(match self.answered(unit) {
            Some(day) => day > due,
            None => today > due && unit.round == self.round() && self.stopped(&unit.id).is_none(),
        })
    }

    /// Whether a unit owes, or owed, a reply: it kept the matter, and does not only help others.
    fn owes(&self, unit: &Assigned) -> bool {
        let back = self.steps.iter().any(|s| s.kind == Kind::Returned && s.assignment.as_ref() == Some(&unit.id));
        let alone = || self.assigned.iter().filter(|a| a.round == unit.round).all(|a| a.helps);
        !back && (!unit.helps || alone())
    }

    /// When a unit answered; where no answer was wanted, when its round was closed.
    fn answered(&self, unit: &Assigned) -> Option<NaiveDate> {
        let about = |s: &&super::life::Happened| s.assignment.as_ref().is_none_or(|id| *id == unit.id);
        let first =
            |is: fn(Kind) -> bool| self.steps.iter().filter(about).find(|s| s.round == unit.round && is(s.kind));
        first(|kind| kind == Kind::Replied).or_else(|| first(Kind::closes)).map(|s| s.day)
    }
}
