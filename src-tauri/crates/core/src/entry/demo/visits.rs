//! Walks through the constituencies of the practice township: two a year for each.

use chrono::NaiveDate;

use super::matters::{hand_on_raised, opinions};
use super::town::{Town, village};
use super::{CONSTITUENCIES, words};
use crate::entry::constituency_visit::{self, ConstituencyVisitDraft};
use crate::error::Result;
use crate::matter::edit::Source;
use crate::store::Tx;

/// A sixth of the constituencies has its turn in a month.
pub(super) fn month(tx: &mut Tx<'_>, town: &mut Town, month: (i32, u32)) -> Result<()> {
    let turn = usize::try_from(month.1 % 6).unwrap_or_default();
    for at in (turn..CONSTITUENCIES).step_by(6) {
        if let Some(date) = town.some_day(month) {
            let draft = draft(town, (at, date));
            let saved = constituency_visit::save(tx, &draft)?;
            hand_on_raised(tx, town, (&Source::ConstituencyVisit(saved.id), date))?;
        }
    }
    Ok(())
}

fn draft(town: &mut Town, (at, date): (usize, NaiveDate)) -> ConstituencyVisitDraft {
    let mut deputies = town.of_constituency(at);
    if town.chance(50) {
        deputies.truncate(2);
    }
    let collected = town.number((0, 4));
    let handed = i64::from(collected > 0 && town.chance(20));
    let groups = town.one(&["1组、2组", "2组、3组", "3组、4组", "1—3组", "全部各组"]);
    ConstituencyVisitDraft {
        constituency_id: town.constituencies[at].clone(),
        happened_on: date.to_string(),
        deputies: town.keys(&deputies),
        places: Some(format!("{}村{groups}", village(at))),
        households: Some(town.number((5, 28))),
        people: Some(town.number((6, 40))),
        opinion_count: Some(collected),
        settled: Some(town.number((0, collected - handed))),
        content: Some(town.one(&words::WALKS).to_owned()),
        opinions: opinions(town, (handed, village(at))),
        campaigns: town.tags(date),
        ..ConstituencyVisitDraft::default()
    }
}
