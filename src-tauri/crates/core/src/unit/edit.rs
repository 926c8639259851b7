//! A unit is made under the name that a file or a clerk gives.

use super::Unit;
use crate::error::Result;
use crate::store::Tx;

/// The key of the unit of that name; made when the store lacks it.
pub fn find_or_add(tx: &mut Tx<'_>, written: &str) -> Result<String> {
    let name = written.trim().to_owned();
    if let Some(unit) = tx.db().first::<Unit>(include_str!("sql/find.sql"), [&name])? {
        return Ok(unit.id);
    }
    let (id, created) = tx.fresh();
    tx.insert(&Unit { id: id.clone(), created, name, ..Unit::default() })?;
    Ok(id)
}
