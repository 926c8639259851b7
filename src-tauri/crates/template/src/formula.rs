//! References in formulas: found without reading the formula, moved when rows are put in, shifted when it is copied.
//! Texts, functions, names, tables and other workbooks are left alone.

use std::ops::Range;

use crate::place::{ROWS, column, letters};

/// One end of a reference: `$B7`; of a whole column or row only one part is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Corner {
    column: Option<Part>,
    row: Option<Part>,
}

/// A column or a row, and whether `$` holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    fixed: bool,
    number: u32,
}

/// A reference in a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Where it stands, without the name of a sheet.
    span: Range<usize>,
    /// The sheet that it names.
    pub sheet: Option<String>,
    from: Corner,
    /// None for a single cell.
    to: Option<Corner>,
}

impl Reference {
    /// Top and bottom row; none for whole columns.
    pub fn rows(&self) -> Option<(u32, u32)> {
        let top = self.from.row?.number;
        Some((top, self.to.map_or(Some(top), |to| to.row.map(|r| r.number))?))
    }

    /// Whether it is written with two ends.
    pub fn is_range(&self) -> bool {
        self.to.is_some()
    }
}

/// The references of a formula from left to right.
pub(crate) fn references(formula: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut sheet = None;
    while let Some(c) = formula[at..].chars().next() {
        let rest = &formula[at..];
        let length = match c {
            '"' => quoted(rest, '"'),
            '\'' => quoted(rest, '\''),
            '[' => bracketed(rest),
            '#' => 1 + word(&rest[1..]).len(),
            _ if in_word(c) => word(rest).len(),
            _ => c.len_utf8(),
        };
        let (token, next) = rest.split_at(length);
        let names_sheet = next.starts_with('!') && c != '#' && (c == '\'' || c == '[' || in_word(c));
        if names_sheet {
            let name = token.trim_matches('\'').replace("''", "'");
            sheet = Some(format!("{}{name}", sheet.take().unwrap_or_default()));
            at += length + 1;
            continue;
        }
        if c == '[' {
            // The number of another workbook belongs to the name of its sheet.
            sheet = next.starts_with(in_word).then(|| token.to_owned());
            at += length;
            continue;
        }
        let reference = in_word(c).then(|| reference(formula, at, length)).flatten();
        let end = reference.as_ref().map_or(at + length, |r| r.span.end);
        found.extend(reference.map(|r| Reference { sheet: sheet.take(), ..r }));
        sheet = None;
        at = end;
    }
    found
}

/// The formula with each reference as `change` wants it: both ends as new rows, or none to leave it.
pub(crate) fn with_rows(formula: &str, change: impl Fn(&Reference) -> Option<(u32, u32)>) -> String {
    rewritten(formula, |reference| {
        let (top, bottom) = change(reference)?;
        let at = |corner: Corner, number| Corner { row: corner.row.map(|r| Part { number, ..r }), ..corner };
        Some((at(reference.from, top), reference.to.map(|to| at(to, bottom))))
    })
}

/// The formula as it reads when its cell is copied that many rows down and columns to the right.
pub(crate) fn copied(formula: &str, down: i32, right: i32) -> String {
    let shift = |part: Option<Part>, by: i32| {
        part.map(|p| Part { number: if p.fixed { p.number } else { p.number.saturating_add_signed(by).max(1) }, ..p })
    };
    let copy = |c: Corner| Corner { column: shift(c.column, right), row: shift(c.row, down) };
    rewritten(formula, |reference| Some((copy(reference.from), reference.to.map(copy))))
}

fn rewritten(formula: &str, change: impl Fn(&Reference) -> Option<(Corner, Option<Corner>)>) -> String {
    let mut text = String::new();
    let mut done = 0;
    for reference in references(formula) {
        let Some((from, to)) = change(&reference) else { continue };
        text.push_str(&formula[done..reference.span.start]);
        text.push_str(&from.written());
        if let Some(to) = to {
            text.extend([":", &to.written()]);
        }
        done = reference.span.end;
    }
    text + &formula[done..]
}

