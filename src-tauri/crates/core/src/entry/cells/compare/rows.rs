//! Rows of a sheet beside the rows of the register that have the same record number.

use std::collections::BTreeMap;

use station_intake::read::{Raw, Sheet};
use station_table::{Cell, Document, FactRef, Mask, Row, Table};

use super::book::{Traced, letters};
use super::columns::{Stood, find};
use super::{CellChange, Found, same};

/// A cell that the sheet has otherwise.
pub(super) struct Beside {
    /// The fact of the row.
    pub(super) fact: FactRef,
    /// Key of the column.
    pub(super) key: String,
    /// Its heading.
    pub(super) heading: String,
    /// Row of the sheet, from 1.
    pub(super) row: u32,
    /// Column of the sheet: `F`.
    pub(super) column: String,
    /// What the register shows.
    pub(super) old: String,
    /// The same without the column's way of showing it: a date with its day.
    pub(super) plain: String,
    /// What the sheet says.
    pub(super) new: String,
    /// Of a row that speaks of a matter: its words.
    pub(super) words: String,
    /// Which of the fact's rows it is.
    pub(super) ordinal: usize,
    /// Which of those with the same words.
    pub(super) same: usize,
}

impl Beside {
    /// The change that would make the register say what the sheet says.
    pub(super) fn change(&self) -> CellChange {
        let FactRef { kind, id } = self.fact.clone();
        CellChange { kind, id, key: self.key.clone(), text: self.new.clone() }
    }
}

/// The column whose words tell the matters of a visit apart.
const WORDS: &str = "matter.content";
/// Running numbers, which say nothing.
const SEQ: &str = "row.seq";

/// Compares a sheet with the tables of a document.
pub(super) fn compare(traced: &Traced, document: &Document, found: &mut Found) {
    let keys =
        |table: &Table| traced.columns.iter().filter(|(_, key)| table.columns.iter().any(|c| c.key == *key)).count();
    let Some(table) = document.tables().max_by_key(|table| keys(table)) else { return };
    let name = &traced.sheet.name;
    let Some(stood) = find(traced, table) else {
        found.told.push(format!("工作表“{name}”里没有“记录号”一列，没有比对。"));
        return;
    };
    if !stood.lost.is_empty() {
        found.told.push(format!("工作表“{name}”里没有“{}”，这些列没有比对。", stood.lost.join("”“")));
    }
    let shown = by_fact(table);
    for (fact, rows) in rows_of(&traced.sheet, &stood, table, found) {
        found.seen.insert(fact.clone());
        match shown.get(&fact) {
            Some(now) => of_fact((&traced.sheet, &stood), (&fact, now), &rows, found),
            None => found.told.push(format!(
                "第{}行的记录已不在这本台账里（可能已作废，或日期已改到别的时段），没有比对。",
                rows.iter().map(|row| (row + 1).to_string()).collect::<Vec<_>>().join("、")
            )),
        }
    }
}

fn by_fact(table: &Table) -> BTreeMap<FactRef, Vec<&Row>> {
    let mut all: BTreeMap<FactRef, Vec<&Row>> = BTreeMap::new();
    for row in &table.rows {
        if let Some(fact) = &row.fact {
            all.entry(fact.clone()).or_default().push(row);
        }
    }
    all
}

/// The rows of the sheet by their record number, in the order of the sheet; those without one are told.
fn rows_of(sheet: &Sheet, stood: &Stood<'_>, table: &Table, found: &mut Found) -> Vec<(FactRef, Vec<u32>)> {
    let mut all: Vec<(FactRef, Vec<u32>)> = Vec::new();
    let mut without = Vec::new();
    for row in sheet.row_range().filter(|row| *row > stood.heading) {
        let number = sheet.words(row, stood.record);
        match number.split_once(':') {
            Some((kind, id)) => {
                let fact = FactRef { kind: kind.to_owned(), id: id.to_owned() };
                match all.iter_mut().find(|(known, _)| *known == fact) {
                    Some((_, rows)) => rows.push(row),
                    None => all.push((fact, vec![row])),
                }
            }
            None if is_new(sheet, (row, stood), table) => without.push((row + 1).to_string()),
            None => {}
        }
    }
    if !without.is_empty() {
        let rows = without.join("、");
        found.told.push(format!("第{rows}行没有记录号，没有比对；要新增记录，请用“导入”。"));
    }
    all
}

