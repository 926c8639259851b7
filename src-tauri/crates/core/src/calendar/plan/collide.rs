//! Two days of one site on one date: joined into one, or the later one goes on to the next workday, as its rule says.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{PlannedDay, Slot};
use crate::calendar::estimate::Outlook;

/// The days with no two of them on one date; what happened is said in `why`.
pub(super) fn solved(mut slots: Vec<Slot<'_>>, outlook: &Outlook<'_>) -> Vec<PlannedDay> {
    // What was entered stays; daily duty gives way to a reception day.
    slots.sort_by_key(|slot| (!slot.fixed, slot.daily, slot.day.planned, slot.rule.sort));
    let mut taken: BTreeMap<NaiveDate, PlannedDay> = BTreeMap::new();
    let mut off: Vec<PlannedDay> = Vec::new();
    for slot in slots {
        match slot.day.held {
            None => off.push(slot.day),
            Some(date) if !taken.contains_key(&date) => drop(taken.insert(date, slot.day)),
            Some(_) if slot.fixed => off.push(slot.day),
            Some(_) if slot.daily => {}
            Some(date) if slot.rule.collision.as_deref() == Some("next_workday") => {
                go_on(slot, date, &mut taken, outlook);
            }
            Some(date) => {
                if let Some(first) = taken.get_mut(&date) {
                    merge(first, &slot.day, date);
                }
            }
        }
    }
    taken.into_values().chain(off).collect()
}

fn go_on(slot: Slot<'_>, date: NaiveDate, taken: &mut BTreeMap<NaiveDate, PlannedDay>, outlook: &Outlook<'_>) {
    let mut day = outlook.next_workday(date);
    while taken.contains_key(&day) {
        day = outlook.next_workday(day);
    }
    let estimated = slot.day.estimated || outlook.is_open(day);
    let why = format!("{date} 已有接待日，再顺延到 {day}");
    let moved = PlannedDay { held: Some(day), why: Some(joined(slot.day.why.clone(), why)), estimated, ..slot.day };
    taken.insert(day, moved);
}

fn merge(first: &mut PlannedDay, second: &PlannedDay, date: NaiveDate) {
    let reasons = [first.why.take(), second.why.clone()].into_iter().flatten().collect::<Vec<_>>().join("；");
    let reasons = Some(reasons).filter(|text| !text.is_empty());
    let why = format!("{} 和 {} 的接待日同在 {date}，合并为一天", first.planned, second.planned);
    first.estimated |= second.estimated;
    first.why = Some(joined(reasons, why));
}

fn joined(before: Option<String>, why: String) -> String {
    before.map_or(why.clone(), |before| format!("{before}；{why}"))
}
