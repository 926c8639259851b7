//! Activities of the practice township: the same programme each year, with who came, who was excused and who was not there.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::constituencies::PRESIDIUM;
use super::matters::{hand_on_raised, opinions, session};
use super::town::{Town, working_day};
use super::words::{self, Programme, Whom};
use crate::congress::edit::{session_of, term_of};
use crate::entry::activity::{self, ActivityDraft, AttendanceDraft};
use crate::error::Result;
use crate::matter::edit::Source;
use crate::store::Tx;
use crate::text::numeral;

/// So many days ahead an activity is announced.
const ANNOUNCED: u64 = 14;

/// What the programme has for a month; what is to come within two weeks is entered and not marked.
pub(super) fn month(tx: &mut Tx<'_>, town: &mut Town, (year, month): (i32, u32)) -> Result<()> {
    for (at, programme) in words::THE_YEAR.iter().enumerate().filter(|(_, p)| p.on.0 == month) {
        let date = NaiveDate::from_ymd_opt(year, month, programme.on.1).map(working_day);
        let known = town.today.checked_add_days(Days::new(ANNOUNCED)).unwrap_or(town.today);
        let Some(date) = date.filter(|date| *date <= known) else { continue };
        hold(tx, town, (programme, date, at))?;
    }
    Ok(())
}

fn hold(tx: &mut Tx<'_>, town: &mut Town, (programme, date, at): (&Programme, NaiveDate, usize)) -> Result<()> {
    let team = (usize::try_from(date.year()).unwrap_or_default() + at) % words::POINTS.len();
    let village = town.one(&words::VILLAGES);
    let fill = |text: &str| text.replace("{p}", words::POINTS[team]).replace("{v}", village);
    let past = date <= town.today;
    let mut draft = ActivityDraft {
        title: fill(programme.title),
        content: past.then(|| fill(programme.content)),
        attendance: attendance(town, (programme, team, past)),
        ..planned(town, (programme, date, team))
    };
    if programme.kind == "activity.session" {
        (draft.title, draft.session_id) = named(tx, date)?;
        draft.period = Some("会议期间".to_owned());
    }
    if past {
        results(town, &mut draft, (programme, date, village));
    }
    let saved = activity::save(tx, &draft)?;
    hand_on_raised(tx, town, (&Source::Activity(saved.id), date))
}

/// What is known before it is held.
fn planned(town: &mut Town, (programme, date, team): (&Programme, NaiveDate, usize)) -> ActivityDraft {
    let site = if matches!(programme.whom, Whom::Group) { team + 1 } else { 0 };
    let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    ActivityDraft {
        kind_id: programme.kind.to_owned(),
        since: date.to_string(),
        until: date.checked_add_days(Days::new(programme.days - 1)).map(|day| day.to_string()),
        hours: said(programme.hours),
        period: said("闭会期间"),
        site_id: town.sites.get(site).filter(|_| programme.place.is_empty()).cloned(),
        place: said(programme.place),
        organiser: said("镇人大主席团"),
        notified_on: date.checked_sub_days(Days::new(5)).map(|day| day.to_string()),
        theme: said(programme.theme),
        half_days: Some(half_days(programme)),
        recorder: said("镇人大专职秘书"),
        campaigns: town.tags(date),
        ..ActivityDraft::default()
    }
}

/// A morning is one, a day two.
fn half_days(programme: &Programme) -> i64 {
    let of_a_day = if programme.hours.starts_with("9:00") { 1 } else { 2 };
    of_a_day * i64::try_from(programme.days).unwrap_or(1)
}

/// Title and key of a session.
fn named(tx: &mut Tx<'_>, date: NaiveDate) -> Result<(String, Option<String>)> {
    let (term, ordinal) = session(date.year(), date.month());
    let term_id = term_of(tx, "镇", term)?;
    let title = format!("柳河镇第{}届人民代表大会第{}次会议", numeral(term), numeral(ordinal));
    Ok((title, Some(session_of(tx, &term_id, ordinal)?)))
}

/// What came of it.
fn results(town: &mut Town, draft: &mut ActivityDraft, (programme, date, village): (&Programme, NaiveDate, &str)) {
    if programme.opinions > 0 {
        let count = town.number((1, programme.opinions));
        draft.opinion_count = Some(count);
        draft.outcome = Some(format!("形成意见建议{count}条，已整理转镇政府研究办理。"));
        let handed = town.number((0, count.min(2)));
        draft.opinions = opinions(town, (handed, village));
    }
    if programme.recovered > 0 {
        // Whole 分, in steps of a hundred yuan.
        draft.recovered = Some(town.number((programme.recovered / 100, programme.recovered / 25)) * 10_000);
    }
    if programme.reaches {
        let households = town.number((40, 260));
        draft.households = Some(households);
        draft.people = Some(households * town.number((15, 32)) / 10);
    }
    if town.chance(40) {
        draft.guests = Some(town.one(&words::GUESTS).to_owned());
    }
    if programme.reports {
        draft.report = Some("报告已转镇政府，请在三个月内反馈办理情况。".to_owned());
        draft.reported_on = town.later(date, 7).map(|day| day.to_string());
        draft.feedback_due = date.checked_add_months(Months::new(3)).map(|day| day.to_string());
    }
}

/// Whom it expects, marked when it is over; now and then somebody sits in.
fn attendance(town: &mut Town, (programme, team, past): (&Programme, usize, bool)) -> Vec<AttendanceDraft> {
    let mut expected: Vec<usize> = match programme.whom {
        Whom::All => (0..town.deputies.len()).collect(),
        Whom::Presidium => (0..PRESIDIUM).collect(),
        Whom::Group => town.of_team(team),
        Whom::Some(count) => town.some(count),
    };
    expected.sort_unstable();
    let guest = matches!(programme.whom, Whom::Presidium | Whom::Some(_)).then(|| town.some(1)[0]);
    let mut list: Vec<AttendanceDraft> = expected.iter().map(|at| one(town, (*at, programme, past))).collect();
    if let Some(guest) = guest.filter(|guest| past && !expected.contains(guest)) {
        let person_id = Some(town.deputies[guest].clone());
        let status = Some("came".to_owned());
        list.push(AttendanceDraft { person_id, status, sits_in: true, ..AttendanceDraft::default() });
    }
    list
}

/// Most come, of the others most are excused; from a session nobody stays away without a word.
fn one(town: &mut Town, (at, programme, past): (usize, &Programme, bool)) -> AttendanceDraft {
    let session = programme.kind == "activity.session";
    let dice = town.number((1, 100));
    let status = match dice {
        1..=88 => "came",
        89..=94 if session => "came",
        89..=96 => "excused",
        _ if session => "excused",
        _ => "absent",
    };
    let reason = (past && status == "excused").then(|| town.one(&words::ABSENT_FOR).to_owned());
    AttendanceDraft {
        person_id: Some(town.deputies[at].clone()),
        planned: true,
        status: past.then(|| status.to_owned()),
        reason,
        // At a session of the township also they who sit higher are its deputies.
        capacity: session.then(|| "镇".to_owned()),
        // Some leave after the first of two days.
        half_days: (programme.days > 1 && past && dice <= 6).then_some(2),
        ..AttendanceDraft::default()
    }
}
