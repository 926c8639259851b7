//! Deputies.

use station_core::Op;
use station_core::deputy::search::{self, DeputyRow, Filter};
use station_core::entry::Saved;
use station_core::entry::deputy::{self, DeputyDraft};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// The roster.
pub fn deputies(opened: &mut Opened, ask: Filter) -> Result<Vec<DeputyRow>, Failure> {
    Ok(search::deputies(opened.db(), &ask, opened.today())?)
}

/// One deputy's record.
pub fn deputy(opened: &mut Opened, ask: OfFact) -> Result<DeputyDraft, Failure> {
    Ok(deputy::load(opened.db(), &ask.id)?)
}

/// Saves it.
pub fn save_deputy(opened: &mut Opened, typed: DeputyDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveDeputy { name: typed.person.name.clone() }, deputy::save(tx, &typed)?)))
}
