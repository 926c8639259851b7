//! 清单: what the store holds as plain lists for machines, unmasked; a listing is recorded by its caller.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::deputy::order::{Order, Ranked, sorted};
use crate::deputy::search::DeputyRow;
use crate::error::{Error, Problem, Result};
use crate::filter::Filter;
use crate::register::paper::two_character_names;
use crate::store::Db;
use crate::{activity, campaign, chat, constituency, contact, deed, deputy, matter, reception, talk};

/// What can be listed.
pub const LISTINGS: [&str; 16] = [
    "deputies",
    "districts",
    "duty",
    "visits",
    "matters",
    "activities",
    "contacts",
    "standing",
    "constituency_visits",
    "deeds",
    "talks",
    "chat_groups",
    "campaigns",
    "sites",
    "units",
    "places",
];

/// One listing: an array of objects.
///
/// # Errors
/// `Problems` when there is no such listing.
pub fn listing(db: Db<'_>, what: &str, today: NaiveDate) -> Result<Value> {
    match what {
        "deputies" => deputies(db, today),
        "districts" => Ok(picked(constituency::search::districts(db, today)?, &DISTRICT)),
        "duty" => duty(db),
        "visits" => visits(db),
        "matters" => matters(db, today),
        "activities" => activities(db, today),
        "contacts" => Ok(entered(contact::list::contacts(db, &Filter::default())?, &CONTACT)),
        "standing" => Ok(entered(contact::list::standing(db, &Filter::default(), today)?, &STANDING)),
        "constituency_visits" => {
            Ok(entered(contact::list::constituency_visits(db, &Filter::default())?, &CONSTITUENCY_VISIT))
        }
        "deeds" => deeds(db),
        "talks" => Ok(entered(talk::list::talks(db, &Filter::default())?, &TALK)),
        "chat_groups" => Ok(picked(chat::list::chat_groups(db)?, &CHAT_GROUP)),
        "campaigns" => Ok(entered(campaign::list::campaigns(db)?, &CAMPAIGN)),
        "sites" => table(db, include_str!("sql/sites.sql")),
        "units" => table(db, include_str!("sql/units.sql")),
        "places" => table(db, include_str!("sql/places.sql")),
        _ => Err(Error::Problems(vec![Problem::new(
            "what",
            format!("没有“{what}”这种清单，可用的有 {}。", LISTINGS.join("、")),
        )])),
    }
}

/// What orders look at beside the roster itself.
#[derive(Default, Deserialize)]
struct Rank {
    id: String,
    manual: Option<i64>,
    certificate: Option<String>,
}

/// The deputies in an order of names, with the station's rule for names of two characters.
///
/// # Errors
/// What the store says.
pub fn deputies_in_order(db: Db<'_>, order: Order, today: NaiveDate) -> Result<Value> {
    let ranks: Vec<Rank> = db.all(include_str!("sql/ranks.sql"), [])?;
    let mut ranks: HashMap<String, Rank> = ranks.into_iter().map(|r| (r.id.clone(), r)).collect();
    let rows = deputy::search::unmasked(db, None, today)?;
    let with_rank = |row: DeputyRow| (ranks.remove(&row.id).unwrap_or_default(), row);
    let rows: Vec<(Rank, DeputyRow)> = rows.into_iter().map(with_rank).collect();
    let sorted = sorted(rows, ranked, order, two_character_names(db)?);
    Ok(picked(sorted.into_iter().map(|(_, row)| row).collect(), &DEPUTY))
}

fn ranked((rank, row): &(Rank, DeputyRow)) -> Ranked<'_> {
    Ranked {
        name: &row.name,
        manual: rank.manual,
        number: row.constituency,
        level: row.levels.last().map(String::as_str),
        post: row.post.as_deref(),
        group: row.group.as_deref(),
        certificate: rank.certificate.as_deref(),
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
const TALK: [&str; 9] = ["number", "date", "place", "parties", "subject", "kind", "deputy", "result", "follow_up_on"];
const CHAT_GROUP: [&str; 6] = ["name", "area", "members", "deputy", "visits", "note"];
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

const ACTIVITY: [&str; 10] =
    ["date", "until", "title", "kind", "place", "expected", "absent", "reason", "content", "opinions"];
const CONTACT: [&str; 9] = ["deputy", "date", "way", "voter", "people", "village", "promoted", "opinion", "route"];
const STANDING: [&str; 12] =
    ["deputy", "pairing", "whom", "sex", "birth", "village", "phone", "kind", "since", "until", "target", "made"];
const CONSTITUENCY_VISIT: [&str; 8] =
    ["date", "constituency", "deputy", "places", "households", "people", "opinions", "settled"];
const DEED: [&str; 9] =
    ["deputy", "date", "category", "content", "villages", "households", "people", "money", "source"];
const CAMPAIGN: [&str; 4] = ["name", "since", "until", "facts"];

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
fn matters(db: Db<'_>, today: NaiveDate) -> Result<Value> {
    let mut rows = matter::search::matters(db, &matter::search::Filter::default(), today)?;
    rows.reverse();
    Ok(picked(rows, &MATTER))
}

/// Activities other than reception days, which are in the roster of duty.
fn activities(db: Db<'_>, today: NaiveDate) -> Result<Value> {
    let mut rows = activity::list::activities(db, &Filter::default(), today)?;
    rows.retain(|row| row.kind_id != activity::edit::RECEPTION_DAY);
    Ok(entered(rows, &ACTIVITY))
}

/// Deeds, with their money in yuan as text of two decimals, 0.00 where none is said.
fn deeds(db: Db<'_>) -> Result<Value> {
    let mut rows = entered(deed::list::deeds(db, &Filter::default())?, &DEED);
    for row in rows.as_array_mut().into_iter().flatten() {
        let cents = row["money"].as_i64().unwrap_or(0);
        row["money"] = format!("{}.{:02}", cents / 100, cents % 100).into();
    }
    Ok(rows)
}

/// Some fields of what is not voided, in the order of entry.
fn entered<T: serde::Serialize>(rows: Vec<T>, keys: &[&str]) -> Value {
    let mut rows: Vec<Value> = rows.into_iter().map(|row| serde_json::to_value(row).unwrap_or_default()).collect();
    rows.retain(|row| row["voided"] != true);
    rows.sort_by(|a, b| a["id"].as_str().cmp(&b["id"].as_str()));
    picked(rows, keys)
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
