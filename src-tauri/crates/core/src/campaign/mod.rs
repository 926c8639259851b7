//! 专项活动: a tag on any fact, by which registers and reports can be filtered.

pub mod edit;
pub mod list;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// A campaign.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Its name.
    pub name: String,
    /// From when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

fact!(Campaign, "campaign", "专项活动");

/// One fact that belongs to a campaign.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CampaignFact {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The campaign.
    pub campaign_id: String,
    /// `activity`, `visit`, `contact`, `deed` …
    pub fact_kind: String,
    /// The fact.
    pub fact_id: String,
}

fact!(CampaignFact, "campaign_fact", "专项活动标记");
