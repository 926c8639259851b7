//! 逾期: whether a unit answered after its deadline, or has not answered though that is over.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::life::{Assigned, Course};
use super::read::Which;
use super::rules::Kind;
use super::told::{Told, told};
use crate::error::Result;
use crate::store::Db;

/// Of each matter that was given a deadline, whether it is late; by their key.
pub fn late(db: Db<'_>, which: &Which, today: NaiveDate) -> Result<HashMap<String, bool>> {
    let late = |one: &Told| Some((one.id.clone(), one.course.is_late(today)?));
    Ok(told(db, which)?.iter().filter_map(late).collect())
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
        self.standing_due(&unit.id).map(|(due, _)| self.is_after(unit, due, today))
    }

    /// Whether a unit answered after a day, or has not answered and that day is over. What another round has taken up
    /// again is not owed any more.
    pub(super) fn is_after(&self, unit: &Assigned, due: NaiveDate, today: NaiveDate) -> bool {
        match self.answered(unit) {
            Some(day) => day > due,
            None => today > due && unit.round == self.round() && self.stopped(&unit.id).is_none(),
        }
    }

    /// Whether a unit owes, or owed, a reply: it kept the matter, and does not only help others.
    fn owes(&self, unit: &Assigned) -> bool {
        let alone = || self.assigned.iter().filter(|a| a.round == unit.round).all(|a| a.helps);
        !self.gave_back(&unit.id) && (!unit.helps || alone())
    }

    /// When a unit answered; where no answer was wanted, when its round was closed.
    pub(super) fn answered(&self, unit: &Assigned) -> Option<NaiveDate> {
        let about = |s: &&super::life::Happened| s.assignment.as_ref().is_none_or(|id| *id == unit.id);
        let first =
            |is: fn(Kind) -> bool| self.steps.iter().filter(about).find(|s| s.round == unit.round && is(s.kind));
        first(|kind| kind == Kind::Replied).or_else(|| first(Kind::closes)).map(|s| s.day)
    }
}
