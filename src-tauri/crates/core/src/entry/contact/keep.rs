//! 列入表5: whom a contact was with becomes a standing contact of its deputies. The clerk says so, never an import.

use crate::contact::{Contact, StandingContact};
use crate::error::Result;
use crate::resident;
use crate::resident::Resident;
use crate::store::Tx;

/// Makes the standing contacts that are lacking; the resident whom the contact was with, unless it was a deputy.
pub(super) fn keep(tx: &mut Tx<'_>, contact: &Contact, deputies: &[String]) -> Result<Option<String>> {
    let resident_id = match (&contact.partner_id, &contact.resident_id) {
        (Some(_), _) => None,
        (None, Some(known)) => Some(known.clone()),
        (None, None) => Some(resident_of(tx, contact)?),
    };
    for person_id in deputies {
        let standing = tx.db().having::<StandingContact>("person_id", person_id)?;
        let known = |s: &StandingContact| {
            s.until.as_ref().is_none_or(|until| *until >= contact.happened_on)
                && s.resident_id == resident_id
                && s.partner_id == contact.partner_id
        };
        if !standing.iter().any(known) {
            let (id, created) = tx.fresh();
            tx.insert(&StandingContact {
                id,
                created,
                person_id: person_id.clone(),
                resident_id: resident_id.clone(),
                partner_id: contact.partner_id.clone(),
                since: Some(contact.happened_on.clone()),
                ..StandingContact::default()
            })?;
        }
    }
    Ok(resident_id)
}

/// The one resident of that name and village; made when there is none, or when the phone says that it is another.
fn resident_of(tx: &mut Tx<'_>, contact: &Contact) -> Result<String> {
    let name = contact.voter.clone().unwrap_or_default();
    if let Some(known) = resident::edit::find(tx.db(), &name, (contact.place_id.as_deref(), contact.phone.as_deref()))?
    {
        return Ok(known.id);
    }
    let (id, created) = tx.fresh();
    let (place_id, address, phone) = (contact.place_id.clone(), contact.place.clone(), contact.phone.clone());
    tx.insert(&Resident { id: id.clone(), created, name, place_id, address, phone, ..Resident::default() })?;
    Ok(id)
}
