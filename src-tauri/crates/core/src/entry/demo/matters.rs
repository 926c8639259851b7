//! Matters of the practice township: suggestions of its sessions, and how a matter is handled.

use chrono::{Datelike, NaiveDate};

use super::town::{Town, working_day};
use super::words;
use crate::congress::edit::{session_of, term_of};
use crate::entry::matter::{self, MatterDraft};
use crate::entry::opinion::OpinionDraft;
use crate::entry::step::{self, StepDraft};
use crate::error::Result;
use crate::matter::Matter;
use crate::matter::edit::{Source, raised_by};
use crate::matter::rules::Kind;
use crate::store::Tx;

/// Suggestions at the first session of a year, in March.
const SUGGESTIONS: usize = 40;

/// The session that a month holds: 届, 次. The fifth term began in August 2021; there are two sessions a year.
pub(super) fn session(year: i32, month: u32) -> (i64, i64) {
    let terms = (year - i32::from(month < 8) - 2021).div_euclid(5).min(0);
    let began = 2021 + 5 * terms;
    (i64::from(5 + terms), i64::from(2 * (year - began) + i32::from(month >= 8)))
}

/// Enters the suggestions of a session.
pub(super) fn month(tx: &mut Tx<'_>, town: &mut Town, (year, month): (i32, u32)) -> Result<()> {
    let date = NaiveDate::from_ymd_opt(year, month, 11).map(working_day).filter(|d| month == 3 && *d <= town.today);
    let Some(date) = date else { return Ok(()) };
    let (term, session) = session(year, month);
    let term_id = term_of(tx, "镇", term)?;
    let session_id = session_of(tx, &term_id, session)?;
    for at in 0..SUGGESTIONS {
        let draft = MatterDraft {
            number: Some(format!("{term}-{session}-{:03}", at + 1)),
            session_id: Some(session_id.clone()),
            ..suggestion(town, date)
        };
        let id = matter::save(tx, &draft)?.id;
        hand_on(tx, town, (&id, date))?;
    }
    Ok(())
}

fn suggestion(town: &mut Town, date: NaiveDate) -> MatterDraft {
    let (category, pattern) = town.one(&words::RAISED);
    let what = pattern.replace("{}", town.one(&words::VILLAGES));
    let supporters = usize::try_from(town.number((1, 4))).unwrap_or(1);
    let mut deputies = town.some(1 + supporters);
    let lead = deputies.swap_remove(0);
    let supervised = town.chance(8);
    // Told to the next session and made public then.
    let told = date.with_year(date.year() + 1).filter(|d| *d <= town.today).map(|d| d.to_string());
    MatterDraft {
        kind: "建议".to_owned(),
        title: Some(format!("关于解决{what}的建议")),
        words: Some(format!("{what}，建议镇政府安排资金和人员尽快解决。")),
        category_id: Some(category.to_owned()),
        submitted_on: date.to_string(),
        period: Some("会议期间".to_owned()),
        lead: town.keys(&[lead]),
        co: town.keys(&deputies),
        nature_id: Some("nature.advice".to_owned()),
        publicity: Some(town.one(&["同意全文公开", "同意全文公开", "仅公开标题", "不公开"]).to_owned()),
        repeated: Some(town.one(&["否", "否", "否", "两年", "三年"]).to_owned()),
        talk_wanted: town.chance(25),
        no_written_reply: town.chance(10),
        supervised,
        supervisor: supervised.then(|| "镇人大主席".to_owned()),
        congress_on: told.clone(),
        published_on: told,
        ..MatterDraft::default()
    }
}

/// So many opinions of a village, as voters say them.
pub(super) fn opinions(town: &mut Town, (count, village): (i64, &str)) -> Vec<OpinionDraft> {
    let one = |town: &mut Town| {
        let (category, pattern) = town.one(&words::RAISED);
        let (words, category_id) = (pattern.replace("{}", village), Some(category.to_owned()));
        OpinionDraft { words, category_id, ..OpinionDraft::default() }
    };
    (0..count).map(|_| one(town)).collect()
}

/// Hands on what something raised that day.
pub(super) fn hand_on_raised(tx: &mut Tx<'_>, town: &mut Town, (source, date): (&Source, NaiveDate)) -> Result<()> {
    let raised = raised_by(tx.db(), source)?;
    raised.iter().try_for_each(|r| hand_on(tx, town, (&r.matter_id, date)))
}

/// Three days after it was raised a matter goes to an office of the township.
fn hand_on(tx: &mut Tx<'_>, town: &mut Town, (id, raised): (&str, NaiveDate)) -> Result<()> {
    let Some(handed) = town.later(raised, 3) else { return Ok(()) };
    let matter: Matter = tx.db().get(id)?;
    let unit = matter.category_id.as_deref().map(|category| words::unit_of(category).to_owned());
    let route_id = Some("route.township".to_owned());
    step::save(tx, &StepDraft { route_id, unit, ..StepDraft::of(id, Kind::Handed, handed) })?;
    handle(tx, town, (id, handed))
}

/// Matters are answered, told and closed within three months, one of ten within six, as far as today has come.
pub(super) fn handle(tx: &mut Tx<'_>, town: &mut Town, (id, from): (&str, NaiveDate)) -> Result<()> {
    let late = if town.chance(10) { 90 } else { 0 };
    let days = u64::try_from(late + town.number((5, 85))).unwrap_or_default();
    let (grade, (reply, result)) = (town.one(&words::GRADES), town.one(&words::REPLIES));
    let way = town.one(&["way.phone", "way.phone", "way.in_person", "way.group"]);
    let Some(date) = town.later(from, days) else { return Ok(()) };
    let text = |text: &str| Some(text.to_owned());
    let blank = |kind| StepDraft::of(id, kind, date);
    step::save(tx, &StepDraft { words: text(reply), result_id: text(result), ..blank(Kind::Replied) })?;
    let words = Some(format!("告知办理情况：{reply}"));
    let told = StepDraft { way_id: text(way), by_whom: text("联络员"), grade_id: text(grade), ..blank(Kind::Told) };
    step::save(tx, &StepDraft { words, ..told })?;
    step::save(tx, &blank(Kind::Closed)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::session;

    #[test]
    fn sessions_are_counted_within_their_term() {
        let cases = [
            ((2016, 8), (4, 1), "a term begins in August"),
            ((2017, 3), (4, 2), "two a year, in March and August"),
            ((2021, 3), (4, 10), "the last of a term is in March"),
            ((2021, 8), (5, 1), "the fifth begins as the station says"),
            ((2026, 8), (5, 11), "no later term is known, so the fifth goes on"),
        ];
        for ((year, month), expected, why) in cases {
            assert_eq!(session(year, month), expected, "{year}-{month}: {why}");
        }
    }
}
