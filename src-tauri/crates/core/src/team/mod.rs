//! 小组: deputies' groups and delegations (`group` is a word of SQL, hence `team`).

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// A deputies' group (代表小组) or delegation (代表团).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Team {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// What kind it is.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(Team, "team", "小组");
