//! Cells and blocks of cells by their names, `B7` and `B7:D9`; rows and columns are counted from 1.

use std::fmt;

/// Excel's last column, XFD.
const COLUMNS: u32 = 16_384;
/// Excel's last row.
pub(crate) const ROWS: u32 = 1_048_576;

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Spot {
    pub row: u32,
    pub column: u32,
}

impl Spot {
    /// Reads `B7`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, row) = text.split_at(digits);
        let row = row.parse().ok().filter(|row| (1..=ROWS).contains(row))?;
        Some(Self { row, column: column(letters)? })
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", letters(self.column), self.row)
    }
}

/// Cells between two corners, both of them included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl Block {
    /// Reads `B7:D9`; a single cell is a block too.
    pub fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(':').unwrap_or((text, text));
        let (from, to) = (Spot::read(from)?, Spot::read(to)?);
        Some(Self { top: from.row, left: from.column, bottom: to.row, right: to.column })
    }

    pub fn contains(&self, spot: Spot) -> bool {
        (self.top..=self.bottom).contains(&spot.row) && (self.left..=self.right).contains(&spot.column)
    }
}

/// The number of a column from its letters.
pub(crate) fn column(letters: &str) -> Option<u32> {
    let plain = (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
    let value = |b: u8| u32::from(b.to_ascii_uppercase() - b'A') + 1;
    let number = plain.then(|| letters.bytes().fold(0, |number, b| number * 26 + value(b)))?;
    (number <= COLUMNS).then_some(number)
}

/// The letters of a column.
pub(crate) fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from_u32(u32::from('A') + column % 26).unwrap_or('A'));
        column /= 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_it_is_written() {
        for name in ["A1", "Z9", "AA10", "XFD1048576"] {
            assert_eq!(Spot::read(name).map(|s| s.to_string()).as_deref(), Some(name), "{name} is a cell");
        }
        for name in ["A", "7", "A0", "XFE1", "ABCD1", "$A$1", "表1"] {
            assert_eq!(Spot::read(name), None, "{name} is not a cell");
        }
    }
}
