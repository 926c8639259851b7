//! 清单: what the store holds as plain lists for machines, unmasked; a listing is recorded by its caller.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::error::{Error, Problem, Result};
use crate::store::Db;
use crate::{activity, constituency, deputy, matter, reception};

/// What can be listed.
pub const LISTINGS: [&str; 8] = ["deputies", "districts", "duty", "visits", "matters", "sites", "units", "places"];

/// One listing: an array of objects.
///
/// # Errors
/// `Problems` when there is no such listing.
pub fn listing(db: Db<'_>, what: &str, today: NaiveDate) -> Result<Value> {
    match what {
        "deputies" => deputies(db, today),
        "districts" => Ok(picked(constituency::search::districts(db)?, &DISTRICT)),
        "duty" => duty(db),
        "visits" => visits(db),
        "matters" => matters(db),
        "sites" => table(db, include_str!("sql/sites.sql")),
        "units" => table(db, include_str!("sql/units.sql")),
        "places" => table(db, include_str!("sql/places.sql")),
        _ => Err(Error::Problems(vec![Problem::new(
            "what",
            format!("没有“{what}”这种清单，可用的有 {}。", LISTINGS.join("、")),
        )])),
    }
}

const DEPUTY: [&str; 13] = [
    "name",
    "sex",
    "nation",
    "birth",
    "party",
    "edu",
    "unit",
    "post",
    "phone",
    "idno",
    "constituency",
    "group",
    "levels",
];
const DISTRICT: [&str; 7] = ["no", "kind", "villages", "population", "voters", "seats", "group"];
const VISIT: [&str; 14] = [
    "date",
    "place",
    "deputies",
    "visitor",
    "village",
    "phone",
    "people",
    "form",
    "category",
    "content",
    "route",
    "unit",
    "done",
    "satisfied",
];
const MATTER: [&str; 10] =
    ["no", "title", "lead", "co", "submitted", "handed", "unit", "replied", "result", "satisfied"];

/// In the order of entry, which is that of the roster.
fn deputies(db: Db<'_>, today: NaiveDate) -> Result<Value> {
    let mut rows = deputy::search::unmasked(db, None, today)?;
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(picked(rows, &DEPUTY))
}

fn duty(db: Db<'_>) -> Result<Value> {
    let days = activity::search::days(db, ("", "9999"))?.into_iter().map(|day| {
        let on_duty = day.deputies.iter().filter(|d| d.status.as_deref().is_none_or(|s| s == "came"));
        let names: Vec<&str> = on_duty.map(|d| d.name.as_str()).collect();
        json!({ "date": day.date, "place": day.site, "deputies": names })
    });
    Ok(days.collect())
}

/// Visits, the oldest first; voided ones are none.
fn visits(db: Db<'_>) -> Result<Value> {
    let mut rows = reception::search::visits(db, &reception::search::Filter::default())?;
    rows.retain(|row| !row.voided);
    rows.reverse();
    Ok(picked(rows, &VISIT))
}

/// Matters, the oldest first.
fn matters(db: Db<'_>) -> Result<Value> {
    let mut rows = matter::search::matters(db, &matter::search::Filter::default())?;
    rows.reverse();
    Ok(picked(rows, &MATTER))
}

fn table(db: Db<'_>, sql: &str) -> Result<Value> {
    Ok(Value::Array(db.all::<Value>(sql, [])?))
}

/// Some fields of records, in that order.
fn picked<T: serde::Serialize>(rows: Vec<T>, keys: &[&str]) -> Value {
    let one = |row: T| {
        let mut whole = serde_json::to_value(row).unwrap_or_default();
        let mut kept = Map::new();
        for key in keys {
            kept.insert((*key).to_owned(), whole.get_mut(*key).map(Value::take).unwrap_or_default());
        }
        Value::Object(kept)
    };
    rows.into_iter().map(one).collect()
}
