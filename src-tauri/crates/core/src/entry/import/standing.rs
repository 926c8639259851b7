//! 联系选民登记薄: a standing contact is known by its deputy and voter, and by the village where two voters share a name.

use super::known::{Index, Key};
use super::people::{Hints, Roster, named};
use super::row::Row;
use super::said::Overlay;
use super::village::lay_village;
use super::{Import, Rows};
use crate::entry::standing::{StandingDraft, load, save};
use crate::error::Result;
use crate::person::joined::Who;

/// The taking in of standing contacts.
pub(super) struct Standing {
    roster: Roster,
    index: Index,
}

impl Standing {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        let db = import.tx.db();
        Ok(Self { roster: Roster::load(db)?, index: Index::load(db, include_str!("sql/standing.sql"))? })
    }

    /// What a row says of one deputy; the resident, who is the same for all deputies of the row.
    fn put(
        &mut self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (person_id, voter, resident): (&str, &str, Option<String>),
    ) -> Result<Option<String>> {
        let deputy = self.roster.name_of(person_id).unwrap_or_default().to_owned();
        let (key, place) = (Key::new("", [deputy.as_str()], voter), row.text("address"));
        let Some((id, mut overlay)) =
            self.index.meets(&mut import.said, (row, "一个联系对象"), (&key, place.as_deref()))
        else {
            return Ok(resident);
        };
        let mut draft = match &id {
            Some(id) => load(import.tx.db(), id)?,
            None => StandingDraft {
                person_id: person_id.to_owned(),
                voter: Some(voter.to_owned()),
                resident_id: resident.clone(),
                ..StandingDraft::default()
            },
        };
        lay(import, row, (&mut draft, &mut overlay))?;
        let is_new = id.is_none();
        let id = match id {
            Some(id) if !overlay.writes() => id,
            _ => save(import.tx, &draft)?.id,
        };
        overlay.say(&mut import.said, ("联系对象", &format!("{deputy} {voter}")), is_new.then(|| row.whole()));
        self.index.meet((key, place), &id, row.whole());
        Ok(load(import.tx.db(), &id)?.resident_id.or(resident))
    }
}

impl Rows for Standing {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let Some(voter) = row.text("voter") else { return Ok(()) };
        let since = row.day("since").unwrap_or_default();
        let hints = Hints { field: "deputy", day: &since, phone: None, linked: &[] };
        let mut resident = None;
        for who in named::all(&self.roster, import, (row, hints)) {
            match who {
                Who::Person(id) => resident = self.put(import, row, (&id, &voter, resident))?,
                Who::Name(name) => {
                    let message = format!("联系对象要登记在代表名下，“{name}”没有对应的代表，没有导入；请先导入名册。");
                    import.said.left_out(row.at("deputy"), Some(&name), message);
                }
            }
        }
        Ok(())
    }
}

fn lay(import: &mut Import<'_, '_>, row: &Row<'_>, (draft, overlay): (&mut StandingDraft, &mut Overlay)) -> Result<()> {
    let sex = row.code("sex").filter(|c| c.known).map(|c| c.label.clone());
    overlay.text(row.at("sex"), &mut draft.sex, sex);
    overlay.text(row.at("birth"), &mut draft.birth, row.date("birth").map(|d| d.to_string()));
    import.lay_code(overlay, (row.at("party"), "party"), (&mut draft.party_id, row.code("party")))?;
    overlay.number(row.at("household"), &mut draft.household, row.number("household"));
    lay_village(import.tx.db(), overlay, (row, "address"), (&mut draft.village, &mut draft.address))?;
    let phones = Some(row.phones("phone").join("、")).filter(|p| !p.is_empty());
    overlay.text(row.at("phone"), &mut draft.phone, phones);
    import.lay_code(overlay, (row.at("kind"), "standing_kind"), (&mut draft.kind_id, row.code("kind")))?;
    overlay.text(row.at("since"), &mut draft.since, row.day("since"));
    overlay.text(row.at("until"), &mut draft.until, row.day("until"));
    overlay.number(row.at("target"), &mut draft.target, row.number("target"));
    overlay.text(row.at("situation"), &mut draft.situation, row.text("situation"));
    overlay.text(row.at("note"), &mut draft.note, row.text("note"));
    Ok(())
}
