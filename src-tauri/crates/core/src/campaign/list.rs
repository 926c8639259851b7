//! 专项活动: the list.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;

/// A campaign as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CampaignRow {
    /// The campaign.
    pub id: String,
    /// 名称.
    pub name: String,
    /// From when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// How many facts belong to it.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub facts: i64,
    /// 作废.
    pub voided: bool,
}

/// All campaigns, the newest first.
pub fn campaigns(db: Db<'_>) -> Result<Vec<CampaignRow>> {
    db.all(include_str!("sql/list.sql"), [])
}
