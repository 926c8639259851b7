//! Which visits stand already: a visit is known by its date, site, visitors and their words.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::super::preview::Where;
use crate::error::Result;
use crate::store::Db;

/// A visit that stands, and the one thing raised in it that is meant.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) visit_id: String,
    pub(super) matter_id: String,
    pub(super) site_id: Option<String>,
    /// The row of this import that gave it.
    pub(super) met: Option<Where>,
}

/// What a visit is known by, but for its site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Known {
    pub(super) date: String,
    pub(super) visitors: String,
    pub(super) words: String,
}

impl Known {
    /// Spaces do not tell two visits apart.
    pub(super) fn new(date: &str, visitors: &[&str], words: &str) -> Self {
        let words = words.chars().filter(|c| !c.is_whitespace()).collect();
        Self { date: date.to_owned(), visitors: visitors.join("、"), words }
    }
}

/// All visits that stand.
#[derive(Debug, Default)]
pub(super) struct Index {
    known: HashMap<Known, Vec<Standing>>,
    /// By number and date: the things raised in a visit.
    numbered: HashMap<(String, String), Vec<Standing>>,
}

#[derive(Debug, Deserialize)]
struct Raised {
    visit_id: String,
    number: String,
    happened_on: String,
    site_id: Option<String>,
    matter_id: String,
    words: Option<String>,
    name: Option<String>,
}

impl Index {
    pub(super) fn load(db: Db<'_>) -> Result<Self> {
        Self::read(db, include_str!("../sql/raised.sql"))
    }

    /// Visits that a clerk has voided, as they were.
    pub(super) fn load_voided(db: Db<'_>) -> Result<Self> {
        Self::read(db, include_str!("../sql/voided_visits.sql"))
    }

    fn read(db: Db<'_>, sql: &str) -> Result<Self> {
        let mut index = Self::default();
        let all: Vec<Raised> = db.all(sql, [])?;
        for together in all.chunk_by(|a, b| (&a.visit_id, &a.matter_id) == (&b.visit_id, &b.matter_id)) {
            let Some(first) = together.first() else { continue };
            let names: Vec<&str> = together.iter().map(|r| r.name.as_deref().unwrap_or_default()).collect();
            let words = first.words.as_deref().unwrap_or_default();
            let standing = Standing {
                visit_id: first.visit_id.clone(),
                matter_id: first.matter_id.clone(),
                site_id: first.site_id.clone(),
                met: None,
            };
            let number = (first.number.clone(), first.happened_on.clone());
            index.numbered.entry(number).or_default().push(standing.clone());
            let single = names.iter().map(|n| vec![*n]);
            let keys: HashSet<Known> =
                single.chain([names.clone()]).map(|n| Known::new(&first.happened_on, &n, words)).collect();
            for key in keys {
                index.add(key, standing.clone());
            }
        }
        Ok(index)
    }

    /// The visit that is known so at that site; where one of both says no site, the only one that is known so.
    pub(super) fn find(&self, known: &Known, site_id: Option<&str>) -> Option<&Standing> {
        let all = self.known.get(known)?;
        all.iter().find(|s| s.site_id.as_deref() == site_id).or_else(|| match all.as_slice() {
            [only] if only.site_id.is_none() || site_id.is_none() => Some(only),
            _ => None,
        })
    }

    /// The visit of that number on that date, where one thing was raised in it.
    pub(super) fn numbered(&self, number: &str, date: &str) -> Option<&Standing> {
        match self.numbered.get(&(number.to_owned(), date.to_owned()))?.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Remembers a visit, or the row that gave it.
    pub(super) fn add(&mut self, known: Known, standing: Standing) {
        let all = self.known.entry(known).or_default();
        match all.iter_mut().find(|s| s.visit_id == standing.visit_id && s.matter_id == standing.matter_id) {
            Some(old) => *old = standing,
            None => all.push(standing),
        }
    }
}
