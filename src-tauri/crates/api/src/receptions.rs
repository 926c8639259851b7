//! Visits and letters, and reception days.

use station_core::Op;
use station_core::activity::search::{DayRow, days as days_between};
use station_core::entry::Saved;
use station_core::entry::day::{self, DayDraft};
use station_core::entry::reception::{self as entry, ReceptionDraft, ReceptionPreview};
use station_core::reception::search::{self, Filter, VisitRow};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::{Between, OfFact};

/// Visits, the newest first.
pub fn visits(opened: &mut Opened, ask: Filter) -> Result<Vec<VisitRow>, Failure> {
    Ok(search::visits(opened.db(), &ask)?)
}

/// One reception as it was entered.
pub fn reception(opened: &mut Opened, ask: OfFact) -> Result<ReceptionDraft, Failure> {
    Ok(entry::load(opened.db(), &ask.id)?)
}

/// What saving would do.
pub fn preview_reception(opened: &mut Opened, draft: ReceptionDraft) -> Result<ReceptionPreview, Failure> {
    Ok(entry::preview(opened.db(), &draft, opened.today())?)
}

/// Saves a reception.
pub fn save_reception(opened: &mut Opened, typed: ReceptionDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = entry::save(tx, &typed)?;
        Ok((Op::SaveReception { number: saved.number.clone().unwrap_or_default() }, saved))
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
