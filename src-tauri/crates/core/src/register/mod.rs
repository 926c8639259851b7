//! 台账: registers as data. A layout and named queries (`assets/registers`) give one document, which the window shows,
//! the printer prints and the workbook holds; nothing of a register is stored.

mod build;
mod layout;
mod masking;
pub(crate) mod query;
mod shipped;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use station_table::{Document, Edition, Look};

pub use build::with_rows;

use crate::error::Result;
use crate::store::Db;
use crate::text::{Span, day_in_words};
use build::{Answers, Builder, Words};
use layout::{Holds, Layout, PartSays};
use query::Given;
use shipped::{SHIPPED, Shipped};

/// A register as the list of registers shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RegisterInfo {
    /// Number of the form.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub number: i64,
    /// Short name.
    pub name: String,
    /// Title on the paper.
    pub title: String,
    /// Its look.
    #[cfg_attr(feature = "bindings", ts(type = "'list' | 'card' | 'sheet'"))]
    pub look: Look,
    /// Rows of the period; pages for a card.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub rows: Option<i64>,
}

/// Which register is wanted, of which days, and of whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct RegisterAsk {
    /// Number of the form.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub number: i64,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Only what concerns this deputy.
    pub person_id: Option<String>,
    /// Only what concerns deputies of this group.
    pub team_id: Option<String>,
    /// Only what happened at this site; of deputies and suggestions, those of who belongs to it or was on duty there.
    pub site_id: Option<String>,
    /// None = 内部.
    #[cfg_attr(feature = "bindings", ts(type = "'内部' | '上报' | '公示' | null"))]
    pub edition: Option<Edition>,
}

/// The numbers of all registers.
pub fn numbers() -> Vec<i64> {
    SHIPPED.iter().map(|shipped| shipped.number).collect()
}

/// All registers with the rows that each has in the period.
///
/// # Errors
/// `Problems` when the period is none.
pub fn infos(db: Db<'_>, (from, to): (&str, &str), today: NaiveDate) -> Result<Vec<RegisterInfo>> {
    let ask = RegisterAsk { from: from.to_owned(), to: to.to_owned(), ..RegisterAsk::default() };
    SHIPPED.iter().map(|shipped| info(db, shipped, &ask, today)).collect()
}

fn info(db: Db<'_>, shipped: &Shipped, ask: &RegisterAsk, today: NaiveDate) -> Result<RegisterInfo> {
    let Layout { number, name, title, look, holds, subjects, parts, .. } = shipped.layout()?;
    let mut tables = parts.iter().filter_map(|p| match p {
        PartSays::Table(table) => Some(table.query.as_str()),
        PartSays::Grid(_) => None,
    });
    let counted = if look == Look::Card { subjects.as_deref() } else { tables.next_back() };
    let rows = match counted {
        Some(query) => query::rows(db, shipped.query(query)?, &given(db, ask, holds, today)?)?.len(),
        None => 0,
    };
    Ok(RegisterInfo { number, name, title, look, rows: i64::try_from(rows).ok() })
}

/// One register of a period.
///
/// # Errors
/// `Problems` when there is no such register, or the period is none.
pub fn document(db: Db<'_>, ask: &RegisterAsk, today: NaiveDate) -> Result<Document> {
    let shipped = Shipped::of(ask.number)?;
    let layout = shipped.layout()?;
    let given = given(db, ask, layout.holds, today)?;
    let answers: Answers = shipped
        .queries
        .iter()
        .map(|(name, sql)| Ok(((*name).to_owned(), query::rows(db, sql, &given)?)))
        .collect::<Result<_>>()?;
    let words = words(db, Span::read(&ask.from, &ask.to)?)?;
    let edition = ask.edition.unwrap_or_default();
    Builder { layout: &layout, edition, answers: &answers, words: &words }.document()
}

fn given(db: Db<'_>, ask: &RegisterAsk, holds: Holds, today: NaiveDate) -> Result<Given> {
    let span = Span::read(&ask.from, &ask.to)?;
    let sits_from = if holds == Holds::LastDay { span.to } else { span.from };
    let given = Given::default()
        .with("from", Some(span.from.to_string()))
        .with("to", Some(span.to.to_string()))
        .with("sits_from", Some(sits_from.to_string()))
        .with("today", Some(today.to_string()))
        .with("person_id", ask.person_id.clone())
        .with("team_id", ask.team_id.clone())
        .with("site_id", ask.site_id.clone());
    if ask.site_id.is_none() {
        return Ok(given);
    }
    let found = query::rows(db, shipped::PEOPLE_OF_SITE, &given)?;
    let people = found.first().and_then(|record| record.text("people")).map(str::to_owned);
    Ok(given.with("site_people", people))
}

fn words(db: Db<'_>, span: Span) -> Result<Words> {
    Ok(BTreeMap::from([("unit", reports_as(db)?), ("period", span.in_words()), ("as_of", day_in_words(span.to))]))
}

/// 填报单位: what the station reports as, else its name.
pub(crate) fn reports_as(db: Db<'_>) -> Result<String> {
    let said = |key: &str| Ok::<_, crate::Error>(db.setting(key)?.filter(|text| !text.is_empty()));
    Ok(match said("reports_as")? {
        Some(name) => name,
        None => said("name")?.unwrap_or_default(),
    })
}
