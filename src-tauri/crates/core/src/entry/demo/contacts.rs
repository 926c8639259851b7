//! Contacts of the practice township: with residents, with gatherings, with paired deputies.

use chrono::NaiveDate;

use super::matters::{hand_on_raised, opinions};
use super::town::{Town, village};
use super::words;
use crate::entry::contact::{self, ContactDraft};
use crate::error::Result;
use crate::matter::edit::Source;
use crate::store::Tx;

/// Of a hundred deputies so many make a contact in a month: four to five a year each.
const ACTIVE: i64 = 38;

/// A month of contacts.
pub(super) fn month(tx: &mut Tx<'_>, town: &mut Town, month: (i32, u32)) -> Result<()> {
    for at in 0..town.deputies.len() {
        if town.chance(ACTIVE)
            && let Some(date) = town.some_day(month)
        {
            let draft = draft(town, (at, date));
            let saved = contact::save(tx, &draft)?;
            hand_on_raised(tx, town, (&Source::Contact(saved.id), date))?;
        }
    }
    Ok(())
}

fn draft(town: &mut Town, (at, date): (usize, NaiveDate)) -> ContactDraft {
    let base = ContactDraft {
        happened_on: date.to_string(),
        deputies: town.keys(&[at]),
        recorder: town.chance(60).then(|| "联络员".to_owned()),
        campaigns: town.tags(date),
        ..ContactDraft::default()
    };
    match town.number((1, 100)) {
        1..=30 if !town.paired[at].is_empty() => with_deputy(town, (at, base)),
        1..=18 => gathering(town, (at, base)),
        19..=72 => known(town, (at, base)),
        _ => stranger(town, (at, base)),
    }
}

/// With a paired deputy.
fn with_deputy(town: &mut Town, (at, base): (usize, ContactDraft)) -> ContactDraft {
    let partner = town.one(&town.paired[at].clone());
    ContactDraft {
        partner_id: Some(town.deputies[partner].clone()),
        way_id: Some(town.one(&["contact_way.home", "contact_way.phone", "contact_way.station"]).to_owned()),
        village: Some(format!("{}村", village(partner))),
        opinion: Some(town.one(&words::OF_DEPUTIES).to_owned()),
        route_id: Some("contact_route.none".to_owned()),
        ..base
    }
}

/// With many at once.
fn gathering(town: &mut Town, (at, base): (usize, ContactDraft)) -> ContactDraft {
    let way = town.one(&["contact_way.courtyard", "contact_way.courtyard", "contact_way.meeting"]);
    let people = town.number((6, 38));
    let draft = ContactDraft {
        way_id: Some(way.to_owned()),
        people: Some(people),
        households: Some(people * 7 / 10),
        promoted: Some(town.one(&words::PROMOTED).to_owned()),
        ..base
    };
    heard(town, (at, draft))
}

/// With a resident of the standing list.
fn known(town: &mut Town, (at, base): (usize, ContactDraft)) -> ContactDraft {
    let which = town.number((0, 9)).unsigned_abs();
    let resident_id = usize::try_from(which).ok().and_then(|which| town.kept[at].iter().cycle().nth(which)).cloned();
    told(town, (at, ContactDraft { resident_id, ..base }))
}

/// With somebody else of the village.
fn stranger(town: &mut Town, (at, base): (usize, ContactDraft)) -> ContactDraft {
    let (voter, phone) = (Some(town.person().0), town.chance(40).then(|| town.phone()));
    told(town, (at, ContactDraft { voter, phone, ..base }))
}

fn told(town: &mut Town, (at, base): (usize, ContactDraft)) -> ContactDraft {
    let draft = ContactDraft {
        way_id: Some(town.one(&words::WAYS).to_owned()),
        promoted: town.chance(45).then(|| town.one(&words::PROMOTED).to_owned()),
        ..base
    };
    heard(town, (at, draft))
}

/// What was said: something for the station, which may become a matter; something answered at once; or nothing to handle.
fn heard(town: &mut Town, (at, base): (usize, ContactDraft)) -> ContactDraft {
    let draft = ContactDraft { village: Some(format!("{}村", village(at))), ..base };
    let text = |text: &str| Some(text.to_owned());
    match town.number((1, 100)) {
        1..=12 => {
            let opinions = opinions(town, (1, village(at)));
            let opinion = opinions.first().map(|one| one.words.clone());
            ContactDraft { opinion, opinions, route_id: text("contact_route.station"), ..draft }
        }
        13..=40 => {
            let (opinion, outcome) = (text(town.one(&words::HEARD)), text("已当场解答，选民表示理解"));
            ContactDraft { opinion, outcome, route_id: text("contact_route.on_the_spot"), ..draft }
        }
        41..=60 => {
            let opinion = text(town.one(&words::HEARD));
            ContactDraft { opinion, route_id: text("contact_route.none"), ..draft }
        }
        _ => draft,
    }
}
