//! Documents as .xlsx, .pdf and .csv: pages of lines and text at millimetre positions, and workbooks of typed cells.
//!
//! Knows no SQL and no deputy; what a register shows comes in as a `station_table::Document`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod breaks;
mod csv;
mod error;
mod fonts;
mod geometry;
mod layout;
mod pdf;
mod picture;
mod progress;
mod typeset;
mod xlsx;

pub use csv::csv;
pub use error::{Cancelled, ReportError};
pub use fonts::{Fonts, Style, font_bytes, font_names, lacking};
pub use layout::{Frame, Page, pages, pages_as_text, rows_on_a_page};
pub use pdf::{Pdf, pdf};
pub use progress::Progress;
pub use xlsx::workbook;
