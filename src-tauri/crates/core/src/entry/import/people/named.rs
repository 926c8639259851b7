//! Deputies in a list of names: linked where the name can mean only one of them, kept as text where not.

use station_intake::NamedAs;

use super::{Known, Roster};
use crate::entry::import::Import;
use crate::entry::import::preview::{DoubtOption, Where};
use crate::entry::import::row::Row;
use crate::entry::import::said::{Overlay, Said};
use crate::error::Result;
use crate::person::Person;
use crate::person::joined::Who;
use crate::store::Db;

/// What goes with a name.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::entry::import) struct Hints<'a> {
    /// Key of the field in which the name stands.
    pub(in crate::entry::import) field: &'a str,
    /// The day on which they acted.
    pub(in crate::entry::import) day: &'a str,
    /// Their phone, where the row has one for each name.
    pub(in crate::entry::import) phone: Option<&'a str>,
    /// Persons to whom this fact is linked already.
    pub(in crate::entry::import) linked: &'a [String],
}

/// The answer that says: no deputy of the roster.
const TEXT: &str = "text";

/// Who a name is.
pub(in crate::entry::import) fn who(
    (roster, said): (&Roster, &mut Said),
    (row, hints): (&Row<'_>, Hints<'_>),
    (named, answer): (&NamedAs, Option<&str>),
) -> Who {
    let name = &named.name;
    let fits = |k: &&Known| {
        let sexes = k.person.says.sex.as_deref().zip(named.sex.as_deref());
        (hints.day.is_empty() || k.sits_on(hints.day)) && !k.seats.is_empty() && sexes.is_none_or(|(a, b)| a == b)
    };
    let found: Vec<&Known> = roster.named(name).into_iter().filter(fits).collect();
    if let Some(known) = told_apart(&found, hints, answer) {
        return Who::Person(known.person.id.clone());
    }
    if found.is_empty() {
        said.kept(
            row.at(hints.field),
            Some(name),
            format!("代表名册里没有“{name}”，先按姓名保留；登记代表后可以关联。"),
        );
    } else if answer != Some(TEXT) {
        let message = format!("名册里有{}位“{name}”，请选择是哪一位；选择之前按姓名保留。", found.len());
        let known = found.iter().map(|k| DoubtOption { value: k.answer().to_owned(), label: k.label() });
        let none = DoubtOption { value: TEXT.to_owned(), label: "都不是，按姓名保留".to_owned() };
        said.ask(row.at(hints.field), (name, message), (key(row, name), known.chain([none]).collect()));
    }
    Who::Name(name.clone())
}

/// Who the names of a cell are, in its order.
pub(in crate::entry::import) fn all(
    roster: &Roster,
    import: &mut Import<'_, '_>,
    (row, hints): (&Row<'_>, Hints<'_>),
) -> Vec<Who> {
    row.names(hints.field).iter().map(|name| one(roster, import, (row, hints), name)).collect()
}

/// Who one name of a cell is, with what somebody answered.
pub(in crate::entry::import) fn one(
    roster: &Roster,
    import: &mut Import<'_, '_>,
    (row, hints): (&Row<'_>, Hints<'_>),
    name: &NamedAs,
) -> Who {
    let answer = import.answers.get(&key(row, &name.name)).map(String::as_str);
    who((roster, &mut import.said), (row, hints), (name, answer))
}

/// Keys of persons, and names that the roster lacks.
pub(in crate::entry::import) type People = (Vec<String>, Vec<String>);

/// Persons and bare names of a list apart, as drafts keep them.
pub(in crate::entry::import) fn split(all: &[Who]) -> People {
    let columns = || all.iter().map(Who::columns);
    (columns().filter_map(|c| c.0).collect(), columns().filter_map(|c| c.1).collect())
}

/// Lays a list of deputies over one that stands.
pub(in crate::entry::import) fn lay_names(
    db: Db<'_>,
    overlay: &mut Overlay,
    (at, new): (Where, People),
    (persons, others): (&mut Vec<String>, &mut Vec<String>),
) -> Result<()> {
    if new.0.is_empty() && new.1.is_empty() || (&new.0, &new.1) == (&*persons, &*others) {
        return Ok(());
    }
    let (old, says) = (shown(db, persons, others)?, shown(db, &new.0, &new.1)?);
    // A bare name that is linked now reads as before.
    let linked = old == says && !overlay.fills_only();
    if linked {
        overlay.linked(at.clone(), &says);
    }
    if overlay.takes(at, Some(&old).filter(|o| !o.is_empty()).map(String::as_str), &says) || linked {
        overlay.added = true;
        (*persons, *others) = new;
    }
    Ok(())
}

/// The names of a list, as a screen shows them.
pub(in crate::entry::import) fn shown(db: Db<'_>, persons: &[String], others: &[String]) -> Result<String> {
    let name = |id: &String| db.get::<Person>(id).map(|p| p.says.name);
    let mut names = persons.iter().map(name).collect::<Result<Vec<_>>>()?;
    names.extend(others.iter().cloned());
    Ok(names.join("、"))
}

/// Under which key a doubt about a name is answered.
pub(in crate::entry::import) fn key(row: &Row<'_>, name: &str) -> String {
    format!("{}#{name}", row.key())
}

/// The one of several who is meant: by an answer, the only one, by the phone, by what stands already.
fn told_apart<'a>(found: &[&'a Known], hints: Hints<'_>, answer: Option<&str>) -> Option<&'a Known> {
    let only = |test: &dyn Fn(&Known) -> bool| {
        let mut fitting = found.iter().filter(|k| test(k));
        fitting.next().filter(|_| fitting.next().is_none()).copied()
    };
    let has_phone = |k: &Known| {
        let own = k.person.says.phone.as_deref().unwrap_or_default();
        hints.phone.is_some_and(|phone| own.split('、').any(|p| p == phone))
    };
    match answer {
        Some(TEXT) => None,
        Some(said) => only(&|k| k.answer() == said),
        None => only(&|_| true).or_else(|| only(&has_phone)).or_else(|| only(&|k| hints.linked.contains(&k.person.id))),
    }
}
