//! 谈心室: who quarrelled about what, who mediated, and what came of it.

pub mod list;

use serde::{Deserialize, Serialize};

use crate::person::joined::joined;
use crate::store::{fact, flag};

/// The sides of a quarrel.
pub const SIDES: [&str; 2] = [FIRST_SIDE, "乙方"];

/// The side of one of whom nothing else is said.
pub const FIRST_SIDE: &str = "甲方";

/// One talk.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Talk {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// 编号, TX-2026-001.
    pub number: String,
    /// The day.
    pub happened_on: String,
    /// Time as written.
    pub time: Option<String>,
    /// The site.
    pub site_id: Option<String>,
    /// Where, if not at a site.
    pub place: Option<String>,
    /// 事由.
    pub subject: String,
    /// 矛盾类型, a code of list `conflict`.
    pub kind_id: Option<String>,
    /// 特邀人员: 派出所, 司法所 ….
    pub guests: Option<String>,
    /// 过程.
    pub process: Option<String>,
    /// 结果, a code of list `talk_result`.
    pub result_id: Option<String>,
    /// 协议 in words; the signed paper is an attachment.
    pub agreement: Option<String>,
    /// 回访日期.
    pub follow_up_on: Option<String>,
    /// 回访情况.
    pub follow_up: Option<String>,
    /// 要求保密.
    #[serde(with = "flag")]
    pub confidential: bool,
    /// 记录人.
    pub recorder: Option<String>,
    /// The matter from which it came.
    pub matter_id: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: the day it was entered.
    pub late_on: Option<String>,
    /// 补录: why late.
    pub late_reason: Option<String>,
}

fact!(Talk, "talk", "谈心记录");

/// One of those who quarrelled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TalkParty {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The talk.
    pub talk_id: String,
    /// On which side: 甲方, 乙方 ….
    pub side: String,
    /// Name as given.
    pub name: String,
    /// Phone numbers as text.
    pub phone: Option<String>,
    /// The village.
    pub place_id: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(TalkParty, "talk_party", "当事人");

joined!(TalkDeputy, "talk_deputy", talk_id, "参与代表", "A deputy who mediated.");
