//! 来访人身份证号: kept only where the station has switched it on, shown masked, read back whole only when asked for.

use super::PartyDraft;
use crate::entry::said;
use crate::error::{Error, Problem, Result};
use crate::reception::{Party, Visit, setting};
use crate::store::Db;
use crate::text;

/// As every list and form shows it.
pub(super) fn shown(number: &str) -> String {
    text::id_number(number)
}

/// What is kept of what the draft says: the masked number stands for the one that is there.
///
/// # Errors
/// `Problems` with a new number where the station does not write down such numbers.
pub(super) fn kept(db: Db<'_>, old: Option<&str>, (draft, at): (&PartyDraft, i64)) -> Result<Option<String>> {
    let typed = said(draft.id_number.as_deref()).map(|number| number.to_uppercase());
    if typed.is_none() || typed == old.map(shown) || typed.as_deref() == old {
        return Ok(typed.and(old.map(str::to_owned)));
    }
    if setting::load(db)?.visitor_ids {
        return Ok(typed);
    }
    let message = "本站没有启用登记来访人身份证号，请删去，或到系统设置的“来访登记”里启用。";
    Err(Error::Problems(vec![Problem::new(format!("parties.{at}.id_number"), message)]))
}

/// What looks wrong about a number as typed; a masked one is not judged.
pub(super) fn doubt(typed: &str) -> Option<&'static str> {
    let digits = typed.chars().all(|c| c.is_ascii_digit() || matches!(c, 'x' | 'X'));
    let judged = !typed.contains('*');
    (judged && !(digits && typed.len() == 18)).then_some("身份证号应为18位数字，末位可以是X，请核对。")
}

/// The whole number of a party, with the number of the visit for the log.
///
/// # Errors
/// `Missing` where there is no such party, or it has no number.
pub fn read(db: Db<'_>, party_id: &str) -> Result<(String, String)> {
    let party: Party = db.get(party_id)?;
    let visit: Visit = db.get(&party.visit_id)?;
    let number = party.id_number.ok_or(Error::Missing("身份证号"))?;
    Ok((number, visit.number))
}
