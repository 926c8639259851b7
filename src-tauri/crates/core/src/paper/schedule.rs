//! 《接待群众（选民）工作安排表》 of a year or any other period: which day, where, and who receives.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use station_intake::weekday_of;
use station_table::{Align, Cell, Column, Document, Edition, FactRef, Mask, Row, Table};

use super::list::{List, public};
use crate::calendar::days::Calendar;
use crate::calendar::plan::{PlannedDay, planned};
use crate::error::Result;
use crate::register::reports_as;
use crate::roster::Levels;
use crate::roster::deputies::{Deputy, deputies};
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
    person_id: Option<String>,
    name: String,
    phone: Option<String>,
}

/// The schedule. Days that are not held do not stand in it, except those that were called off.
///
/// # Errors
/// `Problems` when the period is none.
pub fn schedule(db: Db<'_>, ask: &ScheduleAsk) -> Result<Document> {
    let span = Span::read(&ask.from, &ask.to)?;
    let days = planned(db, &Calendar::load(db)?, ask.site_id.as_deref(), (span.from, span.to))?;
    let between = (ask.from.as_str(), ask.to.as_str());
    let sitting = deputies(db, between)?;
    let known: Known<'_> = sitting.iter().map(|deputy| (deputy.id.as_str(), deputy)).collect();
    let mut duty: BTreeMap<String, Vec<OnDuty>> = BTreeMap::new();
    for one in db.all::<OnDuty>(include_str!("sql/on_duty.sql"), between)? {
        duty.entry(one.activity_id.clone()).or_default().push(one);
    }
    let shown = days.iter().filter(|day| day.held.is_some() || day.activity_id.is_some());
    let on = |day: &PlannedDay| day.activity_id.as_ref().and_then(|id| duty.get(id)).map_or(&[][..], Vec::as_slice);
    let rows = shown.map(|day| row(day, on(day), &known)).collect();
    let title = format!("{}接待群众（选民）工作安排表", span.in_words());
    List {
        name: title.clone(),
        title,
        head: vec![format!("填报单位：{}", reports_as(db)?)],
        table: Table { columns: columns(&Levels::load(db)?), rows, ..Table::default() },
        signature: Vec::new(),
        edition: ask.edition,
    }
    .document(db)
}

/// Who sits at some time of the period, by key.
type Known<'a> = HashMap<&'a str, &'a Deputy>;

fn row(day: &PlannedDay, duty: &[OnDuty], known: &Known<'_>) -> Row {
    let date = day.held.unwrap_or(day.planned);
    let text = date.to_string();
    let of = |who: &OnDuty| who.person_id.as_deref().and_then(|id| known.get(id));
    let is_above = |who: &OnDuty| of(who).is_some_and(|deputy| deputy.holds(&text).0);
    let names = |above: bool| {
        let of_level = duty.iter().filter(|who| is_above(who) == above);
        of_level.map(|who| who.name.as_str()).collect::<Vec<_>>().join("、")
    };
    let phones: Vec<&str> = duty.iter().filter_map(|who| who.phone.as_deref()).collect();
    let fact = day.activity_id.clone().map(|id| FactRef { kind: "activity".to_owned(), id });
    let cells = vec![
        Cell::text(crate::text::day_in_words(date)),
        Cell::text(weekday_of(date)),
        Cell::text(day.hours.as_deref().unwrap_or_default()),
        Cell::text(&day.site),
        Cell::text(names(true)),
        Cell::text(names(false)),
        Cell::text(phones.join("、")),
        Cell::text(note(day)),
    ];
    Row { fact, cells }
}

fn note(day: &PlannedDay) -> String {
    let open = if day.estimated { "放假安排尚未公布，以通知为准" } else { "" };
    [day.why.as_deref().unwrap_or_default(), open]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("；")
}

fn columns(levels: &Levels) -> Vec<Column> {
    let (center, left) = (Align::Center, Align::Left);
    let deputies = |key: &str, label: &str| Column {
        heading: Some("接待代表".to_owned()),
        ..public(key, label, 34.0, center)
    };
    vec![
        public("date", "日期", 32.0, center),
        public("weekday", "星期", 17.0, center),
        public("hours", "时间段", 30.0, center),
        public("site", "地点（站点）", 34.0, center),
        deputies("above", &levels.upper),
        deputies("own", &levels.own),
        Column { mask: Mask::DeputyPhone, public: false, ..public("phone", "联系电话", 34.0, center) },
        public("note", "备注", 56.0, left),
    ]
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
