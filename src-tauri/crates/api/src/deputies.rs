//! Deputies and constituencies.

use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::constituency::search::{DistrictRow, districts as all_districts};
use station_core::deputy::search::{self, DeputyRow};
use station_core::entry::Saved;
use station_core::entry::deputy::{self, DeputyDraft};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Which deputies.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct DeputiesAsk {
    /// Name, initials, unit or phone.
    pub search: Option<String>,
    /// Only of that level.
    pub level: Option<String>,
    /// Only of that group.
    pub team_id: Option<String>,
}

/// The roster.
pub fn deputies(opened: &mut Opened, ask: DeputiesAsk) -> Result<Vec<DeputyRow>, Failure> {
    let filter = search::Filter { search: ask.search, level: ask.level, team_id: ask.team_id };
    Ok(search::deputies(opened.db(), &filter, opened.today())?)
}

/// One deputy's record.
pub fn deputy(opened: &mut Opened, ask: OfFact) -> Result<DeputyDraft, Failure> {
    Ok(deputy::load(opened.db(), &ask.id)?)
}

/// Saves it.
pub fn save_deputy(opened: &mut Opened, draft: DeputyDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveDeputy { name: draft.person.name.clone() }, deputy::save(tx, &draft)?)))
}

/// Voids it.
pub fn void_deputy(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| {
        deputy::void(tx, &ask.id)
            .map(|saved| (Op::Void { what: saved.label.trim_start_matches("已作废").trim().to_owned() }, saved))
    })
}

/// Constituencies by number.
pub fn districts(opened: &mut Opened, _: ()) -> Result<Vec<DistrictRow>, Failure> {
    Ok(all_districts(opened.db())?)
}
