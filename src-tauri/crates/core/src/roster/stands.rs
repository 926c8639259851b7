//! What stands of the roster in a period: days, how evenly, what is lacking, who changed with whom, who is away.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Levels;
use super::balance::{Balance, balance};
use super::deputies::years;
use super::gaps::{Gap, gaps};
use super::wishes::{self, Wishes};
use crate::activity::search::{DayRow, days};
use crate::duty::search::{LeaveRow, SwapRow, leaves, swaps};
use crate::error::Result;
use crate::store::Db;
use crate::text::Span;

/// The roster of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Roster {
    /// What the two levels are called.
    pub levels: Levels,
    /// What the station wishes.
    pub wishes: Wishes,
    /// Reception days that stand.
    pub days: Vec<DayRow>,
    /// How evenly, counted over the year.
    pub balance: Balance,
    /// Days from today on with fewer than wished.
    pub gaps: Vec<Gap>,
    /// Who changed with whom.
    pub swaps: Vec<SwapRow>,
    /// Who is away.
    pub leaves: Vec<LeaveRow>,
}

/// The roster of a period.
///
/// # Errors
/// `Problems` without a period.
pub fn roster(db: Db<'_>, (from, to): (&str, &str), today: NaiveDate) -> Result<Roster> {
    let span = Span::read(from, to)?;
    let (first, last) = years((from, to));
    Ok(Roster {
        levels: Levels::load(db)?,
        wishes: wishes::load(db)?,
        days: days(db, (from, to))?,
        balance: balance(db, (&first, &last), today)?,
        gaps: gaps(db, (span.from.max(today), span.to))?,
        swaps: swaps(db, (from, to))?,
        leaves: leaves(db, (from, to))?,
    })
}
