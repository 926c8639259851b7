//! What a step makes of its matter: deputies who take it up, a suggestion out of what voters said.

use super::StepDraft;
use crate::entry::matter::{LEAD, ROLES, Role, of_matter, set_deputies};
use crate::entry::said;
use crate::error::{Error, Problem, Result};
use crate::matter::edit::{Source, raise};
use crate::matter::{HEARD, Matter, Raised};
use crate::number;
use crate::person::Person;
use crate::person::joined::Who;
use crate::store::{Db, Tx};

/// As what a deputy takes a matter up.
const TAKES: &str = "接单";

/// Deputies take a matter up.
pub(super) fn accepted(tx: &mut Tx<'_>, draft: &StepDraft) -> Result<()> {
    if draft.deputies.is_empty() {
        return Ok(());
    }
    replace(tx, &draft.matter_id, (TAKES, &draft.deputies))
}

/// The deputies of a draft by name.
pub(super) fn named(db: Db<'_>, draft: &StepDraft) -> Result<Option<String>> {
    let names = draft.deputies.iter().map(|id| db.get::<Person>(id).map(|person| person.says.name));
    Ok(said(Some(&names.collect::<Result<Vec<_>>>()?.join("、"))))
}

/// Nobody takes it up any more.
pub(super) fn not_accepted(tx: &mut Tx<'_>, matter_id: &str) -> Result<()> {
    replace(tx, matter_id, (TAKES, &[]))
}

/// The deputies of one role; those of the others stay.
fn replace(tx: &mut Tx<'_>, matter_id: &str, (role, persons): (&'static str, &[String])) -> Result<()> {
    let new = persons.iter().cloned().map(|id| (Who::Person(id), role));
    let all: Vec<Role> = others(tx.db(), matter_id, role)?.into_iter().chain(new).collect();
    set_deputies(tx, matter_id, &all)
}

fn others(db: Db<'_>, matter_id: &str, but: &str) -> Result<Vec<Role>> {
    let others = of_matter(db, matter_id)?.into_iter().filter(|d| d.role != but);
    Ok(others
        .filter_map(|d| Some((Who::of(d.person_id, d.name)?, ROLES.into_iter().find(|r| **r == d.role)?)))
        .collect())
}

/// What voters said becomes the suggestion of deputies who put it forward, with a number of its own; who said it stays to
/// be told. Without deputies it only says what is meant to become of it. The number.
pub(super) fn suggestion(tx: &mut Tx<'_>, draft: &StepDraft) -> Result<Option<String>> {
    let old: Matter = tx.db().get(&draft.matter_id)?;
    let Some(lead) = draft.deputies.first() else { return Ok(None) };
    let number = match old.number.clone() {
        Some(number) => number,
        None => number::suggestion(tx.db(), old.session_id.as_deref(), &draft.happened_on)?,
    };
    replace(tx, &old.id, (LEAD, &draft.deputies))?;
    raise(tx, &old.id, Source::Deputy(lead.clone()), 100)?;
    let title = said(draft.title.as_deref()).or_else(|| old.title.clone());
    let submitted_on = Some(draft.happened_on.clone());
    let period = Some("闭会期间".to_owned()).filter(|_| old.session_id.is_none()).or_else(|| old.period.clone());
    let kind = "建议".to_owned();
    tx.update(&Matter { kind, title, submitted_on, period, number: Some(number.clone()), ..old })?;
    Ok(Some(number))
}

/// It is what voters said again.
///
/// # Errors
/// `Problems` where it never was: then nothing is to be taken back.
pub(super) fn no_suggestion(tx: &mut Tx<'_>, matter_id: &str) -> Result<()> {
    let old: Matter = tx.db().get(matter_id)?;
    let raised: Vec<Raised> = tx.db().having("matter_id", matter_id)?;
    if old.kind == HEARD {
        return Ok(());
    }
    if raised.iter().all(|r| r.person_id.is_some()) {
        let message = "这件事本来就是代表提出的，不能改回社情民意。";
        return Err(Error::Problems(vec![Problem::new("id", message)]));
    }
    for link in raised.iter().filter(|r| r.person_id.is_some()) {
        tx.void::<Raised>(&link.id)?;
    }
    replace(tx, matter_id, (LEAD, &[]))?;
    tx.update(&Matter { kind: HEARD.to_owned(), number: None, submitted_on: None, ..old })
}
