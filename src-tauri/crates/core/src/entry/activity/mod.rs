//! An activity in one go: what, when, where, who was to come and who came.

mod check;
mod expected;
mod load;
mod save;

use super::opinion::OpinionDraft;
use serde::{Deserialize, Serialize};

pub use check::problems;
pub use expected::{ExpectedAsk, expected};
pub use load::load;
pub use save::{save, void};

/// What the clerk types of an activity; a reception day is typed as one of its own (`entry::day`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ActivityDraft {
    /// The activity that is corrected; none for a new one.
    pub id: Option<String>,
    /// 活动编号; none = given on saving.
    pub number: Option<String>,
    /// 活动类别, a code of list `activity`; empty = 其他.
    pub kind_id: String,
    /// 活动名称(主题).
    pub title: String,
    /// First day.
    pub since: String,
    /// Last day; none = the first.
    pub until: Option<String>,
    /// 时间 as written.
    pub hours: Option<String>,
    /// 会议期间 or 闭会期间.
    pub period: Option<String>,
    /// The session of the congress that it belongs to.
    pub session_id: Option<String>,
    /// 地点: a site.
    pub site_id: Option<String>,
    /// 地点 as written, where it is no site.
    pub place: Option<String>,
    /// 组织单位/召集人.
    pub organiser: Option<String>,
    /// 通知日期.
    pub notified_on: Option<String>,
    /// 主题 (带着主题走出去).
    pub theme: Option<String>,
    /// 活动内容与过程.
    pub content: Option<String>,
    /// 形成的意见建议 in words.
    pub outcome: Option<String>,
    /// 形成意见建议, how many.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub opinion_count: Option<i64>,
    /// 监督挽回资金, whole 分.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub recovered: Option<i64>,
    /// 宣传 reached so many households.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub households: Option<i64>,
    /// 宣传 reached so many people.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub people: Option<i64>,
    /// 报告转交与反馈.
    pub report: Option<String>,
    /// When the report was handed on.
    pub reported_on: Option<String>,
    /// 反馈期限.
    pub feedback_due: Option<String>,
    /// Half days that it took whoever came.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub half_days: Option<i64>,
    /// 列席/邀请人员.
    pub guests: Option<String>,
    /// 记录人.
    pub recorder: Option<String>,
    /// None: as planned; false: it did not take place.
    pub held: Option<bool>,
    /// 应到, in the order of the list.
    pub attendance: Vec<AttendanceDraft>,
    /// What was raised and becomes matters; one that the draft no longer has is voided.
    pub opinions: Vec<OpinionDraft>,
    /// Matters that it was about (答复会, 会前走访, 建议督办): keys.
    pub matters: Vec<String>,
    /// 专项活动 that it belongs to.
    pub campaigns: Vec<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: why it is entered late.
    pub late_reason: Option<String>,
}

/// One deputy of an activity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct AttendanceDraft {
    /// Key of the person.
    pub person_id: Option<String>,
    /// Name, where the roster lacks them.
    pub name: Option<String>,
    /// 应到.
    pub planned: bool,
    /// came, excused or absent; none = not marked.
    pub status: Option<String>,
    /// 请假事由.
    pub reason: Option<String>,
    /// In which level's capacity; none = the highest.
    pub capacity: Option<String>,
    /// Half days; none = those of the activity.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub half_days: Option<i64>,
    /// 列席.
    pub sits_in: bool,
    /// Place among those who did not come, where a paper list names them in an order of its own (an import says it).
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub absent_sort: Option<i64>,
}
