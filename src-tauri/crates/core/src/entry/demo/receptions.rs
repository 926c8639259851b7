//! Reception days of the practice township: two a month, who was on duty, who came and what they raised.

use chrono::NaiveDate;

use super::matters::handle;
use super::town::Town;
use super::words;
use crate::entry::day::{self, DayDraft, DutyDraft};
use crate::entry::reception::{self, MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::error::Result;
use crate::matter::rules::Kind;
use crate::store::Tx;

/// Visits on a reception day; with the suggestions they make some 160 matters a year.
const VISITS: usize = 5;

/// A reception day and who is on duty.
struct Duty {
    date: NaiveDate,
    site_id: String,
    deputies: Vec<String>,
}

/// The 15th at the station, the 20th at one of the points.
pub(super) fn month(tx: &mut Tx<'_>, town: &mut Town, (year, month): (i32, u32)) -> Result<()> {
    for (day, site) in [(15, 0), (20, town.one(&[1, 2, 3, 4, 5]))] {
        let site_id = town.sites[site].clone();
        if let Some(date) = NaiveDate::from_ymd_opt(year, month, day).filter(|d| *d <= town.today) {
            reception_day(tx, town, (date, site_id))?;
        }
    }
    Ok(())
}

fn reception_day(tx: &mut Tx<'_>, town: &mut Town, (date, site_id): (NaiveDate, String)) -> Result<()> {
    let rostered = town.some(3);
    let excused = town.chance(15);
    let duty = |at: usize, id: String| {
        let away = excused && at == 2;
        let status = Some(if away { "excused" } else { "came" }.to_owned());
        DutyDraft { person_id: Some(id), status, reason: away.then(|| "家中有事".to_owned()), name: None }
    };
    let deputies = town.keys(&rostered);
    let draft = DayDraft {
        date: date.to_string(),
        site_id: Some(site_id.clone()),
        hours: Some("上午9:00—11:30".to_owned()),
        held: Some(true),
        duty: deputies.iter().cloned().enumerate().map(|(at, id)| duty(at, id)).collect(),
        ..DayDraft::default()
    };
    day::save(tx, &draft)?;
    let duty = Duty { date, site_id, deputies: deputies[..2].to_vec() };
    (0..VISITS).try_for_each(|_| visit(tx, town, &duty))
}

fn visit(tx: &mut Tx<'_>, town: &mut Town, duty: &Duty) -> Result<()> {
    let (village, route) = (town.one(&words::VILLAGES), town.one(&words::ROUTES));
    let draft = ReceptionDraft {
        happened_on: duty.date.to_string(),
        time: Some(town.one(&words::HOURS).to_owned()),
        form_id: Some(town.one(&words::FORMS).to_owned()),
        site_id: Some(duty.site_id.clone()),
        deputies: duty.deputies.clone(),
        people: Some(town.number((1, 5))),
        confidential: town.chance(2),
        parties: vec![party(town, village)],
        matters: vec![raised(town, (village, route))],
        recorder: Some("镇人大专职秘书".to_owned()),
        campaigns: town.tags(duty.date),
        ..ReceptionDraft::default()
    };
    let saved = reception::save(tx, &draft)?;
    town.visit = Some(saved.id.clone());
    if Kind::of_route(route).closes() {
        return Ok(());
    }
    let matters: Vec<String> = tx.db().column(include_str!("../sql/matters_of_visit.sql"), [&saved.id])?;
    matters.iter().try_for_each(|id| handle(tx, town, (id, duty.date)))
}

fn party(town: &mut Town, village: &str) -> PartyDraft {
    let (name, sex) = town.person();
    PartyDraft {
        name: Some(name),
        sex: Some(sex.to_owned()),
        age_band: Some(town.one(&words::AGES).to_owned()),
        village: Some(format!("{village}村")),
        phone: Some(town.phone()),
        ..PartyDraft::default()
    }
}

fn raised(town: &mut Town, (village, route): (&str, &str)) -> MatterOfVisit {
    let (category, pattern) = town.one(&words::RAISED);
    let reply = Kind::of_route(route).closes().then(|| "已向来访人说明情况和办理渠道".to_owned());
    MatterOfVisit {
        words: pattern.replace("{}", village),
        category_id: Some(category.to_owned()),
        nature_id: Some(town.one(&["nature.advice", "nature.advice", "nature.help", "nature.question"]).to_owned()),
        route_id: Some(route.to_owned()),
        unit: (route == "route.township").then(|| words::unit_of(category).to_owned()),
        reply,
        ..MatterOfVisit::default()
    }
}
