//! A contact as it stands, as the draft that would write it.

use super::ContactDraft;
use crate::campaign;
use crate::contact::{Contact, ContactDeputy};
use crate::entry::{opinion, village};
use crate::error::Result;
use crate::matter::edit::Source;
use crate::person::joined;
use crate::store::Db;

/// The draft of a contact that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<ContactDraft> {
    let c: Contact = db.get(id)?;
    let (deputies, other_deputies) = joined::split(&joined::of::<ContactDeputy>(db, id)?);
    Ok(ContactDraft {
        deputies,
        other_deputies,
        opinions: opinion::of(db, &Source::Contact(id.to_owned()))?,
        campaigns: campaign::edit::of(db, ("contact", id))?,
        village: village(db, c.place_id.as_deref())?,
        keep: false,
        id: Some(c.id),
        happened_on: c.happened_on,
        way_id: c.way_id,
        voter: c.voter,
        resident_id: c.resident_id,
        partner_id: c.partner_id,
        people: Some(c.people),
        households: c.households,
        place: c.place,
        phone: c.phone,
        promoted: c.promoted,
        opinion: c.opinion,
        route_id: c.route_id,
        outcome: c.outcome,
        reported_on: c.reported_on,
        recorder: c.recorder,
        note: c.note,
        late_reason: c.late_reason,
    })
}
