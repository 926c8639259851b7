//! How the units handled what was handed to them: handled, in time, satisfied, each share with what it is made of.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clock::Law;
use super::is_asked;
use super::life::{Assigned, Course, NOT_SATISFIED};
use super::read::Which;
use super::rules::Kind;
use super::told::told;
use crate::error::Result;
use crate::store::Db;

/// Stands for the unit that is still to be said.
const OPEN: &str = "待补";

/// Of which days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RankingAsk {
    /// Handed on from that day.
    pub from: String,
    /// Handed on to that day.
    pub to: String,
    /// Only what voters said (社情民意), or only what deputies put forward (建议); none = both.
    #[serde(default)]
    pub kind: Option<String>,
}

/// A share with what it is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Share {
    /// How many of them: places in [`Ranking::matters`], one for each handing on.
    pub of: Vec<usize>,
    /// Of how many.
    pub among: Vec<usize>,
}

impl Share {
    fn add(&mut self, counts: bool, matter: usize) {
        self.among.push(matter);
        if counts {
            self.of.push(matter);
        }
    }

    /// Compares two shares: the greater first, none last.
    fn against(&self, other: &Self) -> std::cmp::Ordering {
        let cross = |a: &Self, b: &Self| a.of.len() * b.among.len().max(1);
        (self.among.is_empty(), cross(other, self)).cmp(&(other.among.is_empty(), cross(self, other)))
    }
}

/// One unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct UnitRank {
    /// By name.
    pub unit: String,
    /// Place among all, from 1; units that are alike share one. 0 = none: the unit is still to be said, or it is the total.
    pub place: usize,
    /// Replied among what was handed to it.
    pub handled: Share,
    /// Replied by the deadline, among what was replied or is overdue.
    pub in_time: Share,
    /// 满意 and 基本满意 among what was rated.
    pub satisfied: Share,
    /// Overdue now.
    pub overdue: Vec<usize>,
    /// Given back.
    pub returned: Vec<usize>,
    /// What it was chased for, once for each time.
    pub chased: Vec<usize>,
}

/// All units, the best first. Figures name their matters by place, so that each key stands once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Ranking {
    /// Keys of all matters that were handed on.
    pub matters: Vec<String>,
    /// One row each.
    pub units: Vec<UnitRank>,
    /// All of them together.
    pub total: UnitRank,
}

/// The units to whom something was handed on within a period. 协办 is not counted: it owes no reply.
pub fn ranking(db: Db<'_>, ask: &RankingAsk, today: NaiveDate) -> Result<Ranking> {
    let law = Law::load(db)?;
    let mut units: BTreeMap<String, UnitRank> = BTreeMap::new();
    let mut total = UnitRank { unit: "合计".to_owned(), ..UnitRank::default() };
    let mut matters = Vec::new();
    for told in told(db, &Which::default())?.iter().filter(|told| is_asked(&told.kind, ask.kind.as_deref())) {
        let course = &told.course;
        let mut handed = course.assigned.iter().filter(|a| !a.helps && within(course, a, ask)).peekable();
        if handed.peek().is_some() {
            matters.push(told.id.clone());
        }
        for assigned in handed {
            let name = assigned.unit.clone().unwrap_or_else(|| OPEN.to_owned());
            let rank = units.entry(name.clone()).or_insert_with(|| UnitRank { unit: name, ..UnitRank::default() });
            for row in [rank, &mut total] {
                count(row, (matters.len() - 1, course, assigned), (&law, today))?;
            }
        }
    }
    Ok(Ranking { matters, units: placed(units.into_values().collect()), total })
}

fn within(course: &Course, assigned: &Assigned, ask: &RankingAsk) -> bool {
    let handed = course.handed(&assigned.id).map(|h| h.day.to_string());
    handed.is_some_and(|day| ask.from.as_str() <= day.as_str() && day.as_str() <= ask.to.as_str())
}

fn count(
    row: &mut UnitRank,
    (at, course, assigned): (usize, &Course, &Assigned),
    (law, today): (&Law, NaiveDate),
) -> Result<()> {
    let about = || course.steps.iter().filter(|s| s.assignment.as_deref() == Some(assigned.id.as_str()));
    if course.gave_back(&assigned.id) {
        row.returned.push(at);
        return Ok(());
    }
    row.chased.extend(about().filter(|s| s.kind == Kind::Chased).map(|_| at));
    let answered = course.answered(assigned).is_some();
    row.handled.add(answered, at);
    if let Some(clock) = law.of_unit(course, assigned)? {
        let late = course.is_after(assigned, clock.due, today);
        if answered || late {
            row.in_time.add(!late, at);
        }
        if !answered && late {
            row.overdue.push(at);
        }
    }
    let grade =
        course.steps.iter().rfind(|s| s.round == assigned.round && s.grade.is_some()).and_then(|s| s.grade.as_deref());
    if let Some(grade) = grade.filter(|_| answered) {
        row.satisfied.add(grade != NOT_SATISFIED, at);
    }
    Ok(())
}

/// The best first: in time, then satisfied, then handled; alike by name.
fn placed(mut units: Vec<UnitRank>) -> Vec<UnitRank> {
    let order = |a: &UnitRank, b: &UnitRank| {
        a.in_time.against(&b.in_time).then(a.satisfied.against(&b.satisfied)).then(a.handled.against(&b.handled))
    };
    units.sort_by(|a, b| order(a, b).then_with(|| a.unit.cmp(&b.unit)));
    // What no unit has yet is nobody's to be praised or blamed for: it stands last, without a place.
    let (none, named): (Vec<_>, Vec<_>) = units.into_iter().partition(|unit| unit.unit == OPEN);
    units = named;
    for at in 0..units.len() {
        let same = at.checked_sub(1).and_then(|before| units.get(before).zip(units.get(at)));
        let place = match same {
            Some((before, this)) if order(before, this).is_eq() => before.place,
            _ => at + 1,
        };
        if let Some(unit) = units.get_mut(at) {
            unit.place = place;
        }
    }
    units.extend(none);
    units
}
