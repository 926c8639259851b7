//! Filters of a register of the station's own: what must hold of a row, column by column.

use serde::{Deserialize, Serialize};
use station_table::{Cell, Format};

use super::layout::Layout;
use super::query::Record;
use crate::code;
use crate::error::Result;
use crate::store::Db;

/// What must hold of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct FilterSays {
    /// Key of a column, shown or not.
    pub key: String,
    /// What is asked of it.
    pub test: Test,
    /// With what: labels, or keys of codes, which hold whatever a station calls them; a date; a whole number, of money
    /// 分.
    pub values: Vec<String>,
}

/// What may be asked of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// It is one of the values; of several names, one of them is.
    #[default]
    Is,
    /// It contains one of the values.
    Contains,
    /// It is the first value or later, or more.
    From,
    /// It is the first value or earlier, or less.
    To,
    /// Nothing is said.
    Empty,
    /// Something is said.
    NotEmpty,
}

/// The filters with labels in place of the keys of codes.
pub(super) fn resolved(db: Db<'_>, filters: &[FilterSays]) -> Result<Vec<FilterSays>> {
    let label = |value: &String| Ok(code::edit::label(db, Some(value))?.unwrap_or_else(|| value.clone()));
    let each = |says: &FilterSays| {
        let values = says.values.iter().map(label).collect::<Result<_>>()?;
        Ok(FilterSays { values, ..says.clone() })
    };
    filters.iter().map(each).collect()
}

/// Whether all filters hold of a row. One whose column the layout does not know holds of none.
pub(super) fn holds(filters: &[FilterSays], layout: &Layout, record: &Record) -> bool {
    filters.iter().all(|says| {
        let shows = layout.tables().flat_map(|t| &t.columns).find(|shows| shows.key == says.key);
        let format = shows.and_then(|shows| shows.column().ok()).map(|column| column.format);
        format.is_some_and(|format| tested(says, &record.cell(&says.key, format), format))
    })
}

fn tested(says: &FilterSays, cell: &Cell, format: Format) -> bool {
    let text = match cell {
        Cell::Money(fen) => fen.to_string(),
        other => other.shown(),
    };
    let first = says.values.first().map(String::as_str).unwrap_or_default();
    let among = |value: &String| *value == text || text.split('、').any(|one| one == value);
    let number = || Some((text.parse::<i64>().ok()?, first.parse::<i64>().ok()?));
    match says.test {
        Test::Empty => text.is_empty(),
        Test::NotEmpty => !text.is_empty(),
        Test::Is => says.values.iter().any(among),
        Test::Contains => says.values.iter().any(|value| !value.is_empty() && text.contains(value.as_str())),
        Test::From | Test::To if text.is_empty() => false,
        Test::From if matches!(format, Format::Number | Format::Money) => number().is_some_and(|(is, at)| is >= at),
        Test::To if matches!(format, Format::Number | Format::Money) => number().is_some_and(|(is, at)| is <= at),
        Test::From => text.as_str() >= first,
        // The whole of 2023-08 is not later than 2023-08.
        Test::To => text.get(..first.len()).unwrap_or(&text) <= first,
    }
}
