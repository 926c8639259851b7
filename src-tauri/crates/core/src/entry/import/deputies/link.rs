//! Names that stand as text because their roster came later: linked once they can mean only one deputy.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::super::Import;
use super::super::people::{Known, Roster};
use super::super::preview::{Change, Where};
use crate::activity::Attendance;
use crate::contact::{ConstituencyVisitDeputy, ContactDeputy};
use crate::deed::DeedDeputy;
use crate::error::{Error, Result};
use crate::matter::edit::{Source, raise};
use crate::matter::{MatterDeputy, Raised};
use crate::reception::VisitDeputy;
use crate::store::{Fact, Tx};

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
        let message =
            format!("值班、接待、建议或其他登记里的“{name}”，名册里不止一位，仍按姓名保留；请在那里选择是哪一位。");
        import.said.kept(at_file(), Some(&name), message);
    }
    Ok(())
}

/// Whether a name was linked; it is not where the same fact names that person already.
fn link(import: &mut Import<'_, '_>, bare: &Bare, person_id: &str) -> Result<bool> {
    let (tx, ids) = (&mut *import.tx, (bare.id.as_str(), person_id));
    match bare.what.as_str() {
        "值班" | "活动" => one::<Attendance>(tx, "activity_id", ids),
        "接待" => one::<VisitDeputy>(tx, "visit_id", ids),
        "联系" => one::<ContactDeputy>(tx, "contact_id", ids),
        "实事" => one::<DeedDeputy>(tx, "deed_id", ids),
        "走访选区" => one::<ConstituencyVisitDeputy>(tx, "constituency_visit_id", ids),
        _ => {
            let old: MatterDeputy = tx.db().get(&bare.id)?;
            let raised: Vec<Raised> = tx.db().having("matter_id", &old.matter_id)?;
            let linked = one::<MatterDeputy>(tx, "matter_id", ids)?;
            if linked && old.role == "领衔" && raised.is_empty() {
                raise(tx, &old.matter_id, Source::Deputy(person_id.to_owned()), 0)?;
            }
            Ok(linked)
        }
    }
}

/// Links the name of one record, whose fact is named by the column `owner`.
fn one<R: Fact>(tx: &Tx<'_>, owner: &'static str, (id, person_id): (&str, &str)) -> Result<bool> {
    let bad = |error: serde_json::Error| Error::BadRow { what: R::NAME, detail: error.to_string() };
    let mut record = serde_json::to_value(tx.db().get::<R>(id)?).map_err(bad)?;
    for other in tx.db().having::<R>(owner, record[owner].as_str().unwrap_or_default())? {
        if serde_json::to_value(&other).map_err(bad)?["person_id"] == person_id {
            return Ok(false);
        }
    }
    record["person_id"] = person_id.into();
    record["name"] = serde_json::Value::Null;
    tx.update::<R>(&serde_json::from_value(record).map_err(bad)?)?;
    Ok(true)
}
