//! 联系选民记录: a contact is known by its date, deputies and voter; without a voter, by the village too.

use super::known::{Index, Key};
use super::people::named::{self, lay_names, split};
use super::people::{Hints, Roster};
use super::receptions::visitors;
use super::row::Row;
use super::said::Overlay;
use super::village::lay_village;
use super::{Import, Rows};
use crate::entry::contact::{ContactDraft, load, save};
use crate::error::Result;

/// The taking in of contacts.
pub(super) struct Contacts {
    roster: Roster,
    index: Index,
}

impl Contacts {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        let db = import.tx.db();
        Ok(Self { roster: Roster::load(db)?, index: Index::load(db, include_str!("sql/contacts.sql"))? })
    }
}

impl Rows for Contacts {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let Some(date) = row.day("date") else { return Ok(()) };
        import.doubt_future(row, "date");
        let key = key(row, &date);
        let Some((id, mut overlay)) = self.index.meets(&mut import.said, (row, "一次联系"), (&key, None)) else {
            return Ok(());
        };
        let mut draft = match &id {
            Some(id) => load(import.tx.db(), id)?,
            None => ContactDraft { happened_on: date.clone(), ..ContactDraft::default() },
        };
        let hints = Hints { field: "deputy", day: &date, phone: None, linked: &draft.deputies.clone() };
        let deputies = split(&named::all(&self.roster, import, (row, hints)));
        let slots = (&mut draft.deputies, &mut draft.other_deputies);
        lay_names(import.tx.db(), &mut overlay, (row.at("deputy"), deputies), slots)?;
        lay(import, row, (&mut draft, &mut overlay))?;
        let is_new = id.is_none();
        let id = match id {
            Some(id) if !overlay.writes() => id,
            _ => save(import.tx, &draft)?.id,
        };
        let label = [Some(date), row.raw("deputy").map(str::to_owned), row.text("voter")];
        let label = label.into_iter().flatten().collect::<Vec<_>>().join(" ");
        overlay.say(&mut import.said, ("联系", &label), is_new.then(|| row.whole()));
        self.index.meet((key, None), &id, row.whole());
        Ok(())
    }
}

fn key(row: &Row<'_>, date: &str) -> Key {
    let deputies = row.names("deputy").iter().map(|n| n.name.as_str());
    // The query writes a contact without a voter the same way.
    let words = row.text("voter").unwrap_or_else(|| format!("@{}", row.text("village").unwrap_or_default()));
    Key::new(date, deputies, &words)
}

fn lay(import: &mut Import<'_, '_>, row: &Row<'_>, (draft, overlay): (&mut ContactDraft, &mut Overlay)) -> Result<()> {
    import.lay_code(overlay, (row.at("way"), "contact_way"), (&mut draft.way_id, row.code("way")))?;
    overlay.text(row.at("voter"), &mut draft.voter, row.text("voter"));
    let people = visitors::people(import, row, "voter");
    overlay.number(row.at("people"), &mut draft.people, people);
    overlay.number(row.at("households"), &mut draft.households, row.number("households"));
    lay_village(import.tx.db(), overlay, (row, "village"), (&mut draft.village, &mut draft.place))?;
    overlay.text(row.at("place"), &mut draft.place, row.text("place"));
    let phones = Some(row.phones("phone").join("、")).filter(|p| !p.is_empty());
    overlay.text(row.at("phone"), &mut draft.phone, phones);
    overlay.text(row.at("promoted"), &mut draft.promoted, row.text("promoted"));
    overlay.text(row.at("opinion"), &mut draft.opinion, row.text("opinion"));
    import.lay_code(overlay, (row.at("route"), "contact_route"), (&mut draft.route_id, row.code("route")))?;
    overlay.text(row.at("outcome"), &mut draft.outcome, row.text("outcome"));
    overlay.text(row.at("reported_on"), &mut draft.reported_on, row.day("reported_on"));
    overlay.text(row.at("recorder"), &mut draft.recorder, row.text("recorder"));
    overlay.text(row.at("note"), &mut draft.note, row.text("note"));
    Ok(())
}
