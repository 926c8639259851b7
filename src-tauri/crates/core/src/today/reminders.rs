//! What the first page reminds of: each with how many, how pressing, and where it is done.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use station_table::FactRef;

use crate::contact::list::standing;
use crate::error::Result;
use crate::filter::Filter;
use crate::matter::clock::Urgency;
use crate::matter::rules::State;
use crate::matter::search::MatterRow;
use crate::roster::gaps::{AHEAD, Gap, empty, notice_due};
use crate::roster::wishes;
use crate::store::Db;

/// What a reminder is about; the window knows the page of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Matters whose deadline has passed.
    Overdue,
    /// Matters whose deadline is near.
    Soon,
    /// Replied, and somebody who raised it is to be told.
    Untold,
    /// Not decided how to handle.
    Undecided,
    /// A reception day is near and its notice is not out.
    Notice,
    /// Days ahead for which nobody is rostered.
    Roster,
    /// Deputies without a contact this quarter.
    NoContact,
    /// Pairings with fewer contacts than their target by now.
    Pairing,
}

/// One reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Reminder {
    /// What about.
    pub about: About,
    /// In words: `逾期3件：水利站 2件…`.
    pub label: String,
    /// How many.
    pub count: usize,
    /// Whether it is late already.
    pub late: bool,
    /// The first of them, where one fact can be opened.
    pub fact: Option<FactRef>,
}

/// A quarter that has just begun is no reason to remind of it.
const HALF_A_QUARTER: i64 = 45;

/// All reminders of a day, the most pressing first.
pub(super) fn reminders(db: Db<'_>, open: &[MatterRow], today: NaiveDate) -> Result<Vec<Reminder>> {
    let mut all = of_matters(open);
    all.extend(of_days(db, today)?);
    all.extend(without_contact(db, today)?);
    all.extend(behind(db, today)?);
    all.sort_by_key(|reminder| !reminder.late);
    Ok(all)
}

fn of_matters(open: &[MatterRow]) -> Vec<Reminder> {
    let over = |row: &&MatterRow| matches!(row.urgency, Some(Urgency::Overdue | Urgency::JustOverdue));
    let soon = |row: &&MatterRow| row.urgency == Some(Urgency::Soon);
    let of = |about, late, found: Vec<&MatterRow>, label: &dyn Fn(&[&MatterRow]) -> String| {
        let fact = found.first().map(|row| FactRef { kind: "matter".to_owned(), id: row.id.clone() });
        fact.map(|fact| Reminder { about, label: label(&found), count: found.len(), late, fact: Some(fact) })
    };
    let pick = |takes: &dyn Fn(&&MatterRow) -> bool| {
        let mut found: Vec<&MatterRow> = open.iter().filter(|row| takes(row)).collect();
        found.sort_by_key(|row| row.left);
        found
    };
    let most = |found: &[&MatterRow]| -found.first().and_then(|row| row.left).unwrap_or(0);
    let next = |found: &[&MatterRow]| found.first().and_then(|row| row.left).unwrap_or(0);
    [
        of(About::Overdue, true, pick(&over), &|f| format!("{}件已逾期，最久逾期{}天", f.len(), most(f))),
        of(About::Soon, false, pick(&soon), &|f| format!("{}件快到期，最近的还有{}天", f.len(), next(f))),
        of(About::Untold, false, pick(&|row| row.state == State::已答复), &|f| {
            format!("{}件已答复，还没有告知反映人", f.len())
        }),
        of(About::Undecided, false, pick(&|row| row.state == State::登记), &|f| {
            format!("{}件登记后还没有处理", f.len())
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Reception days that are near and not announced, and those without anybody on duty.
fn of_days(db: Db<'_>, today: NaiveDate) -> Result<Vec<Reminder>> {
    let near = today + Days::new(u64::from(wishes::load(db)?.notice_days));
    let of = |about, gaps: &[Gap], late_by: NaiveDate, label: &dyn Fn(&Gap, NaiveDate) -> String| {
        let first = gaps.first()?;
        let day: NaiveDate = first.date.parse().ok()?;
        let fact = first.activity_id.clone().map(|id| FactRef { kind: "activity".to_owned(), id });
        Some(Reminder { about, label: label(first, day), count: gaps.len(), late: day <= late_by, fact })
    };
    let (quiet, gaps) = (notice_due(db, today)?, empty(db, today)?);
    let notice = of(About::Notice, &quiet, today + Days::new(1), &|gap, day| {
        format!("{}{}接待群众，通知还没有印发", spoken(day, today), gap.site)
    });
    let roster = of(About::Roster, &gaps, near, &|gap, day| {
        format!("今后{AHEAD}天有{}个接待日没有排班，最近是{day} {}", gaps.len(), gap.site)
    });
    Ok([notice, roster].into_iter().flatten().collect())
}

fn spoken(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "今天".to_owned(),
        1 => "明天".to_owned(),
        2 => "后天".to_owned(),
        days => format!("{days}天后（{day}）"),
    }
}

/// Deputies of the station's own level whom no contact of this quarter names.
fn without_contact(db: Db<'_>, today: NaiveDate) -> Result<Option<Reminder>> {
    let first = NaiveDate::from_ymd_opt(today.year(), (today.month0() / 3) * 3 + 1, 1).unwrap_or(today);
    if (today - first).num_days() < HALF_A_QUARTER {
        return Ok(None);
    }
    let names: Vec<String> =
        db.column(include_str!("sql/without_contact.sql"), [first.to_string(), today.to_string()])?;
    let shown = names.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("、");
    let more = if names.len() > 3 { "等" } else { "" };
    Ok((!names.is_empty()).then(|| Reminder {
        about: About::NoContact,
        label: format!("本季度还有{}名代表没有联系选民的记录：{shown}{more}", names.len()),
        count: names.len(),
        late: false,
        fact: None,
    }))
}

/// Pairings that have fewer contacts than their yearly target asks for by today.
fn behind(db: Db<'_>, today: NaiveDate) -> Result<Option<Reminder>> {
    let mut rows = standing(db, &Filter::default(), today)?;
    let by_now = |target: i64| target * i64::from(today.ordinal()) / 365;
    rows.retain(|row| row.pairing && !row.voided && row.target.is_some_and(|target| row.made < by_now(target)));
    let fact = |id: &String| FactRef { kind: "standing_contact".to_owned(), id: id.clone() };
    Ok(rows.first().map(|first| Reminder {
        about: About::Pairing,
        label: format!("{}对结对联系落后于年度目标，如{}联系{}", rows.len(), first.deputy, first.whom),
        count: rows.len(),
        late: false,
        fact: Some(fact(&first.id)),
    }))
}
