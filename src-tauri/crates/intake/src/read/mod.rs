//! Bytes of a file → sheets of cells. What a file is, is told by its first bytes, never by its name.

mod marks;
mod office;
mod text;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use station_table::Day;

use crate::error::IntakeError;
pub use text::PASTED;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// Words, also of digits; never empty.
    Text(String),
    /// A number.
    Number(f64),
    /// A date cell.
    Date(Day),
    /// A date cell that shows only the year and the month, by the first day of the month.
    Month(Day),
    /// The sign of a formula's error: `#REF!`.
    Broken(String),
}

impl Raw {
    /// As an office program shows it: a number without decimals that it does not have.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Broken(text) => text.clone(),
            Self::Number(n) => n.to_string(),
            Self::Date(day) => day.to_string(),
            Self::Month(day) => day.format("%Y-%m").to_string(),
        }
    }
}

/// Cells merged into one; rows and columns counted from 0, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Merge {
    /// Whether a cell lies in it.
    pub fn contains(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// A sheet of cells; rows and columns are counted from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Name of the sheet; of a text file, the file's name.
    pub name: String,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// Columns that are hidden; not known for .xls.
    pub hidden_columns: BTreeSet<u32>,
    /// Merged cells.
    pub merges: Vec<Merge>,
    /// Row of the first of `rows`.
    pub first_row: u32,
    /// Column of the first cell of each row.
    pub first_column: u32,
    /// Cells by row.
    pub rows: Vec<Vec<Option<Raw>>>,
}

impl Sheet {
    /// The cell at that place.
    pub fn cell(&self, row: u32, column: u32) -> Option<&Raw> {
        let row = row.checked_sub(self.first_row)?;
        let column = column.checked_sub(self.first_column)?;
        self.rows.get(usize::try_from(row).ok()?)?.get(usize::try_from(column).ok()?)?.as_ref()
    }

    /// The words of a cell, trimmed; empty when there are none.
    pub fn words(&self, row: u32, column: u32) -> String {
        self.cell(row, column).map(|c| c.shown().trim().to_owned()).unwrap_or_default()
    }

    /// The merged area that a cell lies in.
    pub fn merge(&self, row: u32, column: u32) -> Option<&Merge> {
        self.merges.iter().find(|m| m.contains(row, column))
    }

    /// All rows that may hold something.
    pub fn row_range(&self) -> std::ops::Range<u32> {
        self.first_row..self.first_row + u32::try_from(self.rows.len()).unwrap_or(0)
    }

    /// All columns that may hold something.
    pub fn column_range(&self) -> std::ops::Range<u32> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        self.first_column..self.first_column + u32::try_from(width).unwrap_or(0)
    }

    /// The cells of a row that hold something, with their columns.
    pub fn filled(&self, row: u32) -> Vec<(u32, String)> {
        let at = row.checked_sub(self.first_row).and_then(|r| usize::try_from(r).ok());
        let cells = at.and_then(|at| self.rows.get(at)).map_or(&[][..], Vec::as_slice);
        let words = cells.iter().map(|c| c.as_ref().map(|c| c.shown().trim().to_owned()).unwrap_or_default());
        (self.first_column..).zip(words).filter(|(_, words)| !words.is_empty()).collect()
    }
}

/// Reads every sheet of a file; `file` is its name, for messages and for the sheet of a text file.
///
/// # Errors
/// An [`IntakeError`] when the file is protected, damaged, empty or no table at all.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, IntakeError> {
    let sheets = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        office::sheets(file, bytes)?
    } else {
        vec![text::sheet(file, bytes)?]
    };
    if sheets.iter().all(|s| s.rows.iter().flatten().all(Option::is_none)) {
        return Err(IntakeError::Empty { file: file.to_owned() });
    }
    Ok(sheets)
}

/// A day by its parts, when it exists.
fn day_of(year: u16, month: u8, day: u8) -> Option<Day> {
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
}

#[cfg(test)]
mod tests;
