//! 事项: lists with state and next actor, and one matter with its steps.

use chrono::{Months, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use station_table::FactRef;

use super::clock::{Law, Urgency};
use super::life::{Course, offers};
use super::read::Which;
use super::row;
pub use super::row::MatterRow;
use super::rules::{Order, State};
pub use super::shown::{LinkShown, MatterShown, Meeting, Raiser, RoundShown, StepShown, UnitShown};
use super::told::told;
use super::{Matter, is_asked};
use crate::code;
use crate::error::{Error, Result};
use crate::filter::finds;
use crate::store::Db;

/// How a deadline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DueWithin {
    /// Passed.
    Overdue,
    /// Passed within the last week.
    JustOverdue,
    /// Near.
    Soon,
    /// Replied, and somebody who raised it is to be told.
    Untold,
}

/// Which matters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "MattersAsk"))]
#[serde(default)]
pub struct Filter {
    /// Only of that kind; 建议 stands for everything that deputies submit.
    pub kind: Option<String>,
    /// Only in that state.
    pub state: Option<String>,
    /// Only in that one of the four orders.
    pub order: Option<Order>,
    /// Only with that deadline.
    pub due: Option<DueWithin>,
    /// Only handled by that unit.
    pub unit: Option<String>,
    /// Title (the words where there is none), 建议编号, where it was raised, or unit; deputies and the first visitor by name,
    /// initials or spelling.
    pub search: Option<String>,
    /// Raised from that day.
    pub from: Option<String>,
    /// Raised to that day.
    pub to: Option<String>,
    /// Only of that campaign.
    pub campaign_id: Option<String>,
    /// Only these, by their keys.
    pub ids: Option<Vec<String>>,
}

/// Matters, the newest first.
pub fn matters(db: Db<'_>, filter: &Filter, today: NaiveDate) -> Result<Vec<MatterRow>> {
    let which = match (&filter.ids, &filter.campaign_id) {
        (Some(ids), _) => Which::of(ids),
        (None, Some(campaign)) => Which::of(&db.column(include_str!("sql/of_campaign.sql"), [campaign])?),
        _ if filter.is_of_open() => Which::of(&open_or_fresh(db, (NEVER, NEVER))?),
        _ => Which::default(),
    };
    let mut rows = by_law(db, &which, today)?;
    rows.retain(|row| filter.takes(row) && is_found(filter, row));
    Ok(rows)
}

/// The board: what is open, and what was closed within the last month or asks for something after its closing.
pub fn board(db: Db<'_>, today: NaiveDate) -> Result<Vec<MatterRow>> {
    let ago = |months| today.checked_sub_months(Months::new(months)).unwrap_or(today).to_string();
    by_law(db, &Which::of(&open_or_fresh(db, (&ago(1), &ago(12)))?), today)
}

/// After every day.
const NEVER: &str = "9999-12-31";

/// What is open; and what was closed since one day, or left somebody not satisfied or a promise since another.
fn open_or_fresh(db: Db<'_>, (closed, word): (&str, &str)) -> Result<Vec<String>> {
    db.column(include_str!("sql/open.sql"), named_params! { ":closed_since": closed, ":word_since": word })
}

/// What is open, the oldest first.
pub fn open(db: Db<'_>, today: NaiveDate) -> Result<Vec<MatterRow>> {
    let mut rows = by_law(db, &Which::of(&open_or_fresh(db, (NEVER, NEVER))?), today)?;
    rows.retain(|row| row.state != State::已办结);
    rows.reverse();
    Ok(rows)
}

fn by_law(db: Db<'_>, which: &Which, today: NaiveDate) -> Result<Vec<MatterRow>> {
    row::rows(db, &told(db, which)?, (&Law::load(db)?, today))
}

impl Filter {
    /// Whether it takes nothing but what is open: then the years that are closed need not be read.
    fn is_of_open(&self) -> bool {
        let open = |state: &str| state != State::已办结.label();
        self.due.is_some()
            || self.state.as_deref().is_some_and(open)
            || self.order.is_some_and(|order| order != Order::销单)
    }

    fn takes(&self, row: &MatterRow) -> bool {
        let is = |wanted: &Option<String>, is: &str| wanted.as_deref().is_none_or(|wanted| wanted == is);
        is_asked(&row.kind, self.kind.as_deref())
            && is(&self.state, row.state.label())
            && self.order.is_none_or(|order| order == row.order)
            && self.from.as_deref().is_none_or(|from| row.submitted.as_str() >= from)
            && self.to.as_deref().is_none_or(|to| row.submitted.as_str() <= to)
            && self.due.is_none_or(|due| due.takes(row))
            && self.unit.as_deref().is_none_or(|unit| row.unit.iter().any(|u| u.split('、').any(|one| one == unit)))
    }
}

