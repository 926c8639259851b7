//! A site is made by the clerk, or under the name that a file gives; what it is follows from the name.

use super::Site;
use crate::error::Result;
use crate::store::{Db, Tx};

/// What kind of site a name tells: 镇联络站 is the station, 东关联络点 a point.
pub fn kind_of(name: &str) -> &'static str {
    match name {
        _ if name.ends_with('室') => "room",
        _ if name.ends_with('点') => "point",
        _ if name.contains('村') => "village_station",
        _ => "station",
    }
}

/// The site of that name, when the store has it.
pub fn find(db: Db<'_>, name: &str) -> Result<Option<Site>> {
    db.first(include_str!("sql/find.sql"), [name.trim()])
}

/// The key of the site of that name; made when the store lacks it.
pub fn find_or_add(tx: &mut Tx<'_>, written: &str) -> Result<String> {
    if let Some(site) = find(tx.db(), written)? {
        return Ok(site.id);
    }
    let name = written.trim().to_owned();
    let (id, created) = tx.fresh();
    let sort = tx.db().value(include_str!("sql/next_sort.sql"), [])?.unwrap_or(0);
    tx.insert(&Site { id: id.clone(), created, kind: kind_of(&name).to_owned(), name, sort, ..Site::default() })?;
    Ok(id)
}

/// All sites, the station first.
pub fn all(db: Db<'_>) -> Result<Vec<Site>> {
    db.all(include_str!("sql/all.sql"), [])
}
