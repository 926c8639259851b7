//! 活动: a reception day is one; attendance says who was planned, came or was excused.

pub mod edit;
pub mod list;
pub mod search;

use serde::{Deserialize, Serialize};

use crate::store::{fact, flag};

/// When: while the congress is in session, or between sessions.
pub const PERIODS: [&str; 2] = ["会议期间", "闭会期间"];

/// How a deputy's part is marked.
pub const STATUSES: [&str; 3] = ["came", "excused", "absent"];

/// Something deputies did together; a reception day is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// 活动类别, a code of list `activity`.
    pub kind_id: String,
    /// 活动名称.
    pub title: String,
    /// First day.
    pub since: String,
    /// Last day.
    pub until: String,
    /// Date by the rule, where it was moved.
    pub planned_on: Option<String>,
    /// The rule it follows.
    pub rule_id: Option<String>,
    /// Hours as written.
    pub hours: Option<String>,
    /// The site.
    pub site_id: Option<String>,
    /// Place as written, where it is no site.
    pub place: Option<String>,
    /// None = by the roster, not confirmed; 1 held, 0 not held.
    pub held: Option<i64>,
    /// 组织单位/召集人.
    pub organiser: Option<String>,
    /// 通知日期.
    pub notified_on: Option<String>,
    /// 活动内容与过程.
    pub content: Option<String>,
    /// 形成的意见建议.
    pub outcome: Option<String>,
    /// 列席/邀请人员.
    pub guests: Option<String>,
    /// 记录人.
    pub recorder: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: the day it was entered.
    pub late_on: Option<String>,
    /// 补录: why late.
    pub late_reason: Option<String>,
    /// 活动编号, HD-2026-014; a reception day has none.
    pub number: Option<String>,
    /// 会议期间 or 闭会期间.
    pub period: Option<String>,
    /// The session (次) of the congress that it belongs to.
    pub session_id: Option<String>,
    /// 主题 (带着主题走出去).
    pub theme: Option<String>,
    /// 形成意见建议, how many.
    pub opinions: Option<i64>,
    /// 监督挽回资金, whole 分.
    pub recovered: Option<i64>,
    /// Households reached by 宣传.
    pub households: Option<i64>,
    /// People reached by 宣传.
    pub people: Option<i64>,
    /// 报告转交与反馈.
    pub report: Option<String>,
    /// When the report was handed on.
    pub reported_on: Option<String>,
    /// 反馈期限.
    pub feedback_due: Option<String>,
    /// Half days that it took whoever came.
    pub half_days: Option<i64>,
}

fact!(Activity, "activity", "活动");

/// One deputy's part in an activity: planned, came, excused.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attendance {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The activity.
    pub activity_id: String,
    /// The person.
    pub person_id: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Whether rostered or expected.
    #[serde(with = "flag")]
    pub planned: bool,
    /// came, excused or absent; none = not marked.
    pub status: Option<String>,
    /// Why excused.
    pub reason: Option<String>,
    /// In which level's capacity; none = the highest.
    pub capacity: Option<String>,
    /// Half days spent.
    pub half_days: Option<i64>,
    /// Place among its siblings.
    pub sort: i64,
    /// 列席: sat in without a vote.
    #[serde(with = "flag")]
    pub sits_in: bool,
    /// Place among those who did not come, where a paper list names them in an order of its own.
    pub absent_sort: Option<i64>,
}

fact!(Attendance, "attendance", "出勤");
