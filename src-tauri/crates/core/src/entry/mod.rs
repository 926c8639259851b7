//! 登记: one real-life entry, taken apart into facts. Owns no tables.

pub mod day;
pub mod demo;
pub mod deputy;
pub mod draft;
pub mod import;
pub mod matter;
pub mod reception;
pub mod station;
pub mod step;

use serde::{Deserialize, Serialize};

/// A register that an entry shows up in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Writes {
    /// `表4`.
    pub register: String,
    /// What is written there: `接待登记`.
    pub label: String,
}

/// What was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Saved {
    /// Key of the fact.
    pub id: String,
    /// Its number, where it has one.
    pub number: Option<String>,
    /// What the clerk is told: `已保存接待登记 JD-2026-0031`.
    pub label: String,
    /// Where it shows up.
    pub writes: Vec<Writes>,
}

/// Text that says something, or none.
pub(crate) fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned)
}

/// Whether a text is a date as the store keeps it.
pub(crate) fn is_day(text: &str) -> bool {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() && text.len() == 10
}