/// Whether a row without a record number is one that somebody added, not a heading, a sum or a signature.
fn is_new(sheet: &Sheet, (row, stood): (u32, &Stood<'_>), table: &Table) -> bool {
    let said: Vec<String> =
        stood.columns.iter().map(|c| sheet.words(row, c.now)).filter(|words| !words.is_empty()).collect();
    let labels = || table.columns.iter().flat_map(|c| [Some(c.label.as_str()), c.heading.as_deref()]).flatten();
    let heading = said.iter().all(|words| labels().any(|label| label == words));
    let sums = table.totals.iter().filter_map(|t| t.cells.first()).map(Cell::shown).collect::<Vec<_>>();
    let ends = ["合计", "总计", "小计", "填报人", "审核人", "填报日期"];
    let end =
        sheet.filled(row).iter().any(|(_, words)| sums.contains(words) || ends.iter().any(|e| words.starts_with(e)));
    said.len() >= 2 && !heading && !end
}

/// Compares the rows of one fact; where it has several, each with the one that it is most like.
fn of_fact((sheet, stood): (&Sheet, &Stood<'_>), (fact, now): (&FactRef, &[&Row]), rows: &[u32], found: &mut Found) {
    let mut free: Vec<usize> = (0..now.len()).collect();
    for row in rows {
        let like = |at: &usize| stood.columns.iter().filter(|c| same_cell(sheet, *row, c, now[*at])).count();
        let Some(best) = free.iter().copied().max_by_key(|at| (like(at), usize::MAX - at)) else {
            let number = row + 1;
            found.told.push(format!("第{number}行与前面的行记录号相同，没有比对；要新增记录，请用“导入”。"));
            continue;
        };
        free.retain(|at| *at != best);
        for column in stood.columns.iter().filter(|c| c.column.key != SEQ && !same_cell(sheet, *row, c, now[best])) {
            let raw = sheet.cell(*row, column.now);
            if !is_masked(column.column.mask, raw) {
                let cell = now[best].cells.get(column.at).cloned().unwrap_or_default();
                found.different.push(Beside {
                    fact: fact.clone(),
                    key: column.column.key.clone(),
                    heading: format!("{}{}", column.column.heading.as_deref().unwrap_or_default(), column.column.label),
                    row: row + 1,
                    column: letters(column.now),
                    old: cell.shown_as(column.column.format),
                    plain: cell.shown(),
                    new: same::text(raw),
                    words: words_of(stood, now[best]),
                    ordinal: best,
                    same: now[..best].iter().filter(|r| words_of(stood, r) == words_of(stood, now[best])).count(),
                });
            }
        }
    }
}

fn same_cell(sheet: &Sheet, row: u32, stands: &super::columns::Stands<'_>, now: &Row) -> bool {
    let cell = now.cells.get(stands.at).unwrap_or(&Cell::Empty);
    same::same((cell, stands.column.format), sheet.cell(row, stands.now))
}

fn words_of(stood: &Stood<'_>, row: &Row) -> String {
    let at = stood.columns.iter().find(|c| c.column.key == WORDS).map(|c| c.at);
    at.and_then(|at| row.cells.get(at)).map(Cell::shown).unwrap_or_default()
}

/// What an edition masked says nothing, and an ID number is masked in all of them.
fn is_masked(mask: Mask, raw: Option<&Raw>) -> bool {
    let words = same::text(raw);
    mask == Mask::IdNumber || words == "保密" || mask != Mask::None && words.contains(['*', '＊'])
}
