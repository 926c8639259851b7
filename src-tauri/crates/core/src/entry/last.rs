//! 重复上一条: the draft of the record of a kind that was entered last.

use serde_json::Value;

use super::cells;
use crate::error::Result;
use crate::store::Db;

/// The newest record of a kind as the draft of its form; none when there is none, or no such kind.
pub fn draft(db: Db<'_>, kind: &str) -> Result<Option<Value>> {
    let newest: Option<String> = db.value(include_str!("sql/last.sql"), [kind])?;
    newest.map(|id| cells::draft_of(db, kind, &id)).transpose().map(Option::flatten)
}
