//! 空白本: a deputy's bound set of blank forms, given out and returned.

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// One set given to a deputy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BlankSet {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The deputy.
    pub person_id: String,
    /// For when, as printed: `2026年`.
    pub period: String,
    /// 领取日期.
    pub given_on: String,
    /// 交回日期.
    pub returned_on: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

fact!(BlankSet, "blank_set", "空白本");
