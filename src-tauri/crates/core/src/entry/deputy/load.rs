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
        name: p.name,
        name_note: p.name_note,
        sex: p.sex,
        nation_id: p.nation_id,
        birth: p.birth,
        native_place: p.native_place,
        party_id: p.party_id,
        party_joined: p.party_joined,
        work_started: p.work_started,
        education_id: p.education_id,
        degree_id: p.degree_id,
        school: p.school,
        title: p.title,
        social_posts: p.social_posts,
        occupation_id: p.occupation_id,
        id_number: p.id_number,
        phone: p.phone,
        address: p.address,
        postcode: p.postcode,
        email: p.email,
        resume: p.resume,
        honours: p.honours,
        pledge: p.pledge,
        note: p.note,
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
        began: m.began,
        elected_on: m.elected_on,
        re_elected: m.re_elected.map(|n| n != 0),
        since: m.since,
        until: m.until,
        end_reason_id: m.end_reason_id,
    }
}
