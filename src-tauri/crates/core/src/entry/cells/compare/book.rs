//! The workbook: its hidden sheet says of which register it was made and which key each column had.

use station_intake::read::{Sheet, read};
use station_table::Trace;

use super::refused;
use crate::error::Result;

/// A workbook that was exported here.
pub(super) struct Book {
    /// Register and period.
    pub(super) trace: Trace,
    /// Sheets with rows of it.
    pub(super) sheets: Vec<Traced>,
}

/// A sheet and its columns as they were written.
pub(super) struct Traced {
    /// The sheet as it is now.
    pub(super) sheet: Sheet,
    /// Column, from 0, and key.
    pub(super) columns: Vec<(u32, String)>,
}

impl Book {
    /// Reads a workbook.
    pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Self> {
        let mut sheets = read(file, bytes).map_err(|e| refused(e.to_string()))?;
        let strange = "这个文件里没有本程序写下的记录号，不能逐格比对，请选用从台账导出的内部版 .xlsx；一人一页的台账没有记录号，请打开记录修改。";
        let at = sheets.iter().position(|s| s.name == Trace::SHEET).ok_or_else(|| refused(strange))?;
        let hidden = sheets.remove(at);
        let trace = trace(&hidden);
        let listed = columns(&hidden);
        let of = |sheet: &Sheet| {
            let own = listed.iter().filter(|(name, ..)| *name == sheet.name);
            own.map(|(_, column, key)| (*column, key.clone())).collect::<Vec<_>>()
        };
        let mut traced: Vec<Traced> = sheets.into_iter().map(|sheet| Traced { columns: of(&sheet), sheet }).collect();
        // A sheet alone whose name was changed is still the one.
        if let ([only], true) = (traced.as_mut_slice(), listed.iter().all(|(name, ..)| *name == listed[0].0)) {
            only.columns = listed.into_iter().map(|(_, column, key)| (column, key)).collect();
        }
        traced.retain(|t| !t.columns.is_empty());
        if traced.is_empty() { Err(refused(strange)) } else { Ok(Self { trace, sheets: traced }) }
    }
}

/// What stands beside a word of its first column; a workbook of an older version has fewer of them.
fn trace(hidden: &Sheet) -> Trace {
    let said = |word: &str| {
        let row = hidden.row_range().find(|row| hidden.words(*row, 0) == word);
        row.map(|row| hidden.words(row, 1)).unwrap_or_default()
    };
    Trace {
        register: said("register"),
        from: said("from"),
        to: said("to"),
        set: said("set"),
        campaign: said("campaign"),
    }
}

/// Sheet, column and key of the rows below.
fn columns(hidden: &Sheet) -> Vec<(String, u32, String)> {
    let column = |row| Some((hidden.words(row, 0), number(&hidden.words(row, 1))?, hidden.words(row, 2)));
    hidden.row_range().filter_map(column).filter(|(.., key)| !key.is_empty()).collect()
}

/// `AA` → 26.
fn number(letters: &str) -> Option<u32> {
    let digit = |c: char| c.is_ascii_uppercase().then(|| u32::from(c) - u32::from('A') + 1);
    let number = letters.chars().try_fold(0_u32, |sum, c| sum.checked_mul(26)?.checked_add(digit(c)?))?;
    number.checked_sub(1)
}

/// 26 → `AA`.
pub(super) fn letters(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    match (column / 26).checked_sub(1) {
        Some(before) => format!("{}{last}", letters(before)),
        None => last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{letters, number};

    #[test]
    fn columns_are_counted_as_office_programs_do() {
        for (column, written) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!((letters(column).as_str(), number(written)), (written, Some(column)), "{written}");
        }
        assert_eq!(number("a1"), None, "no column is called so");
    }
}
