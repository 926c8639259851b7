//! A workbook that somebody else made, the county's own form, filled with a table. What is not to be filled stays as it
//! is, part by part: only values go in, and rows where its own do not suffice.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod area;
mod error;
mod fill;
mod form;
mod formula;
mod grid;
mod head;
mod heading;
mod insertion;
mod package;
mod place;
mod sheet;
mod strings;
mod styles;
mod tree;
mod values;
mod workbook;
mod write;

pub use error::TemplateError;
pub use fill::{Filled, FilledColumn, Filling, fill};
