//! 走访选区: a visit is known by its date, constituency and deputies.

use super::known::{Index, Key};
use super::numbered::Constituencies;
use super::people::named::{self, lay_names, split};
use super::people::{Hints, Roster};
use super::row::Row;
use super::said::Overlay;
use super::term::term;
use super::{Import, Rows};
use crate::entry::constituency_visit::{ConstituencyVisitDraft, load, save};
use crate::error::Result;

/// The taking in of visits to constituencies.
pub(super) struct ConstituencyVisits {
    roster: Roster,
    constituencies: Constituencies,
    index: Index,
}

impl ConstituencyVisits {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        let db = import.tx.db();
        let index = Index::load(db, include_str!("sql/constituency_visits.sql"))?;
        Ok(Self { roster: Roster::load(db)?, constituencies: Constituencies::load(db)?, index })
    }

    /// The constituency that a row names; where the store lacks it, the row is left out.
    fn constituency(&self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<Option<(i64, String)>> {
        let level = import.level.clone();
        let (term_id, _) = term(import, row, &level)?;
        let number = row.number("constituency");
        let found = number.and_then(|n| Some((n, self.constituencies.find(n, term_id.as_deref())?.id.clone())));
        if found.is_none() {
            let message = "没有这个选区，这一行没有导入；请先导入选区，或核对选区号。";
            import.said.left_out(row.at("constituency"), row.raw("constituency"), message);
        }
        Ok(found)
    }
}

impl Rows for ConstituencyVisits {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let Some(date) = row.day("date") else { return Ok(()) };
        import.doubt_future(row, "date");
        let Some((number, constituency_id)) = self.constituency(import, row)? else { return Ok(()) };
        let key = Key::new(&date, row.names("deputies").iter().map(|n| n.name.as_str()), &number.to_string());
        let Some((id, mut overlay)) = self.index.meets(&mut import.said, (row, "一次走访"), (&key, None)) else {
            return Ok(());
        };
        let mut draft = match &id {
            Some(id) => load(import.tx.db(), id)?,
            None => ConstituencyVisitDraft {
                constituency_id,
                happened_on: date.clone(),
                ..ConstituencyVisitDraft::default()
            },
        };
        let hints = Hints { field: "deputies", day: &date, phone: None, linked: &draft.deputies.clone() };
        let deputies = split(&named::all(&self.roster, import, (row, hints)));
        let slots = (&mut draft.deputies, &mut draft.other_deputies);
        lay_names(import.tx.db(), &mut overlay, (row.at("deputies"), deputies), slots)?;
        lay(row, (&mut draft, &mut overlay));
        let is_new = id.is_none();
        let id = match id {
            Some(id) if !overlay.writes() => id,
            _ => save(import.tx, &draft)?.id,
        };
        overlay.say(&mut import.said, ("走访选区", &format!("{date} 第{number}选区")), is_new.then(|| row.whole()));
        self.index.meet((key, None), &id, row.whole());
        Ok(())
    }
}

fn lay(row: &Row<'_>, (draft, overlay): (&mut ConstituencyVisitDraft, &mut Overlay)) {
    overlay.text(row.at("places"), &mut draft.places, row.text("places"));
    overlay.number(row.at("households"), &mut draft.households, row.number("households"));
    overlay.number(row.at("people"), &mut draft.people, row.number("people"));
    overlay.number(row.at("opinions"), &mut draft.opinion_count, row.number("opinions"));
    overlay.number(row.at("settled"), &mut draft.settled, row.number("settled"));
    overlay.text(row.at("content"), &mut draft.content, row.text("content"));
    overlay.text(row.at("note"), &mut draft.note, row.text("note"));
}
