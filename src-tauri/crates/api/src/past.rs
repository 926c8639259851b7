//! Undo, redo, the history, and listings (which are recorded, since they leave the store unmasked).

use serde::{Deserialize, Serialize};
use serde_json::Value;
use station_core::deputy::order::Order;
use station_core::history::{self, HistoryRow};
use station_core::{Op, listing};
use station_table::FactRef;

use crate::desk::Opened;
use crate::failure::Failure;

/// What was taken back or done again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TakenBack {
    /// What the clerk is told: `已撤销：登记接待 JD-2026-0031`.
    pub label: String,
}

/// Which part of the history.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HistoryAsk {
    /// At most so many, the newest first.
    #[cfg_attr(test, ts(type = "number"))]
    pub limit: i64,
    /// Only what touched that fact.
    #[serde(default)]
    pub fact: Option<FactRef>,
}

/// Which listing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ListAsk {
    /// deputies, districts, duty, visits, matters …
    pub what: String,
    /// Order of deputies; none = that of their entry.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub order: Option<Order>,
}

/// Takes back the newest operation that is not yet undone.
pub fn undo(opened: &mut Opened, _: ()) -> Result<TakenBack, Failure> {
    let mut hand = opened.hand();
    let label = history::undo(&mut opened.store, &mut hand)?.value;
    Ok(TakenBack { label: format!("已撤销：{label}") })
}

/// Does again what was undone last.
pub fn redo(opened: &mut Opened, _: ()) -> Result<TakenBack, Failure> {
    let mut hand = opened.hand();
    let label = history::redo(&mut opened.store, &mut hand)?.value;
    Ok(TakenBack { label: format!("已重做：{label}") })
}

/// What was done, by whom and when.
pub fn history(opened: &mut Opened, ask: HistoryAsk) -> Result<Vec<HistoryRow>, Failure> {
    Ok(match ask.fact {
        Some(fact) => history::of_fact(opened.db(), &fact.kind, &fact.id)?,
        None => history::list(opened.db(), ask.limit)?,
    })
}

/// A listing for machines: an array, unmasked.
pub fn list(opened: &mut Opened, ask: ListAsk) -> Result<Value, Failure> {
    let today = opened.today();
    let rows = match ask.order {
        None => listing::listing(opened.db(), &ask.what, today)?,
        Some(order) if ask.what == "deputies" => listing::deputies_in_order(opened.db(), order, today)?,
        Some(_) => return Err(Failure::new("order", "只有代表清单可以指定顺序，请去掉 order。")),
    };
    opened.log(Op::List { what: ask.what })?;
    Ok(rows)
}
