//! 附列: columns of the station's own and their values, kept per fact by a stable key.

pub mod edit;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// Facts that may have columns of the station's own, and what a clerk calls them.
pub const KINDS: [(&str, &str); 9] = [
    ("person", "代表"),
    ("activity", "活动"),
    ("visit", "接待"),
    ("matter", "事项"),
    ("contact", "联系"),
    ("standing_contact", "联系对象"),
    ("constituency", "选区"),
    ("constituency_visit", "走访选区"),
    ("deed", "实事"),
];

/// A column of the station's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OwnColumn {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Which facts have it: `person`, `activity`, `visit` …
    pub fact_kind: String,
    /// Heading.
    pub label: String,
    /// text, number, money (whole 分), date, yes_no or choice.
    pub r#type: String,
    /// Of a choice: what may be chosen, joined by 、.
    pub choices: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(OwnColumn, "own_column", "附列");

impl OwnColumn {
    /// Its key in layouts and sheets: `own.` and its key in the store.
    pub fn key(&self) -> String {
        format!("own.{}", self.id)
    }
}

/// What a fact has in a column of the station's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OwnValue {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The column.
    pub own_column_id: String,
    /// Kind of the fact.
    pub fact_kind: String,
    /// The fact.
    pub fact_id: String,
    /// As the store keeps such values: text, a date, whole 分, 1 or 0.
    pub value: String,
}

fact!(OwnValue, "own_value", "附列内容");
