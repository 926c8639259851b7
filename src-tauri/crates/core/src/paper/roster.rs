//! 代表值班接待安排表: the days of a period with who sits there, for the wall and for the deputies.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use station_table::{Align, Cell, Column, Document, Edition, FactRef, Format, Mask, Row, Table};

use super::list::{List, public};
use crate::activity::Activity;
use crate::activity::search::{DayRow, OnDuty, days};
use crate::error::Result;
use crate::register::masking::masked;
use crate::register::reports_as;
use crate::roster::Levels;
use crate::roster::deputies::{Deputy, deputies};
use crate::store::Db;
use crate::text::Span;

/// Which roster is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "RosterPaperAsk"))]
#[serde(default)]
pub struct Ask {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Only of that site.
    pub site_id: Option<String>,
    /// 公示 leaves out the telephones.
    pub edition: Edition,
}

/// What is needed to fill a row.
struct Known<'a> {
    deputies: HashMap<&'a str, &'a Deputy>,
    edition: Edition,
}

/// The roster of a period, as it stands.
///
/// # Errors
/// `Problems` without a period.
pub fn roster(db: Db<'_>, ask: &Ask) -> Result<Document> {
    let between = (ask.from.as_str(), ask.to.as_str());
    let span = Span::read(between.0, between.1)?;
    let (levels, sitting) = (Levels::load(db)?, deputies(db, between)?);
    let known = Known { deputies: sitting.iter().map(|d| (d.id.as_str(), d)).collect(), edition: ask.edition };
    let mut found = days(db, between)?;
    found.retain(|day| ask.site_id.is_none() || day.site_id == ask.site_id);
    let rows = found.iter().map(|day| row(db, day, &known)).collect::<Result<Vec<_>>>()?;
    List {
        title: "代表值班接待安排表".to_owned(),
        name: format!("代表值班接待安排表 {}至{}", ask.from, ask.to),
        head: head(db, span, found.len())?,
        table: Table { columns: columns(&levels), rows, ..Table::default() },
        signature: vec!["制表人：".to_owned(), "审核人：".to_owned()],
        edition: ask.edition,
    }
    .document(db)
}

fn head(db: Db<'_>, span: Span, count: usize) -> Result<Vec<String>> {
    Ok(vec![format!("填报单位：{}", reports_as(db)?), span.in_words(), format!("共{count}个接待日")])
}

fn columns(levels: &Levels) -> Vec<Column> {
    let (center, left) = (Align::Center, Align::Left);
    vec![
        Column { format: Format::Date, ..public("date", "日期", 24.0, center) },
        public("weekday", "星期", 17.0, center),
        public("hours", "时间", 30.0, center),
        public("site", "站点", 32.0, left),
        public("upper", &levels.upper, 30.0, left),
        public("own", &levels.own, 40.0, left),
        Column { mask: Mask::DeputyPhone, public: false, ..public("phone", "联系电话", 50.0, left) },
        public("note", "备注", 30.0, left),
    ]
}

fn row(db: Db<'_>, day: &DayRow, known: &Known<'_>) -> Result<Row> {
    let there = |one: &&OnDuty| one.is_there();
    let of = |one: &OnDuty| one.id.as_deref().and_then(|id| known.deputies.get(id).copied());
    let sits = |upper: bool| {
        let names = day.deputies.iter().filter(there).filter(|one| of(one).is_some_and(Deputy::is_upper) == upper);
        Cell::text(names.map(|one| one.name.as_str()).collect::<Vec<_>>().join("、"))
    };
    let phone = |one: &OnDuty| Some(format!("{} {}", one.name, of(one)?.phone.as_ref()?));
    let phones = day.deputies.iter().filter(there).filter_map(phone).collect::<Vec<_>>().join("\n");
    let text = |text: Option<&String>| Cell::text(text.cloned().unwrap_or_default());
    Ok(Row {
        fact: Some(FactRef { kind: "activity".to_owned(), id: day.id.clone() }),
        cells: vec![
            day.date.parse().map_or_else(|_| Cell::text(&day.date), Cell::Date),
            Cell::text(&day.weekday),
            text(day.hours.as_ref()),
            text(day.site.as_ref()),
            sits(true),
            sits(false),
            masked(known.edition, Mask::DeputyPhone, Cell::text(phones)),
            Cell::text(note(&db.get(&day.id)?)),
        ],
    })
}

/// Moved from another day, or not held.
fn note(activity: &Activity) -> String {
    let moved = activity.planned_on.as_ref().filter(|day| **day != activity.since).map(|day| format!("原定{day}"));
    let off = (activity.held == Some(0)).then(|| "未举行".to_owned());
    [moved, off].into_iter().flatten().collect::<Vec<_>>().join("，")
}
