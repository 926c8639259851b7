//! 今日: the first page: what is due, what is missing, this week's days, this month's figures; and the pick lists.

mod choices;
mod find;
mod reminders;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use station_table::FactRef;

pub use choices::{Choice, Choices, choices};
pub use find::{FindAsk, Found, find};
pub use reminders::{About, Reminder};

use crate::activity::search::{DayRow, days};
use crate::entry::draft::{self, Draft};
use crate::error::Result;
use crate::filter::Filter;
use crate::matter::clock::Urgency;
use crate::matter::search::{self, MatterRow};
use crate::period::{self, Figure};
use crate::store::Db;
use crate::{activity, contact, deed, deputy, reception, talk};

/// A figure of this month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct HomeFigure {
    /// Key in the month's report.
    pub key: String,
    /// Heading.
    pub label: String,
    /// How many.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub value: i64,
}

/// Something that somebody is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Due {
    /// What, since when, and who is next.
    pub label: String,
    /// Days that are left; negative when overdue, none where nothing is counted.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub left: Option<i64>,
    /// How near the deadline is.
    pub urgency: Option<Urgency>,
    /// Where it is done.
    pub fact: FactRef,
}

/// A field that is 待补 somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Missing {
    /// `代表：联系电话`.
    pub label: String,
    /// In how many places.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub count: i64,
    /// The first of them.
    pub fact: Option<FactRef>,
}

/// The first page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Home {
    /// Today.
    pub today: String,
    /// This month, `2023-11`.
    pub month: String,
    /// Its figures so far.
    pub figures: Vec<HomeFigure>,
    /// What is to be thought of, the most pressing first.
    pub reminders: Vec<Reminder>,
    /// Open matters: those with the nearest deadline first, then the oldest.
    pub due: Vec<Due>,
    /// Forms that were being filled in.
    pub drafts: Vec<Draft>,
    /// What is 待补.
    pub missing: Vec<Missing>,
    /// Reception days of this week.
    pub days: Vec<DayRow>,
    /// The newest month that was sent, in words.
    pub last_sent: Option<String>,
}

/// Figures that the first page shows.
const FIGURES: [&str; 6] = ["reception_days", "visits", "visitors", "raised", "closed", "open_at_end"];

/// The first page of a day.
pub fn home(db: Db<'_>, today: NaiveDate) -> Result<Home> {
    let month = today.format("%Y-%m").to_string();
    let mut open = search::open(db, today)?;
    open.sort_by_key(|row| row.left.unwrap_or(i64::MAX));
    Ok(Home {
        today: today.to_string(),
        figures: figures(db, &month, today)?,
        reminders: reminders::reminders(db, &open, today)?,
        due: open.into_iter().map(due_of).collect(),
        drafts: draft::all(db)?,
        missing: missing(db, today)?,
        days: week(db, today)?,
        last_sent: last_sent(db)?,
        month,
    })
}

fn figures(db: Db<'_>, month: &str, today: NaiveDate) -> Result<Vec<HomeFigure>> {
    let report = period::month(db, month, today)?;
    let shown = report.columns.into_iter().filter(|c| FIGURES.contains(&c.key.as_str()));
    let figure = |c: period::FigureColumn| match report.total.get(&c.key) {
        Some(Figure::Count(value)) => {
            let label = c.heading.unwrap_or_default() + &c.label;
            Some(HomeFigure { key: c.key, label, value: *value })
        }
        _ => None,
    };
    Ok(shown.filter_map(figure).collect())
}

fn due_of(row: MatterRow) -> Due {
    let fact = FactRef { kind: "matter".to_owned(), id: row.id };
    let label = format!("{} {}（{}）", row.submitted, row.title, row.next);
    Due { label, left: row.left, urgency: row.urgency, fact }
}

/// Counts by label, with the first place of each.
#[derive(Default)]
struct Lacks(BTreeMap<String, (i64, FactRef)>);

impl Lacks {
    fn add(&mut self, kind: &str, id: &str, labels: &[String]) {
        let noun = match kind {
            "person" => "代表",
            "visit" => "接待",
            "activity" => "活动",
            "contact" => "联系",
            "talk" => "谈心",
            _ => "实事",
        };
        for label in labels {
            let fact = || FactRef { kind: kind.to_owned(), id: id.to_owned() };
            self.0.entry(format!("{noun}：{label}")).or_insert_with(|| (0, fact())).0 += 1;
        }
    }
}

fn missing(db: Db<'_>, today: NaiveDate) -> Result<Vec<Missing>> {
    let mut lacks = Lacks::default();
    for row in deputy::search::deputies(db, &deputy::search::Filter::default(), today)? {
        lacks.add("person", &row.id, &row.missing);
    }
    for row in reception::search::visits(db, &reception::search::Filter::default())?.iter().rev() {
        lacks.add("visit", &row.id, &row.missing);
    }
    for row in activity::list::activities(db, &Filter::default(), today)?.iter().rev() {
        lacks.add("activity", &row.id, &row.missing);
    }
    for row in contact::list::contacts(db, &Filter::default())?.iter().rev() {
        lacks.add("contact", &row.id, &row.missing);
    }
    for row in deed::list::deeds(db, &Filter::default())?.iter().rev() {
        lacks.add("deed", &row.id, &row.missing);
    }
    for row in talk::list::talks(db, &Filter::default())?.iter().rev() {
        lacks.add("talk", &row.id, &row.missing);
    }
    let fields = lacks.0.into_iter().map(|(label, (count, fact))| Missing { label, count, fact: Some(fact) });
    let mut all: Vec<Missing> = fields.chain(unlinked(db)?).collect();
    all.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
    Ok(all)
}

/// Names that stand for deputies and that the roster lacks: they count in no figure until they are linked.
fn unlinked(db: Db<'_>) -> Result<Vec<Missing>> {
    #[derive(Deserialize)]
    struct Unlinked {
        name: String,
        count: i64,
        kind: String,
        id: String,
    }
    let rows: Vec<Unlinked> = db.all(include_str!("sql/unlinked.sql"), [])?;
    let one = |u: Unlinked| Missing {
        label: format!("名册外姓名：{}", u.name),
        count: u.count,
        fact: Some(FactRef { kind: u.kind, id: u.id }),
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Monday to Sunday.
fn week(db: Db<'_>, today: NaiveDate) -> Result<Vec<DayRow>> {
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    days(db, (&monday.to_string(), &(monday + Days::new(6)).to_string()))
}

fn last_sent(db: Db<'_>) -> Result<Option<String>> {
    #[derive(Deserialize)]
    struct Sent {
        period: String,
        ordinal: i64,
        day: String,
    }
    let sent: Option<Sent> = db.first(include_str!("sql/last_sent.sql"), [])?;
    Ok(sent.map(|s| {
        let (year, month) = s.period.split_once('-').unwrap_or((&s.period, ""));
        format!("{year}年{}月月报 第{}版（{}）", month.trim_start_matches('0'), s.ordinal, s.day)
    }))
}
