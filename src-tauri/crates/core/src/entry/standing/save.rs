//! Writing a standing contact, and the resident with it.

use super::StandingDraft;
use crate::contact::StandingContact;
use crate::entry::checks::{clear, counts, days, one_of, span};
use crate::entry::{Saved, said, writes};
use crate::error::{Problem, Result};
use crate::person::Person;
use crate::resident::Resident;
use crate::store::Tx;
use crate::{campaign, place, resident};

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &StandingDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if draft.person_id.is_empty() {
        found.push(Problem::new("person_id", "没有选代表，请选择。"));
    }
    let names_voter = draft.resident_id.is_some() || said(draft.voter.as_deref()).is_some();
    match &draft.partner_id {
        None if !names_voter => found.push(Problem::new("voter", "没有写选民姓名，请填写；结对的请选代表。")),
        Some(_) if names_voter => {
            found.push(Problem::new("partner_id", "联系对象是选民还是代表，只能选一个，请删去另一个。"));
        }
        Some(partner) if *partner == draft.person_id => {
            found.push(Problem::new("partner_id", "代表不能和自己结对，请改正。"));
        }
        _ => {}
    }
    days(&mut found, &[("since", "建立联系日期", &draft.since), ("until", "终止日期", &draft.until)]);
    span(&mut found, draft.since.as_deref(), draft.until.as_deref());
    let sums = [("target", "年度联系目标次数", draft.target), ("household", "家庭人口", draft.household)];
    counts(&mut found, 0, &sums);
    one_of(&mut found, ("sex", "性别"), draft.sex.as_deref(), &["男", "女"]);
    found
}

/// Saves a standing contact.
///
/// # Errors
/// `Problems` without a deputy, or without either a voter or another deputy.
pub fn save(tx: &mut Tx<'_>, draft: &StandingDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let new = |id, created| StandingContact { id, created, ..StandingContact::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let was = base.resident_id.clone();
    let resident_id = if draft.partner_id.is_some() { None } else { Some(put_resident(tx, draft)?) };
    let text = |t: &Option<String>| said(t.as_deref());
    let standing = StandingContact {
        person_id: draft.person_id.clone(),
        kind_id: draft.kind_id.clone(),
        partner_id: draft.partner_id.clone(),
        since: text(&draft.since),
        until: text(&draft.until),
        target: draft.target,
        situation: text(&draft.situation),
        note: text(&draft.note),
        resident_id,
        ..base
    };
    tx.put(&standing)?;
    if let Some(was) = was.filter(|was| standing.resident_id.as_ref() != Some(was)) {
        resident::edit::void_when_unnamed(tx, &was)?;
    }
    campaign::edit::set(tx, ("standing_contact", &standing.id), &draft.campaigns)?;
    let label = format!("已保存联系对象 {}", called(tx, &standing)?);
    Ok(Saved { id: standing.id, number: None, label, writes: writes(&[5], "联系选民登记") })
}

/// Voids a standing contact, and the resident where nothing else names them.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let standing: StandingContact = tx.db().get(id)?;
    tx.void::<StandingContact>(id)?;
    let label = format!("已作废联系对象 {}", called(tx, &standing)?);
    if let Some(resident_id) = &standing.resident_id {
        resident::edit::void_when_unnamed(tx, resident_id)?;
    }
    Ok(Saved { id: standing.id, number: None, label, writes: Vec::new() })
}

/// The two by name: `罗建—孙某`.
fn called(tx: &Tx<'_>, standing: &StandingContact) -> Result<String> {
    let person = |id: &str| tx.db().get::<Person>(id).map(|p| p.says.name);
    let whom = match (&standing.resident_id, &standing.partner_id) {
        (Some(id), _) => tx.db().get::<Resident>(id)?.name,
        (None, Some(id)) => person(id)?,
        (None, None) => String::new(),
    };
    Ok(format!("{}—{whom}", person(&standing.person_id)?))
}

fn put_resident(tx: &mut Tx<'_>, draft: &StandingDraft) -> Result<String> {
    let new = |id, created| Resident { id, created, ..Resident::default() };
    let base = tx.known_or(draft.resident_id.as_deref(), new)?;
    let Some(name) = said(draft.voter.as_deref()) else { return Ok(base.id) };
    let place_id = said(draft.village.as_deref()).map(|v| place::edit::find_or_add(tx, &v)).transpose()?;
    let text = |t: &Option<String>| said(t.as_deref());
    let resident = Resident {
        name,
        sex: text(&draft.sex),
        birth: text(&draft.birth),
        party_id: draft.party_id.clone(),
        household: draft.household,
        place_id,
        address: text(&draft.address),
        phone: text(&draft.phone),
        ..base
    };
    tx.put(&resident)?;
    Ok(resident.id)
}
