//! 活动情况登记: an activity is known by its date, title and place, or by its number; a reception day by its date and site.

mod attendance;
mod everyone;
mod words;

use std::collections::HashMap;

use serde::Deserialize;

use super::known::{Index, Key};
use super::people::Roster;
use super::row::Row;
use super::said::Overlay;
use super::{Import, Rows};
use crate::activity::Activity;
use crate::activity::edit::{RECEPTION_DAY, find_day};
use crate::entry::activity::{ActivityDraft, load, save};
use crate::error::Result;
use crate::site;
use crate::site::Site;

/// The taking in of activities.
pub(super) struct Activities {
    roster: Roster,
    index: Index,
    /// Activities by their numbers.
    numbered: HashMap<String, String>,
}

#[derive(Deserialize)]
struct Numbered {
    number: String,
    id: String,
}

impl Activities {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        let db = import.tx.db();
        let numbered = db.all::<Numbered>(include_str!("../sql/activity_numbers.sql"), [])?;
        Ok(Self {
            roster: Roster::load(db)?,
            index: Index::load(db, include_str!("../sql/activities.sql"))?,
            numbered: numbered.into_iter().map(|n| (n.number, n.id)).collect(),
        })
    }
}

impl Rows for Activities {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let (Some((since, until)), Some(title)) = (row.days("date"), row.text("title")) else { return Ok(()) };
        doubt_days(import, row, &since);
        let site = row.text("place").map(|name| site::edit::find(import.tx.db(), &name)).transpose()?.flatten();
        let key = Key::new(&since, [], &title);
        let Some((id, mut overlay)) = self.standing(import, row, (&key, site.as_ref(), &since))? else { return Ok(()) };
        let mut draft = match &id {
            Some(id) => load(import.tx.db(), id)?,
            None => ActivityDraft { title: title.clone(), since: since.clone(), ..ActivityDraft::default() },
        };
        self.lay_number(import, row, (&mut draft, &mut overlay));
        lay_days(row, (&since, &until), (&mut draft, &mut overlay));
        if overlay.takes(row.at("title"), Some(&draft.title), &title) {
            draft.title.clone_from(&title);
        }
        lay_place(import, row, site, (&mut draft, &mut overlay))?;
        lay(import, row, (&mut draft, &mut overlay))?;
        attendance::lay(&self.roster, import, row, (&mut draft, &mut overlay))?;
        let is_new = id.is_none();
        let id = match id {
            Some(id) if !overlay.writes() => id,
            _ => save(import.tx, &draft)?.id,
        };
        overlay.say(&mut import.said, ("活动", &format!("{since} {title}")), is_new.then(|| row.whole()));
        self.numbered.extend(import.tx.db().get::<Activity>(&id)?.number.map(|number| (number, id.clone())));
        self.index.meet((key, row.text("place")), &id, row.whole());
        Ok(())
    }
}

impl Activities {
    /// The activity that a row is laid over, if any, and how; none where it has been voided.
    fn standing(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (key, site, since): (&Key, Option<&Site>, &str),
    ) -> Result<Option<(Option<String>, Overlay)>> {
        let is_reception = row.code("kind").is_some_and(|kind| kind.label == "接待选民");
        let site_id = site.map(|s| s.id.as_str());
        let day = if is_reception { find_day(import.tx.db(), since, site_id)?.map(|day| day.id) } else { None };
        let known = day.or(self.by_number(import, row, since)?);
        if let Some(id) = known {
            let overlay = self.index.over(&mut import.said, (row, "一次活动"), &id);
            return Ok(Some((Some(id), overlay)));
        }
        let place = row.text("place");
        Ok(self.index.meets(&mut import.said, (row, "一次活动"), (key, place.as_deref())))
    }

    /// The activity of that number, where the date or the title is the same too: numbers of a county may begin anew.
    fn by_number(&self, import: &Import<'_, '_>, row: &Row<'_>, since: &str) -> Result<Option<String>> {
        let Some(id) = row.text("number").and_then(|number| self.numbered.get(&number)) else { return Ok(None) };
        let activity: Activity = import.tx.db().get(id)?;
        let same = activity.since == since || Some(&activity.title) == row.text("title").as_ref();
        Ok(Some(id.clone()).filter(|_| same && activity.voided.is_none()))
    }

