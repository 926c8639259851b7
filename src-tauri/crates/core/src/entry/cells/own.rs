//! Columns of the station's own as cells of a table.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use station_intake::{Format, Typing, Value as Read, read_as};
use station_table::Cell;

use super::{CellChange, CellChanged, EditableField, Type, change};
use crate::entry::said;
use crate::error::{Error, Result};
use crate::extra::OwnColumn;
use crate::extra::edit::{columns, draft, of, set};
use crate::store::{Db, Tx};

/// How the key of such a column begins.
pub(super) const PREFIX: &str = "own.";

/// The station's own columns of a kind of fact.
pub(super) fn fields_of(db: Db<'_>, kind: &str) -> Result<Vec<EditableField>> {
    let edited = |column: OwnColumn| {
        let r#type = match column.r#type.as_str() {
            "number" => Type::Number,
            "money" => Type::Money,
            "date" => Type::Date,
            "yes_no" => Type::YesNo,
            "choice" => Type::Choice,
            _ => Type::Text,
        };
        let (key, label) = (column.key(), column.label.clone());
        EditableField { key, label, r#type, list: None, words: draft(column).choices }
    };
    Ok(columns(db, Some(kind))?.into_iter().map(edited).collect())
}

/// What a fact shows in such a column.
pub(super) fn shown(db: Db<'_>, (kind, id): (&str, &str), column: &OwnColumn) -> Result<String> {
    let values = of(db, (kind, id))?;
    let value = values.into_iter().find(|v| v.column_id == column.id).and_then(|v| v.value).unwrap_or_default();
    Ok(match (column.r#type.as_str(), value.parse::<i64>()) {
        ("money", Ok(fen)) => Cell::Money(fen).shown(),
        ("yes_no", Ok(0)) => "否".to_owned(),
        ("yes_no", Ok(_)) => "是".to_owned(),
        _ => value,
    })
}

/// Changes a cell of such a column; none when it says what stood there.
///
/// # Errors
/// `Problems` when the text cannot be read.
pub(super) fn put(tx: &mut Tx<'_>, cell: &CellChange, column: &OwnColumn) -> Result<Option<CellChanged>> {
    let fact = (cell.kind.as_str(), cell.id.as_str());
    let old = shown(tx.db(), fact, column)?;
    let value = stored(column, cell.text.trim(), tx.hand.today()).map_err(|m| problem(column, m))?;
    set(tx, fact, &BTreeMap::from([(column.id.clone(), value)]))?;
    let new = shown(tx.db(), fact, column)?;
    change::told(tx.db(), cell, (column.label.clone(), old, new))
}

fn problem(column: &OwnColumn, message: String) -> Error {
    Error::Problems(vec![crate::error::Problem::new(column.key(), message)])
}

/// The text as the store keeps it.
fn stored(column: &OwnColumn, text: &str, today: NaiveDate) -> std::result::Result<Option<String>, String> {
    let format = match column.r#type.as_str() {
        "number" => Format::Number,
        "money" => Format::Money,
        "date" => Format::Date,
        "yes_no" => {
            return match text {
                "" => Ok(None),
                "是" | "有" | "√" | "1" => Ok(Some("1".to_owned())),
                "否" | "无" | "0" => Ok(Some("0".to_owned())),
                _ => Err(format!("“{text}”不是“是”也不是“否”，请改填。")),
            };
        }
        _ => return Ok(said(Some(text))),
    };
    Ok(match read_as(&format, text, Typing { today, past: true })? {
        Some(Read::Number(n) | Read::Money(n)) => Some(n.to_string()),
        Some(Read::Date(date)) => Some(date.to_string()),
        _ => None,
    })
}
