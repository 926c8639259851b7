//! 台账: registers as data. A layout and named queries (`assets/registers`), with what a set says of them, give one
//! document, which the window shows, the printer prints and the workbook holds; nothing of a register is stored.

mod answers;
pub mod blank;
pub mod board;
mod build;
pub mod filter;
mod layout;
pub mod look;
pub(crate) mod masking;
pub mod paper;
pub(crate) mod query;
pub mod set;
mod shipped;
pub mod sign_in;
#[cfg(test)]
mod tests;
mod totals;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use station_table::{Document, Edition, Look, Trace};

pub use build::with_rows;

use crate::campaign::Campaign;
use crate::deputy::order::Order;
use crate::error::{Error, Problem, Result};
use crate::extra::OwnColumn;
use crate::matter::late::late;
use crate::matter::read::Which;
use crate::store::Db;
use crate::text::{Span, day_in_words};
use build::{Builder, Words};
use filter::FilterSays;
use layout::{Holds, Layout};
use look::{RegisterLook, laid_out};
use query::Given;
use set::{Chosen, RegisterSays};
use shipped::Shipped;

/// Millimetres that a row has at least which is filled in by hand.
pub(crate) const BLANK_HEIGHT: f32 = 9.0;

/// A register as the list of registers shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RegisterInfo {
    /// `01` to `10`, or the key of a register of the set's own.
    pub key: String,
    /// Number of the form; 0 for a register of the set's own.
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct RegisterAsk {
    /// Number of the form; 0 where the key says it.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub number: i64,
    /// `01` to `10`, the key or title of a register of the set's own, or the title of a report (接待群众情况汇总表 103,
    /// 建议办理情况汇总表 104).
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub key: Option<String>,
    /// First day; on a blank form it may be empty.
    pub from: String,
    /// Last day; on a blank form it may be empty.
    pub to: String,
    /// Only what concerns this deputy.
    pub person_id: Option<String>,
    /// Only what concerns deputies of this group.
    pub team_id: Option<String>,
    /// Only what happened at this site; of deputies and suggestions, those of who belongs to it or was on duty there.
    pub site_id: Option<String>,
    /// Only what belongs to this campaign, by key or name; forms 2 and 9 show deputies, who belong to none.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub campaign_id: Option<String>,
    /// None = 内部.
    #[cfg_attr(feature = "bindings", ts(type = "'内部' | '上报' | '公示' | null"))]
    pub edition: Option<Edition>,
    /// Key or name of the set of registers; none = the one in use.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub set_id: Option<String>,
    /// How it would look, for the preview while a set is being changed.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub look: Option<RegisterLook>,
    /// Order of deputies; none = as the set says.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub order: Option<Order>,
    /// A blank form with so many rows, to be filled in by hand; of a deputy with their name.
    #[cfg_attr(feature = "bindings", ts(type = "number | null", optional = nullable))]
    pub blank: Option<i64>,
    /// For the printer: paper lies about, so it names nobody who asked for confidence; the screen and the station's own
    /// files do.
    #[cfg_attr(feature = "bindings", ts(skip))]
    pub printed: bool,
}

/// A register as it is to be made: the layout with everything that its set says.
pub(crate) struct Laid {
    key: String,
    layout: Layout,
    shipped: &'static Shipped,
    filters: Vec<FilterSays>,
    own: Vec<OwnColumn>,
}

/// The keys of the registers that a set shows, the ten first; none = the set in use.
///
/// # Errors
/// `Problems` when there is no such set.
pub fn keys(db: Db<'_>, set: Option<&str>) -> Result<Vec<String>> {
    Ok(set::chosen(db, set)?.looks()?.into_iter().filter(|look| look.shown).map(|look| look.key).collect())
}

/// The registers of a set with the rows that each has in the asked period.
///
/// # Errors
/// `Problems` when the period is none, or there is no such set.
pub fn infos(db: Db<'_>, ask: &RegisterAsk, today: NaiveDate) -> Result<Vec<RegisterInfo>> {
    let set = set::chosen(db, ask.set_id.as_deref())?;
    let shown = set.looks()?.into_iter().filter(|look| look.shown);
    shown.map(|look| info(db, laid(db, &set, &look)?, ask, today)).collect()
}

