//! A good deed in one go.

mod load;
mod save;

use serde::{Deserialize, Serialize};

pub use load::load;
pub use save::{problems, save, void};

/// What the clerk types of a deed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DeedDraft {
    /// The deed that is corrected; none for a new one.
    pub id: Option<String>,
    /// 办理日期.
    pub happened_on: Option<String>,
    /// 代表: keys of persons.
    pub deputies: Vec<String>,
    /// 代表 whom the roster lacks, by name.
    pub other_deputies: Vec<String>,
    /// 实事类别, a code of list `deed`.
    pub category_id: Option<String>,
    /// 实事内容.
    pub content: String,
    /// 实施地点(村), as typed.
    pub village: Option<String>,
    /// 地点 as written, where it is no village.
    pub place: Option<String>,
    /// 涉及村数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub villages: Option<i64>,
    /// 受益户数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub households: Option<i64>,
    /// 受益人数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub people: Option<i64>,
    /// 投入资金, whole 分.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub money: Option<i64>,
    /// 资金来源.
    pub source_id: Option<String>,
    /// 已完成 or 推进中.
    pub progress: Option<String>,
    /// 关联来源: the visit that asked for it.
    pub visit_id: Option<String>,
    /// 关联来源: the matter that asked for it.
    pub matter_id: Option<String>,
    /// 专项活动.
    pub campaigns: Vec<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: why it is entered late.
    pub late_reason: Option<String>,
}
