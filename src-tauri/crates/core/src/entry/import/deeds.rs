//! 办实事统计: a deed is known by its date, deputies and words.

use super::known::{Index, Key};
use super::people::named::{self, lay_names, split};
use super::people::{Hints, Roster};
use super::row::Row;
use super::said::Overlay;
use super::village::lay_village;
use super::{Import, Rows};
use crate::entry::deed::{DeedDraft, load, save};
use crate::error::Result;

/// The taking in of deeds.
pub(super) struct Deeds {
    roster: Roster,
    index: Index,
}

impl Deeds {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        let db = import.tx.db();
        Ok(Self { roster: Roster::load(db)?, index: Index::load(db, include_str!("sql/deeds.sql"))? })
    }
}

impl Rows for Deeds {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let Some(words) = row.text("content") else { return Ok(()) };
        import.doubt_future(row, "date");
        let date = row.day("date").unwrap_or_default();
        let key = Key::new(&date, row.names("deputy").iter().map(|n| n.name.as_str()), &words);
        let Some((id, mut overlay)) = self.index.meets(&mut import.said, (row, "一件实事"), (&key, None)) else {
            return Ok(());
        };
        let mut draft = match &id {
            Some(id) => load(import.tx.db(), id)?,
            None => DeedDraft { content: words.clone(), ..DeedDraft::default() },
        };
        overlay.text(row.at("date"), &mut draft.happened_on, Some(date.clone()).filter(|d| !d.is_empty()));
        if date.is_empty() {
            import.said.kept(row.at("date"), None, "没有办理日期，不计入任何月份；请补上日期。");
        }
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
        let label = [row.day("date"), row.raw("deputy").map(str::to_owned), Some(words)];
        let label = label.into_iter().flatten().collect::<Vec<_>>().join(" ");
        overlay.say(&mut import.said, ("实事", &label), is_new.then(|| row.whole()));
        self.index.meet((key, None), &id, row.whole());
        Ok(())
    }
}

fn lay(import: &mut Import<'_, '_>, row: &Row<'_>, (draft, overlay): (&mut DeedDraft, &mut Overlay)) -> Result<()> {
    import.lay_code(overlay, (row.at("category"), "deed"), (&mut draft.category_id, row.code("category")))?;
    lay_village(import.tx.db(), overlay, (row, "village"), (&mut draft.village, &mut draft.place))?;
    overlay.text(row.at("place"), &mut draft.place, row.text("place"));
    overlay.number(row.at("villages"), &mut draft.villages, row.number("villages"));
    overlay.number(row.at("households"), &mut draft.households, row.number("households"));
    overlay.number(row.at("people"), &mut draft.people, row.number("people"));
    overlay.money(row.at("money"), &mut draft.money, row.money("money"));
    import.lay_code(overlay, (row.at("source"), "fund_source"), (&mut draft.source_id, row.code("source")))?;
    match row.code("progress") {
        Some(progress) if progress.known => {
            overlay.text(row.at("progress"), &mut draft.progress, Some(progress.label.clone()));
        }
        Some(other) => {
            let message = "完成情况应为已完成或推进中，没有导入；请核对。";
            import.said.left_out(row.at("progress"), Some(&other.label), message);
        }
        None => {}
    }
    overlay.text(row.at("note"), &mut draft.note, row.text("note"));
    Ok(())
}
