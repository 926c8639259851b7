//! 事项: what was raised, and its life in rounds, assignments and steps.
//!
//! State, deadline and next actor are derived from the steps, never stored.

pub mod clock;
pub mod edit;
pub mod late;
pub mod life;
pub mod ranking;
pub mod read;
mod row;
pub mod rules;
pub mod search;
mod shown;
pub mod signatures;
#[cfg(test)]
mod tests;
mod told;

use serde::{Deserialize, Serialize};

use crate::store::{fact, flag};

/// What a matter may be.
pub const KINDS: [&str; 5] = [HEARD, "建议", "批评", "意见", "议案"];

/// What voters say; the other kinds are what deputies put forward.
pub const HEARD: &str = "社情民意";

/// Whether a matter of a kind is asked for: 建议 stands for all that deputies put forward, nothing for every kind.
fn is_asked(kind: &str, asked: Option<&str>) -> bool {
    match asked {
        Some("建议") => kind != HEARD,
        Some(asked) => kind == asked,
        None => true,
    }
}

/// Whatever was raised.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Matter {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// 社情民意, 建议, 批评, 意见 or 议案.
    pub kind: String,
    /// 建议编号, 5-3-007.
    pub number: Option<String>,
    /// 案由; none = the words stand for it.
    pub title: Option<String>,
    /// In the voter's own words; or the words of a step.
    pub words: Option<String>,
    /// 问题类别, a code of list `category`.
    pub category_id: Option<String>,
    /// 诉求性质, a code of list `nature`.
    pub nature_id: Option<String>,
    /// 提出日期.
    pub submitted_on: Option<String>,
    /// The session.
    pub session_id: Option<String>,
    /// 会议期间 or 闭会期间.
    pub period: Option<String>,
    /// 公开意见.
    pub publicity: Option<String>,
    /// 要求保密.
    #[serde(with = "flag")]
    pub confidential: bool,
    /// 备注.
    pub note: Option<String>,
    /// 是否多年提出: 否, 两年, 三年 or 三年以上.
    pub repeated: Option<String>,
    /// 希望加强沟通.
    #[serde(with = "flag")]
    pub talk_wanted: bool,
    /// 仅供参考,不需书面答复.
    #[serde(with = "flag")]
    pub no_written_reply: bool,
    /// 重点督办.
    #[serde(with = "flag")]
    pub supervised: bool,
    /// 督办领导.
    pub supervisor: Option<String>,
    /// 报告人代会日期.
    pub congress_on: Option<String>,
    /// 公开日期.
    pub published_on: Option<String>,
    /// 按信访件办理 (信访工作条例).
    #[serde(with = "flag")]
    pub petition: bool,
    /// 议案, 质询案 …: a code of list `motion`.
    pub motion_id: Option<String>,
}

fact!(Matter, "matter", "事项");

/// What raised a matter: a visit's party, an activity, a deputy, a contact or a visit to the constituency; exactly one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Raised {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The matter.
    pub matter_id: String,
    /// A party of a visit.
    pub party_id: Option<String>,
    /// The activity.
    pub activity_id: Option<String>,
    /// The person.
    pub person_id: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
    /// A contact made.
    pub contact_id: Option<String>,
    /// A visit to a constituency.
    pub constituency_visit_id: Option<String>,
}

fact!(Raised, "raised", "事项来源");

/// A deputy of a matter: 领衔, 附议 or 接单.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MatterDeputy {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The matter.
    pub matter_id: String,
    /// The person.
    pub person_id: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Role.
    pub role: String,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(MatterDeputy, "matter_deputy", "事项代表");

/// One round of handling; a second where the first did not satisfy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The matter.
    pub matter_id: String,
    /// Which one: 第五届, 第三次 …
    pub ordinal: i64,
}

fact!(Round, "round", "办理轮次");

/// What was handed on to a unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Assignment {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The round.
    pub round_id: String,
    /// The unit; none = 待补.
    pub unit_id: Option<String>,
    /// Role.
    pub role: String,
    /// 承办人.
    pub handler: Option<String>,
}

fact!(Assignment, "assignment", "承办");

/// One dated step of a matter's life.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The round.
    pub round_id: String,
    /// The assignment, where there is one.
    pub assignment_id: Option<String>,
    /// The key of a [`rules::Kind`].
    pub kind: String,
    /// The day.
    pub happened_on: String,
    /// 处理方式, a code of list `route`.
    pub route_id: Option<String>,
    /// Who was told.
    pub raised_id: Option<String>,
    /// How told, a code of list `way`.
    pub way_id: Option<String>,
    /// By whom.
    pub by_whom: Option<String>,
    /// In the voter's own words; or the words of a step.
    pub words: Option<String>,
    /// 文号.
    pub document: Option<String>,
    /// 办理结果 A–D, a code of list `result`.
    pub result_id: Option<String>,
    /// 满意度, a code of list `grade`.
    pub grade_id: Option<String>,
    /// Deadline as printed or notified.
    pub due_on: Option<String>,
    /// Its rule and article.
    pub due_rule: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
    /// 办理态度, a code of list `grade`; 办理结果 is `grade_id`.
    pub attitude_id: Option<String>,
    /// The office to which somebody was guided.
    pub unit_id: Option<String>,
    /// 催办 of which level, from 1.
    pub level: Option<i64>,
    /// 承诺: what the unit promised beside its reply.
    pub promised: Option<String>,
    /// Until when it promised that.
    pub promised_on: Option<String>,
    /// The activity in which it happened: 答复会, 面商.
    pub activity_id: Option<String>,
}

fact!(Step, "step", "办理步骤");

/// Two matters that belong together and stay two.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MatterLink {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The later one.
    pub matter_id: String,
    /// The earlier one.
    pub earlier_id: String,
    /// `again`: the same person once more; `same`: the same thing from others; `from`: the suggestion made of it.
    pub kind: String,
}

fact!(MatterLink, "matter_link", "关联事项");

/// A matter that an activity (答复会, 会前走访) was about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActivityMatter {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The activity.
    pub activity_id: String,
    /// The matter.
    pub matter_id: String,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(ActivityMatter, "activity_matter", "活动事项");
