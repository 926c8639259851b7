//! 代表: mandates, and the dated memberships of a person.

pub mod edit;
pub mod order;
pub mod search;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// One seat of one person at one level.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mandate {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The person.
    pub person_id: String,
    /// Level of the congress.
    pub level: String,
    /// The term.
    pub term_id: Option<String>,
    /// The constituency.
    pub constituency_id: Option<String>,
    /// 选举单位, where not elected by a constituency.
    pub electing_body: Option<String>,
    /// 代表证号.
    pub certificate: Option<String>,
    /// 任职类别: 主席团成员, 副主席 …; none = an ordinary deputy.
    pub role: Option<String>,
    /// 当选 or 补选.
    pub began: Option<String>,
    /// 当选日期.
    pub elected_on: Option<String>,
    /// From when; none = from ever.
    pub since: Option<String>,
    /// Whether 连任; none = unknown.
    pub re_elected: Option<i64>,
    /// Until when; none = still.
    pub until: Option<String>,
    /// 不再担任原因 (代表法 art. 62), a code of list `end_reason`.
    pub end_reason_id: Option<String>,
    /// Place among its siblings.
    pub sort: Option<i64>,
    /// 备注.
    pub note: Option<String>,
}

fact!(Mandate, "mandate", "任职");

/// Group, delegation, work or own site of a person, for a time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The person.
    pub person_id: String,
    /// What kind it is.
    pub kind: String,
    /// The group or delegation.
    pub team_id: Option<String>,
    /// The site.
    pub site_id: Option<String>,
    /// 单位 as written.
    pub unit: Option<String>,
    /// 职务 as written.
    pub post: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// From when; none = from ever.
    pub since: Option<String>,
    /// Until when; none = still.
    pub until: Option<String>,
}

fact!(Membership, "membership", "任职情况");
