//! The term that a row belongs to: its own column, the title, else the newest that the station knows.

use super::Import;
use super::row::Row;
use crate::congress::edit::{newest_term, term_of};
use crate::error::Result;

/// Key of the term and whether the file itself says it.
pub(super) fn term(import: &mut Import<'_, '_>, row: &Row<'_>, level: &str) -> Result<(Option<String>, bool)> {
    let title = &row.sheet.title;
    // 清河镇第五届 says nothing of the county's term.
    let of_title = title.term.filter(|_| title.level.as_deref().unwrap_or(&import.level) == level);
    match row.number("term").or(of_title.map(i64::from)) {
        Some(ordinal) => Ok((Some(term_of(import.tx, level, ordinal)?), true)),
        None => Ok((newest_term(import.tx.db(), level)?.map(|t| t.id), false)),
    }
}
