//! Typed cells, columns and documents: what `core` says and what `report` prints.
//!
//! A [`Document`] is a register or a report as data: it knows its title, its columns and its rows with the fact behind
//! each row, but nothing of pages, fonts or files.

mod cell;
mod date;
mod document;
mod letter;
mod page;
mod picture;

pub use cell::{Cell, FactRef, Row};
pub use date::{Day, PartialDate};
pub use document::{
    Align, BoxRow, Column, Document, Edition, Field, Format, Grid, Look, Mask, Part, Subject, Table, Trace,
};
pub use letter::{Letter, Paragraph};
pub use page::{Binding, Orientation, PageSays, Paper};
pub use picture::{Card, Cards, Picture, Pictures};
