//! Activities and who came.

use station_core::Op;
use station_core::activity::list::{self, ActivityRow};
use station_core::entry::Saved;
use station_core::entry::activity::{self, ActivityDraft, AttendanceDraft, ExpectedAsk};
use station_core::filter::Filter;

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Activities, reception days among them, the newest first.
pub fn activities(opened: &mut Opened, ask: Filter) -> Result<Vec<ActivityRow>, Failure> {
    Ok(list::activities(opened.db(), &ask, opened.today())?)
}

/// One activity as it was entered.
pub fn activity(opened: &mut Opened, ask: OfFact) -> Result<ActivityDraft, Failure> {
    Ok(activity::load(opened.db(), &ask.id)?)
}

/// Who would be expected: all, a level, a group or a site.
pub fn expected(opened: &mut Opened, ask: ExpectedAsk) -> Result<Vec<AttendanceDraft>, Failure> {
    Ok(activity::expected(opened.db(), &ask, opened.today())?)
}

/// Saves an activity.
pub fn save_activity(opened: &mut Opened, typed: ActivityDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveActivity { title: typed.title.clone() }, activity::save(tx, &typed)?)))
}
