//! Everything a face can ask for: one list of commands, in two ranks (before and after unlocking).
//!
//! Commands only unpack, call and convert; what they do is in `core`, `report` and `machine`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

#[cfg(test)]
mod bindings;
mod desk;
mod failure;
mod list;

pub mod activities;
pub mod attachments;
pub mod blanks;
pub mod calendar;
pub mod cells;
pub mod chats;
pub mod codes;
pub mod contacts;
pub mod deadlines;
pub mod deeds;
pub mod demo;
pub mod deputies;
pub mod drafts;
pub mod exports;
pub mod facts;
pub mod imports;
pub mod locking;
pub mod matters;
pub mod months;
pub mod names;
pub mod papers;
pub mod past;
pub mod phrases;
pub mod printing;
pub mod receptions;
pub mod registers;
pub mod reviews;
pub mod rosters;
pub mod sets;
pub mod stations;
pub mod talks;
pub mod templates;
pub mod views;

pub use desk::{Clock, Desk, Opened, ProgressSink, Setting};
pub use failure::Failure;
pub use list::{COMMANDS, Rank, answer, call, rank};
pub use station_core::calendar::shift::Shift;
pub use station_core::deputy::order::Order;
pub use station_core::entry::import::ImportKind;
pub use station_machine::Lock;
pub use station_machine::data::data_folder;
pub use station_report::font_bytes;
pub use station_table::Edition;
