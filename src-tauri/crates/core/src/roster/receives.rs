//! On which days sites receive in a period: by their rules, and as reception days stand already.

use chrono::NaiveDate;

use crate::activity::search::{DayRow, days};
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

/// The days of a period, in order; of some sites, or of all.
pub(super) fn receives(db: Db<'_>, (from, to): (&str, &str), sites: &[String]) -> Result<Vec<Receives>> {
    let mut all = Vec::new();
    let points: Vec<String> = site::edit::all(db)?.into_iter().filter(|s| s.kind != "station").map(|s| s.id).collect();
    for row in days(db, (from, to))? {
        if let Ok(date) = row.date.parse() {
            all.push(standing(row, date));
        }
    }
    all.retain(|day| sites.is_empty() || day.site_id.as_ref().is_some_and(|id| sites.contains(id)));
    for day in &mut all {
        day.point = day.site_id.as_ref().is_some_and(|id| points.contains(id));
    }
    all.sort_by(|a, b| a.date.cmp(&b.date));
    Ok(all)
}

fn standing(row: DayRow, date: NaiveDate) -> Receives {
    Receives {
        date,
        planned_on: None,
        site_id: row.site_id.clone(),
        site: row.site.clone().unwrap_or_else(|| "未定站点".to_owned()),
        point: false,
        rule_id: None,
        hours: row.hours.clone(),
        estimated: false,
        stands: Some(row),
    }
}
