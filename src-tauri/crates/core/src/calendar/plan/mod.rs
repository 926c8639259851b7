//! 接待日安排: the days on which sites receive voters, by their rules and by hand, moved where they fall on a day off.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ReceptionRule;
use super::days::Calendar;
use super::estimate::Outlook;
use super::shift::{self, Held};
use super::when::{When, wider};
use crate::error::Result;
use crate::site::{self, Site};
use crate::store::Db;

mod collide;

/// So many days beyond the window are looked at: a day may be moved into it.
const BEYOND: u64 = 62;

/// A day on which a site receives voters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PlannedDay {
    /// The site.
    pub site_id: Option<String>,
    /// Its name.
    pub site: String,
    /// The rule; none for a single extra day.
    pub rule_id: Option<String>,
    /// The day by the rule.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub planned: NaiveDate,
    /// The day on which it is held; none: not held.
    #[cfg_attr(feature = "bindings", ts(type = "string | null"))]
    pub held: Option<NaiveDate>,
    /// Why it was moved, joined with another or dropped.
    pub why: Option<String>,
    /// Hours as written.
    pub hours: Option<String>,
    /// Whether it rests on days that are not announced yet (尚未公布).
    pub estimated: bool,
    /// The reception day, where it was entered.
    pub activity_id: Option<String>,
}

/// A reception day that was entered.
#[derive(Clone, Debug, Deserialize)]
struct Entered {
    id: String,
    site_id: Option<String>,
    since: NaiveDate,
    planned_on: Option<NaiveDate>,
    rule_id: Option<String>,
    hours: Option<String>,
    held: Option<i64>,
}

/// A day of a rule, on its way to its place.
#[derive(Clone, Debug)]
struct Slot<'a> {
    rule: &'a ReceptionRule,
    day: PlannedDay,
    /// Daily duty: it gives way to a reception day.
    daily: bool,
    /// Entered under its rule: it stays where it was entered.
    fixed: bool,
}

/// The reception days of one site, or of all, that are held between two days, both included, in order; a day that is not
/// held stands on its planned date.
pub fn planned(
    db: Db<'_>,
    calendar: &Calendar,
    site_id: Option<&str>,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<PlannedDay>> {
    let rules: Vec<ReceptionRule> = db.all(include_str!("../sql/rules.sql"), [site_id])?;
    let (first, last) = wider((from, to), BEYOND);
    let entered: Vec<Entered> =
        db.all(include_str!("../sql/reception_days.sql"), (site_id, first.to_string(), last.to_string()))?;
    let outlook = Outlook::new(calendar, (first, last));
    let sites = site::edit::all(db)?;
    let mut days = Vec::new();
    for (site_id, name) in places(&sites, site_id) {
        let rules = rules.iter().filter(|rule| rule.site_id.as_deref() == site_id);
        let mut entered: Vec<Entered> = entered.iter().filter(|e| e.site_id.as_deref() == site_id).cloned().collect();
        let slots = rules.flat_map(|rule| slots(rule, &outlook, name, (first, to))).collect();
        let mut of_site = placed(slots, &mut entered, &outlook);
        of_site.extend(entered.into_iter().map(|extra| by_hand(extra, name)));
        days.extend(of_site);
    }
    days.retain(|day| (from..=to).contains(&day.held.unwrap_or(day.planned)));
    days.sort_by_key(|day| day.held.unwrap_or(day.planned));
    Ok(days)
}

/// Whether a site receives on a day by its rules; none where no rule that is understood is in force there.
pub fn is_planned(db: Db<'_>, site_id: Option<&str>, day: NaiveDate) -> Result<Option<bool>> {
    let text = day.to_string();
    let in_force = |rule: &ReceptionRule| {
        rule.site_id.as_deref() == site_id
            && rule.when().is_some()
            && rule.since.as_ref().is_none_or(|since| *since <= text)
            && rule.until.as_ref().is_none_or(|until| *until >= text)
    };
    let rules: Vec<ReceptionRule> = db.all(include_str!("../sql/rules.sql"), [site_id])?;
    if !rules.iter().any(in_force) {
        return Ok(None);
    }
    let days = planned(db, &Calendar::load(db)?, site_id, (day, day))?;
    Ok(Some(days.iter().any(|one| one.site_id.as_deref() == site_id && one.held == Some(day))))
}

/// The sites that are asked for, and what was entered without one.
fn places<'a>(sites: &'a [Site], asked: Option<&str>) -> Vec<(Option<&'a str>, &'a str)> {
    let all = sites.iter().filter(|site| asked.is_none_or(|id| id == site.id));
    let mut places: Vec<_> = all.map(|site| (Some(site.id.as_str()), site.name.as_str())).collect();
    if asked.is_none() {
        places.push((None, ""));
    }
    places
}

