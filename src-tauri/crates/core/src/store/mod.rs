//! The encrypted store: one file, one way to write.
//!
//! Everything that changes a fact goes through [`Store::transact`], which records the operation with its changes as
//! SQLite's session extension saw them (ARCHITECTURE.md, invariant 3).

mod fact;
mod kept;
mod migrate;
mod open;
mod read;
#[cfg(test)]
pub(crate) mod tests;

use rusqlite::Connection;
use rusqlite::session::Session;

use crate::error::Result;
use crate::hand::Hand;
use crate::history;
use crate::op::Op;
use crate::vault::Safe;

pub(crate) use fact::fact;
pub use fact::{Fact, RECORDED};
use kept::Kept;
pub use migrate::{SCHEMA_VERSION, schema_text};
pub use open::Key;
pub(crate) use read::fields;
pub use read::{Db, flag};

/// The open store of one station.
pub struct Store {
    connection: Connection,
    kept: Kept,
    safe: Safe,
}

/// A transaction in which facts may be written; made only by [`Store::transact`].
pub struct Tx<'a> {
    connection: &'a Connection,
    /// Who writes, when, and where new keys come from.
    pub hand: &'a mut Hand,
}

/// What became of a transaction.
#[derive(Debug)]
pub struct Done<T> {
    /// What the body returned.
    pub value: T,
    /// Sequence of the recorded operation; none when nothing changed.
    pub operation: Option<i64>,
}

impl Store {
    /// Makes a new file with an empty schema.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn create(path: &std::path::Path, key: &Key) -> Result<Self> {
        Ok(Self { connection: open::create(path, key)?, kept: Kept::default(), safe: Safe::of(key)? })
    }

    /// Opens the file and brings its schema up to date; a missing file is never made anew.
    ///
    /// # Errors
    /// `WrongPassword` when the key does not fit, `Newer` when a newer program wrote the file.
    pub fn open(path: &std::path::Path, key: &Key) -> Result<Self> {
        Ok(Self { connection: open::open(path, key)?, kept: Kept::default(), safe: Safe::of(key)? })
    }

    /// Reads.
    pub fn db(&self) -> Db<'_> {
        Db { connection: &self.connection, kept: Some(&self.kept) }
    }

    /// Seals and opens the files beside the store.
    pub fn safe(&self) -> &Safe {
        &self.safe
    }

    /// Does what `body` does as one operation, all or nothing, and records it. The label may depend on what was done.
    pub fn transact_as<T>(
        &mut self,
        hand: &mut Hand,
        body: impl FnOnce(&mut Tx<'_>) -> Result<(Op, T)>,
    ) -> Result<Done<T>> {
        let connection = &self.connection;
        let mut session = Session::new(connection)?;
        for table in RECORDED {
            session.attach(Some(table))?;
        }
        let transaction = connection.unchecked_transaction()?;
        let (op, value) = body(&mut Tx { connection, hand })?;
        let mut bytes = Vec::new();
        if !session.is_empty() {
            session.changeset_strm(&mut bytes)?;
        }
        drop(session);
        let operation = history::record(connection, hand, &op, &bytes)?;
        transaction.commit()?;
        Ok(Done { value, operation })
    }

    /// Does what `body` does as one operation named beforehand.
    pub fn transact<T>(
        &mut self,
        hand: &mut Hand,
        op: Op,
        body: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        self.transact_as(hand, |tx| body(tx).map(|value| (op, value)))
    }

    /// Runs `body` and takes everything back: what would happen, without its happening.
    pub fn rehearse<T>(&mut self, hand: &mut Hand, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let transaction = self.connection.unchecked_transaction()?;
        let value = body(&mut Tx { connection: &self.connection, hand })?;
        transaction.rollback()?;
        Ok(value)
    }

    /// Writes outside of history: drafts, view settings, printed numbers. Never facts.
    pub(crate) fn beside(&self) -> &Connection {
        &self.connection
    }
}

impl Tx<'_> {
    /// Reads within the transaction.
    pub fn db(&self) -> Db<'_> {
        Db::plain(self.connection)
    }

    /// Does what `body` does, or, where it fails, nothing of it, and goes on: one of many things that may fail by itself.
    pub fn attempt<T>(&mut self, body: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.connection.execute_batch("SAVEPOINT attempt")?;
        let done = body(self);
        let end = if done.is_ok() { "RELEASE attempt" } else { "ROLLBACK TO attempt; RELEASE attempt" };
        self.connection.execute_batch(end)?;
        done
    }

    /// The connection, for history's apply.
    pub(crate) fn connection(&self) -> &Connection {
        self.connection
    }
}
