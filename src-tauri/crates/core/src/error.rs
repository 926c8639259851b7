//! What can go wrong, as codes; the sentences are in `message.rs`.

use rusqlite::ErrorCode;
use serde::{Deserialize, Serialize};

/// One thing that is wrong with a draft: which field, and one Chinese sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Problem {
    /// Key of the field in the draft, e.g. `name`, `matters.0.words`.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    /// A problem of one field.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// Why something could not be done. Nothing has changed in the store when a function returns one.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A draft breaks rules; all of them at once.
    #[error("draft has problems: {0:?}")]
    Problems(Vec<Problem>),
    /// The password opens no slot.
    #[error("wrong password")]
    WrongPassword,
    /// The password is too short to protect anything.
    #[error("weak password")]
    WeakPassword,
    /// `station.keys` cannot be read, or asks for weaker protection than this program allows.
    #[error("key slots unreadable: {0}")]
    KeySlots(String),
    /// The database file is not what was last written.
    #[error("database damaged")]
    Damaged,
    /// Something that was picked is no longer there.
    #[error("dangling reference: {0}")]
    Dangling(String),
    /// The file was written by a newer program.
    #[error("schema {found} is newer than {known}")]
    Newer {
        /// Schema version of the file.
        found: i64,
        /// Newest version that this program knows.
        known: i64,
    },
    /// No operation is left that could be taken back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// No undo is left that could be taken back.
    #[error("nothing to redo")]
    NothingToRedo,
    /// What would be taken back has been changed, or is needed, by something later.
    #[error("changed since: {0}")]
    ChangedSince(String),
    /// The operation was made before the file's schema changed.
    #[error("operation is older than the schema")]
    OlderThanSchema,
    /// The file of an older program could not be copied, so it was not brought up to date.
    #[error("no copy before the migration: {0}")]
    Copy(std::io::Error),
    /// A fact that was asked for does not exist.
    #[error("no such {0}")]
    Missing(&'static str),
    /// A file beside the store is not what was last written.
    #[error("file damaged")]
    FileDamaged,
    /// A file to be attached is larger than allowed.
    #[error("file too large: {0}")]
    TooLarge(String),
    /// A file that was to be a photo cannot be shown as one.
    #[error("no photo: {0}")]
    NoPhoto(String),
    /// The user pressed cancel.
    #[error("cancelled")]
    Cancelled,
    /// A row of the store does not read as what it should be.
    #[error("row does not read as {what}: {detail}")]
    BadRow {
        /// The record's type.
        what: &'static str,
        /// What serde said.
        detail: String,
    },
    /// A file that ships with the program does not parse; a test keeps this from happening.
    #[error("asset does not parse: {0}")]
    BadAsset(String),
    /// The database said no.
    #[error(transparent)]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error() {
            Some(e) if e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => {
                Self::Dangling(error.to_string())
            }
            Some(e) if matches!(e.code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ => Self::Sql(error),
        }
    }
}

impl Error {
    /// Stable code that faces branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Problems(_) => "problems",
            Self::WrongPassword => "wrong_password",
            Self::WeakPassword => "weak_password",
            Self::KeySlots(_) => "key_slots",
            Self::Damaged => "damaged",
            Self::Dangling(_) => "dangling",
            Self::Newer { .. } => "newer_file",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NothingToRedo => "nothing_to_redo",
            Self::ChangedSince(_) => "changed_since",
            Self::OlderThanSchema => "older_than_schema",
            Self::Copy(_) => "copy",
            Self::Missing(_) => "missing",
            Self::FileDamaged => "file_damaged",
            Self::TooLarge(_) => "too_large",
            Self::NoPhoto(_) => "no_photo",
            Self::Cancelled => "cancelled",
            Self::BadRow { .. } => "bad_row",
            Self::BadAsset(_) => "bad_asset",
            Self::Sql(_) => "store",
        }
    }
}

/// Result of everything in `core`.
pub type Result<T> = std::result::Result<T, Error>;
