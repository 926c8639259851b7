//! Contacts made, standing contacts and pairings, visits to constituencies, and the constituencies themselves.

use station_core::Op;
use station_core::constituency::search::{DistrictRow, districts as all_districts};
use station_core::contact::list::{self, ConstituencyVisitRow, ContactRow, StandingRow};
use station_core::entry::Saved;
use station_core::entry::constituency_visit::{self, ConstituencyVisitDraft};
use station_core::entry::contact::{self, ContactDraft};
use station_core::entry::district::{self, DistrictDraft};
use station_core::entry::standing::{self, StandingDraft};
use station_core::filter::Filter;

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Contacts made, the newest first.
pub fn contacts(opened: &mut Opened, ask: Filter) -> Result<Vec<ContactRow>, Failure> {
    Ok(list::contacts(opened.db(), &ask)?)
}

/// One contact as it was entered.
pub fn contact(opened: &mut Opened, ask: OfFact) -> Result<ContactDraft, Failure> {
    Ok(contact::load(opened.db(), &ask.id)?)
}

/// Saves a contact.
pub fn save_contact(opened: &mut Opened, typed: ContactDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = contact::save(tx, &typed)?;
        let whom = typed.voter.as_deref().unwrap_or_default();
        Ok((Op::SaveContact { what: format!("{} {whom}", typed.happened_on).trim().to_owned() }, saved))
    })
}

/// Standing contacts and pairings.
pub fn standing(opened: &mut Opened, ask: Filter) -> Result<Vec<StandingRow>, Failure> {
    Ok(list::standing(opened.db(), &ask, opened.today())?)
}

/// One standing contact as it was entered.
pub fn standing_contact(opened: &mut Opened, ask: OfFact) -> Result<StandingDraft, Failure> {
    Ok(standing::load(opened.db(), &ask.id)?)
}

/// Saves a standing contact.
pub fn save_standing(opened: &mut Opened, typed: StandingDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = standing::save(tx, &typed)?;
        Ok((Op::SaveStanding { what: told(&saved) }, saved))
    })
}

/// Visits to constituencies, the newest first.
pub fn constituency_visits(opened: &mut Opened, ask: Filter) -> Result<Vec<ConstituencyVisitRow>, Failure> {
    Ok(list::constituency_visits(opened.db(), &ask)?)
}

/// One visit to a constituency as it was entered.
pub fn constituency_visit(opened: &mut Opened, ask: OfFact) -> Result<ConstituencyVisitDraft, Failure> {
    Ok(constituency_visit::load(opened.db(), &ask.id)?)
}

/// Saves a visit to a constituency.
pub fn save_constituency_visit(opened: &mut Opened, typed: ConstituencyVisitDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = constituency_visit::save(tx, &typed)?;
        Ok((Op::SaveConstituencyVisit { what: told(&saved) }, saved))
    })
}

/// Constituencies by number.
pub fn districts(opened: &mut Opened, _: ()) -> Result<Vec<DistrictRow>, Failure> {
    Ok(all_districts(opened.db(), opened.today())?)
}

/// One constituency as it was entered.
pub fn district(opened: &mut Opened, ask: OfFact) -> Result<DistrictDraft, Failure> {
    Ok(district::load(opened.db(), &ask.id)?)
}

/// Saves a constituency.
pub fn save_district(opened: &mut Opened, typed: DistrictDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveDistrict { number: typed.number }, district::save(tx, &typed)?)))
}

/// What was saved, without saying that it was.
fn told(saved: &Saved) -> String {
    saved.label.trim_start_matches("已保存").trim().to_owned()
}
