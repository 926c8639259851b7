//! Who is away, and who changed with whom.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;

/// 请假 as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LeaveRow {
    /// The leave.
    pub id: String,
    /// The deputy.
    pub person_id: String,
    /// Their name.
    pub name: String,
    /// First day.
    pub since: String,
    /// Last day.
    pub until: String,
    /// Why.
    pub reason: Option<String>,
    /// Days within it on which they are rostered all the same: `2026-03-20 东关联络点`.
    pub rostered: Vec<String>,
}

/// 调班 as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SwapRow {
    /// The change.
    pub id: String,
    /// The day that was taken over.
    pub activity_id: String,
    /// Its date.
    pub date: String,
    /// Its site.
    pub site: Option<String>,
    /// Who was rostered.
    pub person_id: String,
    /// Their name.
    pub name: String,
    /// Who took over.
    pub by_person_id: String,
    /// Their name.
    pub by_name: String,
    /// The day given in return.
    pub other_activity_id: Option<String>,
    /// Its date.
    pub other_date: Option<String>,
    /// When it was agreed.
    pub agreed_on: String,
    /// Why.
    pub reason: Option<String>,
}

/// 请假 that touches a period, the latest first.
pub fn leaves(db: Db<'_>, (from, to): (&str, &str)) -> Result<Vec<LeaveRow>> {
    db.all(include_str!("sql/leaves.sql"), named_params! { ":from": from, ":to": to })
}

/// 调班 of a period, the latest first.
pub fn swaps(db: Db<'_>, (from, to): (&str, &str)) -> Result<Vec<SwapRow>> {
    db.all(include_str!("sql/swaps.sql"), named_params! { ":from": from, ":to": to })
}

/// Days whose roster was changed by 调班.
pub(crate) fn swapped(db: Db<'_>) -> Result<Vec<String>> {
    db.column(include_str!("sql/swapped.sql"), [])
}
