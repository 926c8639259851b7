//! 字典: editable lists. What ships has a text key (`route.on_the_spot`) and can be hidden, never deleted.

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::{fact, flag};

/// One entry of an editable list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Code {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Which list: `nation`, `party`, `route` …
    pub list: String,
    /// As shown and printed.
    pub label: String,
    /// Code in the national standard, where there is one.
    pub standard: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
    /// No longer offered; still shown where used.
    #[serde(with = "flag")]
    pub hidden: bool,
}

fact!(Code, "code", "字典条目");
