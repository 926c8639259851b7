//! A reception as it stands, as the draft that would write it.

use std::collections::BTreeMap;

use super::decision::standing;
use super::{MatterOfVisit, PartyDraft, ReceptionDraft, again, id_number};
use crate::campaign;
use crate::entry::village;
use crate::error::Result;
use crate::matter::edit::steps;
use crate::matter::{Matter, Raised};
use crate::person::joined;
use crate::reception::{Party, Visit, VisitDeputy};
use crate::store::Db;

/// The draft of a reception that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<ReceptionDraft> {
    let visit: Visit = db.get(id)?;
    let (deputies, other_deputies) = joined::split(&joined::of::<VisitDeputy>(db, id)?);
    let parties: Vec<Party> = db.all(include_str!("../sql/parties.sql"), [id])?;
    let places: BTreeMap<&str, usize> = parties.iter().enumerate().map(|(at, p)| (p.id.as_str(), at)).collect();
    let matters = db.column::<String>(include_str!("../sql/matters_of_visit.sql"), [id])?;
    Ok(ReceptionDraft {
        deputies,
        other_deputies,
        matters: matters.iter().map(|m| matter(db, m, &places)).collect::<Result<_>>()?,
        parties: parties.iter().map(|p| party(db, p)).collect::<Result<_>>()?,
        campaigns: campaign::edit::of(db, ("visit", id))?,
        id: Some(visit.id),
        happened_on: visit.happened_on,
        time: visit.time,
        form_id: visit.form_id,
        site_id: visit.site_id,
        people: Some(visit.people),
        confidential: visit.confidential,
        joint: visit.joint,
        chat_group_id: visit.chat_group_id,
        written_on: visit.written_on,
        recorder: visit.recorder,
        note: visit.note,
        late_reason: visit.late_reason,
    })
}

fn party(db: Db<'_>, party: &Party) -> Result<PartyDraft> {
    let village = village(db, party.place_id.as_deref())?;
    let Party { id, name, sex, age_band, phone, id_number, resident_id, .. } = party.clone();
    let id_number = id_number.as_deref().map(id_number::shown);
    Ok(PartyDraft { id: Some(id), name, sex, age_band, village, phone, id_number, resident_id })
}

fn matter(db: Db<'_>, id: &str, places: &BTreeMap<&str, usize>) -> Result<MatterOfVisit> {
    let matter: Matter = db.get(id)?;
    let raised: Vec<Raised> = db.having("matter_id", id)?;
    let by: Vec<usize> = raised.iter().filter_map(|r| places.get(r.party_id.as_deref()?).copied()).collect();
    let decided = standing(db, &steps(db, id)?)?.map(|(_, decision)| decision).unwrap_or_default();
    Ok(MatterOfVisit {
        id: Some(matter.id),
        words: matter.words.unwrap_or_default(),
        category_id: matter.category_id,
        nature_id: matter.nature_id,
        route_id: decided.route_id,
        unit: decided.unit,
        reply: decided.reply,
        parties: if by.len() == places.len() { Vec::new() } else { by },
        same_as: again::of(db, id)?.map(|link| link.earlier_id),
    })
}
