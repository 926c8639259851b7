//! 常用语: texts that are used again, with fields in braces.

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// One text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Phrase {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Where it is offered: `reply`, `telling`, `reason` ….
    pub list: String,
    /// What it is called.
    pub title: String,
    /// The text, with fields in braces: `{承办单位}`.
    pub body: String,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(Phrase, "phrase", "常用语");
