//! 登记: one real-life entry, taken apart into facts. Owns no tables.

pub mod activity;
pub mod campaign;
pub mod cells;
pub mod chat;
mod checks;
pub mod code;
pub mod constituency_visit;
pub mod contact;
pub mod day;
pub mod deadline;
pub mod deed;
pub mod demo;
pub mod deputy;
pub mod district;
pub mod draft;
pub mod holiday;
pub mod import;
pub mod last;
pub mod matter;
pub mod opinion;
pub mod paper;
pub mod phrase;
pub mod reception;
pub mod roster;
pub mod rule;
pub mod standing;
pub mod station;
pub mod step;
pub mod talk;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use station_table::FactRef;

use crate::error::{Error, Problem, Result};
use crate::place::Place;
use crate::store::{Db, Tx};
pub(crate) use crate::text::said;

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

/// Voids a fact of any kind that has a form of its own; an entry of a list is hidden.
///
/// # Errors
/// `Problems` where something rests on it, or where there is no such kind.
pub fn void(tx: &mut Tx<'_>, fact: &FactRef) -> Result<Saved> {
    let id = fact.id.as_str();
    match fact.kind.as_str() {
        "person" => deputy::void(tx, id),
        "visit" => reception::void(tx, id),
        "activity" => activity::void(tx, id),
        "contact" => contact::void(tx, id),
        "standing_contact" => standing::void(tx, id),
        "constituency_visit" => constituency_visit::void(tx, id),
        "deed" => deed::void(tx, id),
        "matter" => matter::void(tx, id),
        "constituency" => district::void(tx, id),
        "campaign" => campaign::void(tx, id),
        "talk" => talk::void(tx, id),
        "chat_group" => chat::void(tx, id),
        "reception_rule" => rule::void(tx, id),
        "holiday_year" => holiday::void(tx, id),
        "code" => code::hide(tx, id),
        _ => Err(Error::Problems(vec![Problem::new("kind", "这一项不能作废，请刷新后重试。")])),
    }
}

/// The registers of those numbers, each with what is written there.
pub(crate) fn writes(registers: &[u8], label: &str) -> Vec<Writes> {
    registers.iter().map(|n| Writes { register: format!("表{n}"), label: label.to_owned() }).collect()
}

/// The register of performance, when anybody's counts.
pub(crate) fn performed(deputies: usize) -> Vec<Writes> {
    if deputies == 0 { Vec::new() } else { writes(&[8], &format!("履职（{deputies}名代表）")) }
}

/// 补录: the day of a late entry, which stays that of its first saving, and why it is late; none without a reason.
pub(crate) fn late(tx: &Tx<'_>, standing: Option<&str>, reason: Option<&str>) -> (Option<String>, Option<String>) {
    let reason = said(reason);
    let day = reason.as_ref().map(|_| standing.map_or_else(|| tx.hand.today().to_string(), str::to_owned));
    (day, reason)
}

/// A village by its name, as drafts hold it.
pub(crate) fn village(db: Db<'_>, place_id: Option<&str>) -> Result<Option<String>> {
    Ok(place_id.map(|id| db.get::<Place>(id)).transpose()?.map(|place| place.name))
}

/// Whether a text is a date as the store keeps it.
pub(crate) fn is_day(text: &str) -> bool {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() && text.len() == 10
}
