//! 排班缺口: days ahead on which nobody sits or fewer than wished, and days whose notice has not gone out.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use station_intake::weekday_of;

use super::receives::{Receives, receives};
use super::wishes;
use crate::error::Result;
use crate::store::Db;

/// So many days ahead the first page looks.
pub const AHEAD: u64 = 30;

/// A day ahead that lacks something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "RosterGap"))]
pub struct Gap {
    /// The reception day, where it stands already.
    pub activity_id: Option<String>,
    /// The day.
    pub date: String,
    /// `星期三`.
    pub weekday: String,
    /// The site.
    pub site_id: Option<String>,
    /// Its name.
    pub site: String,
    /// How many are wished for.
    pub wished: usize,
    /// How many are rostered.
    pub rostered: usize,
}

/// Days from the first to the last on which fewer sit than wished, those with nobody first among those of a date.
pub fn gaps(db: Db<'_>, (from, to): (NaiveDate, NaiveDate)) -> Result<Vec<Gap>> {
    let wishes = wishes::load(db)?;
    let days = receives(db, (from, to), &[])?;
    let all = days.iter().map(|day| {
        let (own, upper) = wishes.at(day.site_id.as_deref());
        gap(day, own + upper)
    });
    Ok(all.filter(|gap| gap.rostered < gap.wished).collect())
}

/// The days of the next [`AHEAD`] days without anybody.
pub fn empty(db: Db<'_>, today: NaiveDate) -> Result<Vec<Gap>> {
    let all = gaps(db, (today, today + Days::new(AHEAD)))?;
    Ok(all.into_iter().filter(|gap| gap.rostered == 0).collect())
}

/// Reception days that are near and of which nobody was notified yet; how near is a wish of the station.
pub fn notice_due(db: Db<'_>, today: NaiveDate) -> Result<Vec<Gap>> {
    let until = today + Days::new(u64::from(wishes::load(db)?.notice_days));
    let days = receives(db, (today, until), &[])?;
    let told: Vec<String> = db.column(include_str!("sql/notified.sql"), [today.to_string(), until.to_string()])?;
    let is_due = |day: &&Receives| day.stands.as_ref().is_none_or(|s| !told.contains(&s.id));
    Ok(days.iter().filter(is_due).map(|day| gap(day, 0)).collect())
}

fn gap(day: &Receives, wished: usize) -> Gap {
    Gap {
        activity_id: day.stands.as_ref().map(|s| s.id.clone()),
        date: day.date.to_string(),
        weekday: weekday_of(day.date).to_owned(),
        site_id: day.site_id.clone(),
        site: day.site.clone(),
        wished,
        rostered: day.stands.as_ref().map_or(0, |s| s.deputies.iter().filter(|d| d.is_there()).count()),
    }
}
