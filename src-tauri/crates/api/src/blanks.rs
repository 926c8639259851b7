//! Bound sets of blank forms: who got one, and who gave it back.

use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::blank::edit::{self, BlankDraft, BlankRow};
use station_core::entry::Saved;

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Which entries.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct BlankSetsAsk {
    /// Only for that time, as printed: `2026年`.
    pub period: Option<String>,
}

/// Who has a set, those still out first.
pub fn blank_sets(opened: &mut Opened, ask: BlankSetsAsk) -> Result<Vec<BlankRow>, Failure> {
    Ok(edit::list(opened.db(), ask.period.as_deref())?)
}

/// Saves that a deputy got a set, or gave it back.
pub fn save_blank_set(opened: &mut Opened, draft: BlankDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let (id, name) = edit::save(tx, &draft)?;
        let label = format!("已保存空白本：{name}");
        Ok((Op::SaveBlankSet { name }, Saved { id, number: None, label, writes: Vec::new() }))
    })
}

/// Takes an entry off the list.
pub fn void_blank_set(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let what = format!("空白本 {}", edit::void(tx, &ask.id)?);
        let label = format!("已作废{what}");
        Ok((Op::Void { what }, Saved { id: ask.id.clone(), number: None, label, writes: Vec::new() }))
    })
}
