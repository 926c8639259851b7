//! 《接待群众（选民）工作安排表》 of a year or any other period: which day, where, and who receives.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use station_intake::weekday_of;
use station_table::{
    Align, Cell, Column, Document, Edition, FactRef, Format, Look, Mask, Orientation, Part, Row, Subject, Table,
};

use crate::calendar::days::Calendar;
use crate::calendar::plan::{PlannedDay, planned};
use crate::error::Result;
use crate::register::{paper, reports_as};
use crate::store::Db;
use crate::text::Span;

/// Which days.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ScheduleAsk {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Only of that site.
    pub site_id: Option<String>,
    /// For whom; 公示 has no phones.
    pub edition: Edition,
}

#[derive(Deserialize)]
struct OnDuty {
    activity_id: String,
    name: String,
    phone: Option<String>,
    level: Option<String>,
}

/// The schedule. Days that are not held do not stand in it, except those that were called off.
///
/// # Errors
/// `Problems` when the period is none.
pub fn schedule(db: Db<'_>, ask: &ScheduleAsk) -> Result<Document> {
    let span = Span::read(&ask.from, &ask.to)?;
    let days = planned(db, &Calendar::load(db)?, ask.site_id.as_deref(), (span.from, span.to))?;
    let mut duty: BTreeMap<String, Vec<OnDuty>> = BTreeMap::new();
    for one in db.all::<OnDuty>(include_str!("sql/on_duty.sql"), (&ask.from, &ask.to))? {
        duty.entry(one.activity_id.clone()).or_default().push(one);
    }
    let shown = days.iter().filter(|day| day.held.is_some() || day.activity_id.is_some());
    let rows =
        shown.map(|day| row(day, day.activity_id.as_ref().and_then(|id| duty.get(id)).map_or(&[], Vec::as_slice)));
    let table = for_edition(Table { columns: columns(), rows: rows.collect(), ..Table::default() }, ask.edition);
    let title = format!("{}接待群众（选民）工作安排表", span.in_words());
    let subject = Subject {
        fact: None,
        name: String::new(),
        head: vec![format!("填报单位：{}", reports_as(db)?)],
        parts: vec![Part::Table(table)],
        signature: Vec::new(),
    };
    let document = Document {
        name: title.clone(),
        title,
        look: Look::List,
        orientation: Orientation::Landscape,
        subjects: vec![subject],
        ..Document::default()
    };
    Ok(Document { page: Some(paper::page(db, &document)?), ..document })
}

fn row(day: &PlannedDay, duty: &[OnDuty]) -> Row {
    let date = day.held.unwrap_or(day.planned);
    let phones: Vec<&str> = duty.iter().filter_map(|who| who.phone.as_deref()).collect();
    let fact = day.activity_id.clone().map(|id| FactRef { kind: "activity".to_owned(), id });
    let cells = vec![
        Cell::text(crate::text::day_in_words(date)),
        Cell::text(weekday_of(date)),
        Cell::text(day.hours.as_deref().unwrap_or_default()),
        Cell::text(&day.site),
        Cell::text(names(duty, true)),
        Cell::text(names(duty, false)),
        Cell::text(phones.join("、")),
        Cell::text(note(day)),
    ];
    Row { fact, cells }
}

/// Those of the township, or those of a level above it.
fn names(duty: &[OnDuty], above: bool) -> String {
    let is_above = |who: &OnDuty| who.level.as_deref().is_some_and(|level| level != "镇");
    duty.iter().filter(|who| is_above(who) == above).map(|who| who.name.as_str()).collect::<Vec<_>>().join("、")
}

fn note(day: &PlannedDay) -> String {
    let open = if day.estimated { "放假安排尚未公布，以通知为准" } else { "" };
    [day.why.as_deref().unwrap_or_default(), open]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("；")
}

fn columns() -> Vec<Column> {
    let column = |key: &str, label: &str, width: f32, align| Column {
        key: key.to_owned(),
        label: label.to_owned(),
        heading: None,
        width,
        align,
        format: Format::Text,
        mask: Mask::None,
        public: true,
    };
    let (center, left) = (Align::Center, Align::Left);
    let deputies = |key: &str, label: &str| Column {
        heading: Some("接待代表".to_owned()),
        ..column(key, label, 34.0, center)
    };
    vec![
        column("date", "日期", 32.0, center),
        column("weekday", "星期", 17.0, center),
        column("hours", "时间段", 30.0, center),
        column("site", "地点（站点）", 34.0, center),
        deputies("above", "县级以上"),
        deputies("township", "乡镇"),
        Column { mask: Mask::DeputyPhone, public: false, ..column("phone", "联系电话", 34.0, center) },
        column("note", "备注", 56.0, left),
    ]
}

/// 公示 shows public columns only.
fn for_edition(table: Table, edition: Edition) -> Table {
    if edition != Edition::Public {
        return table;
    }
    let keep: Vec<bool> = table.columns.iter().map(|column| column.public).collect();
    let kept =
        |cells: Vec<Cell>| cells.into_iter().zip(&keep).filter(|(_, keep)| **keep).map(|(cell, _)| cell).collect();
    let rows = table.rows.into_iter().map(|row| Row { cells: kept(row.cells), ..row }).collect();
    Table { columns: table.columns.into_iter().filter(|column| column.public).collect(), rows, ..table }
}

#[cfg(test)]
mod tests {
    use super::{ScheduleAsk, schedule};
    use crate::calendar::ReceptionRule;
    use crate::world::world;
    use crate::{Hand, Op};
    use station_table::{Edition, Part};

    fn rows(edition: Edition) -> Vec<String> {
        let mut world = world();
        let mut hand = Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 50_000);
        let site_id = Some(world.station.clone());
        let done = world.store.transact(&mut hand, Op::Demo, |tx| {
            let (id, created) = tx.fresh();
            let rule = "每月25日上午9:00，节假日、双休日顺延".to_owned();
            tx.insert(&ReceptionRule { id, created, site_id, rule, ..ReceptionRule::default() })
        });
        done.unwrap();
        let ask = ScheduleAsk { from: "2023-01-01".into(), to: "2023-03-31".into(), edition, ..ScheduleAsk::default() };
        let paper = schedule(world.store.db(), &ask).unwrap();
        let Part::Table(table) = &paper.subjects[0].parts[0] else { panic!("a table") };
        assert!(paper.title.ends_with("接待群众（选民）工作安排表"), "{}", paper.title);
        table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(station_table::Cell::shown).collect::<Vec<_>>().join("|"))
            .collect()
    }

    #[test]
    fn days_by_rule_and_days_with_a_roster_stand_in_their_order() {
        let rows = rows(Edition::Internal);
        let dates: Vec<&str> = rows.iter().map(|row| row.split('|').next().unwrap()).collect();
        assert_eq!(
            dates,
            ["2023年1月15日", "2023年1月28日", "2023年2月20日", "2023年2月27日", "2023年3月15日", "2023年3月27日"],
            "three that were entered, three by the rule"
        );
        assert!(rows[0].contains("|罗建|张伟|13092285142、13092285142|"), "county and township apart: {}", rows[0]);
        assert!(rows[1].contains("2023-01-25 是春节假期，顺延到下一个工作日"), "the reason: {}", rows[1]);
    }

    #[test]
    fn the_public_schedule_names_no_phone() {
        let rows = rows(Edition::Public);
        assert!(rows.iter().all(|row| !row.contains("13092285142")), "{rows:?}");
    }
}
