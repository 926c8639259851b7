//! Values of a draft → the text of a cell, as a table shows it.

use serde::Deserialize;
use serde_json::Value;
use station_table::Cell;

use super::fields::{Field, Reads};
use crate::code;
use crate::error::Result;
use crate::place;
use crate::place::Place;
use crate::site::Site;
use crate::store::Db;
use crate::team::Team;

/// What a cell of a draft shows; `prefix` is the pointer at which the field's own pointers begin.
pub(super) fn shown(db: Db<'_>, (field, prefix): (&Field, &str), draft: &Value) -> Result<String> {
    let value = |at: &str| draft.pointer(&format!("{prefix}{at}")).unwrap_or(&Value::Null);
    let (now, text) = (value(field.at), |at: &str| value(at).as_str().unwrap_or_default().to_owned());
    Ok(match field.reads {
        // A telling whose way nobody wrote down shows nothing, as in the register.
        Reads::Code(_) => code::edit::label(db, now.as_str().filter(|id| *id != "way.unknown"))?.unwrap_or_default(),
        Reads::Team => now.as_str().map(|id| db.get::<Team>(id)).transpose()?.map(|t| t.name).unwrap_or_default(),
        Reads::VillageElse(place) | Reads::SiteElse(place) if now.is_null() => text(place),
        Reads::Village | Reads::VillageElse(_) => village(db, &text(field.at))?,
        Reads::Site | Reads::SiteElse(_) => {
            now.as_str().map(|id| db.get::<Site>(id)).transpose()?.map(|s| s.name).unwrap_or_default()
        }
        Reads::Person => names(db, &Value::Array(vec![now.clone()]))?.join("、"),
        Reads::Persons(others) => {
            let others = value(others).as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
            names(db, now)?.into_iter().chain(others).collect::<Vec<_>>().join("、")
        }
        Reads::Days(until) => days(&text(field.at), &text(until)),
        Reads::Money => now.as_i64().map(|fen| Cell::Money(fen).shown()).unwrap_or_default(),
        _ => plain(now),
    })
}

fn plain(value: &Value) -> String {
    match value {
        Value::Bool(true) => "是".to_owned(),
        Value::Bool(false) => "否".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn days(since: &str, until: &str) -> String {
    if until.is_empty() || until == since { since.to_owned() } else { format!("{since}至{until}") }
}

/// With its last 村, which the store does not keep.
fn village(db: Db<'_>, name: &str) -> Result<String> {
    Ok(match place::edit::find(db, name)? {
        Some(Place { kind, name, .. }) if kind == "village" => format!("{name}村"),
        _ => name.to_owned(),
    })
}

fn names(db: Db<'_>, ids: &Value) -> Result<Vec<String>> {
    db.column(include_str!("sql/names.sql"), [ids.to_string()])
}

/// What may be chosen where no code list says it.
pub(super) fn words(db: Db<'_>, reads: Reads) -> Result<Vec<String>> {
    Ok(match reads {
        Reads::Words(words) => words.iter().map(|w| (*w).to_owned()).collect(),
        Reads::Team => teams(db)?.into_iter().map(|(_, name)| name).collect(),
        _ => Vec::new(),
    })
}

/// What a code list offers.
pub(super) fn labels(db: Db<'_>, list: &str) -> Result<Vec<String>> {
    db.column(include_str!("sql/labels.sql"), [list])
}

/// Sites by key.
pub(super) fn sites(db: Db<'_>) -> Result<Vec<(String, String)>> {
    pairs(db, include_str!("sql/sites.sql"))
}

/// Groups and delegations by key.
pub(super) fn teams(db: Db<'_>) -> Result<Vec<(String, String)>> {
    pairs(db, include_str!("sql/teams.sql"))
}

fn pairs(db: Db<'_>, sql: &str) -> Result<Vec<(String, String)>> {
    #[derive(Deserialize)]
    struct Pair {
        id: String,
        label: String,
    }
    Ok(db.all::<Pair>(sql, [])?.into_iter().map(|p| (p.id, p.label)).collect())
}
