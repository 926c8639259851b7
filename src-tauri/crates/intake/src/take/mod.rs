//! The importer: bytes of an office file of a known kind → named, typed values with their places.

mod sheet;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::IntakeError;
use crate::fields::fields;
use crate::header::{Finder, Header, MatchedColumn, Remembered};
use crate::kind::Kind;
use crate::place::{At, Trouble};
use crate::read::{Sheet, read};
use crate::rows::{Section, Skipped};
use crate::title::TitleFacts;
use crate::values::Value;
use sheet::Taking;

/// What the caller knows beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ask {
    /// Headings that were matched by hand, of this kind.
    pub matches: Vec<Remembered>,
    /// Year of dates without a year, where the file does not say it.
    pub year: Option<i32>,
}

/// A value with where it stood and what stood there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakenValue {
    /// The value.
    pub value: Value,
    /// Its cell.
    pub at: At,
    /// The words of the cell.
    pub raw: String,
    /// Whether it came from a cell merged over several rows, or from 同上.
    pub merged: bool,
}

/// A row of data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakenRow {
    /// Row, counted from 1.
    pub at_row: u32,
    /// The section that it lies in.
    pub section: Option<Section>,
    /// Values by short key of their field.
    pub values: BTreeMap<String, TakenValue>,
}

/// A sheet with a table of the kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakenSheet {
    /// Name of the sheet; of a text file, the file's name.
    pub name: String,
    /// Whether the sheet is hidden in the file.
    pub hidden: bool,
    /// First heading row, counted from 1.
    pub header_row: u32,
    /// Columns with a heading, left to right.
    pub columns: Vec<MatchedColumn>,
    /// Labels of required fields that have no column; then there are no rows.
    pub missing: Vec<String>,
    /// What the lines above the heading say.
    pub title: TitleFacts,
    /// Rows of data; each has every required field.
    pub rows: Vec<TakenRow>,
    /// Rows that are no data.
    pub skipped: Vec<Skipped>,
    /// Values that could not be read, or only with doubt.
    pub troubles: Vec<Trouble>,
}

/// A sheet that was passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedSheet {
    /// Its name.
    pub name: String,
    /// Why: a Chinese sentence.
    pub reason: String,
}

/// All that a file of a kind holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// The kind asked for.
    pub kind: Kind,
    /// Name of the file.
    pub file: String,
    /// Sheets with a table of the kind.
    pub sheets: Vec<TakenSheet>,
    /// The other sheets.
    pub skipped_sheets: Vec<SkippedSheet>,
}

/// Takes a file in as one of a kind; `file` is its name. A sheet whose headings name nothing comes back without rows,
/// so that its columns can be matched by hand.
///
/// # Errors
/// An [`IntakeError`] when the file is protected, damaged, empty or no table at all.
pub fn take(kind: Kind, file: &str, bytes: &[u8], ask: &Ask) -> Result<Taken, IntakeError> {
    let finder = Finder::new(fields(), kind, &ask.matches);
    let sheets = read(file, bytes)?;
    let found: Vec<(&Sheet, Option<Header>)> = sheets.iter().map(|s| (s, finder.find(s))).collect();
    let whole = found.iter().any(|(_, h)| h.as_ref().is_some_and(|h| h.missing.is_empty()));
    let mut taken = Taken { kind, file: file.to_owned(), sheets: Vec::new(), skipped_sheets: Vec::new() };
    for (sheet, header) in found {
        // Where another sheet has all that is required, one that has not is a list of choices, or explains something.
        if let Some(header) = header.filter(|h| h.missing.is_empty() || !whole && !sheet.hidden) {
            taken.sheets.push(Taking::new(kind, file, ask, sheet, &header).all());
        } else {
            let reason = format!("工作表“{}”里没有找到所需的表头，没有导入。", sheet.name);
            taken.skipped_sheets.push(SkippedSheet { name: sheet.name.clone(), reason });
        }
    }
    if taken.sheets.is_empty() {
        let guess = sheets.iter().filter(|s| !s.hidden).find_map(|s| Some((s, finder.guess(s)?)));
        let (sheet, header) = guess.ok_or_else(|| IntakeError::Empty { file: file.to_owned() })?;
        taken.skipped_sheets.retain(|s| s.name != sheet.name);
        taken.sheets.push(Taking::new(kind, file, ask, sheet, &header).all());
    }
    Ok(taken)
}

#[cfg(test)]
mod tests;
