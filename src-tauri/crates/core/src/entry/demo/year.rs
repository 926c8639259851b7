//! A month of the practice township: two reception days, what was raised, and suggestions in the session's month.

use chrono::{Days, NaiveDate};

use super::{Town, words};
use crate::entry::day::{self, DayDraft, DutyDraft};
use crate::entry::matter::{self, MatterDraft};
use crate::entry::reception::{self, MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::entry::step::{self, StepDraft};
use crate::error::Result;
use crate::matter::rules::Kind;
use crate::store::Tx;

/// Visits on a reception day; with the suggestions they make some 160 matters a year.
const VISITS: usize = 5;
/// Suggestions at the yearly session, in March.
const SUGGESTIONS: usize = 40;

pub(super) fn month(tx: &mut Tx<'_>, town: &mut Town, (year, month): (i32, u32)) -> Result<()> {
    let places = [(15, 0), (20, 1 + town.rng.usize(0..town.sites.len().saturating_sub(1).max(1)))];
    for (day_of_month, site) in places {
        if let Some(date) = NaiveDate::from_ymd_opt(year, month, day_of_month).filter(|d| *d <= town.today) {
            reception_day(tx, town, (date, site))?;
        }
    }
    match NaiveDate::from_ymd_opt(year, month, 12).filter(|d| month == 3 && *d <= town.today) {
        Some(date) => (0..SUGGESTIONS).try_for_each(|at| suggestion(tx, town, (date, at))),
        None => Ok(()),
    }
}

fn reception_day(tx: &mut Tx<'_>, town: &mut Town, (date, site): (NaiveDate, usize)) -> Result<()> {
    let site_id = town.sites.get(site).cloned();
    let on_duty: Vec<String> = (0..2).map(|_| town.deputies[town.rng.usize(0..town.deputies.len())].clone()).collect();
    let duty = on_duty.iter().map(|id| DutyDraft { person_id: Some(id.clone()), ..DutyDraft::default() }).collect();
    let hours = Some("上午9:00—11:30".to_owned());
    day::save(
        tx,
        &DayDraft { date: date.to_string(), site_id: site_id.clone(), hours, held: Some(true), duty, id: None },
    )?;
    for _ in 0..VISITS {
        visit(tx, town, (date, site_id.clone(), &on_duty))?;
    }
    Ok(())
}

fn visit(
    tx: &mut Tx<'_>,
    town: &mut Town,
    (date, site_id, on_duty): (NaiveDate, Option<String>, &[String]),
) -> Result<()> {
    let rng = &mut town.rng;
    let village = words::VILLAGES[rng.usize(0..words::VILLAGES.len())];
    let (category, pattern) = words::RAISED[rng.usize(0..words::RAISED.len())];
    let route = words::ROUTES[rng.usize(0..words::ROUTES.len())];
    let name = format!("{}{}", words::SURNAMES[rng.usize(0..30)], words::GIVEN[rng.usize(0..32)]);
    let unit = (route == "route.township").then(|| words::UNITS[rng.usize(0..words::UNITS.len())].to_owned());
    let closes_at_once = Kind::of_route(route).closes();
    let draft = ReceptionDraft {
        happened_on: date.to_string(),
        form_id: Some(words::FORMS[rng.usize(0..words::FORMS.len())].to_owned()),
        site_id,
        deputies: on_duty.to_vec(),
        people: Some(rng.i64(1..6)),
        parties: vec![PartyDraft {
            name: Some(name),
            village: Some(format!("{village}村")),
            phone: Some(format!("13{:09}", rng.u32(0..1_000_000_000))),
            ..PartyDraft::default()
        }],
        matters: vec![MatterOfVisit {
            words: pattern.replace("{}", village),
            category_id: Some(category.to_owned()),
            nature_id: Some("nature.advice".to_owned()),
            route_id: Some(route.to_owned()),
            unit,
            reply: closes_at_once.then(|| "已向来访人说明情况和办理渠道".to_owned()),
            ..MatterOfVisit::default()
        }],
        ..ReceptionDraft::default()
    };
    let saved = reception::save(tx, &draft)?;
    let matters: Vec<String> = tx.db().column(include_str!("../sql/matters_of_visit.sql"), [&saved.id])?;
    matters.iter().filter(|_| !closes_at_once).try_for_each(|id| handle(tx, town, (id, date)))
}

/// Most matters are answered, told and closed within three months, as far as today has come.
fn handle(tx: &mut Tx<'_>, town: &mut Town, (matter_id, from): (&str, NaiveDate)) -> Result<()> {
    let days = town.rng.u64(5..90);
    let grade = words::GRADES[town.rng.usize(0..words::GRADES.len())];
    let Some(date) = from.checked_add_days(Days::new(days)).filter(|d| *d <= town.today && days < 80) else {
        return Ok(());
    };
    for kind in [Kind::Replied, Kind::Told, Kind::Closed] {
        step::save(tx, &later(kind, matter_id, (date, grade)))?;
    }
    Ok(())
}

fn later(kind: Kind, matter_id: &str, (date, grade): (NaiveDate, &str)) -> StepDraft {
    let on = |wanted: Kind, text: &str| (kind == wanted).then(|| text.to_owned());
    StepDraft {
        id: None,
        matter_id: matter_id.to_owned(),
        kind,
        happened_on: date.to_string(),
        route_id: None,
        unit: None,
        role: None,
        handler: None,
        way_id: on(Kind::Told, "way.phone"),
        by_whom: on(Kind::Told, "联络员"),
        words: on(Kind::Replied, "已到现场查看并处理，后续列入日常维护"),
        document: None,
        result_id: on(Kind::Replied, "result.a"),
        grade_id: on(Kind::Told, grade),
        raised_id: None,
    }
}

fn suggestion(tx: &mut Tx<'_>, town: &mut Town, (date, at): (NaiveDate, usize)) -> Result<()> {
    let (category, pattern) = words::RAISED[at % words::RAISED.len()];
    let village = words::VILLAGES[town.rng.usize(0..words::VILLAGES.len())];
    let lead = town.deputies[town.rng.usize(0..town.deputies.len())].clone();
    let co = town.deputies[town.rng.usize(0..town.deputies.len())].clone();
    let draft = MatterDraft {
        kind: "建议".to_owned(),
        number: Some(format!("{}-{:03}", date.format("%Y"), at + 1)),
        title: Some(format!("关于解决{}的建议", pattern.replace("{}", village))),
        words: Some(format!("{}，建议镇政府安排资金和人员尽快解决。", pattern.replace("{}", village))),
        category_id: Some(category.to_owned()),
        submitted_on: date.to_string(),
        period: Some("会议期间".to_owned()),
        co: if co == lead { Vec::new() } else { vec![co] },
        lead: vec![lead],
        ..MatterDraft::default()
    };
    let saved = matter::save(tx, &draft)?;
    let unit = Some(words::UNITS[at % words::UNITS.len()].to_owned());
    let handed = date.checked_add_days(Days::new(3)).unwrap_or(date);
    if handed > town.today {
        return Ok(());
    }
    let route_id = Some("route.township".to_owned());
    step::save(tx, &StepDraft { route_id, unit, ..later(Kind::Handed, &saved.id, (handed, "")) })?;
    handle(tx, town, (&saved.id, handed))
}
