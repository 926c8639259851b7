//! What a file named and the store lacked: found by comparing the named things before and after.

use std::collections::HashSet;

use serde::Deserialize;

use super::preview::{Created, ImportKind};
use crate::error::Result;
use crate::store::Db;

#[derive(Debug, Deserialize)]
struct Named {
    id: String,
    what: String,
    label: String,
}

/// The named things that the store had before.
pub(super) struct Before(HashSet<String>);

impl Before {
    pub(super) fn look(db: Db<'_>) -> Result<Self> {
        Ok(Self(named(db)?.into_iter().map(|n| n.id).collect()))
    }

    /// What has been made since, but for what an import of that kind is about.
    pub(super) fn made_since(&self, db: Db<'_>, kind: ImportKind) -> Result<Vec<Created>> {
        let own = |n: &Named| kind == ImportKind::Districts && n.what == "选区";
        let made = named(db)?.into_iter().filter(|n| !self.0.contains(&n.id) && !own(n));
        Ok(made.map(|Named { what, label, .. }| Created { what, label }).collect())
    }
}

fn named(db: Db<'_>) -> Result<Vec<Named>> {
    db.all(include_str!("sql/named.sql"), [])
}
