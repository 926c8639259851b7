//! Where each column of a register stands in a sheet now: at its old place, or where its heading went.

use station_intake::read::Sheet;
use station_table::{Column, Table, Trace};

use super::book::Traced;

/// A column of the register in the sheet.
pub(super) struct Stands<'a> {
    /// The register's column and its place in the table's rows.
    pub(super) column: &'a Column,
    pub(super) at: usize,
    /// Column of the sheet, from 0.
    pub(super) now: u32,
}

/// The sheet's columns.
pub(super) struct Stood<'a> {
    /// Row of the headings, from 0.
    pub(super) heading: u32,
    /// Column of the record numbers, from 0.
    pub(super) record: u32,
    /// Those of the register that the sheet has.
    pub(super) columns: Vec<Stands<'a>>,
    /// Headings of those that it has lost.
    pub(super) lost: Vec<&'a str>,
}

/// Finds the columns; none where the record numbers are gone.
pub(super) fn find<'a>(traced: &Traced, table: &'a Table) -> Option<Stood<'a>> {
    let sheet = &traced.sheet;
    let (heading, record) = record_column(sheet)?;
    let known: Vec<(u32, usize)> = traced
        .columns
        .iter()
        .filter_map(|(was, key)| Some((*was, table.columns.iter().position(|c| c.key == *key)?)))
        .collect();
    let says = |column: u32, at: usize| headings(sheet, heading, column).any(|w| w == bare(&table.columns[at].label));
    // Those that stay come first: two columns may have the same heading.
    let mut found: Vec<(u32, usize, u32)> =
        known.iter().filter(|(was, at)| says(*was, *at)).map(|(was, at)| (*was, *at, *was)).collect();
    for (was, at) in &known {
        let free = |column: &u32| *column != record && found.iter().all(|(.., now)| now != column);
        if found.iter().all(|(_, other, _)| other != at)
            && let Some(now) = sheet.column_range().find(|column| free(column) && says(*column, *at))
        {
            found.push((*was, *at, now));
        }
    }
    let mut lost = Vec::new();
    for (was, at) in known.iter().filter(|(_, at)| found.iter().all(|(_, other, _)| other != at)).collect::<Vec<_>>() {
        let free = |column: &u32| *column != record && found.iter().all(|(.., now)| now != column);
        let named = |column: &u32| headings(sheet, heading, *column).next().is_some();
        match beside(&found, *was).filter(|column| free(column) && named(column)) {
            Some(now) => found.push((*was, *at, now)),
            None => lost.push(table.columns[*at].label.as_str()),
        }
    }
    found.sort_unstable();
    let columns = found.into_iter().map(|(_, at, now)| Stands { column: &table.columns[at], at, now }).collect();
    Some(Stood { heading, record, columns, lost })
}

/// Where a column went that has a new heading: as far as the nearest of its old neighbours; nowhere without one.
fn beside(found: &[(u32, usize, u32)], was: u32) -> Option<u32> {
    match found.iter().min_by_key(|(other, ..)| other.abs_diff(was)) {
        Some((neighbour, _, now)) => (was + now).checked_sub(*neighbour),
        None => Some(was),
    }
}

/// Row and column of the heading over the record numbers.
fn record_column(sheet: &Sheet) -> Option<(u32, u32)> {
    let cells = sheet.row_range().flat_map(|row| sheet.column_range().map(move |column| (row, column)));
    cells.into_iter().find(|(row, column)| sheet.words(*row, *column) == Trace::HEADING)
}

/// What stands over a column: in the row of headings, in the one above and below it, since heads have up to two rows.
fn headings(sheet: &Sheet, heading: u32, column: u32) -> impl Iterator<Item = String> + '_ {
    let rows = heading.saturating_sub(1)..=heading + 1;
    rows.map(move |row| bare(&sheet.words(row, column))).filter(|words| !words.is_empty())
}

fn bare(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}
