//! Constituencies by number and term, as an import finds them and adds to them.

use std::collections::HashMap;

use crate::constituency::Constituency;
use crate::error::Result;
use crate::store::{Db, Tx};

/// All constituencies by number.
#[derive(Debug, Default)]
pub(super) struct Constituencies(HashMap<i64, Vec<Constituency>>);

impl Constituencies {
    pub(super) fn load(db: Db<'_>) -> Result<Self> {
        let mut all = Self::default();
        for constituency in db.all(include_str!("sql/constituencies.sql"), [])? {
            all.put(constituency);
        }
        Ok(all)
    }

    /// The one of that number: of that term, else one of which no term is said; of the newest where none is asked for.
    pub(super) fn find(&self, number: i64, term_id: Option<&str>) -> Option<&Constituency> {
        let all = self.0.get(&number)?;
        let of = |term: Option<&str>| all.iter().rev().find(|c| c.term_id.as_deref() == term);
        match term_id {
            Some(term) => of(Some(term)).or_else(|| of(None)),
            None => all.last(),
        }
    }

    /// The keys of all of that number, of any term.
    pub(super) fn numbered(&self, number: i64) -> Vec<String> {
        self.0.get(&number).into_iter().flatten().map(|c| c.id.clone()).collect()
    }

    /// The key of the one of that number; made when there is none.
    pub(super) fn find_or_add(&mut self, tx: &mut Tx<'_>, number: i64, term_id: Option<&str>) -> Result<String> {
        if let Some(found) = self.find(number, term_id) {
            return Ok(found.id.clone());
        }
        let (id, created) = tx.fresh();
        let term_id = term_id.map(str::to_owned);
        let made = Constituency { id, created, term_id, number, ..Constituency::default() };
        tx.insert(&made)?;
        let id = made.id.clone();
        self.put(made);
        Ok(id)
    }

    /// Remembers one as it is now.
    pub(super) fn put(&mut self, constituency: Constituency) {
        let same_number = self.0.entry(constituency.number).or_default();
        match same_number.iter_mut().find(|c| c.id == constituency.id) {
            Some(old) => *old = constituency,
            None => same_number.push(constituency),
        }
    }
}
