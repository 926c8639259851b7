//! What was raised, and its life in steps.

use station_core::Op;
use station_core::entry::Saved;
use station_core::entry::matter::{self as entry, MatterDraft};
use station_core::entry::step::{self, StepDraft, StepPreview};
use station_core::matter::ranking::{self, Ranking, RankingAsk};
use station_core::matter::search::{self, Filter, MatterRow, MatterShown};

use crate::desk::Opened;
use crate::facts::void;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Matters, the newest first.
pub fn matters(opened: &mut Opened, ask: Filter) -> Result<Vec<MatterRow>, Failure> {
    Ok(search::matters(opened.db(), &ask, opened.today())?)
}

/// One matter with its steps.
pub fn matter(opened: &mut Opened, ask: OfFact) -> Result<MatterShown, Failure> {
    Ok(search::matter(opened.db(), &ask.id, opened.today())?)
}

/// The board of the four orders: what is open, and what was closed within the last month.
pub fn matter_board(opened: &mut Opened, _: ()) -> Result<Vec<MatterRow>, Failure> {
    Ok(search::board(opened.db(), opened.today())?)
}

/// How the units handled what was handed to them.
pub fn unit_ranking(opened: &mut Opened, ask: RankingAsk) -> Result<Ranking, Failure> {
    Ok(ranking::ranking(opened.db(), &ask, opened.today())?)
}

/// One step as it was entered.
pub fn step_draft(opened: &mut Opened, ask: OfFact) -> Result<StepDraft, Failure> {
    Ok(step::draft(opened.db(), &ask.id)?)
}

/// What saving a step would do.
pub fn preview_step(opened: &mut Opened, draft: StepDraft) -> Result<StepPreview, Failure> {
    Ok(step::preview(opened.db(), &draft, opened.today())?)
}

/// One suggestion as it was entered.
pub fn matter_draft(opened: &mut Opened, ask: OfFact) -> Result<MatterDraft, Failure> {
    Ok(entry::load(opened.db(), &ask.id)?)
}

/// Saves a suggestion.
pub fn save_matter(opened: &mut Opened, typed: MatterDraft) -> Result<Saved, Failure> {
    let title = typed.title.clone().or_else(|| typed.words.clone()).unwrap_or_default();
    opened.write(|tx| Ok((Op::SaveMatter { title }, entry::save(tx, &typed)?)))
}

/// Saves a step.
pub fn save_step(opened: &mut Opened, draft: StepDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let step = step::called(tx.db(), &draft.matter_id, draft.kind)?.to_owned();
        Ok((Op::SaveStep { step }, step::save(tx, &draft)?))
    })
}

/// Voids the last step.
pub fn void_step(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    void(opened, |tx| step::void(tx, &ask.id))
}
