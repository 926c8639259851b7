//! 接待来访(信)登记: a visit is known by its date, site, visitor and words, or by its date and number.

mod draft;
mod index;
mod numbers;
pub(super) mod visitors;

use station_intake::Taken;

use super::course::{Course, Planned};
use super::handing::{Handing, units};
use super::people::{Hints, Roster, named};
use super::row::Row;
use super::said::Overlay;
use super::{Import, Rows};
use crate::entry::reception::{ReceptionDraft, load, save};
use crate::error::Result;
use crate::matter::rules::Kind;
use crate::person::joined;
use crate::person::joined::Who;
use crate::reception::VisitDeputy;
use crate::site;
use draft::Named;
use index::{Index, Known, Standing};
use numbers::Numbers;

/// The taking in of visits and letters.
pub(super) struct Receptions {
    roster: Roster,
    index: Index,
    /// Visits that a clerk has voided: a file does not bring them back.
    voided: Index,
    numbers: Numbers,
}

impl Receptions {
    pub(super) fn new(import: &Import<'_, '_>, files: &[Taken]) -> Result<Self> {
        let db = import.tx.db();
        let (roster, index, voided) = (Roster::load(db)?, Index::load(db)?, Index::load_voided(db)?);
        Ok(Self { roster, index, voided, numbers: Numbers::load(import, files)? })
    }
}

impl Rows for Receptions {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let (Some(date), Some(words)) = (row.day("date"), row.text("content")) else { return Ok(()) };
        let site_id = row.text("place").map(|name| site::edit::find_or_add(import.tx, &name)).transpose()?;
        doubt_days(import, row, &date);
        let visitors = visitors::named(import, row);
        let names: Vec<&str> = visitors.iter().map(|(name, _)| name.as_str()).collect();
        let known = Known::new(&date, &names, &words);
        let find = |index: &Index| {
            let numbered = || index.numbered(&row.text("number")?, &date);
            index.find(&known, site_id.as_deref()).or_else(numbered).cloned()
        };
        let standing = find(&self.index);
        if standing.is_none() && find(&self.voided).is_some() {
            let message = "这次接待已作废，未重新导入；需要时请先恢复原来的登记。";
            import.said.left_out(row.whole(), Some(&words), message);
            return Ok(());
        }
        let deputies = self.deputies(import, row, (&date, standing.as_ref()))?;
        let mut overlay = overlay(import, row, standing.as_ref());
        let mut draft = match &standing {
            Some(standing) => load(import.tx.db(), &standing.visit_id)?,
            None => ReceptionDraft { happened_on: date.clone(), ..ReceptionDraft::default() },
        };
        let (unit, co_units) = units(import, row);
        let people = visitors::people(import, row, "visitor");
        let named = Named { site_id: site_id.clone(), deputies, visitors: visitors.clone(), people, unit };
        let matter_id = standing.as_ref().map(|s| s.matter_id.as_str());
        draft::lay(import, row, (&named, &mut draft, matter_id), &mut overlay)?;
        let (visit_id, matter_id) = match &standing {
            Some(standing) => {
                if overlay.changed() || overlay.added {
                    save(import.tx, &draft)?;
                }
                (standing.visit_id.clone(), standing.matter_id.clone())
            }
            None => self.save_new(import, row, &draft)?,
        };
        draft::lay_address(import, row, (&visit_id, &mut overlay))?;
        go_on(import, row, (&draft, &matter_id, co_units), &mut overlay)?;
        let label = format!(
            "{date} {}",
            names.iter().map(|n| if n.is_empty() { "匿名" } else { n }).collect::<Vec<_>>().join("、")
        );
        overlay.say(&mut import.said, ("接待", &label), standing.is_none().then(|| row.whole()));
        self.index.add(known, Standing { visit_id, matter_id, site_id, met: Some(row.whole()) });
        Ok(())
    }

    fn end(&mut self, import: &mut Import<'_, '_>) -> Result<()> {
        import.join_days()
    }
}

