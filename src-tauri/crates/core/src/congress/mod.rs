//! 届次: congresses, their terms and sessions.

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// Levels of congresses in the order of the law (代表法 art. 2), the highest first.
pub const LEVELS: [&str; 5] = ["全国", "省", "市", "县", "镇"];

/// A people's congress.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Congress {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Level of the congress.
    pub level: String,
    /// Name.
    pub name: String,
}

fact!(Congress, "congress", "人民代表大会");

/// 届: five years of a congress (代表法 art. 2).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The congress.
    pub congress_id: String,
    /// Which one: 第五届, 第三次 …
    pub ordinal: i64,
    /// From when; none = from ever.
    pub since: Option<String>,
    /// Until when; none = still.
    pub until: Option<String>,
}

fact!(Term, "term", "届次");

/// 次: one session of a term.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The term.
    pub term_id: String,
    /// Which one: 第五届, 第三次 …
    pub ordinal: i64,
    /// From when; none = from ever.
    pub since: Option<String>,
    /// Until when; none = still.
    pub until: Option<String>,
}

fact!(Session, "session", "会次");