/// The reference that begins with the word at `at`, with its second end where it has one.
fn reference(formula: &str, at: usize, length: usize) -> Option<Reference> {
    let from = Corner::read(&formula[at..at + length])?;
    let next = &formula[at + length..];
    let second = next.strip_prefix(':').map(word).and_then(|w| Some((Corner::read(w)?, w.len())));
    let after = second.map_or(next, |(_, long)| &next[1 + long..]);
    if after.starts_with(['(', '[', '!']) {
        return None;
    }
    match second {
        Some((to, long)) => Some(Reference { span: at..at + length + 1 + long, sheet: None, from, to: Some(to) }),
        None if from.column.is_some() && from.row.is_some() => {
            Some(Reference { span: at..at + length, sheet: None, from, to: None })
        }
        None => None,
    }
}

impl Corner {
    /// Reads `$B7`, `B` or `7`.
    fn read(word: &str) -> Option<Self> {
        let (column_fixed, rest) = word.strip_prefix('$').map_or((false, word), |rest| (true, rest));
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (name, rest) = rest.split_at(end);
        let (row_fixed, digits) = match rest.strip_prefix('$') {
            Some(digits) => (true, digits),
            None => (column_fixed && name.is_empty(), rest),
        };
        let part = |fixed, number| Part { fixed, number };
        let column = if name.is_empty() { None } else { Some(part(column_fixed, column(name)?)) };
        let number =
            if digits.is_empty() { None } else { Some(digits.parse().ok().filter(|n| (1..=ROWS).contains(n))?) };
        let corner = Self { column, row: number.map(|n| part(row_fixed, n)) };
        (column.is_some() || number.is_some()).then_some(corner)
    }

    fn written(self) -> String {
        let sign = |part: Part| if part.fixed { "$" } else { "" };
        let column = self.column.map(|p| format!("{}{}", sign(p), letters(p.number)));
        let row = self.row.map(|p| format!("{}{}", sign(p), p.number));
        column.unwrap_or_default() + &row.unwrap_or_default()
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || "$_.\\?".contains(c)
}

fn word(text: &str) -> &str {
    &text[..text.find(|c| !in_word(c)).unwrap_or(text.len())]
}

/// Length of what stands between two such signs; a doubled sign inside is met again as the next one.
fn quoted(text: &str, sign: char) -> usize {
    let mut from = 1;
    while let Some(end) = text[from..].find(sign) {
        from += end + 1;
        if !text[from..].starts_with(sign) {
            return from;
        }
        from += 1;
    }
    text.len()
}

/// Length of what stands between brackets, which may lie in each other.
fn bracketed(text: &str) -> usize {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        depth = match c {
            '[' => depth + 1,
            ']' if depth == 1 => return at + 1,
            ']' => depth - 1,
            _ => depth,
        };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_references_are_shifted() {
        let cases = [
            ("SUM(F5:F14)", "SUM(G7:G16)"),
            ("IF($B5>0,B$5/$B$5,\"A1 \"\"B2\"\"\")", "IF($B7>0,C$5/$B$5,\"A1 \"\"B2\"\"\")"),
            ("LOG10(A1)+ATAN2(B1,C1)", "LOG10(B3)+ATAN2(C3,D3)"),
            ("接待登记!A1+'汇总 表'!$A2", "接待登记!B3+'汇总 表'!$A4"),
            ("A:A+$C:D+3:4+$3:$4", "B:B+$C:E+5:6+$3:$4"),
            ("表1[人次]+表1[[#All],[A1]]", "表1[人次]+表1[[#All],[A1]]"),
            ("#REF!+#N/A+A1", "#REF!+#N/A+B3"),
            ("来访A1+A1来访+1E5+5", "来访A1+A1来访+1E5+5"),
            ("SUM(A1:OFFSET(A1,1,0))", "SUM(B3:OFFSET(B3,1,0))"),
        ];
        for (formula, expected) in cases {
            assert_eq!(copied(formula, 2, 1), expected, "{formula}");
        }
    }

    #[test]
    fn a_reference_knows_its_sheet() {
        let found = references("A1+接待登记!A2+'它''s 表'!A3:A4+[1]表!A5+'[1]表'!A6");
        let sheets: Vec<Option<&str>> = found.iter().map(|r| r.sheet.as_deref()).collect();
        assert_eq!(sheets, [None, Some("接待登记"), Some("它's 表"), Some("[1]表"), Some("[1]表")]);
        assert_eq!(found[2].rows(), Some((3, 4)));
    }
}
