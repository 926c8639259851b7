//! A deputy's record as it stands, as the draft that would write it.

use super::{DeputyDraft, MandateDraft};
use crate::deputy::Mandate;
use crate::deputy::edit::{mandates, standing};
use crate::error::Result;
use crate::person::Person;
use crate::store::Db;

/// The draft of a deputy that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<DeputyDraft> {
    let p: Person = db.get(id)?;
    let work = standing(db, id, "work")?.unwrap_or_default();
    let group = standing(db, id, "group")?.unwrap_or_default();
    let site = standing(db, id, "site")?.unwrap_or_default();
    Ok(DeputyDraft {
        id: Some(p.id),
        person: p.says,
        unit: work.unit,
        post: work.post,
        team_id: group.team_id,
        team_role: group.role,
        site_id: site.site_id,
        changed_on: None,
        mandates: mandates(db, id)?.into_iter().map(mandate_draft).collect(),
    })
}

fn mandate_draft(m: Mandate) -> MandateDraft {
    MandateDraft {
        id: Some(m.id),
        level: m.level,
        constituency_id: m.constituency_id,
        electing_body: m.electing_body,
        certificate: m.certificate,
        role: m.role,
        began: m.began,
        elected_on: m.elected_on,
        re_elected: m.re_elected.map(|n| n != 0),
        since: m.since,
        until: m.until,
        end_reason_id: m.end_reason_id,
    }
}