fn info(db: Db<'_>, laid: Laid, ask: &RegisterAsk, today: NaiveDate) -> Result<RegisterInfo> {
    let given = given_to(db, &laid, ask, today)?;
    let counted = match laid.layout.look {
        Look::Card => laid.layout.subjects.clone(),
        Look::List | Look::Sheet => laid.layout.tables().next().map(|table| table.query.clone()),
    };
    let rows = counted.map_or(Ok(0), |query| answers::count(db, &laid, &query, &given))?;
    let number = if laid.shipped.key() == laid.key { laid.layout.number } else { 0 };
    let Laid { key, layout: Layout { name, title, look, .. }, .. } = laid;
    Ok(RegisterInfo { key, number, name, title, look, rows: i64::try_from(rows).ok() })
}

/// One register of a period.
///
/// # Errors
/// `Problems` when there is no such register or set, or the period is none.
pub fn document(db: Db<'_>, ask: &RegisterAsk, today: NaiveDate) -> Result<Document> {
    let laid = asked(db, ask)?;
    if let Some(rows) = ask.blank {
        return blank::form(db, &laid, (ask, rows), today);
    }
    let span = Span::read(&ask.from, &ask.to)?;
    let answers = answers::all(db, &laid, &given_to(db, &laid, ask, today)?)?;
    let words = words(db, &laid, ask, Some(span))?;
    let edition = ask.edition.unwrap_or_default();
    let mut document =
        Builder { layout: &laid.layout, edition, printed: ask.printed, answers: &answers, words: &words, blank: false }
            .document()?;
    if Shipped::is_report(laid.layout.number) {
        // Reports of several periods lie in one folder, as ledgers do.
        document.name = format!("{} {}", document.name, span.in_words());
    }
    // What was summed up is corrected where it was entered.
    let back =
        laid.layout.look == Look::List && edition == Edition::Internal && !Shipped::is_report(laid.layout.number);
    let trace = Trace {
        register: laid.key,
        from: ask.from.clone(),
        to: ask.to.clone(),
        set: ask.set_id.clone().unwrap_or_default(),
        campaign: ask.campaign_id.clone().unwrap_or_default(),
    };
    Ok(Document { page: Some(paper::page(db, &document)?), trace: back.then_some(trace), ..document })
}

/// The register that is asked for, in the order that is asked for.
fn asked(db: Db<'_>, ask: &RegisterAsk) -> Result<Laid> {
    let set = set::chosen(db, ask.set_id.as_deref())?;
    let look = match &ask.look {
        Some(look) => look.clone(),
        None => in_set(ask, &set)?,
    };
    let mut laid = laid(db, &set, &look)?;
    laid.layout.order = laid.layout.order.map(|order| ask.order.unwrap_or(order));
    Ok(laid)
}

/// A register of the set. A number counts the ten; with a set that is named it must be one that this set has.
fn in_set(ask: &RegisterAsk, set: &Chosen) -> Result<RegisterLook> {
    let look = set.look(&key_of(ask, set))?;
    if look.shown || ask.key.is_some() || ask.set_id.is_none() {
        return Ok(look);
    }
    let titles: Vec<String> = set.looks()?.into_iter().filter(|l| l.shown).map(|l| l.title).collect();
    let message = format!("“{}”里没有表{}，请从 {} 中选择。", set.name, ask.number, titles.join("、"));
    Err(Error::Problems(vec![Problem::new("number", message)]))
}

/// The key that is asked for: said as such, by the title of a register of the set's own or of a report, or by number.
fn key_of(ask: &RegisterAsk, set: &Chosen) -> String {
    let Some(said) = &ask.key else { return format!("{:02}", ask.number) };
    let own = set.body.registers.iter().find(|s| s.own.is_some() && s.title.as_ref() == Some(said));
    let report = || Shipped::titled(said).map(Shipped::key);
    own.map(|says| says.key.clone()).or_else(report).unwrap_or_else(|| said.clone())
}

