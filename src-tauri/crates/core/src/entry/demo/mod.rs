//! A practice township: plausible facts from a fixed seed, all invented. Also the source of benchmark data.
//!
//! It enters everything as a clerk would, through the other entries, so that it can hold nothing that they refuse.

mod activities;
mod campaigns;
mod constituencies;
mod contacts;
mod deeds;
mod matters;
mod people;
mod portrait;
mod receptions;
mod standing;
mod talks;
mod town;
mod visits;
mod words;

use chrono::{Datelike, Months};

use super::station::{SiteSays, Station, TermSays};
use crate::error::Result;
use crate::store::Tx;
use town::Town;

pub use portrait::portrait;

/// How many deputies the practice township has.
pub const DEPUTIES: usize = 115;
/// How many constituencies.
pub const CONSTITUENCIES: usize = 40;

/// What the practice township says of itself.
pub fn station() -> Station {
    let points = words::POINTS.iter().map(|name| format!("{name}联络点"));
    let sites = std::iter::once("镇联络站".to_owned()).chain(points);
    Station {
        name: "柳河镇人大代表联络站（练习）".to_owned(),
        level: "镇".to_owned(),
        county: Some("清源县".to_owned()),
        reports_as: Some("柳河镇人大主席团".to_owned()),
        term: Some(TermSays { ordinal: 5, since: Some("2021-08-26".to_owned()), until: None }),
        sites: sites
            .map(|name| SiteSays { name, rule: Some("每月15日、20日".to_owned()), ..SiteSays::default() })
            .collect(),
    }
}

/// The most years that it can have.
pub const YEARS: u32 = 20;

/// Fills a founded store with the people and with the twelve months a year, of at most [`YEARS`], that end with the month
/// of `today`; the keys of the deputies.
pub fn fill(tx: &mut Tx<'_>, years: u32, progress: &mut dyn FnMut(usize, usize) -> Result<()>) -> Result<Vec<String>> {
    let months = 12 * years.clamp(1, YEARS);
    let mut town = Town::new(tx, months - 1)?;
    constituencies::draw(tx, &mut town)?;
    people::settle(tx, &mut town)?;
    constituencies::hand_over(tx, &town)?;
    campaigns::begin(tx, &mut town)?;
    standing::settle(tx, &mut town)?;
    talks::groups(tx, &town)?;
    for at in (0..months).rev() {
        progress(count(months - 1 - at), count(months))?;
        let month = town.today.checked_sub_months(Months::new(at)).unwrap_or(town.today);
        live(tx, &mut town, (month.year(), month.month()))?;
    }
    let next = town.today.checked_add_months(Months::new(1)).unwrap_or(town.today);
    activities::month(tx, &mut town, (next.year(), next.month()))?;
    Ok(town.deputies)
}

/// A month of the township.
fn live(tx: &mut Tx<'_>, town: &mut Town, month: (i32, u32)) -> Result<()> {
    activities::month(tx, town, month)?;
    matters::month(tx, town, month)?;
    // Before the receptions: a deed answers a visit of a month before.
    deeds::month(tx, town, month)?;
    receptions::month(tx, town, month)?;
    contacts::month(tx, town, month)?;
    talks::month(tx, town, month)?;
    visits::month(tx, town, month)
}

fn count(months: u32) -> usize {
    usize::try_from(months).unwrap_or(usize::MAX)
}
