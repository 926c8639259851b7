//! The clock of a matter: until when the next actor has to act, and by which rule.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::life::{Assigned, Course, Happened, state};
use super::rules::{Kind, State};
use crate::calendar::days::Calendar;
use crate::deadline;
use crate::deadline::due::{Due, Stop, due, extended};
use crate::deadline::rules::Rules;
use crate::error::Result;
use crate::store::Db;

/// By what deadlines are counted.
#[derive(Clone, Debug)]
pub struct Law {
    /// How long things may take.
    rules: Rules,
    /// Which days are worked on.
    calendar: Calendar,
}

/// Until when, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// When it began.
    pub from: NaiveDate,
    /// The last day.
    pub due: NaiveDate,
    /// 交办 2026-05-25，三个月，代表法第五十一条 → 2026-08-25.
    pub explained: String,
}

/// How near a deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "MatterUrgency"))]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Passed more than a week ago.
    Overdue,
    /// Passed within the last week.
    JustOverdue,
    /// Near.
    Soon,
    /// Far.
    Fine,
}

/// So many days after its end a deadline is only just over.
const JUST: i64 = 7;
/// A short deadline (up to a month) is near so many days before its end …
const NEAR: i64 = 3;
/// … and a longer one so many.
const NEAR_OF_LONG: i64 = 10;

impl Clock {
    /// Days that are left; negative when it is overdue.
    pub fn left(&self, today: NaiveDate) -> i64 {
        (self.due - today).num_days()
    }

    /// How near its end is.
    pub fn urgency(&self, today: NaiveDate) -> Urgency {
        let near = if (self.due - self.from).num_days() > 31 { NEAR_OF_LONG } else { NEAR };
        match self.left(today) {
            left if left < -JUST => Urgency::Overdue,
            left if left < 0 => Urgency::JustOverdue,
            left if left <= near => Urgency::Soon,
            _ => Urgency::Fine,
        }
    }
}

impl Law {
    /// As the station has it set.
    pub fn load(db: Db<'_>) -> Result<Self> {
        Ok(Self { rules: Rules::load(db)?, calendar: Calendar::load(db)? })
    }

    /// As it ships, where there is no station.
    pub fn shipped() -> Self {
        Self { rules: Rules::default(), calendar: Calendar::shipped().clone() }
    }

    /// Until when something that began on a day may take, by the rule that was in force then.
    ///
    /// # Errors
    /// `Missing` where no rule says how long.
    pub fn due(&self, kind: deadline::Kind, from: NaiveDate, stops: &[Stop]) -> Result<Due> {
        Ok(due(&self.calendar, &self.rules.on(kind, &from.to_string())?, from, stops))
    }

    fn clock(&self, (begins, kind): (&str, deadline::Kind), from: NaiveDate) -> Result<Option<Clock>> {
        let due = self.due(kind, from, &[])?;
        Ok(Some(Clock { from, due: due.date, explained: due.explained(begins, from) }))
    }

    /// The deadline that a step which hands on, extends or restarts gives its unit. `county`: no rule of the station binds
    /// whom it is handed to.
    ///
    /// # Errors
    /// `Missing` where no rule says how long.
    pub fn given(&self, course: &Course, (kind, assignment, day): (Kind, &str, NaiveDate)) -> Result<Option<Given>> {
        let handed = course.handed(assignment);
        if handed.is_some_and(|h| h.county) {
            return Ok(None);
        }
        let from = handed.map_or(day, |h| h.day);
        let until = |due: Due| Some(Given { due: due.date, rule: due.reason() });
        match kind {
            Kind::Handed => self.due(reply_kind(course, course.round()), day, &[]).map(until),
            Kind::Extended => self.due(extended(reply_kind(course, 1)), from, &course.stops(assignment)).map(until),
            Kind::Restarted => {
                Ok(course.standing_due(assignment).zip(course.stopped(assignment)).map(|(step, since)| {
                    let stood = (day - since).num_days().max(0);
                    let due = step.0 + chrono::Days::new(stood.unsigned_abs());
                    Given { due, rule: format!("{}，中止{stood}日顺延", step.1) }
                }))
            }
            _ => Ok(None),
        }
    }

