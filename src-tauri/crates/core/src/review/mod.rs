//! 审核: what the office says of one deputy's part in one fact, a row of form 8.

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// One part reviewed; one that nobody reviewed yet has none (待审).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Kind of the fact.
    pub fact_kind: String,
    /// The fact.
    pub fact_id: String,
    /// The deputy who took part in it.
    pub person_id: String,
    /// 通过 or 不通过.
    pub status: String,
    /// 审核人.
    pub reviewer: Option<String>,
    /// 审核日期.
    pub reviewed_on: String,
}

fact!(Review, "review", "履职审核");

/// What may be said of a part.
pub const STATUSES: [&str; 2] = ["通过", "不通过"];
