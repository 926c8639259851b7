//! What is being typed.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use station_core::entry::draft::{self, Draft};

use crate::desk::Opened;
use crate::failure::Failure;

/// Which draft.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfDraft {
    /// Which form.
    pub form: String,
    /// Of which fact; empty for a new one.
    pub subject: String,
}

/// A draft to keep.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KeepDraft {
    /// Which form.
    pub form: String,
    /// Of which fact; empty for a new one.
    pub subject: String,
    /// The form's own draft.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub body: Value,
}

/// All drafts, the newest first.
pub fn drafts(opened: &mut Opened, _: ()) -> Result<Vec<Draft>, Failure> {
    Ok(draft::all(opened.db())?)
}

/// Keeps a draft.
pub fn save_draft(opened: &mut Opened, ask: KeepDraft) -> Result<(), Failure> {
    Ok(draft::keep(&opened.store, &opened.hand(), (&ask.form, &ask.subject), &ask.body)?)
}

/// Drops a draft.
pub fn drop_draft(opened: &mut Opened, ask: OfDraft) -> Result<(), Failure> {
    Ok(draft::forget(&opened.store, (&ask.form, &ask.subject))?)
}