impl DueWithin {
    fn takes(self, row: &MatterRow) -> bool {
        match (self, row.urgency) {
            (Self::Overdue, Some(Urgency::Overdue | Urgency::JustOverdue))
            | (Self::JustOverdue, Some(Urgency::JustOverdue))
            | (Self::Soon, Some(Urgency::Soon)) => true,
            (Self::Untold, _) => row.state == State::已答复,
            _ => false,
        }
    }
}

/// One matter with its steps.
///
/// # Errors
/// `Missing` when there is none.
pub fn matter(db: Db<'_>, id: &str, today: NaiveDate) -> Result<MatterShown> {
    let which = Which::of(&[id.to_owned()]);
    let (told, law) = (told(db, &which)?, Law::load(db)?);
    let course = &told.first().ok_or(Error::Missing("事项"))?.course;
    let row = row::rows(db, &told, (&law, today))?.pop().ok_or(Error::Missing("事项"))?;
    let fact: Matter = db.get(id)?;
    Ok(MatterShown {
        words: fact.words,
        category: code::edit::label(db, fact.category_id.as_deref())?,
        nature: code::edit::label(db, fact.nature_id.as_deref())?,
        confidential: fact.confidential,
        supervisor: fact.supervisor,
        raised: raisers(db, id, course)?,
        units: units(db, (id, course), (&law, today))?,
        links: db.all(include_str!("sql/links.sql"), [id])?,
        meetings: db.all(include_str!("sql/meetings.sql"), [id])?,
        rounds: rounds(db, (id, course.heard))?,
        offers: offers(course),
        row,
    })
}

/// The units that handle it, with what each has done and until when it has time.
fn units(db: Db<'_>, (id, course): (&str, &Course), (law, today): (&Law, NaiveDate)) -> Result<Vec<UnitShown>> {
    let mut all: Vec<UnitShown> = db.all(include_str!("sql/units.sql"), [id])?;
    for unit in &mut all {
        let owing = course.owing().find(|a| a.id == unit.id);
        let clock = owing.map(|a| law.of_unit(course, a)).transpose()?.flatten();
        unit.stopped = course.stopped(&unit.id).map(|day| day.to_string()).filter(|_| owing.is_some());
        let clock = clock.filter(|_| unit.stopped.is_none());
        unit.left = clock.as_ref().map(|c| c.left(today));
        unit.due = clock.as_ref().map(|c| c.due.to_string());
        unit.due_why = clock.map(|c| c.explained);
    }
    Ok(all)
}

fn is_found(filter: &Filter, row: &MatterRow) -> bool {
    let told = [&row.no, &row.source, &row.unit].map(|t| t.as_deref());
    let words = [&[Some(row.title.as_str())], told.as_slice()].concat();
    let joined = [&row.lead, &row.visitor, &row.taken_by].into_iter().flatten().chain(&row.co);
    finds(filter.search.as_deref(), &words, joined.flat_map(|names| names.split('、')))
}

fn raisers(db: Db<'_>, id: &str, course: &Course) -> Result<Vec<Raiser>> {
    #[derive(Deserialize)]
    struct RawRaiser {
        id: String,
        who: String,
        kind: Option<String>,
        fact_id: Option<String>,
    }
    let rows: Vec<RawRaiser> = db.all(include_str!("sql/raisers.sql"), [id])?;
    let one = |r: RawRaiser| {
        let fact = r.kind.zip(r.fact_id).map(|(kind, id)| FactRef { kind, id });
        Raiser { untold: course.untold().any(|key| key == r.id), id: r.id, who: r.who, fact }
    };
    Ok(rows.into_iter().map(one).collect())
}

fn rounds(db: Db<'_>, (id, heard): (&str, bool)) -> Result<Vec<RoundShown>> {
    #[derive(Deserialize)]
    struct InRound {
        round: i64,
        #[serde(flatten)]
        step: StepShown,
    }
    let steps: Vec<InRound> = db.all(include_str!("sql/life.sql"), [id])?;
    let mut rounds: Vec<RoundShown> = db
        .having::<super::Round>("matter_id", id)?
        .into_iter()
        .map(|r| RoundShown { id: r.id, ordinal: r.ordinal, steps: Vec::new() })
        .collect();
    rounds.sort_by_key(|r| r.ordinal);
    for InRound { round, mut step } in steps {
        step.kind.label(heard).clone_into(&mut step.kind_label);
        if let Some(of) = rounds.iter_mut().find(|r| r.ordinal == round) {
            of.steps.push(step);
        }
    }
    Ok(rounds)
}
