//! What was raised, and its life in steps.

use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::entry::Saved;
use station_core::entry::matter::{self as entry, MatterDraft};
use station_core::entry::step::{self, StepDraft};
use station_core::matter::search::{self, MatterRow, MatterShown};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Which matters.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct MattersAsk {
    /// Only of that kind; `建议` stands for everything that deputies submit.
    pub kind: Option<String>,
    /// Only in that state.
    pub state: Option<String>,
    /// Title, words, number or name.
    pub search: Option<String>,
    /// Raised from that day.
    pub from: Option<String>,
    /// Raised to that day.
    pub to: Option<String>,
}

/// Matters, the newest first.
pub fn matters(opened: &mut Opened, ask: MattersAsk) -> Result<Vec<MatterRow>, Failure> {
    let MattersAsk { kind, state, search, from, to } = ask;
    Ok(search::matters(opened.db(), &search::Filter { kind, state, search, from, to })?)
}

/// One matter with its steps.
pub fn matter(opened: &mut Opened, ask: OfFact) -> Result<MatterShown, Failure> {
    Ok(search::matter(opened.db(), &ask.id)?)
}

/// One suggestion as it was entered.
pub fn matter_draft(opened: &mut Opened, ask: OfFact) -> Result<MatterDraft, Failure> {
    Ok(entry::load(opened.db(), &ask.id)?)
}

/// Saves a suggestion.
pub fn save_matter(opened: &mut Opened, draft: MatterDraft) -> Result<Saved, Failure> {
    let title = draft.title.clone().or_else(|| draft.words.clone()).unwrap_or_default();
    opened.write(|tx| Ok((Op::SaveMatter { title }, entry::save(tx, &draft)?)))
}

/// Saves a step.
pub fn save_step(opened: &mut Opened, draft: StepDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveStep { step: draft.kind.label().to_owned() }, step::save(tx, &draft)?)))
}

/// Voids the last step.
pub fn void_step(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| {
        step::void(tx, &ask.id)
            .map(|saved| (Op::Void { what: saved.label.trim_start_matches("已作废").trim().to_owned() }, saved))
    })
}
