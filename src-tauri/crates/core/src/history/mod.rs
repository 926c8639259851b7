//! 历史: the log of operations, which is undo, audit and one record's history at once.

mod chain;
mod record;
mod undo;

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;

pub use chain::broken_links;
pub(crate) use record::record;
pub use undo::{redo, undo};

/// One operation as the history shows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct HistoryRow {
    /// Sequence; operations are ordered by it, never by the clock.
    pub seq: i64,
    /// What was done.
    pub label: String,
    /// By whom.
    pub account: String,
    /// When, local time.
    pub at: String,
    /// How many rows changed.
    pub changes: i64,
    /// Whether a later operation has taken it back.
    #[serde(with = "crate::store::flag")]
    #[cfg_attr(feature = "bindings", ts(type = "boolean"))]
    pub undone: bool,
    /// Whether undo may take it back.
    #[serde(with = "crate::store::flag")]
    #[cfg_attr(feature = "bindings", ts(type = "boolean"))]
    pub undoable: bool,
    /// The operation that this one took back.
    pub takes_back: Option<i64>,
}

/// The newest operations first, at most `limit`.
pub fn list(db: Db<'_>, limit: i64) -> Result<Vec<HistoryRow>> {
    db.all(include_str!("sql/list.sql"), [limit])
}

/// The operations that touched one fact, newest first.
pub fn of_fact(db: Db<'_>, table: &str, id: &str) -> Result<Vec<HistoryRow>> {
    db.all(include_str!("sql/of_fact.sql"), [table, id])
}
