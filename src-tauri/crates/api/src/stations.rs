//! The station itself: first page, settings, pick lists, checks, drives; and inputs that many commands share.

use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::check;
use station_core::entry::Saved;
use station_core::entry::station::{self, Station};
use station_core::today::{self, Choices, Home};

use crate::attachments;
use crate::desk::Opened;
use crate::failure::Failure;

/// One fact.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfFact {
    /// Its key.
    pub id: String,
}

/// A period, both days included.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Between {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// What a check found.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Checked {
    /// Nothing is wrong.
    pub sound: bool,
    /// What is wrong, a sentence each.
    pub findings: Vec<String>,
}

/// A stick or disk that can be taken away.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Drive {
    /// Name in the file manager.
    pub name: String,
    /// Where its files are.
    pub path: String,
    /// Free bytes; 0 when unknown.
    #[cfg_attr(test, ts(type = "number"))]
    pub free: u64,
    /// Bytes in all; 0 when unknown.
    #[cfg_attr(test, ts(type = "number"))]
    pub total: u64,
}

/// The first page.
pub fn home(opened: &mut Opened, _: ()) -> Result<Home, Failure> {
    Ok(today::home(opened.db(), opened.today())?)
}

/// What the station says of itself.
pub fn station(opened: &mut Opened, _: ()) -> Result<Station, Failure> {
    Ok(station::load(opened.db())?)
}

/// Saves it.
pub fn save_station(opened: &mut Opened, says: Station) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveStation, station::save(tx, &says)?)))
}

/// Pick lists.
pub fn choices(opened: &mut Opened, _: ()) -> Result<Choices, Failure> {
    Ok(today::choices(opened.db())?)
}

/// Whether the store is sound, and then the files beside it.
pub fn check(opened: &mut Opened, _: ()) -> Result<Checked, Failure> {
    let mut findings = check::findings(opened.db())?;
    if findings.is_empty() {
        findings = attachments::findings(opened)?;
    }
    Ok(Checked { sound: findings.is_empty(), findings })
}

/// Sticks that are plugged in.
pub fn drives(_: &mut Opened, _: ()) -> Result<Vec<Drive>, Failure> {
    let drives = station_machine::drives::list().into_iter();
    Ok(drives
        .map(|d| Drive { name: d.name, path: d.path.display().to_string(), free: d.free, total: d.total })
        .collect())
}
