//! 日历: what is on a day: its lunar date and holiday, who receives where, what else there is. A view.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use station_intake::weekday_of;

use crate::activity::edit::RECEPTION_DAY;
use crate::activity::list::{Filter, activities};
use crate::activity::search::{DayRow, OnDuty, days as reception_days};
use crate::calendar::days::Calendar;
use crate::calendar::estimate::Outlook;
use crate::calendar::lunar;
use crate::calendar::plan::{PlannedDay, planned};
use crate::calendar::when::wider;
use crate::error::Result;
use crate::store::Db;

/// So many days around the window are looked at for days that were moved out of it.
const AROUND: u64 = 31;

/// One day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CalendarDay {
    /// The day.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub date: NaiveDate,
    /// 星期三.
    pub weekday: String,
    /// 廿三; on the first of a lunar month 正月初一.
    pub lunar: Option<String>,
    /// The holiday that the day belongs to, by the notice or the estimate.
    pub holiday: Option<String>,
    /// 休: a day off by the notice.
    pub off: bool,
    /// 班: a Saturday or Sunday that is worked on.
    pub work: bool,
    /// The year is 尚未公布: its day off is an estimate.
    pub estimated: bool,
    /// Reception days that are held on it, and those of it that are not held.
    pub receptions: Vec<ReceptionOfDay>,
    /// Reception days that were planned for it and are held on another day.
    pub moved: Vec<PlannedDay>,
    /// Other activities.
    pub activities: Vec<ActivityOfDay>,
}

/// A reception day with its deputies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReceptionOfDay {
    /// The day by its rule.
    pub day: PlannedDay,
    /// Who is on duty, where it was entered.
    pub deputies: Vec<OnDuty>,
}

/// Another activity of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ActivityOfDay {
    /// The activity.
    pub id: String,
    /// 活动名称.
    pub title: String,
    /// 活动类别.
    pub kind: String,
    /// 地点.
    pub place: Option<String>,
}

/// The days between two days, both included, for one site or for all.
pub fn days(
    db: Db<'_>,
    site_id: Option<&str>,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<Vec<CalendarDay>> {
    let calendar = Calendar::load(db)?;
    let outlook = Outlook::new(&calendar, (from, to));
    let plan = planned(db, &calendar, site_id, wider((from, to), AROUND))?;
    let entered = by_id(reception_days(db, (&from.to_string(), &to.to_string()))?);
    let others = others(db, (from, to), today)?;
    let mut days: Vec<CalendarDay> =
        from.iter_days().take_while(|day| *day <= to).map(|day| bare(&outlook, day)).collect();
    for day in &mut days {
        let on = |at: NaiveDate| at == day.date;
        let held = plan.iter().filter(|p| on(p.held.unwrap_or(p.planned)));
        day.receptions = held.map(|p| with_deputies(p, &entered)).collect();
        let away = plan.iter().filter(|p| on(p.planned) && p.held.is_some_and(|held| held != p.planned));
        day.moved = away.cloned().collect();
        day.activities = others.get(&day.date).cloned().unwrap_or_default();
    }
    Ok(days)
}

fn bare(outlook: &Outlook<'_>, date: NaiveDate) -> CalendarDay {
    let holiday = outlook.holiday(date).map(str::to_owned);
    CalendarDay {
        date,
        weekday: weekday_of(date).to_owned(),
        lunar: lunar::of(date).map(|lunar| lunar.short()),
        off: holiday.is_some(),
        work: outlook.is_made_up(date),
        estimated: outlook.is_open(date),
        holiday,
        receptions: Vec::new(),
        moved: Vec::new(),
        activities: Vec::new(),
    }
}

fn by_id(rows: Vec<DayRow>) -> BTreeMap<String, DayRow> {
    rows.into_iter().map(|row| (row.id.clone(), row)).collect()
}

fn with_deputies(day: &PlannedDay, entered: &BTreeMap<String, DayRow>) -> ReceptionOfDay {
    let row = day.activity_id.as_ref().and_then(|id| entered.get(id));
    ReceptionOfDay { day: day.clone(), deputies: row.map(|row| row.deputies.clone()).unwrap_or_default() }
}

/// Activities that are no reception days, on each of their days.
fn others(
    db: Db<'_>,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<BTreeMap<NaiveDate, Vec<ActivityOfDay>>> {
    let filter = Filter { from: Some(from.to_string()), to: Some(to.to_string()), ..Filter::default() };
    let mut found: BTreeMap<NaiveDate, Vec<ActivityOfDay>> = BTreeMap::new();
    for row in activities(db, &filter, today)?.into_iter().filter(|row| row.kind_id != RECEPTION_DAY && !row.voided) {
        let (Ok(since), Ok(until)) = (row.date.parse::<NaiveDate>(), row.until.parse::<NaiveDate>()) else { continue };
        let shown = ActivityOfDay { id: row.id, title: row.title, kind: row.kind, place: row.place };
        for day in since.max(from).iter_days().take_while(|day| *day <= until.min(to)) {
            found.entry(day).or_default().push(shown.clone());
        }
    }
    Ok(found)
}
