//! Writing a talk: new, or over what stands.

use super::{TalkDraft, TalkPartyDraft};
use crate::entry::checks::{clear, days, need_day};
use crate::entry::{Saved, late, performed, said};
use crate::error::{Problem, Result};
use crate::number::{self, Series};
use crate::person::joined::{self, Who};
use crate::store::Tx;
use crate::talk::{FIRST_SIDE, Talk, TalkDeputy, TalkParty};
use crate::{campaign, place};

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &TalkDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    need_day(&mut found, ("happened_on", "日期"), &draft.happened_on);
    if draft.subject.trim().is_empty() {
        found.push(Problem::new("subject", "没有写事由，请用一句话写明因什么事谈心。"));
    }
    for (at, party) in draft.parties.iter().enumerate() {
        if party.name.trim().is_empty() {
            found.push(Problem::new(format!("parties.{at}.name"), "没有写当事人姓名，请填写，或删去这一行。"));
        }
    }
    days(&mut found, &[("follow_up_on", "回访日期", &draft.follow_up_on)]);
    found
}

/// Saves a talk; says its number and where it shows up.
///
/// # Errors
/// `Problems` without a date or a subject.
pub fn save(tx: &mut Tx<'_>, draft: &TalkDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let base = match &draft.id {
        Some(id) => tx.db().get(id)?,
        None => new_talk(tx, draft)?,
    };
    let talk = talk(tx, draft.clone(), base);
    tx.put(&talk)?;
    put_parties(tx, &talk.id, &draft.parties)?;
    joined::set::<TalkDeputy>(tx, &talk.id, &Who::all(&draft.deputies, &draft.other_deputies))?;
    campaign::edit::set(tx, ("talk", &talk.id), &draft.campaigns)?;
    let label = format!("已保存谈心记录 {}", talk.number);
    Ok(Saved { id: talk.id, number: Some(talk.number), label, writes: performed(draft.deputies.len()) })
}

/// Voids a talk; it keeps its number.
///
/// # Errors
/// `Missing` where there is none.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let talk: Talk = tx.db().get(id)?;
    tx.void::<Talk>(id)?;
    let label = format!("已作废谈心记录 {}", talk.number);
    Ok(Saved { id: talk.id, number: Some(talk.number), label, writes: Vec::new() })
}

fn new_talk(tx: &mut Tx<'_>, draft: &TalkDraft) -> Result<Talk> {
    let number = number::next(tx.db(), Series::Talk, &draft.happened_on)?;
    let (id, created) = tx.fresh();
    Ok(Talk { id, created, number, ..Talk::default() })
}

fn talk(tx: &Tx<'_>, d: TalkDraft, base: Talk) -> Talk {
    let text = |t: Option<String>| said(t.as_deref());
    let (late_on, late_reason) = late(tx, base.late_on.as_deref(), d.late_reason.as_deref());
    Talk {
        happened_on: d.happened_on,
        time: text(d.time),
        site_id: d.site_id,
        place: text(d.place),
        subject: d.subject.trim().to_owned(),
        kind_id: d.kind_id,
        guests: text(d.guests),
        process: text(d.process),
        result_id: d.result_id,
        agreement: text(d.agreement),
        follow_up_on: text(d.follow_up_on),
        follow_up: text(d.follow_up),
        confidential: d.confidential,
        recorder: text(d.recorder),
        matter_id: d.matter_id,
        note: text(d.note),
        late_on,
        late_reason,
        ..base
    }
}

/// Writes who quarrelled; one that the draft no longer has is voided.
fn put_parties(tx: &mut Tx<'_>, talk_id: &str, drafts: &[TalkPartyDraft]) -> Result<()> {
    for old in tx.db().having::<TalkParty>("talk_id", talk_id)? {
        if !drafts.iter().any(|d| d.id.as_deref() == Some(&old.id)) {
            tx.void::<TalkParty>(&old.id)?;
        }
    }
    (0_i64..).zip(drafts).try_for_each(|(sort, draft)| put_party(tx, talk_id, (draft, sort)))
}

fn put_party(tx: &mut Tx<'_>, talk_id: &str, (draft, sort): (&TalkPartyDraft, i64)) -> Result<()> {
    let place_id = said(draft.village.as_deref()).map(|v| place::edit::find_or_add(tx, &v)).transpose()?;
    let new = |id, created| TalkParty { id, created, talk_id: talk_id.to_owned(), ..TalkParty::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let side = said(Some(&draft.side)).unwrap_or_else(|| FIRST_SIDE.to_owned());
    let (name, phone) = (draft.name.trim().to_owned(), said(draft.phone.as_deref()));
    tx.put(&TalkParty { side, name, phone, place_id, sort, ..base })
}
