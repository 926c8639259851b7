//! Writing a reception: new, or over what stands, so that every fact changes that the draft changes, and no other.

use super::check::{problems, writes};
use super::day::{makes_a_day, standing};
use super::{PartyDraft, ReceptionDraft, again, id_number, raise};
use crate::activity;
use crate::activity::{Activity, Attendance};
use crate::entry::checks::clear;
use crate::entry::{Saved, late, said};
use crate::error::{Problem, Result};
use crate::matter::edit::steps;
use crate::matter::{HEARD, Matter};
use crate::number::{self, Series};
use crate::person::joined::{self, Who};
use crate::reception::{Party, Visit, VisitDeputy};
use crate::store::Tx;
use crate::{campaign, place};

/// Saves a reception; says its number and where it shows up.
///
/// # Errors
/// `Problems` when something is missing without which it is no reception.
pub fn save(tx: &mut Tx<'_>, draft: &ReceptionDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let visit = put_visit(tx, draft)?;
    joined::set::<VisitDeputy>(tx, &visit.id, &Who::all(&draft.deputies, &draft.other_deputies))?;
    let parties = put_parties(tx, &visit.id, &draft.parties)?;
    let matters = raise::put_matters(tx, draft, &parties)?;
    again::put(tx, draft, &matters)?;
    campaign::edit::set(tx, ("visit", &visit.id), &draft.campaigns)?;
    let label = format!("已保存接待登记 {}", visit.number);
    Ok(Saved { writes: writes(tx.db(), draft)?, id: visit.id, number: Some(visit.number), label })
}

/// Voids a reception with what was raised in it; it keeps its number and prints as 作废.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let visit: Visit = tx.db().get(id)?;
    let matters: Vec<String> = tx.db().column(include_str!("../sql/matters_of_visit.sql"), [id])?;
    for matter in &matters {
        clear(gone_further(tx, matter)?)?;
    }
    for matter in &matters {
        tx.void::<Matter>(matter)?;
    }
    tx.void::<Visit>(id)?;
    void_day_without_rest(tx, visit.activity_id.as_deref())?;
    Ok(Saved {
        id: visit.id,
        label: format!("已作废 {}", visit.number),
        number: Some(visit.number),
        writes: Vec::new(),
    })
}

/// What has been handled, or became a suggestion, does not vanish with the reception that raised it.
fn gone_further(tx: &Tx<'_>, matter_id: &str) -> Result<Vec<Problem>> {
    let matter: Matter = tx.db().get(matter_id)?;
    // Its recording, and what was decided about it on the spot.
    if matter.kind == HEARD && steps(tx.db(), matter_id)?.len() <= 2 {
        return Ok(Vec::new());
    }
    let what = matter.number.or(matter.title).or(matter.words).unwrap_or_default();
    let message = format!("其中的“{what}”已有后续办理步骤，不能随接待一起作废；请先作废那些步骤。");
    Ok(vec![Problem::new("id", message)])
}

fn put_visit(tx: &mut Tx<'_>, draft: &ReceptionDraft) -> Result<Visit> {
    let old: Option<Visit> = draft.id.as_deref().map(|id| tx.db().get(id)).transpose()?;
    let activity_id = day_of(tx, draft)?;
    let people = draft.people.unwrap_or_else(|| i64::try_from(draft.parties.len()).unwrap_or(1));
    let base = match &old {
        Some(visit) => visit.clone(),
        None => new_visit(tx, draft)?,
    };
    let (late_on, late_reason) = late(tx, base.late_on.as_deref(), draft.late_reason.as_deref());
    let visit = Visit {
        happened_on: draft.happened_on.clone(),
        time: said(draft.time.as_deref()),
        form_id: draft.form_id.clone(),
        site_id: draft.site_id.clone(),
        activity_id,
        people,
        confidential: draft.confidential,
        joint: draft.joint,
        chat_group_id: draft.chat_group_id.clone(),
        written_on: said(draft.written_on.as_deref()),
        recorder: said(draft.recorder.as_deref()),
        note: said(draft.note.as_deref()),
        late_on,
        late_reason,
        ..base
    };
    if let Some(old) = old {
        tx.update(&visit)?;
        if old.activity_id != visit.activity_id {
            void_day_without_rest(tx, old.activity_id.as_deref())?;
        }
    } else {
        tx.insert(&visit)?;
    }
    Ok(visit)
}

fn new_visit(tx: &mut Tx<'_>, draft: &ReceptionDraft) -> Result<Visit> {
    let number = number::next(tx.db(), Series::Visit, &draft.happened_on)?;
    let (id, created) = tx.fresh();
    Ok(Visit { id, created, number, ..Visit::default() })
}

fn day_of(tx: &mut Tx<'_>, draft: &ReceptionDraft) -> Result<Option<String>> {
    match standing(tx.db(), draft)? {
        None if makes_a_day(tx.db(), draft)? => {
            activity::edit::day(tx, &draft.happened_on, draft.site_id.as_deref()).map(Some)
        }
        day => Ok(day.map(|day| day.id)),
    }
}

/// A day that only this visit had made goes with it; a rostered one stays.
fn void_day_without_rest(tx: &mut Tx<'_>, activity_id: Option<&str>) -> Result<()> {
    let Some(id) = activity_id else { return Ok(()) };
    let visits: Vec<Visit> = tx.db().having("activity_id", id)?;
    let rostered: Vec<Attendance> = tx.db().having("activity_id", id)?;
    let day: Activity = tx.db().get(id)?;
    if visits.is_empty() && rostered.is_empty() && day.held.is_none() && day.rule_id.is_none() {
        tx.void::<Activity>(id)?;
    }
    Ok(())
}

/// The keys of the parties in the order of the draft.
fn put_parties(tx: &mut Tx<'_>, visit_id: &str, drafts: &[PartyDraft]) -> Result<Vec<String>> {
    for old in tx.db().having::<Party>("visit_id", visit_id)? {
        if !drafts.iter().any(|d| d.id.as_deref() == Some(&old.id)) {
            tx.void::<Party>(&old.id)?;
        }
    }
    (0_i64..).zip(drafts).map(|(sort, draft)| put_party(tx, visit_id, (draft, sort))).collect()
}

fn put_party(tx: &mut Tx<'_>, visit_id: &str, (draft, sort): (&PartyDraft, i64)) -> Result<String> {
    let village = said(draft.village.as_deref());
    let place_id = village.map(|v| place::edit::find_or_add(tx, &v)).transpose()?;
    let new = |id, created| Party { id, created, visit_id: visit_id.to_owned(), ..Party::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let id_number = id_number::kept(tx.db(), base.id_number.as_deref(), (draft, sort))?;
    let party = Party {
        name: said(draft.name.as_deref()),
        sex: draft.sex.clone(),
        age_band: said(draft.age_band.as_deref()),
        phone: said(draft.phone.as_deref()),
        place_id,
        id_number,
        resident_id: draft.resident_id.clone(),
        sort,
        ..base
    };
    tx.put(&party)?;
    Ok(party.id)
}
