//! A deed as it stands, as the draft that would write it.

use super::DeedDraft;
use crate::campaign;
use crate::deed::{Deed, DeedDeputy};
use crate::entry::village;
use crate::error::Result;
use crate::person::joined;
use crate::store::Db;

/// The draft of a deed that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<DeedDraft> {
    let d: Deed = db.get(id)?;
    let (deputies, other_deputies) = joined::split(&joined::of::<DeedDeputy>(db, id)?);
    Ok(DeedDraft {
        deputies,
        other_deputies,
        campaigns: campaign::edit::of(db, ("deed", id))?,
        village: village(db, d.place_id.as_deref())?,
        id: Some(d.id),
        happened_on: d.happened_on,
        category_id: d.category_id,
        content: d.content,
        place: d.place,
        villages: d.villages,
        households: d.households,
        people: d.people,
        money: d.money,
        source_id: d.source_id,
        progress: d.progress,
        visit_id: d.visit_id,
        matter_id: d.matter_id,
        note: d.note,
        late_reason: d.late_reason,
    })
}
