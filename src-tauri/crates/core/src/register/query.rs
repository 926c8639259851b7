//! Named queries: each takes of the asked period and filters what its SQL names, and gives rows by column name.

use std::collections::HashMap;

use rusqlite::types::Value as Sql;
use serde_json::{Map, Value};
use station_table::{Cell, FactRef, Format, PartialDate};

use crate::error::Result;
use crate::store::{Db, fields};

/// Values by the name of the parameter, without the colon.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given(HashMap<&'static str, Option<String>>);

impl Given {
    /// With one more value; none is NULL.
    pub(crate) fn with(mut self, name: &'static str, value: Option<String>) -> Self {
        self.0.insert(name, value);
        self
    }
}

/// A row of a query by column name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record(pub(crate) Map<String, Value>);

impl Record {
    /// The text of a column; none where it is NULL.
    pub(crate) fn text(&self, column: &str) -> Option<&str> {
        self.0.get(column).and_then(Value::as_str)
    }

    /// The number of a column; none where it is NULL.
    pub(crate) fn number(&self, column: &str) -> Option<i64> {
        self.0.get(column).and_then(Value::as_i64)
    }

    /// The fact that the row stands for.
    pub(crate) fn fact(&self) -> Option<FactRef> {
        let (kind, id) = (self.text("fact_kind")?, self.text("fact_id")?);
        Some(FactRef { kind: kind.to_owned(), id: id.to_owned() })
    }

    /// Whether somebody asked for confidence.
    pub(crate) fn confidential(&self) -> bool {
        self.number("confidential").is_some_and(|n| n != 0)
    }

    /// Whether the row counts where rows are counted by kind.
    pub(crate) fn counts(&self) -> bool {
        self.number("counts").is_none_or(|n| n != 0)
    }

    /// The value of a column as a cell of that format.
    pub(crate) fn cell(&self, column: &str, format: Format) -> Cell {
        match self.0.get(column) {
            Some(Value::String(text)) => match format {
                Format::Date | Format::Month | Format::MonthDay => dated(text),
                _ => Cell::text(text),
            },
            Some(Value::Number(number)) => match (number.as_i64(), format) {
                (Some(n), Format::Text) => Cell::Text(n.to_string()),
                (Some(n), Format::Money) => Cell::Money(n),
                (Some(n), _) => Cell::Number(n),
                (None, _) => number.as_f64().map_or(Cell::Empty, Cell::Share),
            },
            _ => Cell::Empty,
        }
    }
}

fn dated(text: &str) -> Cell {
    text.parse::<PartialDate>().map_or_else(|_| Cell::text(text), Cell::Date)
}

/// All rows of a query.
pub(crate) fn rows(db: Db<'_>, sql: &str, given: &Given) -> Result<Vec<Record>> {
    let mut statement = db.connection.prepare_cached(sql)?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    for at in 1..=statement.parameter_count() {
        let name = statement.parameter_name(at).unwrap_or_default().trim_start_matches(':').to_owned();
        let value = given.0.get(name.as_str()).cloned().flatten();
        statement.raw_bind_parameter(at, value.map_or(Sql::Null, Sql::Text))?;
    }
    let mut rows = statement.raw_query();
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(Record(fields(&names, row)?));
    }
    Ok(all)
}
