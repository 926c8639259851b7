//! Which facts of a kind stand already, by what tells them apart: a date, who, words; and which a clerk has voided.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::preview::Where;
use super::row::Row;
use super::said::{Overlay, Said};
use crate::error::Result;
use crate::store::{Db, flag};

/// What a fact is known by, but for its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    date: String,
    who: Vec<String>,
    words: String,
}

impl Key {
    /// Neither spaces nor the order of names tell two facts apart.
    pub(super) fn new<'a>(date: &str, who: impl IntoIterator<Item = &'a str>, words: &str) -> Self {
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let mut who: Vec<String> = who.into_iter().map(squeezed).collect();
        who.sort_unstable();
        Self { date: date.to_owned(), who, words: squeezed(words) }
    }
}

/// A fact as the queries give it; `who` is joined by 、.
#[derive(Debug, Deserialize)]
struct Stands {
    id: String,
    date: String,
    who: Option<String>,
    words: Option<String>,
    place: Option<String>,
    #[serde(with = "flag")]
    voided: bool,
}

/// What a row is, by its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A fact that stands.
    Stands(String),
    /// One that a clerk has voided: a file does not bring it back.
    Voided,
    /// Nothing that is known.
    New,
}

/// All facts of a kind.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Key and place of each.
    standing: HashMap<Key, Vec<(String, Option<String>)>>,
    voided: HashSet<Key>,
    /// Rows of this import by the fact that they gave or named.
    met: HashMap<String, Where>,
}

impl Index {
    /// By a query that gives `id`, `date`, `who`, `words`, `place`, `voided`.
    pub(super) fn load(db: Db<'_>, sql: &str) -> Result<Self> {
        let mut index = Self::default();
        for fact in db.all::<Stands>(sql, [])? {
            let who = fact.who.as_deref().unwrap_or_default();
            let key = Key::new(&fact.date, who.split('、').filter(|w| !w.is_empty()), &fact.words.unwrap_or_default());
            if fact.voided {
                index.voided.insert(key);
            } else {
                index.standing.entry(key).or_default().push((fact.id, fact.place));
            }
        }
        Ok(index)
    }

    /// The fact that is known so, at that place; where one of both says no place, the only one that is known so.
    pub(super) fn find(&self, key: &Key, place: Option<&str>) -> Found {
        let all = self.standing.get(key).map_or(&[][..], Vec::as_slice);
        let same = all.iter().find(|(_, of)| of.as_deref() == place);
        let only = match all {
            [only] if only.1.is_none() || place.is_none() => Some(only),
            _ => None,
        };
        match same.or(only) {
            Some((id, _)) => Found::Stands(id.clone()),
            None if self.voided.contains(key) => Found::Voided,
            None => Found::New,
        }
    }

    /// The fact that a row is laid over, if any, and how: one that names it a second time fills blanks only. None where a
    /// clerk has voided it. Both are said.
    pub(super) fn meets(
        &self,
        said: &mut Said,
        (row, what): (&Row<'_>, &str),
        (key, place): (&Key, Option<&str>),
    ) -> Option<(Option<String>, Overlay)> {
        let id = match self.find(key, place) {
            Found::Stands(id) => id,
            Found::New => return Some((None, Overlay::correcting())),
            Found::Voided => {
                let message = format!("这{what}已作废，未重新导入；需要时请先恢复原来的登记。");
                said.left_out(row.whole(), None, message);
                return None;
            }
        };
        let overlay = self.over(said, (row, what), &id);
        Some((Some(id), overlay))
    }

    /// How a row is laid over a fact that stands.
    pub(super) fn over(&self, said: &mut Said, (row, what): (&Row<'_>, &str), id: &str) -> Overlay {
        let Some(earlier) = self.met.get(id) else { return Overlay::correcting() };
        let message = format!("与{}第{}行是同{what}，没有另外登记；请核对。", earlier.sheet, earlier.row);
        said.kept(row.whole(), None, message);
        Overlay::filling()
    }

    /// Remembers the fact that a row gave or named.
    pub(super) fn meet(&mut self, (key, place): (Key, Option<String>), id: &str, at: Where) {
        let all = self.standing.entry(key).or_default();
        match all.iter_mut().find(|(known, _)| known == id) {
            Some((_, of)) => *of = place,
            None => all.push((id.to_owned(), place)),
        }
        self.met.insert(id.to_owned(), at);
    }
}
