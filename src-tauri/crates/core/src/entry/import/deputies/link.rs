//! Names that stand as text because their roster came later: linked once they can mean only one deputy.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::super::Import;
use super::super::people::{Known, Roster};
use super::super::preview::{Change, Where};
use crate::activity::Attendance;
use crate::error::Result;
use crate::matter::edit::{Source, raise};
use crate::matter::{MatterDeputy, Raised};
use crate::reception::VisitDeputy;

/// A name that stands as text.
#[derive(Debug, Deserialize)]
struct Bare {
    id: String,
    what: String,
    name: String,
    day: String,
    label: String,
}

/// Links every name that means one deputy of the roster, and says so; names that several have stay as text.
pub(super) fn names(import: &mut Import<'_, '_>, (roster, file): (&Roster, &str)) -> Result<()> {
    let at_file = || Where { file: file.to_owned(), ..Where::default() };
    let mut several = BTreeSet::new();
    for bare in import.tx.db().all::<Bare>(include_str!("../sql/bare_names.sql"), [])? {
        let sits = |k: &&Known| !k.seats.is_empty() && (bare.day.is_empty() || k.sits_on(&bare.day));
        let found: Vec<&Known> = roster.named(&bare.name).into_iter().filter(sits).collect();
        match found.as_slice() {
            [only] if link(import, &bare, &only.person.id)? => {
                let at = only.met.as_ref().map_or_else(at_file, |(_, at)| at.clone());
                let Bare { what, name, label, .. } = bare;
                let new = Some(format!("{}（已关联代表名册）", only.person.says.name));
                import.said.changes.push(Change { what, label, field: "代表".to_owned(), old: Some(name), new, at });
            }
            [] | [_] => {}
            _ => {
                several.insert(bare.name);
            }
        }
    }
    for name in several {
        let message = format!("值班、接待或建议里的“{name}”，名册里不止一位，仍按姓名保留；请在那里选择是哪一位。");
        import.said.kept(at_file(), Some(&name), message);
    }
    Ok(())
}

/// Whether a name was linked; it is not where the same fact names that person already.
fn link(import: &mut Import<'_, '_>, bare: &Bare, person_id: &str) -> Result<bool> {
    let person = Some(person_id.to_owned());
    let tx = &mut *import.tx;
    match bare.what.as_str() {
        "值班" => {
            let old: Attendance = tx.db().get(&bare.id)?;
            let all: Vec<Attendance> = tx.db().having("activity_id", &old.activity_id)?;
            if all.iter().any(|a| a.person_id == person) {
                return Ok(false);
            }
            tx.update(&Attendance { person_id: person, name: None, ..old })?;
        }
        "接待" => {
            let old: VisitDeputy = tx.db().get(&bare.id)?;
            let all: Vec<VisitDeputy> = tx.db().having("visit_id", &old.visit_id)?;
            if all.iter().any(|d| d.person_id == person) {
                return Ok(false);
            }
            tx.update(&VisitDeputy { person_id: person, name: None, ..old })?;
        }
        _ => {
            let old: MatterDeputy = tx.db().get(&bare.id)?;
            let all: Vec<MatterDeputy> = tx.db().having("matter_id", &old.matter_id)?;
            if all.iter().any(|d| d.person_id == person) {
                return Ok(false);
            }
            let raised: Vec<Raised> = tx.db().having("matter_id", &old.matter_id)?;
            if old.role == "领衔" && raised.is_empty() {
                raise(tx, &old.matter_id, Source::Deputy(person_id.to_owned()), 0)?;
            }
            tx.update(&MatterDeputy { person_id: person, name: None, ..old })?;
        }
    }
    Ok(true)
}
