//! The rows of a register's queries: with the values of the station's own columns, filtered, deputies in their order.

use std::collections::BTreeMap;

use serde_json::Value;

use super::query::{Given, Record, rows};
use super::shipped::DEPUTIES;
use super::{Laid, filter, paper};
use crate::deputy::order::{Order, Ranked, sorted};
use crate::error::Result;
use crate::extra::OwnColumn;
use crate::extra::edit::values;
use crate::store::Db;

/// A register's rows, query by query.
pub(crate) type Answers = BTreeMap<String, Vec<Record>>;

/// The rows of all queries.
pub(super) fn all(db: Db<'_>, laid: &Laid, given: &Given) -> Result<Answers> {
    let names = laid.shipped.queries.iter().map(|(name, _)| *name);
    names.map(|name| Ok((name.to_owned(), answer(db, laid, name, given)?))).collect()
}

/// How many rows a query has.
pub(super) fn count(db: Db<'_>, laid: &Laid, query: &str, given: &Given) -> Result<usize> {
    Ok(answer(db, laid, query, given)?.len())
}

/// The rows of one query.
pub(super) fn answer(db: Db<'_>, laid: &Laid, query: &str, given: &Given) -> Result<Vec<Record>> {
    let mut found = rows(db, laid.shipped.query(query)?, given)?;
    if laid.layout.facts() == Some(query) {
        for column in laid.own.iter().filter(|c| is_asked(laid, c)) {
            put_values(db, column, &mut found)?;
        }
        found.retain(|record| filter::holds(&laid.filters, &laid.layout, record));
    }
    match laid.layout.order.filter(|_| query == DEPUTIES.0) {
        Some(order) => in_order(db, found, order),
        None => Ok(found),
    }
}

/// Whether a column of the station's own belongs to the facts of the rows.
fn is_asked(laid: &Laid, column: &OwnColumn) -> bool {
    Some(&column.fact_kind) == laid.layout.fact.as_ref()
}

/// Puts the values of a column into the rows. A count or a sum stands in the first row of its fact only, so that it is
/// added up once.
fn put_values(db: Db<'_>, column: &OwnColumn, found: &mut [Record]) -> Result<()> {
    let mut known = values(db, &column.id)?;
    for record in found {
        let Some(fact) = record.fact().filter(|fact| fact.kind == column.fact_kind) else { continue };
        let adds_up = matches!(column.r#type.as_str(), "number" | "money");
        let value = if adds_up { known.remove(&fact.id) } else { known.get(&fact.id).cloned() };
        if let Some(value) = value {
            record.0.insert(column.key(), shown(column, value));
        }
    }
    Ok(())
}

fn shown(column: &OwnColumn, value: String) -> Value {
    match (column.r#type.as_str(), value.parse::<i64>()) {
        ("number" | "money", Ok(number)) => number.into(),
        ("yes_no", Ok(1)) => "是".into(),
        ("yes_no", _) => "否".into(),
        _ => value.into(),
    }
}

/// Deputies in an order of names; whom the station gave a place by hand stands first.
pub(super) fn in_order(db: Db<'_>, deputies: Vec<Record>, order: Order) -> Result<Vec<Record>> {
    Ok(sorted(deputies, ranked, order, paper::two_character_names(db)?))
}

fn ranked(record: &Record) -> Ranked<'_> {
    Ranked {
        name: record.text("person.name").unwrap_or_default(),
        manual: record.number("order.manual"),
        number: record.number("order.number"),
        level: record.text("mandate.levels").and_then(|levels| levels.split('、').next()),
        post: record.text("person.post"),
        group: record.text("mandate.group"),
        certificate: record.text("mandate.certificate"),
    }
}
