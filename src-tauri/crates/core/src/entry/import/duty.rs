//! 接待值班安排: a reception day is known by its date and site; those on duty are planned in the order of the roster.
//! Phones in such a file only tell deputies of one name apart; they are the deputies' own.

use std::collections::HashMap;

use super::people::{Hints, Roster, named};
use super::preview::Where;
use super::row::Row;
use super::said::Overlay;
use super::{Import, Rows};
use crate::activity::edit::{attendance, find_day};
use crate::activity::{Activity, Attendance};
use crate::entry::day::{DayDraft, DutyDraft, save};
use crate::error::Result;
use crate::person::joined::Who;
use crate::site;

/// The taking in of duty rosters.
pub(super) struct Duty {
    roster: Roster,
    /// Days of the file so far: several rows may name deputies of one day.
    days: Vec<Day>,
    by_key: HashMap<(String, Option<String>), usize>,
}

/// A day as the rows of a file give it.
struct Day {
    date: String,
    site_id: Option<String>,
    label: String,
    hours: Option<String>,
    duty: Vec<Who>,
    whole: Where,
    at_hours: Where,
    at_deputies: Where,
}

impl Duty {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        Ok(Self { roster: Roster::load(import.tx.db())?, days: Vec::new(), by_key: HashMap::new() })
    }

    /// Who is on duty by a row.
    fn on_duty(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (date, site_id): (&str, Option<&str>),
    ) -> Result<Vec<Who>> {
        let (names, phones) = (row.names("deputies"), row.phones("phone"));
        let standing = match find_day(import.tx.db(), date, site_id)? {
            Some(day) => attendance(import.tx.db(), &day.id)?,
            None => Vec::new(),
        };
        let linked: Vec<String> = standing.into_iter().filter_map(|a| a.person_id).collect();
        let one = |(at, name): (usize, &station_intake::NamedAs)| {
            let phone = phones.get(at).filter(|_| phones.len() == names.len()).map(String::as_str);
            let hints = Hints { field: "deputies", day: date, phone, linked: &linked };
            named::one(&self.roster, import, (row, hints), name)
        };
        Ok(names.iter().enumerate().map(one).collect())
    }

    /// A second row of a day adds whom it names.
    fn add(&mut self, import: &mut Import<'_, '_>, day: Day) {
        let key = (day.date.clone(), day.site_id.clone());
        let Some(earlier) = self.by_key.get(&key).and_then(|at| self.days.get_mut(*at)) else {
            self.by_key.insert(key, self.days.len());
            return self.days.push(day);
        };
        let more: Vec<Who> = day.duty.into_iter().filter(|w| !earlier.duty.contains(w)).collect();
        if more.is_empty() {
            let message = format!("与第{}行是同一个接待日，没有新内容；请核对。", earlier.whole.row);
            import.said.kept(day.whole, Some(&day.label), message);
            import.said.unchanged += 1;
        }
        earlier.duty.extend(more);
        earlier.hours = earlier.hours.take().or(day.hours);
    }
}

impl Rows for Duty {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let Some(date) = row.day("date") else { return Ok(()) };
        let place = row.text("place");
        let site_id = place.as_deref().map(|name| site::edit::find_or_add(import.tx, name)).transpose()?;
        let duty = self.on_duty(import, row, (&date, site_id.as_deref()))?;
        let label = [Some(date.clone()), place].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let (whole, at_hours, at_deputies) = (row.whole(), row.at("hours"), row.at("deputies"));
        let hours = row.text("hours");
        self.add(import, Day { date, site_id, label, hours, duty, whole, at_hours, at_deputies });
        Ok(())
    }

    fn end(&mut self, import: &mut Import<'_, '_>) -> Result<()> {
        self.by_key.clear();
        for day in std::mem::take(&mut self.days) {
            put(import, day)?;
        }
        import.join_days()
    }
}

fn put(import: &mut Import<'_, '_>, day: Day) -> Result<()> {
    let standing = find_day(import.tx.db(), &day.date, day.site_id.as_deref())?;
    let is_new = standing.is_none();
    let mut draft = match standing {
        Some(activity) => draft_of(import, activity)?,
        None => DayDraft { date: day.date.clone(), site_id: day.site_id.clone(), ..DayDraft::default() },
    };
    let mut overlay = Overlay::correcting();
    overlay.text(day.at_hours, &mut draft.hours, day.hours);
    let duty = laid(&draft.duty, &day.duty);
    if !day.duty.is_empty() && duty != draft.duty {
        let (old, new) = (names(import, &draft.duty)?, names(import, &duty)?);
        overlay.added = true;
        if old == new && !is_new && unlinked(&draft.duty) > unlinked(&duty) {
            overlay.linked(day.at_deputies.clone(), &new);
        }
        overlay.takes(day.at_deputies, Some(&old).filter(|o| !o.is_empty()).map(String::as_str), &new);
        draft.duty = duty;
    }
    if is_new || overlay.changed() || overlay.added {
        save(import.tx, &draft)?;
    }
    overlay.say(&mut import.said, ("接待日", &day.label), is_new.then_some(day.whole));
    Ok(())
}

fn unlinked(duty: &[DutyDraft]) -> usize {
    duty.iter().filter(|d| d.person_id.is_none()).count()
}

fn draft_of(import: &Import<'_, '_>, activity: Activity) -> Result<DayDraft> {
    let duty = attendance(import.tx.db(), &activity.id)?.into_iter().map(|a: Attendance| DutyDraft {
        person_id: a.person_id,
        name: a.name,
        status: a.status,
        reason: a.reason,
    });
    Ok(DayDraft {
        duty: duty.collect(),
        id: Some(activity.id),
        date: activity.since,
        site_id: activity.site_id,
        hours: activity.hours,
        held: activity.held.map(|n| n != 0),
        rule_id: activity.rule_id,
        planned_on: activity.planned_on,
    })
}

/// Those whom the roster names, in its order, with what was marked of them; those marked by hand stay behind them.
fn laid(standing: &[DutyDraft], rostered: &[Who]) -> Vec<DutyDraft> {
    let is = |d: &DutyDraft, who: &Who| (d.person_id.clone(), d.name.clone()) == who.columns();
    let named = rostered.iter().map(|who| {
        standing.iter().find(|d| is(d, who)).cloned().unwrap_or_else(|| {
            let (person_id, name) = who.columns();
            DutyDraft { person_id, name, ..DutyDraft::default() }
        })
    });
    let marked = standing.iter().filter(|d| d.status.is_some() && !rostered.iter().any(|who| is(d, who)));
    named.chain(marked.cloned()).collect()
}

fn names(import: &Import<'_, '_>, duty: &[DutyDraft]) -> Result<String> {
    let one = |d: &DutyDraft| match &d.person_id {
        Some(id) => named::shown(import.tx.db(), std::slice::from_ref(id), &[]),
        None => Ok(d.name.clone().unwrap_or_default()),
    };
    Ok(duty.iter().map(one).collect::<Result<Vec<_>>>()?.join("、"))
}
