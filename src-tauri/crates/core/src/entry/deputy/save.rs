//! Writing a deputy's record: new, or over what stands.

use super::{DeputyDraft, MandateDraft};
use crate::congress::LEVELS;
use crate::deputy::edit::{Says, mandates, put};
use crate::deputy::{Mandate, Membership};
use crate::entry::{Saved, said};
use crate::error::{Error, Problem, Result};
use crate::person::Person;
use crate::store::Tx;

/// Everything that keeps the draft from being saved.
pub fn problems(draft: &DeputyDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if draft.person.name.trim().is_empty() {
        found.push(Problem::new("name", "没有姓名，请填写。"));
    }
    for (at, mandate) in draft.mandates.iter().enumerate() {
        if !LEVELS.contains(&mandate.level.as_str()) {
            found.push(Problem::new(format!("mandates.{at}.level"), "没有选代表层级，请选择全国、省、市、县或镇。"));
        }
    }
    found
}

/// Saves a deputy.
///
/// # Errors
/// `Problems` when there is no name, a level is missing.
pub fn save(tx: &mut Tx<'_>, draft: &DeputyDraft) -> Result<Saved> {
    let problems = problems(draft);
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let id = put_person(tx, draft)?;
    let changed_on = draft.changed_on.as_deref();
    let work = Says { unit: said(draft.unit.as_deref()), post: said(draft.post.as_deref()), ..Says::default() };
    put(tx, &id, "work", (work, changed_on))?;
    let group = Says { team_id: draft.team_id.clone(), role: said(draft.team_role.as_deref()), ..Says::default() };
    put(tx, &id, "group", (group, changed_on))?;
    put(tx, &id, "site", (Says { site_id: draft.site_id.clone(), ..Says::default() }, changed_on))?;
    put_mandates(tx, &id, &draft.mandates)?;
    let label = format!("已保存代表 {}", draft.person.name.trim());
    Ok(Saved { id, number: None, label, writes: Vec::new() })
}

/// Voids a deputy: the person and the mandates stay in the store and can be brought back.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let person: Person = tx.db().get(id)?;
    for mandate in mandates(tx.db(), id)? {
        tx.void::<Mandate>(&mandate.id)?;
    }
    for membership in tx.db().having::<Membership>("person_id", id)? {
        tx.void::<Membership>(&membership.id)?;
    }
    tx.void::<Person>(id)?;
    Ok(Saved {
        id: person.id, number: None, label: format!("已作废代表 {}", person.says.name), writes: Vec::new()
    })
}

fn put_person(tx: &mut Tx<'_>, draft: &DeputyDraft) -> Result<String> {
    let old: Option<Person> = draft.id.as_deref().map(|id| tx.db().get(id)).transpose()?;
    let known = old.is_some();
    let base = old.unwrap_or_else(|| {
        let (id, created) = tx.fresh();
        Person { id, created, ..Person::default() }
    });
    let person = Person { says: draft.person.tidy(), ..base };
    if known {
        tx.update(&person)?;
    } else {
        tx.insert(&person)?;
    }
    Ok(person.id)
}

fn put_mandates(tx: &mut Tx<'_>, person_id: &str, drafts: &[MandateDraft]) -> Result<()> {
    let old = mandates(tx.db(), person_id)?;
    for gone in old.iter().filter(|m| !drafts.iter().any(|d| d.id.as_deref() == Some(&m.id))) {
        tx.void::<Mandate>(&gone.id)?;
    }
    for draft in drafts {
        let known = old.iter().find(|m| draft.id.as_deref() == Some(&m.id));
        let base = known.cloned().unwrap_or_else(|| {
            let (id, created) = tx.fresh();
            Mandate { id, created, person_id: person_id.to_owned(), ..Mandate::default() }
        });
        let mandate = mandate(draft.clone(), base);
        if known.is_some() { tx.update(&mandate)? } else { tx.insert(&mandate)? }
    }
    Ok(())
}

fn mandate(d: MandateDraft, base: Mandate) -> Mandate {
    let text = |t: Option<String>| said(t.as_deref());
    Mandate {
        level: d.level,
        constituency_id: d.constituency_id,
        electing_body: text(d.electing_body),
        certificate: text(d.certificate),
        role: text(d.role),
        began: text(d.began),
        elected_on: text(d.elected_on),
        re_elected: d.re_elected.map(i64::from),
        since: text(d.since),
        until: text(d.until),
        end_reason_id: d.end_reason_id,
        ..base
    }
}
