//! A talk as it stands, as the draft that would write it.

use super::{TalkDraft, TalkPartyDraft};
use crate::campaign;
use crate::entry::village;
use crate::error::Result;
use crate::person::joined;
use crate::store::Db;
use crate::talk::{Talk, TalkDeputy, TalkParty};

/// The draft of a talk that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<TalkDraft> {
    let t: Talk = db.get(id)?;
    let (deputies, other_deputies) = joined::split(&joined::of::<TalkDeputy>(db, id)?);
    let mut parties: Vec<TalkParty> = db.having("talk_id", id)?;
    parties.sort_by_key(|p| p.sort);
    Ok(TalkDraft {
        deputies,
        other_deputies,
        parties: parties.into_iter().map(|p| party(db, p)).collect::<Result<_>>()?,
        campaigns: campaign::edit::of(db, ("talk", id))?,
        id: Some(t.id),
        happened_on: t.happened_on,
        time: t.time,
        site_id: t.site_id,
        place: t.place,
        subject: t.subject,
        kind_id: t.kind_id,
        guests: t.guests,
        process: t.process,
        result_id: t.result_id,
        agreement: t.agreement,
        follow_up_on: t.follow_up_on,
        follow_up: t.follow_up,
        confidential: t.confidential,
        recorder: t.recorder,
        matter_id: t.matter_id,
        note: t.note,
        late_reason: t.late_reason,
    })
}

fn party(db: Db<'_>, party: TalkParty) -> Result<TalkPartyDraft> {
    let village = village(db, party.place_id.as_deref())?;
    let TalkParty { id, side, name, phone, .. } = party;
    Ok(TalkPartyDraft { id: Some(id), side, name, village, phone })
}
