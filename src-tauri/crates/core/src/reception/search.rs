//! 接待走访: visits and letters with what became of them.

use std::collections::HashMap;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::filter::finds;
use crate::matter::read::{Which, states};
use crate::matter::rules::State;
use crate::store::Db;
use crate::text::labels;

/// A visit as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitRow {
    /// The visit.
    pub id: String,
    /// 登记编号.
    pub number: String,
    /// 接待日期.
    pub date: String,
    /// 接待地点.
    pub place: Option<String>,
    /// 接待代表, by name.
    pub deputies: Vec<String>,
    /// 来访人, several joined; 匿名 where nobody gave a name.
    pub visitor: Option<String>,
    /// Village of the first, without 村.
    pub village: Option<String>,
    /// Phone of the first who gave one.
    pub phone: Option<String>,
    /// 人数.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub people: i64,
    /// 来访形式.
    pub form: Option<String>,
    /// 问题类别 of the first matter.
    pub category: Option<String>,
    /// What was raised, in the visitor's own words.
    pub content: String,
    /// 处理方式 of the first matter.
    pub route: Option<String>,
    /// 承办单位 of the first matter.
    pub unit: Option<String>,
    /// 办结日期 by a closing of its own, once nothing is open; none where it was answered or guided on the spot.
    pub done: Option<String>,
    /// 满意度.
    pub satisfied: Option<String>,
    /// The state of what is least advanced.
    pub state: State,
    /// Labels of fields that are 待补.
    pub missing: Vec<String>,
    /// 作废.
    pub voided: bool,
}

/// Which visits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "VisitsAsk"))]
#[serde(default)]
pub struct Filter {
    /// From that day.
    pub from: Option<String>,
    /// To that day.
    pub to: Option<String>,
    /// Only at that site.
    pub site_id: Option<String>,
    /// Only of that campaign.
    pub campaign_id: Option<String>,
    /// Number, words, or the village, phone or unit that the row shows; visitors and deputies by name, initials or spelling.
    pub search: Option<String>,
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    number: String,
    date: String,
    place: Option<String>,
    deputies: Vec<String>,
    visitor: Option<String>,
    village: Option<String>,
    phone: Option<String>,
    people: i64,
    form: Option<String>,
    recorder: Option<String>,
    voided: bool,
    matters: Vec<RawMatter>,
}

#[derive(Deserialize)]
struct RawMatter {
    content: Option<String>,
    category: Option<String>,
    nature: Option<String>,
    route: Option<String>,
    unit: Option<String>,
    closed: Option<String>,
    satisfied: Option<String>,
    id: String,
    handed: Option<String>,
}

/// Visits and letters, the newest first.
pub fn visits(db: Db<'_>, filter: &Filter) -> Result<Vec<VisitRow>> {
    let given = named_params! {
        ":from": filter.from, ":to": filter.to, ":site_id": filter.site_id, ":campaign_id": filter.campaign_id,
    };
    let raw: Vec<Raw> = db.all(include_str!("sql/visits.sql"), given)?;
    let shown: Vec<String> = raw.iter().flat_map(|visit| &visit.matters).map(|matter| matter.id.clone()).collect();
    let states = states(db, &Which::of(&shown))?;
    let rows = raw.into_iter().map(|raw| row(raw, &states));
    Ok(rows.filter(|row| is_found(filter, row)).collect())
}

fn is_found(filter: &Filter, row: &VisitRow) -> bool {
    let told = [&row.village, &row.phone, &row.unit].map(|t| t.as_deref());
    let words = [&[Some(row.number.as_str()), Some(&row.content)], told.as_slice()].concat();
    let visitors = row.visitor.iter().flat_map(|joined| joined.split('、'));
    finds(filter.search.as_deref(), &words, visitors.chain(row.deputies.iter().map(String::as_str)))
}

fn row(raw: Raw, states: &HashMap<String, State>) -> VisitRow {
    let least = raw.matters.iter().filter_map(|m| states.get(&m.id)).min().copied().unwrap_or(State::登记);
    let missing = if raw.voided { Vec::new() } else { labels(&missing(&raw)) };
    let of = |pick: fn(&RawMatter) -> Option<&String>| raw.matters.iter().find_map(pick).cloned();
    let content = raw.matters.iter().filter_map(|m| m.content.as_deref()).collect::<Vec<_>>().join("；");
    VisitRow {
        content,
        category: of(|m| m.category.as_ref()),
        route: of(|m| m.route.as_ref()),
        unit: of(|m| m.unit.as_ref()),
        done: raw.matters.iter().filter_map(|m| m.closed.clone()).max().filter(|_| least == State::已办结),
        satisfied: of(|m| m.satisfied.as_ref()),
        state: least,
        missing,
        id: raw.id,
        number: raw.number,
        date: raw.date,
        place: raw.place,
        deputies: raw.deputies,
        visitor: raw.visitor,
        village: raw.village,
        phone: raw.phone,
        people: raw.people,
        form: raw.form,
        voided: raw.voided,
    }
}

/// Keys of fields that form 4 wants and the visit lacks.
fn missing(raw: &Raw) -> Vec<String> {
    let any = |lacks: fn(&RawMatter) -> bool| raw.matters.iter().any(lacks);
    let handed = |m: &RawMatter| m.unit.is_none() && m.handed.is_some();
    [
        ("visit.form", raw.form.is_none()),
        ("visit.place", raw.place.is_none()),
        ("visit.deputies", raw.deputies.is_empty()),
        ("visit.village", raw.village.is_none()),
        ("matter.category", any(|m| m.category.is_none())),
        ("matter.nature", any(|m| m.nature.is_none())),
        ("matter.route", any(|m| m.route.is_none())),
        ("matter.unit", raw.matters.iter().any(handed)),
        ("visit.recorder", raw.recorder.is_none()),
    ]
    .into_iter()
    .filter(|(_, lacks)| *lacks)
    .map(|(key, _)| key.to_owned())
    .collect()
}
