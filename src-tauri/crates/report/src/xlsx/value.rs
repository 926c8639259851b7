//! What Excel stores for a cell: numbers and dates as such, digits that are text as text.

use chrono::NaiveDate;
use station_table::{Cell, Format, PartialDate};

/// Most that Excel's numbers hold without loss: fifteen digits.
const LARGEST: i64 = 999_999_999_999_999;

/// A value with its number format.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing.
    Blank,
    /// Text, kept as it is.
    Text(String),
    /// A number.
    Number(f64, &'static str),
    /// A whole date.
    Date(NaiveDate, &'static str),
}

impl Value {
    /// The value of a cell under a column's format.
    #[expect(clippy::cast_precision_loss, reason = "larger numbers stay text")]
    pub(super) fn of(cell: &Cell, format: Format) -> Self {
        match cell {
            Cell::Empty | Cell::Picture(_) => Self::Blank,
            Cell::Number(n) if n.abs() <= LARGEST => Self::Number(*n as f64, "0"),
            Cell::Money(fen) if fen.abs() <= LARGEST => Self::Number(*fen as f64 / 100.0, "0.00"),
            Cell::Share(share) => Self::Number(*share, "0.0%"),
            Cell::Date(PartialDate::Day(day)) => Self::Date(*day, pattern(format)),
            Cell::Number(_) | Cell::Money(_) | Cell::Date(_) | Cell::Text(_) => Self::Text(cell.shown_as(format)),
        }
    }
}

fn pattern(format: Format) -> &'static str {
    match format {
        Format::MonthDay => "m\"月\"d\"日\"",
        Format::Month => "yyyy-mm",
        _ => "yyyy-mm-dd",
    }
}