fn laid(db: Db<'_>, set: &Chosen, look: &RegisterLook) -> Result<Laid> {
    let says = RegisterSays { key: look.key.clone(), own: look.own.clone(), ..RegisterSays::default() };
    let layout = laid_out(set::base(&says)?, look, &set.own);
    let shipped = Shipped::of(layout.number)?;
    let filters = filter::resolved(db, look.own.as_ref().map_or(&[], |own| &own.filters))?;
    let name = numbered(set, look)?;
    Ok(Laid { key: look.key.clone(), layout: Layout { name, ..layout }, shipped, filters, own: set.own.clone() })
}

/// The name with a number before it, so that files lie in the order of the set: those of the set's own go on after the
/// forms that it shows. A report stands in none.
fn numbered(set: &Chosen, look: &RegisterLook) -> Result<String> {
    if look.own.is_none() && Shipped::is_report(look.number) {
        return Ok(look.name.clone());
    }
    let number = if look.own.is_none() {
        look.number
    } else {
        let looks = set.looks()?;
        let before = looks.iter().take_while(|other| other.key != look.key);
        let own = before.filter(|other| other.own.is_some() && other.shown).count();
        let forms = looks.iter().filter(|other| other.own.is_none() && other.shown).map(|other| other.number).max();
        forms.unwrap_or(0) + i64::try_from(own).unwrap_or(0) + 1
    };
    Ok(format!("{number:02} {}", look.name))
}

/// What is given to the queries of a register; whether matters are late only to those that ask for it.
fn given_to(db: Db<'_>, laid: &Laid, ask: &RegisterAsk, today: NaiveDate) -> Result<Given> {
    let given = given(db, ask, laid.layout.holds, today)?;
    if !laid.shipped.queries.iter().any(|(_, sql)| sql.contains(":late")) {
        return Ok(given);
    }
    let late: serde_json::Map<_, _> =
        late(db, &Which::default(), today)?.into_iter().map(|(id, late)| (id, late.into())).collect();
    Ok(given.with("late", Some(serde_json::Value::Object(late).to_string())))
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
        .with("site_id", ask.site_id.clone())
        .with("public", (ask.edition == Some(Edition::Public)).then(|| "1".to_owned()))
        .with("campaign_id", campaign(db, ask)?.map(|campaign| campaign.id));
    if ask.site_id.is_none() {
        return Ok(given);
    }
    let found = query::rows(db, shipped::PEOPLE_OF_SITE, &given)?;
    let people = found.first().and_then(|record| record.text("people")).map(str::to_owned);
    Ok(given.with("site_people", people))
}

/// The campaign that is asked for.
fn campaign(db: Db<'_>, ask: &RegisterAsk) -> Result<Option<Campaign>> {
    let Some(said) = ask.campaign_id.as_deref() else { return Ok(None) };
    let by = |column| Ok::<_, Error>(db.having::<Campaign>(column, said)?.pop());
    match by("id")? {
        Some(campaign) => Ok(Some(campaign)),
        None => by("name")?.map(Some).ok_or_else(|| {
            Error::Problems(vec![Problem::new("campaign", format!("没有叫“{said}”的专项活动，请先登记或改选。"))])
        }),
    }
}

/// What is filled into the head; without a period there is room to write it.
fn words(db: Db<'_>, laid: &Laid, ask: &RegisterAsk, span: Option<Span>) -> Result<Words> {
    const ROOM: &str = "　　　　年　　月";
    let rule = paper::two_character_names(db)?;
    let campaign = campaign(db, ask)?;
    Ok(BTreeMap::from([
        ("unit", reports_as(db)?),
        ("period", span.map_or_else(|| ROOM.to_owned(), Span::in_words)),
        ("as_of", span.map_or_else(|| ROOM.to_owned(), |span| day_in_words(span.to))),
        ("order", laid.layout.order.map_or("", |order| order.label(rule)).to_owned()),
        ("campaign", campaign.map_or_else(String::new, |campaign| format!("专项活动：{}", campaign.name))),
    ]))
}

/// 填报单位: what the station reports as, else its name.
pub(crate) fn reports_as(db: Db<'_>) -> Result<String> {
    let said = |key: &str| Ok::<_, crate::Error>(db.setting(key)?.filter(|text| !text.is_empty()));
    Ok(match said("reports_as")? {
        Some(name) => name,
        None => said("name")?.unwrap_or_default(),
    })
}
