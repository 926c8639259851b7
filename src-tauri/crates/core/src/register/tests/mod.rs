//! Registers of the small world, row by row as counted by hand; and layouts against their queries.

mod assets;
mod counted;
mod editions;
mod papers;
mod rules;
mod sets;
mod summaries;

use station_table::{Cell, Document, Table};

use super::{RegisterAsk, document};
use crate::store::Tx;
use crate::world::World;

/// A register of the first three months.
fn open(world: &World, ask: RegisterAsk) -> Document {
    document(world.store.db(), &quarter(ask), world.today).unwrap()
}

fn quarter(ask: RegisterAsk) -> RegisterAsk {
    RegisterAsk { from: "2023-01-01".into(), to: "2023-03-31".into(), ..ask }
}

fn number(number: i64) -> RegisterAsk {
    RegisterAsk { number, ..RegisterAsk::default() }
}

/// The cells of some columns, row by row.
fn shown(table: &Table, keys: &[&str]) -> Vec<String> {
    let cell = |row, key: &&str| {
        let column = table.columns.iter().find(|c| c.key == *key);
        let cell = table.cell(row, key);
        column.zip(cell).map_or_else(|| format!("?{key}"), |(column, cell)| cell.shown_as(column.format))
    };
    table.rows.iter().map(|row| keys.iter().map(|k| cell(row, k)).collect::<Vec<_>>().join("|")).collect()
}

/// The rows under a table, cell by cell without the empty ones.
fn under(table: &Table) -> Vec<String> {
    let cells = |cells: &[Cell]| cells.iter().map(Cell::shown).filter(|c| !c.is_empty()).collect::<Vec<_>>().join(" ");
    table.totals.iter().map(|row| cells(&row.cells)).collect()
}

/// The first table of a document.
fn table(paper: &Document) -> &Table {
    paper.tables().next().unwrap()
}

/// Saves a change of the world at ten o'clock.
fn changed<T>(world: &mut World, change: impl FnOnce(&mut Tx<'_>) -> crate::Result<T>) -> T {
    let before: i64 = world.store.db().value("SELECT count(*) FROM operation", []).unwrap().unwrap();
    let mut hand =
        crate::Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 5000 * before.unsigned_abs());
    let op = crate::Op::SaveStep { step: "告知".into() };
    world.store.transact(&mut hand, op, change).unwrap().value
}
