//! Headings that were matched by hand, remembered for the next file of that kind.

use serde::{Deserialize, Serialize};
use station_intake::Remembered;

use super::preview::{ImportKind, Match};
use crate::error::Result;
use crate::store::{Db, Tx, fact};

/// A heading of office files and the field that a clerk matched it to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Key.
    pub id: String,
    /// When it was matched first.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Key of the kind of import.
    pub import: String,
    /// The heading as the file has it.
    pub heading: String,
    /// Key of the field; empty when the column is to be passed over.
    pub field: String,
}

fact!(Heading, "heading", "表头对应");

/// Keeps what was matched just now, and gives all that is remembered of that kind.
pub(super) fn remember(tx: &mut Tx<'_>, kind: ImportKind, matches: &[Match]) -> Result<Vec<Remembered>> {
    for new in matches {
        put(tx, kind, new)?;
    }
    let remembered = all(tx.db(), kind)?.into_iter().filter(|h| h.voided.is_none());
    Ok(remembered.map(|h| Remembered { field: Some(h.field).filter(|f| !f.is_empty()), heading: h.heading }).collect())
}

fn put(tx: &mut Tx<'_>, kind: ImportKind, new: &Match) -> Result<()> {
    let (heading, field) = (new.heading.trim().to_owned(), new.field.clone().unwrap_or_default());
    match all(tx.db(), kind)?.into_iter().find(|h| h.heading == heading) {
        Some(old) if old.field == field && old.voided.is_none() => Ok(()),
        Some(old) => tx.update(&Heading { field, voided: None, ..old }),
        None => {
            let (id, created) = tx.fresh();
            let import = kind.key().to_owned();
            tx.insert(&Heading { id, created, voided: None, import, heading, field })
        }
    }
}

fn all(db: Db<'_>, kind: ImportKind) -> Result<Vec<Heading>> {
    db.all(include_str!("sql/headings.sql"), [kind.key()])
}
