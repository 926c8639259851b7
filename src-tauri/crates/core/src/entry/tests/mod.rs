//! Entries of the small world: what is saved is what is loaded, what blocks saving, what undo brings back.

mod decisions;
mod intake;
mod lists;
mod opinions;
mod problems;
mod round_trips;
mod rules;
mod voids;

use crate::hand::Hand;
use crate::history;
use crate::op::Op;
use crate::store::{Store, Tx};
use crate::world::World;
use crate::{Error, Result};

/// A hand whose keys are not those of the world.
fn hand(world: &World) -> Hand {
    Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 1_000_000)
}

/// One operation; its value and whether anything changed.
fn tried<T>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<(T, bool)> {
    let mut hand = hand(world);
    // Keys of one test do not meet: each operation counts from where the log stands.
    let before = history::list(world.store.db(), 1)?.first().map_or(0, |row| row.seq);
    for _ in 0..before * 100 {
        hand.new_id();
    }
    let done = world.store.transact(&mut hand, Op::SaveStation, body)?;
    Ok((done.value, done.operation.is_some()))
}

fn saved<T>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> T {
    tried(world, body).unwrap().0
}

/// Fields of the problems with which something is refused.
fn refused<T: std::fmt::Debug>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Vec<String> {
    match tried(world, body) {
        Err(Error::Problems(problems)) => problems.into_iter().map(|p| p.field).collect(),
        other => panic!("it should be refused, but {other:?}"),
    }
}

fn undo(world: &mut World) {
    let mut hand = hand(world);
    let store: &mut Store = &mut world.store;
    history::undo(store, &mut hand).unwrap();
}

fn text(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}
