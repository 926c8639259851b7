//! What an import did, or would do: new facts, changes, doubts, each with its place in the file.

use serde::{Deserialize, Serialize};

pub use station_intake::Kind as ImportKind;

/// Where something stands in the files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Where {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Row, counted from 1; 0 when the whole sheet is meant.
    pub row: u32,
    /// Letters of the column; none when the whole row is meant.
    pub column: Option<String>,
    /// Label of the field.
    pub field: Option<String>,
}

/// What becomes of something doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Not taken over.
    LeftOut,
    /// Taken over; somebody should look at it.
    Kept,
    /// Waits for an answer.
    Ask,
}

/// One possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DoubtOption {
    /// What to answer with.
    pub value: String,
    /// As the screen shows it.
    pub label: String,
}

/// Something that is doubtful, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Doubt {
    /// Where it stands.
    pub at: Where,
    /// What stands there.
    pub value: Option<String>,
    /// One Chinese sentence: what is wrong, what became of it.
    pub message: String,
    /// What becomes of it.
    pub answer: Fate,
    /// Under which key to answer, when it waits for an answer.
    pub key: Option<String>,
    /// The possible answers.
    pub options: Vec<DoubtOption>,
}

/// A column of a file and the field that it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ColumnRead {
    /// Letters of the column.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// Key of the field; none when it was passed over.
    pub field: Option<String>,
    /// Label of the field.
    pub field_label: Option<String>,
    /// Whether the column is hidden in the file.
    pub hidden: bool,
    /// Whether a row without this value is left out.
    pub required: bool,
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FileRead {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet.
    pub sheet: String,
    /// First heading row, counted from 1.
    pub header_row: u32,
    /// Rows of data.
    pub rows: u32,
    /// Columns with a heading.
    pub columns: Vec<ColumnRead>,
}

/// A field that a heading may be matched to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FieldChoice {
    /// Key of the field.
    pub key: String,
    /// Its label.
    pub label: String,
    /// Whether there is nothing to import without it.
    pub required: bool,
}

/// A fact that the store lacked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NewFact {
    /// 代表, 选区, 接待日 …
    pub what: String,
    /// Which one.
    pub label: String,
    /// The row.
    pub at: Where,
}

/// A value that was filled in or corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Change {
    /// 代表, 选区, 接待日 …
    pub what: String,
    /// Which one.
    pub label: String,
    /// Label of the field.
    pub field: String,
    /// What stood there; none = nothing.
    pub old: Option<String>,
    /// What stands there now.
    pub new: Option<String>,
    /// The cell.
    pub at: Where,
}

/// Something that a file named and the store lacked: a site, village, group, unit, entry of a code list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Created {
    /// 站点, 村 …
    pub what: String,
    /// Under which name.
    pub label: String,
}

/// All that an import does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportPreview {
    /// What was imported.
    pub kind: ImportKind,
    /// The tables that were read.
    pub files: Vec<FileRead>,
    /// Fields that a heading may be matched to.
    pub fields: Vec<FieldChoice>,
    /// What is new.
    pub new_facts: Vec<NewFact>,
    /// What changes.
    pub changes: Vec<Change>,
    /// Rows that say nothing new.
    pub unchanged: u32,
    /// What is doubtful or was left out.
    pub doubts: Vec<Doubt>,
    /// What was made under the name that a file gives.
    pub created: Vec<Created>,
}

/// A heading that somebody matched by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Match {
    /// The heading as the file has it.
    pub heading: String,
    /// Key of the field; none when the column is to be passed over.
    pub field: Option<String>,
}

/// An answer to a doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Answer {
    /// Key of the doubt.
    pub key: String,
    /// Value of the option.
    pub value: String,
}
