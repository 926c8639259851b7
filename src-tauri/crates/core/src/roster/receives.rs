//! On which days sites receive in a period: by their rules, and as reception days stand already.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::activity::search::{DayRow, days};
use crate::calendar::days::Calendar;
use crate::calendar::plan::{PlannedDay, planned};
use crate::error::Result;
use crate::site;
use crate::store::Db;

/// A day on which a site receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Receives {
    pub(super) date: NaiveDate,
    /// The day by the rule, where it was moved.
    pub(super) planned_on: Option<String>,
    pub(super) site_id: Option<String>,
    pub(super) site: String,
    /// Whether the site is a point.
    pub(super) point: bool,
    pub(super) rule_id: Option<String>,
    pub(super) hours: Option<String>,
    /// Whether days off of that year are not announced yet.
    pub(super) estimated: bool,
    /// What stands of it.
    pub(super) stands: Option<DayRow>,
}

/// The days of a period that are not called off, in order; of some sites, or of all.
pub(super) fn receives(db: Db<'_>, (from, to): (NaiveDate, NaiveDate), sites: &[String]) -> Result<Vec<Receives>> {
    let wanted = |id: Option<&String>| sites.is_empty() || id.is_some_and(|id| sites.contains(id));
    let points: Vec<String> = site::edit::all(db)?.into_iter().filter(|s| s.kind != "station").map(|s| s.id).collect();
    let stand = days(db, (&from.to_string(), &to.to_string()))?;
    let mut stand: HashMap<String, DayRow> = stand.into_iter().map(|row| (row.id.clone(), row)).collect();
    let found = planned(db, &Calendar::load(db)?, None, (from, to))?.into_iter();
    let days = found.filter(|day| wanted(day.site_id.as_ref()));
    Ok(days.filter_map(|day| of(day, &points, &mut stand)).collect())
}

/// None where the day is called off.
fn of(day: PlannedDay, points: &[String], stand: &mut HashMap<String, DayRow>) -> Option<Receives> {
    let stands = day.activity_id.as_ref().and_then(|id| stand.remove(id));
    Some(Receives {
        date: day.held?,
        planned_on: day.rule_id.as_ref().map(|_| day.planned.to_string()),
        point: day.site_id.as_ref().is_some_and(|id| points.contains(id)),
        site: if day.site_id.is_some() { day.site } else { "未定站点".to_owned() },
        site_id: day.site_id,
        rule_id: day.rule_id,
        hours: day.hours,
        estimated: day.estimated,
        stands,
    })
}
