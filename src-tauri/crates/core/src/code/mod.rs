//! 字典: editable lists. What ships has a text key (`route.on_the_spot`) and can be hidden, never deleted.

pub mod edit;
pub mod list;

use serde::{Deserialize, Serialize};

use crate::store::{fact, flag};

/// 履职类别, which kinds of what deputies do are counted as.
pub const PERFORMANCE: &str = "performance";

/// Lists whose entries count as one of them.
pub const COUNTED: [&str; 3] = ["activity", "contact_way", "deed"];

/// The lists as a clerk calls them, in the order of the settings.
pub const LISTS: [(&str, &str); 24] = [
    ("activity", "活动类别"),
    (PERFORMANCE, "履职类别"),
    ("visit_form", "来访形式"),
    ("category", "问题类别"),
    ("nature", "诉求性质"),
    ("route", "处理方式"),
    ("way", "告知方式"),
    ("grade", "满意度"),
    ("result", "办理结果"),
    ("contact_way", "联系方式"),
    ("contact_route", "联系意见的处理去向"),
    ("standing_kind", "联系对象类型"),
    ("pairing_kind", "结对类型"),
    ("motion", "议案种类"),
    ("deed", "实事类别"),
    ("fund_source", "资金来源"),
    ("conflict", "矛盾类型"),
    ("talk_result", "谈心结果"),
    ("nation", "民族"),
    ("party", "政治面貌"),
    ("education", "学历"),
    ("degree", "学位"),
    ("occupation", "职业构成"),
    ("end_reason", "不再担任原因"),
];

/// What a clerk calls a list; none where there is no such list.
pub fn list_label(list: &str) -> Option<&'static str> {
    LISTS.iter().find(|(key, _)| *key == list).map(|(_, label)| *label)
}

/// One entry of an editable list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Code {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Which list: `nation`, `party`, `route` …
    pub list: String,
    /// As shown and printed.
    pub label: String,
    /// Code in the national standard, where there is one.
    pub standard: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
    /// No longer offered; still shown where used.
    #[serde(with = "flag")]
    pub hidden: bool,
    /// Of a kind of activity, contact or deed: which of the thirteen 履职类别 it counts as.
    pub counts_as: Option<String>,
}

fact!(Code, "code", "字典条目");
