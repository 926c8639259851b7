//! Shipped codes are put into a new store; a label that no list has becomes the station's own code.

use std::collections::BTreeMap;

use super::Code;
use crate::error::{Error, Result};
use crate::store::{Db, Tx};

/// What `assets/codes/codes.toml` holds: list → entries of key, label, code in the standard.
type Shipped = BTreeMap<String, Vec<[String; 3]>>;

fn shipped() -> Result<Shipped> {
    let text = include_str!("../../../../../assets/codes/codes.toml");
    toml::from_str(text).map_err(|e| Error::BadAsset(e.to_string()))
}

/// Puts the shipped codes that the store lacks into it.
pub fn seed(tx: &mut Tx<'_>) -> Result<()> {
    for (list, entries) in shipped()? {
        for (at, [key, label, standard]) in (0_i64..).zip(entries) {
            if tx.db().first::<Code>(include_str!("sql/by_id.sql"), [&key])?.is_none() {
                let standard = (!standard.is_empty()).then_some(standard);
                let created = tx.stamp();
                tx.insert(&Code {
                    id: key,
                    created,
                    list: list.clone(),
                    label,
                    standard,
                    sort: at,
                    ..Code::default()
                })?;
            }
        }
    }
    Ok(())
}

/// The code with that label, when the list has one.
pub fn find(db: Db<'_>, list: &str, label: &str) -> Result<Option<Code>> {
    db.first(include_str!("sql/by_label.sql"), [list, label])
}

/// The key of the code with that label; made as the station's own when the list lacks it.
pub fn find_or_add(tx: &mut Tx<'_>, list: &str, label: &str) -> Result<String> {
    if let Some(code) = find(tx.db(), list, label)? {
        return Ok(code.id);
    }
    let (id, created) = tx.fresh();
    let (list, label) = (list.to_owned(), label.to_owned());
    tx.insert(&Code { id: id.clone(), created, list, label, sort: 1000, ..Code::default() })?;
    Ok(id)
}

/// The label of a code.
pub fn label(db: Db<'_>, id: Option<&str>) -> Result<Option<String>> {
    match id {
        Some(id) => db.value(include_str!("sql/label.sql"), [id]),
        None => Ok(None),
    }
}

/// All codes that may be offered, list by list.
pub fn offered(db: Db<'_>) -> Result<Vec<Code>> {
    db.all(include_str!("sql/offered.sql"), [])
}
