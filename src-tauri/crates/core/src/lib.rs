//! The station's facts and rules. No windows, no clock of its own, no files chosen by itself.
//!
//! Nouns are folders, verbs are files; three ranks: facts own tables, entries take one real-life entry apart into
//! facts, views only show. The map is in ARCHITECTURE.md.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod activity;
pub mod almanac;
pub mod attachment;
pub mod blank;
pub mod calendar;
pub mod campaign;
pub mod chat;
pub mod check;
pub mod code;
pub mod congress;
pub mod constituency;
pub mod contact;
pub mod deadline;
pub mod deed;
pub mod deputy;
pub mod duty;
pub mod entry;
pub mod error;
pub mod extra;
pub mod filter;
pub mod hand;
pub mod history;
pub mod listing;
pub mod matter;
mod message;
pub mod number;
pub mod op;
pub mod paper;
pub mod period;
pub mod person;
pub mod phrase;
pub mod place;
pub mod reception;
pub mod register;
pub mod resident;
pub mod review;
pub mod roster;
pub mod site;
pub mod store;
pub mod talk;
pub mod team;
mod text;
pub mod today;
pub mod unit;
pub mod vault;
pub mod view;

#[cfg(test)]
mod world;

pub use error::{Error, Problem, Result};
pub use hand::Hand;
pub use op::Op;
