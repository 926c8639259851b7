//! 选区划分: a constituency is known by its number and term; group and places are made where the store lacks them.

use std::collections::HashMap;

use super::numbered::Constituencies;
use super::row::Row;
use super::said::Overlay;
use super::term::term;
use super::{Import, Rows};
use crate::constituency::Constituency;
use crate::constituency::edit::{places_text, set_places};
use crate::error::Result;
use crate::team;
use crate::team::Team;

/// More people than any constituency has.
const MOST: i64 = 10_000_000;

/// The taking in of constituencies.
pub(super) struct Districts {
    known: Constituencies,
    /// Rows of this import by the constituency that they gave.
    met: HashMap<String, u32>,
}

impl Districts {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        Ok(Self { known: Constituencies::load(import.tx.db())?, met: HashMap::new() })
    }

    /// A number twice in one file: the second row fills what the first left blank.
    fn overlay(&self, import: &mut Import<'_, '_>, row: &Row<'_>, id: &str) -> Overlay {
        match self.met.get(id) {
            None => Overlay::correcting(),
            Some(earlier) => {
                let message = format!("这个选区号在第{earlier}行已有，后一行只补充空缺；请核对。");
                import.said.kept(row.at("no"), row.raw("no"), message);
                Overlay::filling()
            }
        }
    }
}

impl Rows for Districts {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let Some(number) = row.number("no") else {
            let message = "选区号里没有数字，这一行没有导入；请写成第几选区。";
            import.said.left_out(row.at("no"), row.raw("no"), message);
            return Ok(());
        };
        let level = import.level.clone();
        let (term_id, said) = term(import, row, &level)?;
        let old = self.known.find(number, term_id.as_deref()).cloned();
        let is_new = old.is_none();
        let base = old.clone().unwrap_or_else(|| {
            let (id, created) = import.tx.fresh();
            Constituency { id, created, number, term_id: term_id.clone(), ..Constituency::default() }
        });
        let mut overlay = self.overlay(import, row, &base.id);
        let mut new = Constituency { term_id: base.term_id.clone().or(term_id.filter(|_| said)), ..base };
        lay(import, row, (&mut new, &mut overlay))?;
        if is_new {
            import.tx.insert(&new)?;
        } else if old.is_some_and(|old| old != new) {
            import.tx.update(&new)?;
            overlay.added = true;
        }
        lay_places(import, row, (&new.id, &mut overlay))?;
        self.met.insert(new.id.clone(), row.taken.at_row);
        overlay.say(&mut import.said, ("选区", &format!("第{number}选区")), is_new.then(|| row.whole()));
        self.known.put(new);
        Ok(())
    }

    fn end(&mut self, _import: &mut Import<'_, '_>) -> Result<()> {
        self.met.clear();
        Ok(())
    }
}

fn lay(import: &mut Import<'_, '_>, row: &Row<'_>, (new, overlay): (&mut Constituency, &mut Overlay)) -> Result<()> {
    let kind = row.code("kind").map(|c| c.label.clone());
    match kind.as_deref() {
        Some("居住" | "单位") => overlay.text(row.at("kind"), &mut new.kind, kind),
        Some(other) => import.said.left_out(row.at("kind"), Some(other), "选区类型应为居住或单位，没有导入；请核对。"),
        None => {}
    }
    doubt_counts(import, row);
    overlay.number(row.at("population"), &mut new.population, row.number("population"));
    overlay.number(row.at("voters"), &mut new.voters, row.number("voters"));
    overlay.number(row.at("seats"), &mut new.seats, row.number("seats"));
    overlay.text(row.at("situation"), &mut new.situation, row.text("situation"));
    overlay.text(row.at("concerns"), &mut new.concerns, row.text("concerns"));
    overlay.text(row.at("note"), &mut new.note, row.text("note"));
    if let Some(group) = row.text("group") {
        let old: Option<Team> = new.team_id.as_deref().map(|id| import.tx.db().get(id)).transpose()?;
        if overlay.takes(row.at("group"), old.map(|t| t.name).as_deref(), &team::edit::group_name(&group)) {
            new.team_id = Some(team::edit::find_or_add(import.tx, "group", &group)?);
        }
    }
    Ok(())
}

/// Counts that no constituency has are kept, and named.
fn doubt_counts(import: &mut Import<'_, '_>, row: &Row<'_>) {
    let (population, voters, seats) = (row.number("population"), row.number("voters"), row.number("seats"));
    let more = voters.zip(population).is_some_and(|(voters, population)| voters > population);
    for (key, odd, message) in [
        ("population", population.is_some_and(|n| n > MOST), "人口数过大；请核对。"),
        ("voters", voters.is_some_and(|n| n > MOST), "选民数过大；请核对。"),
        ("voters", more, "选民数多于总人口；请核对。"),
        ("seats", seats.is_some_and(|n| !(1..=100).contains(&n)), "应选代表名额不合常理；请核对。"),
    ] {
        if odd {
            import.said.kept(row.at(key), row.raw(key), message);
        }
    }
}

fn lay_places(import: &mut Import<'_, '_>, row: &Row<'_>, (id, overlay): (&str, &mut Overlay)) -> Result<()> {
    let Some(written) = row.text("villages") else { return Ok(()) };
    let old = places_text(import.tx.db(), id)?;
    if overlay.fills_only() && !old.is_empty() {
        let again = if old.contains(&written) { &old } else { &written };
        overlay.takes(row.at("villages"), Some(&old), again);
        return Ok(());
    }
    set_places(import.tx, id, &written)?;
    let new = places_text(import.tx.db(), id)?;
    overlay.takes(row.at("villages"), Some(&old).filter(|o| !o.is_empty()).map(String::as_str), &new);
    Ok(())
}
