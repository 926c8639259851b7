//! A contact made, with a voter or with a deputy.

mod check;
mod keep;
mod load;
mod save;

use super::opinion::OpinionDraft;
use serde::{Deserialize, Serialize};

pub use check::problems;
pub use load::load;
pub use save::{save, void};

/// What the clerk types of a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ContactDraft {
    /// The contact that is corrected; none for a new one.
    pub id: Option<String>,
    /// 联系日期.
    pub happened_on: String,
    /// 代表: keys of persons.
    pub deputies: Vec<String>,
    /// 代表 whom the roster lacks, by name.
    pub other_deputies: Vec<String>,
    /// 联系方式, a code of list `contact_way`.
    pub way_id: Option<String>,
    /// 选民姓名.
    pub voter: Option<String>,
    /// The resident, where the clerk says that it is them.
    pub resident_id: Option<String>,
    /// The deputy who was contacted (结对).
    pub partner_id: Option<String>,
    /// 人数; none = 1.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub people: Option<i64>,
    /// 户数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub households: Option<i64>,
    /// 村, as typed; made when the store lacks it.
    pub village: Option<String>,
    /// 地点 as written, where it is no village.
    pub place: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 宣传内容.
    pub promoted: Option<String>,
    /// 选民反映的意见.
    pub opinion: Option<String>,
    /// 处理去向, a code of list `contact_route`.
    pub route_id: Option<String>,
    /// 办理与反馈结果.
    pub outcome: Option<String>,
    /// 小组内交流汇报日期.
    pub reported_on: Option<String>,
    /// 记录人.
    pub recorder: Option<String>,
    /// 列入表5: the voter (or the other deputy) becomes a standing contact of these deputies, unless they are already.
    pub keep: bool,
    /// What was raised and becomes matters; one that the draft no longer has is voided.
    pub opinions: Vec<OpinionDraft>,
    /// 专项活动 that it belongs to.
    pub campaigns: Vec<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: why it is entered late.
    pub late_reason: Option<String>,
}
