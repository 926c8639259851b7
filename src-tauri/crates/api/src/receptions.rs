//! Visits and letters, and reception days.

use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::activity::search::{DayRow, days as days_between};
use station_core::entry::day::{self, DayDraft};
use station_core::entry::reception::{self as entry, ReceptionDraft, ReceptionPreview};
use station_core::entry::{Saved, draft};
use station_core::reception::search::{self, VisitRow};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::{Between, OfFact};

/// Which visits.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct VisitsAsk {
    /// From that day.
    pub from: Option<String>,
    /// To that day.
    pub to: Option<String>,
    /// Only at that site.
    pub site_id: Option<String>,
    /// Visitor, words, village, phone or number.
    pub search: Option<String>,
}

/// Visits, the newest first.
pub fn visits(opened: &mut Opened, ask: VisitsAsk) -> Result<Vec<VisitRow>, Failure> {
    let filter = search::Filter { from: ask.from, to: ask.to, site_id: ask.site_id, search: ask.search };
    Ok(search::visits(opened.db(), &filter)?)
}

/// One reception as it was entered.
pub fn reception(opened: &mut Opened, ask: OfFact) -> Result<ReceptionDraft, Failure> {
    Ok(entry::load(opened.db(), &ask.id)?)
}

/// What saving would do.
pub fn preview_reception(opened: &mut Opened, draft: ReceptionDraft) -> Result<ReceptionPreview, Failure> {
    Ok(entry::preview(opened.db(), &draft, opened.today())?)
}

/// Saves a reception, and drops the draft it was typed in.
pub fn save_reception(opened: &mut Opened, typed: ReceptionDraft) -> Result<Saved, Failure> {
    let saved = opened.write(|tx| {
        let saved = entry::save(tx, &typed)?;
        Ok((Op::SaveReception { number: saved.number.clone().unwrap_or_default() }, saved))
    })?;
    draft::forget(&opened.store, ("reception", typed.id.as_deref().unwrap_or_default()))?;
    Ok(saved)
}

/// Voids a reception.
pub fn void_visit(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| {
        entry::void(tx, &ask.id)
            .map(|saved| (Op::Void { what: saved.label.trim_start_matches("已作废").trim().to_owned() }, saved))
    })
}

/// Reception days of a period.
pub fn days(opened: &mut Opened, ask: Between) -> Result<Vec<DayRow>, Failure> {
    Ok(days_between(opened.db(), (&ask.from, &ask.to))?)
}

/// Saves a reception day.
pub fn save_day(opened: &mut Opened, draft: DayDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveDay { date: draft.date.clone() }, day::save(tx, &draft)?)))
}
