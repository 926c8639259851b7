//! 接待日: who is rostered, who came, how many visits.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use station_intake::weekday_of;

use crate::error::Result;
use crate::store::Db;

/// A reception day as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DayRow {
    /// The activity.
    pub id: String,
    /// Date.
    pub date: String,
    /// `星期三`.
    pub weekday: String,
    /// Site.
    pub site_id: Option<String>,
    /// Its name.
    pub site: Option<String>,
    /// Hours as written.
    pub hours: Option<String>,
    /// None: by the roster, not confirmed.
    pub held: Option<bool>,
    /// Rostered deputies, then those whom only a visit names.
    pub deputies: Vec<OnDuty>,
    /// Visits on that day.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub visits: i64,
}

/// A deputy of a reception day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OnDuty {
    /// The person; none for a name that the roster lacks.
    pub id: Option<String>,
    /// Name.
    pub name: String,
    /// None: not marked.
    #[cfg_attr(feature = "bindings", ts(type = "'came' | 'excused' | 'absent' | null"))]
    pub status: Option<String>,
    /// Why excused.
    pub reason: Option<String>,
    /// Whether rostered.
    pub planned: bool,
}

impl OnDuty {
    /// Whether they are there, or are to be: neither excused nor absent.
    pub fn is_there(&self) -> bool {
        !matches!(self.status.as_deref(), Some("excused" | "absent"))
    }
}

/// Reception days from the first to the last day, both included.
pub fn days(db: Db<'_>, (from, to): (&str, &str)) -> Result<Vec<DayRow>> {
    let mut rows: Vec<DayRow> = db.all(include_str!("sql/days.sql"), named_params! { ":from": from, ":to": to })?;
    for row in &mut rows {
        let day = NaiveDate::parse_from_str(&row.date, "%Y-%m-%d");
        day.map(weekday_of).unwrap_or_default().clone_into(&mut row.weekday);
    }
    Ok(rows)
}
