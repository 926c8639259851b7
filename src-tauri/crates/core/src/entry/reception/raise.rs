//! What was raised in a reception: the matter, and who raised it.

use super::decision::decide;
use super::{MatterOfVisit, ReceptionDraft};
use crate::error::Result;
use crate::matter::edit::{Source, open, raise};
use crate::matter::{HEARD, Matter, Raised};
use crate::store::Tx;

/// Writes what was raised; the keys of the matters in the order of the draft.
pub(super) fn put_matters(tx: &mut Tx<'_>, draft: &ReceptionDraft, parties: &[String]) -> Result<Vec<String>> {
    let kept = draft.matters.iter().filter_map(|m| m.id.as_deref());
    void_others(tx, parties, &kept.collect::<Vec<_>>())?;
    let mut matters = Vec::new();
    for (at, matter) in draft.matters.iter().enumerate() {
        let id = put_matter(tx, draft, matter)?;
        link(tx, &id, (matter, parties))?;
        decide(tx, &id, (draft, at))?;
        matters.push(id);
    }
    Ok(matters)
}

/// Matters of this visit that the draft no longer has.
fn void_others(tx: &mut Tx<'_>, parties: &[String], kept: &[&str]) -> Result<()> {
    for party in parties {
        for raised in tx.db().having::<Raised>("party_id", party)? {
            if !kept.contains(&raised.matter_id.as_str()) {
                tx.void::<Raised>(&raised.id)?;
                tx.void::<Matter>(&raised.matter_id)?;
            }
        }
    }
    Ok(())
}

fn put_matter(tx: &mut Tx<'_>, draft: &ReceptionDraft, says: &MatterOfVisit) -> Result<String> {
    let words = Some(says.words.trim().to_owned());
    let (category_id, nature_id, confidential) = (says.category_id.clone(), says.nature_id.clone(), draft.confidential);
    if let Some(id) = &says.id {
        let old: Matter = tx.db().get(id)?;
        tx.update(&Matter { words, category_id, nature_id, confidential, ..old })?;
        return Ok(id.clone());
    }
    let (id, created) = tx.fresh();
    let kind = HEARD.to_owned();
    let matter = Matter { id, created, kind, words, category_id, nature_id, confidential, ..Matter::default() };
    open(tx, &matter, &draft.happened_on)?;
    Ok(matter.id)
}

/// Says which parties raised the matter.
fn link(tx: &mut Tx<'_>, matter_id: &str, (says, parties): (&MatterOfVisit, &[String])) -> Result<()> {
    let raisers: Vec<&String> = match says.parties.as_slice() {
        [] => parties.iter().collect(),
        some => some.iter().filter_map(|at| parties.get(*at)).collect(),
    };
    let old: Vec<Raised> = tx.db().having("matter_id", matter_id)?;
    for gone in old.iter().filter(|r| r.party_id.as_ref().is_some_and(|p| !raisers.contains(&p))) {
        tx.void::<Raised>(&gone.id)?;
    }
    for (sort, party) in (0_i64..).zip(raisers) {
        if !old.iter().any(|r| r.party_id.as_ref() == Some(party)) {
            raise(tx, matter_id, Source::Party(party.clone()), sort)?;
        }
    }
    Ok(())
}