fn slots<'a>(
    rule: &'a ReceptionRule,
    outlook: &Outlook<'_>,
    site: &str,
    window: (NaiveDate, NaiveDate),
) -> Vec<Slot<'a>> {
    let when = rule.when();
    let daily = when == Some(When::Daily);
    let together = when.is_some_and(|when| when.goes_together());
    let slot = |held: Held| {
        let day = PlannedDay {
            site_id: rule.site_id.clone(),
            site: site.to_owned(),
            rule_id: Some(rule.id.clone()),
            planned: held.planned,
            held: held.held,
            why: held.why,
            hours: rule.hours(),
            estimated: held.estimated,
            activity_id: None,
        };
        Slot { rule, day, daily, fixed: false }
    };
    let planned = rule.days(outlook, window);
    shift::all(outlook, rule.how(), &planned, together).into_iter().map(slot).collect()
}

/// The days of one site's rules at their place, each with the reception day that was entered for it; those are taken out.
fn placed(mut slots: Vec<Slot<'_>>, entered: &mut Vec<Entered>, outlook: &Outlook<'_>) -> Vec<PlannedDay> {
    for slot in &mut slots {
        let is = |e: &Entered| e.rule_id == slot.day.rule_id && e.planned_on == Some(slot.day.planned);
        if let Some(at) = entered.iter().position(is) {
            take_over(slot, &entered.remove(at));
        }
    }
    let cancelled = |e: &Entered| e.held == Some(0);
    let mut days = collide::solved(slots, outlook);
    for day in days.iter_mut().filter(|day| day.activity_id.is_none()) {
        if let Some(at) = entered.iter().position(|e| Some(e.since) == day.held) {
            let found = entered.remove(at);
            join(day, &found);
            if cancelled(&found) {
                cancel(day);
            }
        }
    }
    days
}

/// Takes over what was entered under a rule and its day.
fn take_over(slot: &mut Slot<'_>, entered: &Entered) {
    let day = &mut slot.day;
    if day.held != Some(entered.since) {
        day.why =
            Some(format!("按规则是 {}，改到 {}", day.planned, entered.since)).filter(|_| day.planned != entered.since);
        day.held = Some(entered.since);
    }
    day.estimated = false;
    slot.fixed = true;
    join(day, entered);
    if entered.held == Some(0) {
        cancel(day);
    }
}

fn join(day: &mut PlannedDay, entered: &Entered) {
    day.activity_id = Some(entered.id.clone());
    day.hours = entered.hours.clone().or(day.hours.take());
    day.estimated = false;
}

fn cancel(day: &mut PlannedDay) {
    day.held = None;
    day.why = Some("取消".to_owned());
}

/// A single extra day, or one whose rule no longer holds.
fn by_hand(entered: Entered, site: &str) -> PlannedDay {
    let planned = entered.planned_on.unwrap_or(entered.since);
    let mut day = PlannedDay {
        site_id: entered.site_id.clone(),
        site: site.to_owned(),
        rule_id: entered.rule_id.clone(),
        planned,
        held: Some(entered.since),
        why: (planned != entered.since).then(|| format!("原定 {planned}，改到 {}", entered.since)),
        ..PlannedDay::default()
    };
    join(&mut day, &entered);
    if entered.held == Some(0) {
        cancel(&mut day);
    }
    day
}
