//! Office files as they really look → rows of named, typed values, each with where it stood, and all that could not be
//! read. The mirror of `report`: it knows no SQL, no store and not who a person is.
//!
//! `take` is the one importer; what a kind of file may hold is told by `assets/fields.toml`. One cell alone, as it is
//! typed into a sheet of the program: `read_value(field_key, text, Typing) -> Result<Option<Value>, String>`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod codes;
mod error;
mod fields;
mod header;
mod heading;
mod kind;
mod numeral;
mod place;
pub mod read;
mod rows;
mod take;
mod title;
mod values;

pub use codes::{level_in, normalise};
pub use error::IntakeError;
pub use fields::{Field, Fields, Format, KindFields, fields};
pub use header::{MatchedColumn, Remembered};
pub use kind::Kind;
pub use numeral::chinese as chinese_number;
pub use place::{At, Severity, Trouble};
pub use read::PASTED;
pub use rows::{Section, SkipReason, Skipped};
pub use take::{Ask, SkippedSheet, Taken, TakenRow, TakenSheet, TakenValue, take};
pub use title::TitleFacts;
pub use values::{Coded, IdNumber, NamedAs, Typing, Value, read_as, read_value, weekday_of, without_status};
