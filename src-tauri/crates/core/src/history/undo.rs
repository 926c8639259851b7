//! Undo applies the inverse of an operation as a new operation; undoing an undo is redo.

use rusqlite::session::{ConflictAction, ConflictType, invert_strm};
use serde::Deserialize;

use super::record::changes;
use crate::error::{Error, Result};
use crate::hand::Hand;
use crate::op::Op;
use crate::store::{Db, Done, SCHEMA_VERSION, Store, Tx};

/// What is to be taken back.
#[derive(Deserialize)]
struct Target {
    seq: i64,
    label: String,
    schema: i64,
    /// What the original operation is called, where the target is itself an undo.
    first_label: Option<String>,
}

/// Takes back the newest operation that is not yet undone; says which.
pub fn undo(store: &mut Store, hand: &mut Hand) -> Result<Done<String>> {
    let target: Option<Target> = store.db().first(include_str!("sql/undo_target.sql"), [])?;
    let target = target.ok_or(Error::NothingToUndo)?;
    let op = Op::Undo { of: target.seq, label: target.label.clone() };
    take_back(store, hand, op, target)
}

/// Takes back the newest undo, when nothing has been written since; says what is done again.
pub fn redo(store: &mut Store, hand: &mut Hand) -> Result<Done<String>> {
    let target: Option<Target> = store.db().first(include_str!("sql/redo_target.sql"), [])?;
    let mut target = target.ok_or(Error::NothingToRedo)?;
    target.label = target.first_label.take().unwrap_or(target.label);
    let op = Op::Redo { of: target.seq, label: target.label.clone() };
    take_back(store, hand, op, target)
}

fn take_back(store: &mut Store, hand: &mut Hand, op: Op, target: Target) -> Result<Done<String>> {
    if target.schema != SCHEMA_VERSION {
        return Err(Error::OlderThanSchema);
    }
    refuse_when_touched_since(store.db(), &target)?;
    let expected = changes(store.db(), target.seq)?;
    let done = store.transact(hand, op, |tx| apply_inverse(tx, &target))?;
    // A table that is missing is skipped by SQLite without a word: what was undone must be as much as was done.
    let undone = done.operation.map_or(Ok(0), |seq| changes(store.db(), seq))?;
    if undone == expected {
        Ok(Done { value: target.label, operation: done.operation })
    } else {
        Err(Error::BadAsset(format!("undo of {} changed {undone} rows of {expected}", target.seq)))
    }
}

/// The conflict handler does not see a later change of another column of the same row, so ask the log first.
fn refuse_when_touched_since(db: Db<'_>, target: &Target) -> Result<()> {
    match db.value::<String>(include_str!("sql/touched_since.sql"), [target.seq])? {
        Some(label) => Err(Error::ChangedSince(label)),
        None => Ok(()),
    }
}

fn apply_inverse(tx: &mut Tx<'_>, target: &Target) -> Result<()> {
    let bytes: Vec<u8> = tx.db().value(include_str!("sql/changeset.sql"), [target.seq])?.unwrap_or_default();
    let mut inverse = Vec::new();
    invert_strm(&mut bytes.as_slice(), &mut inverse)?;
    tx.connection()
        .apply_strm(&mut inverse.as_slice(), None::<fn(&str) -> bool>, |_: ConflictType, _| {
            ConflictAction::SQLITE_CHANGESET_ABORT
        })
        .map_err(|error| conflict(error, &target.label))
}

/// A later fact that needs what would go away stops the undo, with a sentence.
fn conflict(error: rusqlite::Error, label: &str) -> Error {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::OperationAborted | rusqlite::ErrorCode::ConstraintViolation) => {
            Error::ChangedSince(label.to_owned())
        }
        _ => Error::Sql(error),
    }
}
