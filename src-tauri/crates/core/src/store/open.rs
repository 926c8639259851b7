//! Opening the encrypted file: key first, then proof that it fits, then the settings that make it safe.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::migrate;
use crate::error::{Error, Result};
use crate::text::hex;

/// Pages that stay deciphered in memory, in KiB: as much as ten years of a township.
const CACHE_KIB: i64 = 65_536;

/// The random 256-bit key of the database, as SQLCipher takes it.
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// Wraps raw key bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, for wrapping into slots.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn pragma(&self) -> Zeroizing<String> {
        let digits = Zeroizing::new(hex(self.0.as_ref()));
        Zeroizing::new(format!("x'{}'", digits.as_str()))
    }
}

pub(super) fn open(path: &Path, key: &Key) -> Result<Connection> {
    connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

pub(super) fn create(path: &Path, key: &Key) -> Result<Connection> {
    connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
}

/// A file with that key and nothing else set; made when there is none.
pub(super) fn plain(path: &Path, key: &Key) -> Result<Connection> {
    keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
}

fn keyed(path: &Path, key: &Key, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // A wrong key must speak through an error, not through lines on stderr.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key.pragma().as_str())?;
    Ok(connection)
}

fn connect(path: &Path, key: &Key, flags: OpenFlags) -> Result<Connection> {
    let mut connection = keyed(path, key, flags)?;
    connection.query_row(include_str!("sql/schema_size.sql"), [], |_| Ok(())).map_err(wrong_key)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is not in the cache is read and deciphered again, and again for every question.
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(256);
    migrate::migrate(&mut connection, path, key)?;
    Ok(connection)
}

/// SQLCipher notices a wrong key only at the first read.
fn wrong_key(error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => Error::WrongPassword,
        _ => Error::Sql(error),
    }
}
