//! Good deeds.

use station_core::Op;
use station_core::deed::list::{self, DeedRow};
use station_core::entry::Saved;
use station_core::entry::deed::{self, DeedDraft};
use station_core::filter::Filter;

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Deeds, the newest first.
pub fn deeds(opened: &mut Opened, ask: Filter) -> Result<Vec<DeedRow>, Failure> {
    Ok(list::deeds(opened.db(), &ask)?)
}

/// One deed as it was entered.
pub fn deed(opened: &mut Opened, ask: OfFact) -> Result<DeedDraft, Failure> {
    Ok(deed::load(opened.db(), &ask.id)?)
}

/// Saves a deed.
pub fn save_deed(opened: &mut Opened, typed: DeedDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let what = typed.content.chars().take(20).collect();
        Ok((Op::SaveDeed { what }, deed::save(tx, &typed)?))
    })
}