    /// A number that another activity has is not taken over.
    fn lay_number(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (draft, overlay): (&mut ActivityDraft, &mut Overlay),
    ) {
        let Some(number) = row.text("number") else { return };
        let other = self.numbered.get(&number).is_some_and(|id| draft.id.as_ref() != Some(id));
        if other {
            let message = "这个活动编号已有另一次活动使用，没有采用，另行编号；请核对。";
            return import.said.left_out(row.at("number"), Some(&number), message);
        }
        overlay.text(row.at("number"), &mut draft.number, Some(number));
    }
}

fn doubt_days(import: &mut Import<'_, '_>, row: &Row<'_>, since: &str) {
    if *since > *import.tx.hand.today().to_string() {
        let message = "这个日期在今天以后，只登记应到，不登记出勤；请核对日期和年份。";
        import.said.kept(row.at("date"), row.raw("date"), message);
    }
}

fn lay_days(row: &Row<'_>, (since, until): (&str, &str), (draft, overlay): (&mut ActivityDraft, &mut Overlay)) {
    let shown = |since: &str, until: &str| if since == until { since.to_owned() } else { format!("{since}至{until}") };
    let old = shown(&draft.since, draft.until.as_deref().unwrap_or(&draft.since));
    if overlay.takes(row.at("date"), Some(&old), &shown(since, until)) {
        since.clone_into(&mut draft.since);
        draft.until = Some(until.to_owned()).filter(|until| until != since);
    }
}

/// A place that names a site is the site, also where it was kept as words before the site was known.
fn lay_place(
    import: &Import<'_, '_>,
    row: &Row<'_>,
    site: Option<Site>,
    (draft, overlay): (&mut ActivityDraft, &mut Overlay),
) -> Result<()> {
    let Some(written) = row.text("place") else { return Ok(()) };
    let known: Option<Site> = draft.site_id.as_deref().map(|id| import.tx.db().get(id)).transpose()?;
    let old = known.map(|s| s.name).or_else(|| draft.place.clone());
    let becomes_site = draft.site_id.is_none() && site.is_some() && old.as_ref() == Some(&written);
    if overlay.takes(row.at("place"), old.as_deref(), &written) || becomes_site {
        overlay.added |= becomes_site;
        draft.place = Some(written).filter(|_| site.is_none());
        draft.site_id = site.map(|s| s.id);
    }
    Ok(())
}

fn lay(import: &mut Import<'_, '_>, row: &Row<'_>, (draft, overlay): (&mut ActivityDraft, &mut Overlay)) -> Result<()> {
    lay_kind(import, row, (draft, overlay))?;
    let period = row.code("period").filter(|p| p.known).map(|p| p.label.clone());
    overlay.text(row.at("period"), &mut draft.period, period);
    let texts = [
        ("hours", &mut draft.hours),
        ("organiser", &mut draft.organiser),
        ("theme", &mut draft.theme),
        ("guests", &mut draft.guests),
        ("content", &mut draft.content),
        ("report", &mut draft.report),
        ("recorder", &mut draft.recorder),
        ("note", &mut draft.note),
    ];
    for (key, slot) in texts {
        overlay.text(row.at(key), slot, row.text(key));
    }
    let days = [
        ("notified", &mut draft.notified_on),
        ("reported_on", &mut draft.reported_on),
        ("feedback_due", &mut draft.feedback_due),
    ];
    for (key, slot) in days {
        overlay.text(row.at(key), slot, row.day(key));
    }
    overlay.money(row.at("recovered"), &mut draft.recovered, row.money("recovered"));
    overlay.number(row.at("households"), &mut draft.households, row.number("households"));
    overlay.number(row.at("people"), &mut draft.people, row.number("people"));
    let (count, in_words) = words::opinions(row);
    overlay.text(row.at("opinions"), &mut draft.outcome, in_words);
    overlay.number(row.at("opinion_count"), &mut draft.opinion_count, count);
    Ok(())
}

fn lay_kind(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (draft, overlay): (&mut ActivityDraft, &mut Overlay),
) -> Result<()> {
    if draft.kind_id == RECEPTION_DAY {
        return Ok(());
    }
    let mut kind = Some(draft.kind_id.clone()).filter(|k| !k.is_empty());
    import.lay_code(overlay, (row.at("kind"), "activity"), (&mut kind, row.code("kind")))?;
    draft.kind_id = kind.unwrap_or_default();
    Ok(())
}