    /// What the next actor has time for; none where nothing is owed, or the clock stands still.
    ///
    /// # Errors
    /// `Missing` where no rule says how long.
    pub fn running(&self, course: &Course) -> Result<Option<Clock>> {
        let day = |kind: Kind| course.current().rfind(|s| s.kind == kind).map(|s| s.day);
        let first = course.current().next().map(|s| s.day);
        match state(course) {
            State::登记 | State::已接单 => match first {
                Some(from) if course.round() > 1 => self.clock(("重新办理", deadline::Kind::HandOn), from),
                Some(from) if course.petition => self.clock(("登记", deadline::Kind::PetitionInform), from),
                Some(from) => self.clock(("登记", deadline::Kind::HandOn), from),
                None => Ok(None),
            },
            State::已退回 => match day(Kind::Returned).or(first) {
                Some(from) => self.clock(("退办", deadline::Kind::HandOn), from),
                None => Ok(None),
            },
            State::办理中 => self.earliest(course),
            State::已答复 => match day(Kind::Replied) {
                Some(from) => self.clock(("答复", deadline::Kind::Tell), from),
                None => Ok(None),
            },
            State::已告知 if !course.heard && !course.current().any(|s| s.grade.is_some()) => {
                match day(Kind::Told) {
                    Some(from) => self.clock(("告知", deadline::Kind::Feedback), from),
                    None => Ok(None),
                }
            }
            State::已中止 | State::已告知 | State::已办结 => Ok(None),
        }
    }

    /// The earliest deadline of those that owe a reply.
    fn earliest(&self, course: &Course) -> Result<Option<Clock>> {
        let running = course.owing().filter(|a| course.stopped(&a.id).is_none());
        let clocks = running.map(|a| self.of_unit(course, a)).collect::<Result<Vec<_>>>()?;
        Ok(clocks.into_iter().flatten().min_by_key(|clock| clock.due))
    }

    /// The deadline of one unit, as it was notified; where nothing was, as the rules say now.
    ///
    /// # Errors
    /// `Missing` where no rule says how long.
    pub fn of_unit(&self, course: &Course, unit: &Assigned) -> Result<Option<Clock>> {
        let Some(handed) = course.handed(&unit.id) else { return Ok(None) };
        let from = handed.day;
        let given = match course.standing_due(&unit.id) {
            Some((due, rule)) => Some(Given { due, rule }),
            None => self.given(course, (Kind::Handed, &unit.id, from))?,
        };
        let begins = Kind::Handed.label(course.heard);
        Ok(given.map(|g| Clock { from, due: g.due, explained: format!("{begins} {from}，{} → {}", g.rule, g.due) }))
    }
}

/// A deadline as a step keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The last day.
    pub due: NaiveDate,
    /// Rule and article: 三个月，代表法第五十一条.
    pub rule: String,
}

/// The rule of a deadline that was agreed, not counted.
pub const AGREED: &str = "约定期限";

/// The deadline that a step gives by the rules as they stand.
///
/// # Errors
/// `Missing` where no rule says how long.
pub fn by_rule(db: Db<'_>, course: &Course, says: (Kind, &str, NaiveDate)) -> Result<Option<Given>> {
    Law::load(db)?.given(course, says)
}

/// How long a unit has for its reply.
fn reply_kind(course: &Course, round: i64) -> deadline::Kind {
    match () {
        () if course.petition => deadline::Kind::Petition,
        () if course.heard => deadline::Kind::Opinion,
        () if round > 1 => deadline::Kind::Redo,
        () => deadline::Kind::Suggestion,
    }
}

impl Course {
    /// The step that handed it on to a unit.
    pub fn handed(&self, id: &str) -> Option<&Happened> {
        self.steps.iter().rfind(|s| s.kind == Kind::Handed && s.assignment.as_deref() == Some(id))
    }

    /// The deadline of a unit as it was last notified, with its rule.
    pub fn standing_due(&self, id: &str) -> Option<(NaiveDate, String)> {
        let gives = |s: &&Happened| {
            s.due.is_some()
                && matches!(s.kind, Kind::Handed | Kind::Extended | Kind::Restarted)
                && s.assignment.as_deref() == Some(id)
        };
        let step = self.steps.iter().rfind(gives)?;
        let rule = step.due_rule.clone().unwrap_or_else(|| AGREED.to_owned());
        let rule = if step.kind == Kind::Extended { format!("延期，{rule}") } else { rule };
        step.due.map(|due| (due, rule))
    }

    /// When the clock of a unit stood still.
    pub fn stops(&self, id: &str) -> Vec<Stop> {
        let mut stops = Vec::new();
        let mut since = None;
        for step in self.steps.iter().filter(|s| s.assignment.as_deref().is_none_or(|about| about == id)) {
            match (step.kind, since) {
                (Kind::Stopped, None) => since = Some(step.day),
                (Kind::Restarted, Some(from)) => {
                    stops.push((from, step.day));
                    since = None;
                }
                _ => {}
            }
        }
        stops
    }
}
