//! A deputy's record in one go: the person, the dated memberships, the mandates.

mod load;
mod save;

use serde::{Deserialize, Serialize};

use crate::person::PersonSays;

pub use load::load;
pub use save::{problems, save, void};

/// What the clerk types of a deputy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DeputyDraft {
    /// The person that is corrected; none for a new one.
    pub id: Option<String>,
    /// What the record says of the person; the name is the only thing that must be there.
    #[serde(flatten)]
    pub person: PersonSays,
    /// 单位.
    pub unit: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// 代表小组.
    pub team_id: Option<String>,
    /// Office in the group.
    pub team_role: Option<String>,
    /// Own site.
    pub site_id: Option<String>,
    /// None: 更正; a date: 变动 from then.
    pub changed_on: Option<String>,
    /// 任职, one for each level.
    pub mandates: Vec<MandateDraft>,
}

/// One seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct MandateDraft {
    /// The mandate that is corrected.
    pub id: Option<String>,
    /// 层级.
    pub level: String,
    /// 选区.
    pub constituency_id: Option<String>,
    /// 选举单位.
    pub electing_body: Option<String>,
    /// 代表证号.
    pub certificate: Option<String>,
    /// 任职类别: 主席团成员, 副主席 …
    pub role: Option<String>,
    /// 当选 or 补选.
    pub began: Option<String>,
    /// 当选日期.
    pub elected_on: Option<String>,
    /// 连任.
    pub re_elected: Option<bool>,
    /// From when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// 不再担任原因.
    pub end_reason_id: Option<String>,
}
