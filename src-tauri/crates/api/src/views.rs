//! How somebody left a table.

use serde::{Deserialize, Serialize};
use station_core::view as core;

use crate::desk::Opened;
use crate::failure::Failure;

/// Which table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfView {
    /// The face's own key of the table.
    pub key: String,
}

/// A view to keep.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KeepView {
    /// The face's own key of the table.
    pub key: String,
    /// The face's own text.
    pub value: String,
}

/// What was kept for a table.
pub fn view(opened: &mut Opened, ask: OfView) -> Result<Option<String>, Failure> {
    Ok(core::of(opened.db(), &ask.key)?)
}

/// Keeps it over what was kept before.
pub fn keep_view(opened: &mut Opened, ask: KeepView) -> Result<(), Failure> {
    Ok(core::keep(&opened.store, &ask.key, &ask.value)?)
}
