//! 重复反映: a matter of this visit and the earlier one that the clerk says it repeats. Both stay.

use super::{MatterOfVisit, ReceptionDraft};
use crate::error::Result;
use crate::matter::{Matter, MatterLink, Raised};
use crate::reception::Party;
use crate::store::{Db, Tx};

/// The same person once more, or the same thing from others.
const KINDS: [&str; 2] = ["again", "same"];

/// The earlier matter that one repeats, where there is one.
pub(super) fn of(db: Db<'_>, matter_id: &str) -> Result<Option<MatterLink>> {
    let links: Vec<MatterLink> = db.having("matter_id", matter_id)?;
    Ok(links.into_iter().find(|link| KINDS.contains(&link.kind.as_str())))
}

/// Links the matters of a visit as the draft says.
pub(super) fn put(tx: &mut Tx<'_>, draft: &ReceptionDraft, matters: &[String]) -> Result<()> {
    draft.matters.iter().zip(matters).try_for_each(|(says, id)| put_link(tx, id, (draft, says)))
}

fn put_link(tx: &mut Tx<'_>, matter_id: &str, (draft, says): (&ReceptionDraft, &MatterOfVisit)) -> Result<()> {
    let old = of(tx.db(), matter_id)?;
    let Some(earlier_id) = says.same_as.clone() else {
        return old.map_or(Ok(()), |link| tx.void::<MatterLink>(&link.id));
    };
    let earlier: Matter = tx.db().get(&earlier_id)?;
    let kind = if by_same_person(tx.db(), &earlier.id, (draft, says))? { "again" } else { "same" };
    let (matter_id, kind) = (matter_id.to_owned(), kind.to_owned());
    if let Some(link) = old {
        return tx.update(&MatterLink { earlier_id, kind, ..link });
    }
    let (id, created) = tx.fresh();
    tx.insert(&MatterLink { id, created, voided: None, matter_id, earlier_id, kind })
}

/// Whether one of those who raise it now raised it then: by phone or by name.
fn by_same_person(db: Db<'_>, earlier_id: &str, (draft, says): (&ReceptionDraft, &MatterOfVisit)) -> Result<bool> {
    let raised: Vec<Raised> = db.having("matter_id", earlier_id)?;
    let before = raised.iter().filter_map(|r| r.party_id.as_deref()).map(|id| db.get::<Party>(id));
    let before = before.collect::<Result<Vec<_>>>()?;
    let here = |at: &usize| says.parties.is_empty() || says.parties.contains(at);
    let mut now = draft.parties.iter().enumerate().filter(|(at, _)| here(at)).map(|(_, party)| party);
    Ok(now.any(|party| {
        let same =
            |p: &Party| (p.name.is_some() && p.name == party.name) || (p.phone.is_some() && p.phone == party.phone);
        before.iter().any(same)
    }))
}
