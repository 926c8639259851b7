//! Everything a face can ask for: one list of commands, in two ranks (before and after unlocking).
//!
//! Commands only unpack, call and convert; what they do is in `core`, `report` and `machine`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

#[cfg(test)]
mod bindings;
mod desk;
mod failure;
mod list;

pub mod demo;
pub mod deputies;
pub mod drafts;
pub mod exports;
pub mod imports;
pub mod locking;
pub mod matters;
pub mod months;
pub mod past;
pub mod receptions;
pub mod registers;
pub mod stations;

pub use desk::{Clock, Desk, Opened, ProgressSink, Setting};
pub use failure::Failure;
pub use list::{COMMANDS, Rank, call, rank};
pub use station_machine::Lock;
pub use station_machine::data::data_folder;
