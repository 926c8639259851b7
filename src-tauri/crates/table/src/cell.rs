//! One cell of a table, and the fact that a row stands for.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::PartialDate;

/// A typed value of a table. What it looks like is said by its column's [`Format`](crate::Format).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Cell {
    /// Nothing known, or nothing to say.
    #[default]
    Empty,
    /// Text, also of digits (phones, ID numbers): never turned into a number.
    Text(String),
    /// A count.
    Number(#[cfg_attr(feature = "bindings", ts(type = "number"))] i64),
    /// A date of known precision.
    Date(#[cfg_attr(feature = "bindings", ts(type = "string"))] PartialDate),
    /// A share as a fraction of one, e.g. 0.875.
    Share(f64),
    /// Money in 分.
    Money(#[cfg_attr(feature = "bindings", ts(type = "number"))] i64),
    /// A picture, by its name among the document's [`Pictures`](crate::Pictures).
    Picture(String),
}

impl Cell {
    /// Text, or empty where there is none.
    pub fn text(value: impl Into<String>) -> Self {
        let value = value.into();
        if value.is_empty() { Self::Empty } else { Self::Text(value) }
    }

    /// As it is printed: 1975-08-12 as `1975-08-12`, 0.875 as `87.5%`, 123456 分 as `1234.56`; a picture has no text.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty | Self::Picture(_) => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(n) => n.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Share(share) => format!("{:.1}%", share * 100.0),
            Self::Money(fen) => {
                format!("{}{}.{:02}", if *fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100)
            }
        }
    }

    /// As it is printed under a column's format; a date as `month_day` reads `8月15日`.
    pub fn shown_as(&self, format: crate::Format) -> String {
        match (self, format) {
            (Self::Date(PartialDate::Day(d)), crate::Format::MonthDay) => format!("{}月{}日", d.month(), d.day()),
            (Self::Date(PartialDate::Day(d)), crate::Format::Month) => d.format("%Y-%m").to_string(),
            _ => self.shown(),
        }
    }
}

/// The fact behind a row or a figure: what kind it is (`visit`, `person` …) and its key.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FactRef {
    /// Table of the fact.
    pub kind: String,
    /// Key of the fact.
    pub id: String,
}

/// A row of a table with the fact it shows, so that a click can open it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Row {
    /// The fact; none for totals.
    pub fact: Option<FactRef>,
    /// As many cells as the table has columns.
    pub cells: Vec<Cell>,
}
