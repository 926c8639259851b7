//! The list to begin with: who sits on the day of an activity, of all, of a level, a group or a site.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::AttendanceDraft;
use crate::entry::said;
use crate::error::Result;
use crate::store::Db;

/// Whom an activity expects. Nothing but a date is 全体: all who sit at the station's own level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ExpectedAsk {
    /// The day of the activity; none = today.
    pub date: Option<String>,
    /// Only who sits at that level.
    pub level: Option<String>,
    /// Only of that 代表小组 or 代表团.
    pub team_id: Option<String>,
    /// Only whose own site that is.
    pub site_id: Option<String>,
}

/// Deputies who sit on that day, by constituency, then by entry.
pub fn expected(db: Db<'_>, ask: &ExpectedAsk, today: NaiveDate) -> Result<Vec<AttendanceDraft>> {
    let day = said(ask.date.as_deref()).unwrap_or_else(|| today.to_string());
    let given = named_params! {
        ":day": day, ":level": ask.level, ":team_id": ask.team_id, ":site_id": ask.site_id,
    };
    let persons: Vec<String> = db.column(include_str!("../sql/expected.sql"), given)?;
    let one = |id| AttendanceDraft { person_id: Some(id), planned: true, ..AttendanceDraft::default() };
    Ok(persons.into_iter().map(one).collect())
}
