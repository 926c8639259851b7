//! What the rows of a table add up to: one row for each counted value, then the sums.

use station_table::{Cell, Row};

use super::layout::{Shows, TableSays};
use super::query::Record;

/// The rows under a table, where its layout asks for them.
pub(super) fn totals(says: &TableSays, shown: &[&Shows], rows: &[(&Record, Row)]) -> Vec<Row> {
    let Some(label) = &says.total else { return Vec::new() };
    let at = |key: &Option<String>| key.as_ref().and_then(|key| shown.iter().position(|s| s.key == *key));
    let counted = at(&says.count_by);
    let width = shown.len();
    let (counting, others): (Vec<_>, Vec<_>) = rows.iter().partition(|(record, _)| record.counts());
    let mut totals = counted.map(|at| counts(at, at, (width, &counting))).unwrap_or_default();
    if let (Some(counted), Some(by)) = (counted, at(&says.count_others_by)) {
        totals.extend(counts(by, counted, (width, &others)));
    }
    let mut cells: Vec<Cell> = shown.iter().map(|s| sum(s, rows)).collect();
    if let Some(first) = cells.first_mut() {
        *first = Cell::text(label);
    }
    let number = i64::try_from(counting.len()).unwrap_or(0);
    let place = counted.or_else(|| says.unit.is_some().then_some(1));
    if let Some(cell) = place.and_then(|at| cells.get_mut(at)) {
        // Whoever counts the lines must find the same number.
        let more = if others.is_empty() || counted.is_some() {
            String::new()
        } else {
            format!("（另{}行不计）", others.len())
        };
        *cell = says.unit.as_ref().map_or(Cell::Number(number), |unit| Cell::text(format!("{number}{unit}{more}")));
    }
    totals.push(Row { fact: None, cells });
    totals
}

fn sum(says: &Shows, rows: &[(&Record, Row)]) -> Cell {
    let numbers = || rows.iter().filter_map(|(record, _)| record.number(&says.key));
    let at_all = numbers().next().is_some();
    match says.column().map(|column| column.format) {
        _ if !says.total => Cell::Empty,
        _ if says.halves => {
            if at_all {
                halves(numbers().sum())
            } else {
                Cell::Empty
            }
        }
        Ok(station_table::Format::Money) if at_all => Cell::Money(numbers().sum()),
        Ok(station_table::Format::Money) => Cell::Empty,
        _ => Cell::Number(numbers().sum()),
    }
}

/// A number of halves as it is written: 3 as `1.5`.
pub(super) fn halves(number: i64) -> Cell {
    Cell::Text(if number % 2 == 0 { (number / 2).to_string() } else { format!("{}.5", number / 2) })
}

/// How often each value of a column occurs, in the order of the list that it is from, else of the rows. The value stands
/// in the column `to`, its number in the next.
fn counts(by: usize, to: usize, (width, rows): (usize, &[&(&Record, Row)])) -> Vec<Row> {
    let mut found: Vec<(i64, &Cell, usize)> = Vec::new();
    for (record, row) in rows {
        let Some(cell) = row.cells.get(by) else { continue };
        match found.iter_mut().find(|(_, known, _)| *known == cell) {
            Some((.., count)) => *count += 1,
            None => found.push((record.number("place").unwrap_or(0), cell, 1)),
        }
    }
    found.sort_by_key(|(place, ..)| *place);
    let row = |(_, value, count): (i64, &Cell, usize)| {
        let mut cells = vec![Cell::Empty; width];
        cells[to] = value.clone();
        if let Some(cell) = cells.get_mut(to + 1) {
            *cell = Cell::text(format!("{count}次"));
        }
        Row { fact: None, cells }
    };
    found.into_iter().map(row).collect()
}
