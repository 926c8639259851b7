//! A resident is found by name and village; one whom nothing names any more goes.

use super::Resident;
use crate::error::Result;
use crate::store::{Db, Tx};

/// The resident of that name and village whose phone is not another; none where two could be meant.
pub fn find(db: Db<'_>, name: &str, (place_id, phone): (Option<&str>, Option<&str>)) -> Result<Option<Resident>> {
    let mut all: Vec<Resident> = db.all(include_str!("sql/find.sql"), (name, place_id, phone))?;
    Ok(all.pop().filter(|_| all.is_empty()))
}

/// Voids a resident with whom nobody keeps in touch and whom no contact names.
pub fn void_when_unnamed(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let named: i64 = tx.db().value(include_str!("sql/named.sql"), [id])?.unwrap_or(0);
    if named == 0 { tx.void::<Resident>(id) } else { Ok(()) }
}
