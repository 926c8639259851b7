//! Where a value stood in its file, and what was wrong with it.

use serde::{Deserialize, Serialize};

/// A cell as the office program names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct At {
    /// Name of the sheet; of a text file, the file's name.
    pub sheet: String,
    /// Row, counted from 1.
    pub row: u32,
    /// Letters of the column; empty when the whole row is meant.
    pub column: String,
}

impl At {
    /// The cell in that row and column, both counted from 0.
    pub fn cell(sheet: &str, row: u32, column: u32) -> Self {
        Self { sheet: sheet.to_owned(), row: row + 1, column: letters(column) }
    }

    /// A whole row, counted from 0.
    pub fn row(sheet: &str, row: u32) -> Self {
        Self { sheet: sheet.to_owned(), row: row + 1, column: String::new() }
    }
}

/// What became of a value that is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Not taken over: the cell, or the row, is left out.
    LeftOut,
    /// Taken over, but somebody should look at it.
    Doubtful,
}

/// A value that could not be read, or only with doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// Where it stands.
    pub at: At,
    /// Label of the field; empty when none is meant.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// What is wrong and what to do: one Chinese sentence.
    pub message: String,
    /// What became of the value.
    pub severity: Severity,
}

/// Letters of a column counted from 0: 0 → A, 26 → AA.
pub(crate) fn letters(column: u32) -> String {
    let mut rest = column + 1;
    let mut name = String::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        name.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_office_programs_name_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), name, "column {column}");
        }
    }
}
