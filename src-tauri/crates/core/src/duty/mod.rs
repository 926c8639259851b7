//! 值班: who is away when, and who changed with whom. The duty itself is attendance of a reception day.

pub mod search;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// 请假: a deputy is away and is not rostered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Leave {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The deputy.
    pub person_id: String,
    /// First day.
    pub since: String,
    /// Last day.
    pub until: String,
    /// Why.
    pub reason: Option<String>,
}

fact!(Leave, "leave", "请假");

/// 调班: another deputy takes over a day, and may give one of theirs in return.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DutySwap {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The day that is taken over.
    pub activity_id: String,
    /// Who was rostered.
    pub person_id: String,
    /// Who takes over.
    pub by_person_id: String,
    /// The day given in return.
    pub other_activity_id: Option<String>,
    /// When it was agreed.
    pub agreed_on: String,
    /// Why.
    pub reason: Option<String>,
}

fact!(DutySwap, "duty_swap", "调班");
