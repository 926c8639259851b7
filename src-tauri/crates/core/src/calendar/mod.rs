//! 日程: the reception rule of a site, as text; days are activities.

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// When a site receives voters, in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceptionRule {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The site.
    pub site_id: Option<String>,
    /// The rule in words.
    pub rule: String,
    /// Hours as written.
    pub hours: Option<String>,
    /// From when; none = from ever.
    pub since: Option<String>,
    /// Until when; none = still.
    pub until: Option<String>,
}

fact!(ReceptionRule, "reception_rule", "接待日规则");