impl Receptions {
    /// In whose hands the visit was.
    fn deputies(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (day, standing): (&str, Option<&Standing>),
    ) -> Result<Vec<Who>> {
        let linked: Vec<String> = match standing {
            Some(s) => joined::split(&joined::of::<VisitDeputy>(import.tx.db(), &s.visit_id)?).0,
            None => Vec::new(),
        };
        let hints = Hints { field: "deputies", day, phone: None, linked: &linked };
        Ok(named::all(&self.roster, import, (row, hints)))
    }

    /// Keys of the visit and of what was raised.
    fn save_new(
        &mut self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        draft: &ReceptionDraft,
    ) -> Result<(String, String)> {
        let visit_id = save(import.tx, draft)?.id;
        self.numbers.settle(import, row, &visit_id)?;
        let matters = import.tx.db().column::<String>(include_str!("../../sql/matters_of_visit.sql"), [&visit_id])?;
        Ok((visit_id, matters.into_iter().next().unwrap_or_default()))
    }
}

/// Days that cannot lie so.
fn doubt_days(import: &mut Import<'_, '_>, row: &Row<'_>, date: &str) {
    import.doubt_future(row, "date");
    for (key, message) in [
        ("handed", "转办日期早于接待日期；请核对。"),
        ("told", "反馈日期早于接待日期；请核对。"),
        ("done", "办结日期早于接待日期；请核对。"),
    ] {
        if row.day(key).is_some_and(|day| *day < *date) {
            import.said.kept(row.at(key), row.raw(key), message);
        }
    }
}

/// The same visit twice in the files: the second row fills what the first left blank.
fn overlay(import: &mut Import<'_, '_>, row: &Row<'_>, standing: Option<&Standing>) -> Overlay {
    let Some(at) = standing.and_then(|s| s.met.as_ref()) else { return Overlay::correcting() };
    let message =
        format!("与{}第{}行是同一次来访（日期、地点、来访人、问题都相同），没有另外登记；请核对。", at.sheet, at.row);
    import.said.kept(row.whole(), None, message);
    Overlay::filling()
}

/// To whom it was handed on, and how it went on from there.
fn go_on(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (draft, matter_id, co_units): (&ReceptionDraft, &str, Vec<String>),
    overlay: &mut Overlay,
) -> Result<()> {
    let matter = draft.matters.iter().find(|m| m.id.as_deref() == Some(matter_id)).or(draft.matters.last());
    let kind = matter.and_then(|m| m.route_id.as_deref()).map(Kind::of_route);
    let handing = Handing {
        day: row.day("handed"),
        handler: row.text("handler"),
        due: row.day("deadline"),
        co_units,
        unit: None,
    };
    let says = handing.day.is_some() || handing.handler.is_some() || handing.due.is_some();
    if (says || !handing.co_units.is_empty()) && kind == Some(Kind::Handed) {
        handing.lay(import, row, (matter_id, overlay))?;
    } else if says {
        let message = "处理方式不是转办，承办人、转办日期和期限没有导入；请核对。";
        import.said.left_out(row.at("route"), row.raw("route"), message);
    }
    let done = import.closing_day(row, "done");
    course(row, (kind, done), &draft.happened_on).follow(import, row, (matter_id, overlay))
}

/// 办结 writes the reply, the telling and the closing on its date; what was answered on the spot needs no reply.
fn course<'a>(row: &Row<'a>, (kind, done): (Option<Kind>, Option<String>), visited_on: &str) -> Course<'a> {
    let closes = kind.is_some_and(Kind::closes);
    let (told, grade) = (row.day("told"), row.code("satisfied"));
    let on_the_day = grade.filter(|_| closes).map(|_| visited_on.to_owned());
    let told_on = told.clone().or_else(|| done.clone()).or(on_the_day);
    let replied_on = done.iter().chain(&told).min().cloned().filter(|_| done.is_some() && !closes);
    let planned = |kind, day: Option<String>, key| day.map(|day| Planned { kind, day, key });
    let steps = [
        planned(Kind::Replied, replied_on, None),
        planned(Kind::Told, told_on, told.is_some().then_some("told")),
        planned(Kind::Closed, done, Some("done")),
    ];
    Course {
        steps: steps.into_iter().flatten().collect(),
        anchor: Some(Kind::Closed),
        grade,
        words: row.text("outcome").filter(|_| !closes),
        ..Course::default()
    }
}
