//! Writing a contact: new, or over what stands.

use super::check::problems;
use super::{ContactDraft, keep};
use crate::contact::{Contact, ContactDeputy};
use crate::entry::checks::clear;
use crate::entry::opinion::{self, Day};
use crate::entry::{Saved, late, performed, said, writes};
use crate::error::Result;
use crate::matter::edit::{Source, raised_by, withdraw};
use crate::person::Person;
use crate::person::joined::{self, Who};
use crate::resident::Resident;
use crate::store::{Db, Tx};
use crate::{campaign, place};

/// Saves a contact; says where it shows up.
///
/// # Errors
/// `Problems` without a deputy or date, or where something cannot be true.
pub fn save(tx: &mut Tx<'_>, draft: &ContactDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let base = tx.known_or(draft.id.as_deref(), |id, created| Contact { id, created, ..Contact::default() })?;
    let was = draft.id.as_ref().map(|_| base.happened_on.clone());
    let place_id = said(draft.village.as_deref()).map(|v| place::edit::find_or_add(tx, &v)).transpose()?;
    let contact = contact(tx, draft.clone(), Contact { place_id, ..base })?;
    let kept = if draft.keep { keep::keep(tx, &contact, &draft.deputies)? } else { contact.resident_id.clone() };
    let contact = Contact { resident_id: kept, ..contact };
    tx.put(&contact)?;
    joined::set::<ContactDeputy>(tx, &contact.id, &Who::all(&draft.deputies, &draft.other_deputies))?;
    let day = Day { is: &contact.happened_on, was: was.as_deref() };
    opinion::set(tx, &Source::Contact(contact.id.clone()), (&draft.opinions, day))?;
    campaign::edit::set(tx, ("contact", &contact.id), &draft.campaigns)?;
    let standing = if draft.keep { writes(&[5], "联系选民登记") } else { Vec::new() };
    let writes =
        [standing, writes(&[6], "联系记录"), performed(draft.deputies.len()), opinion::written(&draft.opinions)];
    let label = format!("已保存联系 {}", called(tx.db(), &contact)?);
    Ok(Saved { id: contact.id, number: None, label, writes: writes.concat() })
}

/// Voids a contact with what was raised in it only. Standing contacts stay.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let contact: Contact = tx.db().get(id)?;
    for raised in raised_by(tx.db(), &Source::Contact(id.to_owned()))? {
        withdraw(tx, &raised)?;
    }
    tx.void::<Contact>(id)?;
    let label = format!("已作废联系 {}", called(tx.db(), &contact)?);
    Ok(Saved { id: contact.id, number: None, label, writes: Vec::new() })
}

/// Date, and with whom where anybody is named.
fn called(db: Db<'_>, contact: &Contact) -> Result<String> {
    let whom = match &contact.partner_id {
        Some(partner) => Some(db.get::<Person>(partner)?.says.name),
        None => contact.voter.clone(),
    };
    Ok(format!("{} {}", contact.happened_on, whom.unwrap_or_default()).trim_end().to_owned())
}

fn contact(tx: &Tx<'_>, d: ContactDraft, base: Contact) -> Result<Contact> {
    let text = |t: Option<String>| said(t.as_deref());
    let (late_on, late_reason) = late(tx, base.late_on.as_deref(), d.late_reason.as_deref());
    // Who is picked from the residents need not be named again.
    let voter = match (text(d.voter), &d.resident_id) {
        (None, Some(resident)) => Some(tx.db().get::<Resident>(resident)?.name),
        (voter, _) => voter,
    };
    Ok(Contact {
        happened_on: d.happened_on,
        way_id: d.way_id,
        voter,
        resident_id: d.resident_id,
        partner_id: d.partner_id,
        people: d.people.unwrap_or(1),
        households: d.households,
        place: text(d.place),
        phone: text(d.phone),
        promoted: text(d.promoted),
        opinion: text(d.opinion),
        route_id: d.route_id,
        outcome: text(d.outcome),
        reported_on: text(d.reported_on),
        recorder: text(d.recorder),
        note: text(d.note),
        late_on,
        late_reason,
        ..base
    })
}
