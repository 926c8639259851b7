//! Shipped codes are put into a new store; a label that no list has becomes the station's own code.

use std::collections::BTreeMap;

use super::Code;
use crate::error::{Error, Result};
use crate::store::{Db, Tx};

/// What `assets/codes/codes.toml` holds: list → entries of key, label, code in the standard.
type Shipped = BTreeMap<String, Vec<[String; 3]>>;

fn shipped() -> Result<Shipped> {
    parsed(include_str!("../../../../../assets/codes/codes.toml"))
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(|e| Error::BadAsset(e.to_string()))
}

/// Puts the shipped codes that the store lacks into it; how many rows that changed. What a station has changed stays.
pub fn seed(tx: &mut Tx<'_>) -> Result<usize> {
    let counted_before: i64 = tx.db().value(include_str!("sql/counted.sql"), [])?.unwrap_or(0);
    let mut added = Vec::new();
    for (list, entries) in shipped()? {
        for (at, [key, label, standard]) in (0_i64..).zip(entries) {
            if tx.db().first::<Code>(include_str!("sql/by_id.sql"), [&key])?.is_none() {
                let standard = (!standard.is_empty()).then_some(standard);
                let (id, list) = (key.clone(), list.clone());
                add(tx, Code { id, list, label, standard, sort: at, ..Code::default() })?;
                added.push(key);
            }
        }
    }
    // Codes of an older program count as nothing yet: all of them are told, later only those that come new.
    let told = |key: &String| counted_before == 0 || added.contains(key);
    let counts_as: BTreeMap<String, String> = parsed(include_str!("../../../../../assets/codes/counts_as.toml"))?;
    let mut told_now = 0;
    for (key, counts_as) in counts_as.into_iter().filter(|(key, _)| told(key)) {
        let code: Code = tx.db().get(&key)?;
        tx.update(&Code { counts_as: Some(counts_as), ..code })?;
        told_now += usize::from(!added.contains(&key));
    }
    Ok(added.len() + told_now)
}

/// Adds a shipped code. Where the station has made one of that name itself, it goes on with its own.
fn add(tx: &Tx<'_>, code: Code) -> Result<()> {
    let created = tx.stamp();
    if find(tx.db(), &code.list, &code.label)?.is_some() {
        return tx.insert(&Code { created, label: format!("{}（自带）", code.label), hidden: true, ..code });
    }
    tx.insert(&Code { created, ..code })
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

/// The place of the last entry of a list, hidden ones too.
pub fn last_place(db: Db<'_>, list: &str) -> Result<i64> {
    Ok(db.value(include_str!("sql/last_place.sql"), [list])?.unwrap_or(0))
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
