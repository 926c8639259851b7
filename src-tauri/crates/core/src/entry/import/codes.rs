//! Entries of code lists by label and by key, each asked of the store once.

use std::collections::HashMap;

use crate::code;
use crate::error::Result;
use crate::store::{Db, Tx};

/// What has been asked so far.
#[derive(Debug, Default)]
pub(super) struct Codes {
    ids: HashMap<(String, String), String>,
    labels: HashMap<String, String>,
}

impl Codes {
    /// The key of an entry; a word that the list lacks becomes the station's own entry.
    pub(super) fn id(&mut self, tx: &mut Tx<'_>, list: &str, label: &str) -> Result<String> {
        let key = (list.to_owned(), label.to_owned());
        if let Some(id) = self.ids.get(&key) {
            return Ok(id.clone());
        }
        let id = code::edit::find_or_add(tx, list, label)?;
        self.labels.insert(id.clone(), label.to_owned());
        self.ids.insert(key, id.clone());
        Ok(id)
    }

    /// The label of an entry.
    pub(super) fn label(&mut self, db: Db<'_>, id: Option<&str>) -> Result<Option<String>> {
        let Some(id) = id else { return Ok(None) };
        if let Some(label) = self.labels.get(id) {
            return Ok(Some(label.clone()));
        }
        let label = code::edit::label(db, Some(id))?;
        self.labels.extend(label.iter().map(|label| (id.to_owned(), label.clone())));
        Ok(label)
    }
}
