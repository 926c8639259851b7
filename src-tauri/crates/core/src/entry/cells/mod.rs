//! 表格里修改: cells typed, pasted or corrected elsewhere are read by the rules of files and saved through the same
//! entries as the forms, so that every rule of theirs holds. Which cells there are is told by `fields`.

mod change;
pub mod compare;
mod draft;
mod fields;
mod own;
mod place;
mod read;
mod show;
mod step;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::Result;
use crate::store::Db;

pub use change::{change, label, op};
use draft::kind;
use fields::Field;

/// One cell as somebody wants it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CellChange {
    /// Kind of the fact: `person`, `activity`, `visit`, `contact`, `standing_contact`, `constituency_visit`,
    /// `constituency`, `deed` or `matter`.
    pub kind: String,
    /// Key of the fact.
    pub id: String,
    /// Key of the field, `contact.opinion`; of a column of the station's own `own.` and its key.
    pub key: String,
    /// As typed or pasted; empty = cleared.
    pub text: String,
}

/// A cell that became another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CellChanged {
    /// Kind of the fact.
    pub kind: String,
    /// Key of the fact.
    pub id: String,
    /// Key of the field.
    pub key: String,
    /// Which record: `2026-03-05 罗建 王某`.
    pub label: String,
    /// Which field: `联系电话`.
    pub field: String,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

/// A cell that could not be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CellProblem {
    /// Kind of the fact.
    pub kind: String,
    /// Key of the fact.
    pub id: String,
    /// Key of the field.
    pub key: String,
    /// Why not, and what to do: one Chinese sentence.
    pub message: String,
}

/// What became of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Changed {
    /// Those that changed; one that says what stood there already is none.
    pub rows: Vec<CellChanged>,
    /// Those that could not be.
    pub problems: Vec<CellProblem>,
}

/// How a field is edited in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "EditableType"))]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// One line.
    Text,
    /// Several lines.
    Long,
    /// One of a list.
    Choice,
    /// A date, 0305 and 今天 too.
    Date,
    /// A whole number.
    Number,
    /// A sum of money, 1.2万元 too.
    Money,
    /// 是 or 否.
    YesNo,
    /// Names of deputies, joined by 、.
    Persons,
    /// A village.
    Village,
    /// A site.
    Site,
}

/// A field that may be edited in a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EditableField {
    /// Key.
    pub key: String,
    /// As the table's heading says it.
    pub label: String,
    /// How it is edited.
    pub r#type: Type,
    /// Of a choice: the code list, by the name under which pick lists have it.
    pub list: Option<String>,
    /// Of a choice that is no code list: what may be chosen.
    pub words: Vec<String>,
}

/// The fields of a kind of fact that may be edited in a table, the station's own columns last; none of an unknown kind.
pub fn fields_of(db: Db<'_>, kind_key: &str) -> Result<Vec<EditableField>> {
    let shipped = kind(kind_key).map_or(&[][..], |k| k.fields).iter().chain(step::fields(kind_key));
    let mut all = shipped.map(|field| editable(db, field)).collect::<Result<Vec<_>>>()?;
    all.extend(own::fields_of(db, kind_key)?);
    Ok(all)
}

/// A fact as the draft of its form; none of an unknown kind.
pub(super) fn draft_of(db: Db<'_>, kind_key: &str, id: &str) -> Result<Option<Value>> {
    kind(kind_key).map(|kind| (kind.load)(db, id)).transpose()
}

fn editable(db: Db<'_>, field: &Field) -> Result<EditableField> {
    let (r#type, list) = field.reads.edited();
    let words = show::words(db, field.reads)?;
    Ok(EditableField { key: field.key.to_owned(), label: field.label(), r#type, list: list.map(str::to_owned), words })
}
