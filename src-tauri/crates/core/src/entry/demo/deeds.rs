//! Deeds of the practice township: about 35 a year, some by several deputies, some not finished yet.

use chrono::NaiveDate;

use super::town::{Town, village};
use super::words::{self, DeedWords};
use crate::entry::deed::{self, DeedDraft};
use crate::error::Result;
use crate::store::Tx;

/// A month of deeds: three, as far as today has come.
pub(super) fn month(tx: &mut Tx<'_>, town: &mut Town, month: (i32, u32)) -> Result<()> {
    for _ in 0..3 {
        if let Some(date) = town.some_day(month) {
            let draft = draft(town, date);
            deed::save(tx, &draft)?;
        }
    }
    Ok(())
}

fn draft(town: &mut Town, date: NaiveDate) -> DeedDraft {
    let at = town.number((0, 17)).unsigned_abs();
    let words = &words::DEEDS[usize::try_from(at).unwrap_or_default()];
    let helpers = if town.chance(20) { town.number((2, 4)) } else { 1 };
    let deputies = town.some(usize::try_from(helpers).unwrap_or(1));
    let village = village(deputies[0]);
    let households = town.number(words.households);
    // What has just begun may still go on; of what is older, little does.
    let recent = (town.today - date).num_days() < 75;
    let goes_on = town.chance(if recent { 45 } else { 3 });
    DeedDraft {
        happened_on: Some(date.to_string()),
        deputies: town.keys(&deputies),
        category_id: Some(words.category.to_owned()),
        content: words.content.replace("{}", village),
        village: Some(format!("{village}村")),
        villages: Some(1),
        households: Some(households),
        people: Some(households * town.number((15, 35)) / 10),
        money: money(town, words),
        source_id: Some(words.source.to_owned()).filter(|source| !source.is_empty()),
        progress: Some(if goes_on { "推进中" } else { "已完成" }.to_owned()),
        visit_id: town.visit.clone().filter(|_| town.chance(15)),
        campaigns: town.tags(date),
        ..DeedDraft::default()
    }
}

/// Whole 分, in steps of a hundred yuan.
fn money(town: &mut Town, words: &DeedWords) -> Option<i64> {
    let (least, most) = words.yuan;
    (most > 0).then(|| town.number((least / 100, most / 100)) * 10_000)
}
