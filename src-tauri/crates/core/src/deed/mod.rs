//! 实事: who did what for how many villages, households and people, with what money.

pub mod list;

use serde::{Deserialize, Serialize};

use crate::person::joined::joined;
use crate::store::fact;

/// 完成情况.
pub const PROGRESS: [&str; 2] = ["已完成", "推进中"];

/// One good deed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Deed {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// 办理日期.
    pub happened_on: Option<String>,
    /// 实事类别, a code of list `deed`.
    pub category_id: Option<String>,
    /// 实事内容.
    pub content: String,
    /// 实施地点(村).
    pub place_id: Option<String>,
    /// Place as written, where it is no village.
    pub place: Option<String>,
    /// 涉及村数.
    pub villages: Option<i64>,
    /// 受益户数.
    pub households: Option<i64>,
    /// 受益人数.
    pub people: Option<i64>,
    /// 投入资金, whole 分.
    pub money: Option<i64>,
    /// 资金来源, a code of list `fund_source`.
    pub source_id: Option<String>,
    /// 完成情况: 已完成 or 推进中.
    pub progress: Option<String>,
    /// 关联来源: the visit that asked for it.
    pub visit_id: Option<String>,
    /// 关联来源: the matter that asked for it.
    pub matter_id: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: the day it was entered.
    pub late_on: Option<String>,
    /// 补录: why late.
    pub late_reason: Option<String>,
}

fact!(Deed, "deed", "实事");

joined!(DeedDeputy, "deed_deputy", deed_id, "实事代表", "A deputy who did a deed.");
