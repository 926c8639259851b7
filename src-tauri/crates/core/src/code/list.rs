//! 字典: all lists for the settings.

use serde::{Deserialize, Serialize};

use super::{LISTS, list_label};
use crate::error::Result;
use crate::store::Db;

/// An entry of a list as the settings show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CodeRow {
    /// The entry.
    pub id: String,
    /// Which list.
    pub list: String,
    /// What a clerk calls the list: 活动类别.
    pub list_label: String,
    /// As shown and printed.
    pub label: String,
    /// Code in the national standard, or what the entry means.
    pub standard: Option<String>,
    /// Place in the list.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub sort: i64,
    /// No longer offered.
    pub hidden: bool,
    /// 履职类别 that it counts as, by key.
    pub counts_as: Option<String>,
    /// Its label.
    pub counts_as_label: Option<String>,
    /// Came with the program: its key is fixed.
    pub shipped: bool,
    /// How often facts name it.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub used: i64,
}

/// All entries, list by list in the order of the settings, hidden ones too.
pub fn codes(db: Db<'_>) -> Result<Vec<CodeRow>> {
    let mut rows: Vec<CodeRow> = db.all(include_str!("sql/list.sql"), [])?;
    for row in &mut rows {
        list_label(&row.list).unwrap_or(&row.list).clone_into(&mut row.list_label);
    }
    rows.sort_by_key(|row| LISTS.iter().position(|(list, _)| *list == row.list));
    Ok(rows)
}
