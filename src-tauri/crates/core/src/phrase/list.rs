//! 常用语: all texts for the settings and for whoever writes.

use serde::{Deserialize, Serialize};

use super::list_label;
use crate::error::Result;
use crate::store::Db;

/// A text as it is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PhraseRow {
    /// The text.
    pub id: String,
    /// Where it is offered: `reply`.
    pub list: String,
    /// What a clerk calls that: 答复.
    #[serde(default)]
    pub list_label: String,
    /// What it is called.
    pub title: String,
    /// The text, with fields in braces.
    pub body: String,
    /// Place in its list.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub sort: i64,
}

/// All texts, list by list in the order of the settings.
///
/// # Errors
/// Those of the store.
pub fn phrases(db: Db<'_>) -> Result<Vec<PhraseRow>> {
    let mut rows: Vec<PhraseRow> = db.all(include_str!("sql/list.sql"), [])?;
    for row in &mut rows {
        list_label(&row.list).unwrap_or(&row.list).clone_into(&mut row.list_label);
    }
    rows.sort_by_key(|row| super::LISTS.iter().position(|(list, _)| *list == row.list));
    Ok(rows)
}
