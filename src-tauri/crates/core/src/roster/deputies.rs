//! Deputies as the roster needs them: when they sit at which level, where they belong, when they are away, what they did.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::Deserialize;

use crate::error::Result;
use crate::store::Db;

/// A mandate, as far as it lies in the period.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Seat {
    /// 镇, 县 …
    pub level: String,
    /// Whether it is above the station's own level.
    pub upper: bool,
    /// First day; empty = from ever.
    pub since: String,
    /// The day on which it is over; `9999` = still held.
    pub until: String,
}

/// Somebody who may be rostered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Deputy {
    /// The person.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Their telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// Their own site.
    pub site_id: Option<String>,
    /// Its name.
    pub site: Option<String>,
    /// Whether their own site is a point, which comes before others.
    pub point: bool,
    /// Mandates, the highest first.
    pub seats: Vec<Seat>,
    /// First and last days of leave.
    pub leaves: Vec<(String, String)>,
    /// Days of duty that stand and are not rostered anew.
    #[serde(skip)]
    pub served: Vec<NaiveDate>,
}

impl Deputy {
    /// Whether they hold a mandate above the own level, and whether one of it, on a day.
    pub(crate) fn holds(&self, day: &str) -> (bool, bool) {
        let holds =
            |upper| self.seats.iter().any(|s| s.upper == upper && s.since.as_str() <= day && day < s.until.as_str());
        (holds(true), holds(false))
    }

    /// Whether they are away on a day.
    pub(crate) fn is_away(&self, day: &str) -> bool {
        self.leaves.iter().any(|(since, until)| since.as_str() <= day && day <= until.as_str())
    }

    /// Whether they count as of a level above: the highest counts.
    pub(crate) fn is_upper(&self) -> bool {
        self.seats.iter().any(|seat| seat.upper)
    }

    /// Their highest level.
    pub(crate) fn level(&self) -> &str {
        self.seats.first().map_or("", |seat| &seat.level)
    }
}

/// Who sits at some time of a period.
pub(crate) fn deputies(db: Db<'_>, (from, to): (&str, &str)) -> Result<Vec<Deputy>> {
    db.all(include_str!("sql/deputies.sql"), named_params! { ":from": from, ":to": to })
}

/// One deputy's part in one reception day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Duty {
    pub(crate) person_id: String,
    pub(crate) activity_id: String,
    pub(crate) day: String,
    pub(crate) mark: String,
}

impl Duty {
    /// Whether it counts for them.
    pub(crate) fn counts(&self) -> bool {
        matches!(self.mark.as_str(), "came" | "planned")
    }
}

/// All duty of a period.
pub(crate) fn duty(db: Db<'_>, (from, to): (&str, &str)) -> Result<Vec<Duty>> {
    db.all(include_str!("sql/duty.sql"), named_params! { ":from": from, ":to": to })
}

/// The whole years in which a period lies: what was served counts by the year.
pub(crate) fn years((from, to): (&str, &str)) -> (String, String) {
    let year = |day: &str| day.get(..4).unwrap_or(day).to_owned();
    (format!("{}-01-01", year(from)), format!("{}-12-31", year(to)))
}
