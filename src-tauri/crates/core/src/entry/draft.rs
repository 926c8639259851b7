//! What is being typed: kept outside of history, so that a killed process loses nothing.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::hand::Hand;
use crate::store::{Db, Store};

/// A form that was being filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Draft {
    /// Which form.
    pub form: String,
    /// Of which fact; empty for a new one.
    pub subject: String,
    /// When it was last kept.
    pub saved_at: String,
    /// The form's own draft.
    #[cfg_attr(feature = "bindings", ts(type = "unknown"))]
    pub body: Value,
}

/// All drafts, the newest first.
pub fn all(db: Db<'_>) -> Result<Vec<Draft>> {
    let rows: Vec<Draft> = db.all(include_str!("sql/drafts.sql"), [])?;
    rows.into_iter().map(parsed).collect()
}

fn parsed(draft: Draft) -> Result<Draft> {
    let text = draft.body.as_str().unwrap_or("null");
    let body = serde_json::from_str(text).map_err(|e| Error::BadRow { what: "draft", detail: e.to_string() })?;
    Ok(Draft { body, ..draft })
}

/// Keeps a draft over the one before it.
pub fn keep(store: &Store, hand: &Hand, (form, subject): (&str, &str), body: &Value) -> Result<()> {
    let text = body.to_string();
    store.beside().execute(include_str!("sql/keep_draft.sql"), [form, subject, &hand.stamp(), &text])?;
    Ok(())
}

/// Drops a draft: saved, or no longer wanted.
pub fn forget(store: &Store, (form, subject): (&str, &str)) -> Result<()> {
    store.beside().execute(include_str!("sql/drop_draft.sql"), [form, subject])?;
    Ok(())
}
