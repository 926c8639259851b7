//! A practice township: plausible facts from a fixed seed, all invented. Also the source of benchmark data.
//!
//! It enters everything as a clerk would, through the other entries, so that it can hold nothing that they refuse.

mod people;
mod words;
mod year;

use chrono::{Datelike, Months, NaiveDate};
use fastrand::Rng;

use super::station::{SiteSays, Station, TermSays};
use crate::error::Result;
use crate::store::Tx;

/// How many deputies the practice township has.
pub const DEPUTIES: usize = 115;
/// How many constituencies.
pub const CONSTITUENCIES: usize = 40;
const SEED: u64 = 20_231_115;

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

/// Everything that the entries of a year need to know of the township.
struct Town {
    rng: Rng,
    today: NaiveDate,
    deputies: Vec<String>,
    sites: Vec<String>,
}

/// Fills a founded store with the people and with the twelve months a year that end with the month of `today`.
pub fn fill(tx: &mut Tx<'_>, years: u32, progress: &mut dyn FnMut(usize, usize) -> Result<()>) -> Result<()> {
    let mut rng = Rng::with_seed(SEED);
    let today = tx.hand.today();
    let deputies = people::settle(tx, &mut rng)?;
    let sites = crate::site::edit::all(tx.db())?.into_iter().map(|site| site.id).collect();
    let mut town = Town { rng, today, deputies, sites };
    let months = 12 * years.max(1);
    for at in (0..months).rev() {
        progress(count(months - 1 - at), count(months))?;
        let month = today.checked_sub_months(Months::new(at)).unwrap_or(today);
        year::month(tx, &mut town, (month.year(), month.month()))?;
    }
    Ok(())
}

fn count(months: u32) -> usize {
    usize::try_from(months).unwrap_or(usize::MAX)
}
