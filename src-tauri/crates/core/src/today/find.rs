//! 查找: the one search box, and pickers of what is too much for a list.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::filter::finds;
use crate::store::Db;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct FindAsk {
    /// person, resident, visit, matter, activity, contact, deed, constituency, campaign, session, talk,
    /// chat_group; none = all.
    pub kinds: Vec<String>,
    /// Words or numbers; names also by initials or spelling.
    pub words: String,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Found {
    /// What it is.
    pub kind: String,
    /// Its key.
    pub id: String,
    /// As shown.
    pub label: String,
    /// What tells two of one label apart.
    pub note: Option<String>,
}

/// So many of each kind: nobody reads more.
const EACH: usize = 20;

#[derive(Deserialize)]
struct Raw {
    names: Option<String>,
    words: Option<String>,
    #[serde(flatten)]
    found: Found,
}

/// What has those words, kind by kind, the newest first; the newest of all where none are given.
pub fn find(db: Db<'_>, ask: &FindAsk) -> Result<Vec<Found>> {
    let kinds = (!ask.kinds.is_empty()).then(|| format!(",{},", ask.kinds.join(",")));
    let all: Vec<Raw> = db.all(include_str!("sql/find.sql"), named_params! { ":kinds": kinds })?;
    let mut found: Vec<Found> = Vec::new();
    for raw in all {
        let names = raw.names.iter().flat_map(|joined| joined.split('、'));
        let room = found.iter().rev().take_while(|f| f.kind == raw.found.kind).count() < EACH;
        if room && finds(Some(&ask.words), &[raw.words.as_deref()], names) {
            found.push(raw.found);
        }
    }
    Ok(found)
}
