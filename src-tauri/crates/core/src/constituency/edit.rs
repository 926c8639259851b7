//! A constituency is known by its number; its places are kept one by one and written back as they were given.

use super::{Constituency, ConstituencyPlace};
use crate::error::Result;
use crate::place;
use crate::store::{Db, Tx};

/// The constituency of that number.
pub fn find(db: Db<'_>, number: i64) -> Result<Option<Constituency>> {
    db.first(include_str!("sql/find.sql"), [number])
}

/// The key of the constituency of that number; made with nothing but it when the store lacks it.
pub fn find_or_add(tx: &mut Tx<'_>, number: i64) -> Result<String> {
    if let Some(found) = find(tx.db(), number)? {
        return Ok(found.id);
    }
    let (id, created) = tx.fresh();
    tx.insert(&Constituency { id: id.clone(), created, number, ..Constituency::default() })?;
    Ok(id)
}

/// 所含村组 as one text: `东关村1—4组、西关村`.
pub fn places_text(db: Db<'_>, id: &str) -> Result<String> {
    Ok(db.value(include_str!("sql/places_text.sql"), [id])?.unwrap_or_default())
}

/// Replaces the places of a constituency by those written, when they differ.
pub fn set_places(tx: &mut Tx<'_>, id: &str, written: &str) -> Result<()> {
    let pieces = written.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).filter(|p| !p.is_empty());
    let said = pieces.map(|piece| placed(tx, piece)).collect::<Result<Vec<_>>>()?;
    let mut old: Vec<ConstituencyPlace> = tx.db().having("constituency_id", id)?;
    old.sort_by_key(|place| place.sort);
    if old.iter().map(|p| (&p.place_id, &p.part)).eq(said.iter().map(|(place, part)| (place, part))) {
        return Ok(());
    }
    for gone in old {
        tx.void::<ConstituencyPlace>(&gone.id)?;
    }
    for (sort, (place_id, part)) in (0_i64..).zip(said) {
        let (key, created) = tx.fresh();
        let constituency_id = id.to_owned();
        tx.insert(&ConstituencyPlace { id: key, created, voided: None, constituency_id, place_id, part, sort })?;
    }
    Ok(())
}

/// The key of a place, made when the store lacks it, and which part of it is meant.
fn placed(tx: &mut Tx<'_>, piece: &str) -> Result<(String, Option<String>)> {
    let (village, part) = village_and_part(piece);
    Ok((place::edit::find_or_add(tx, village)?, (!part.is_empty()).then(|| part.to_owned())))
}

/// `南村村5—9组` is the village 南村村 and its part 5—9组: the last 村 before a number ends the name.
fn village_and_part(piece: &str) -> (&str, &str) {
    let end = piece.rfind('村').map_or(piece.len(), |at| at + '村'.len_utf8());
    piece.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::village_and_part;

    #[test]
    fn the_part_begins_after_the_last_village_sign() {
        for (piece, village, part) in
            [("南村村5—9组", "南村村", "5—9组"), ("东关村", "东关村", ""), ("东街社区", "东街社区", "")]
        {
            assert_eq!(village_and_part(piece), (village, part), "joined again they give what was written");
        }
    }
}
