//! 谈心室: one talk in one go: the parties, who mediated, what came of it.

mod load;
mod save;

use serde::{Deserialize, Serialize};

pub use load::load;
pub use save::{problems, save, void};

/// What the clerk types of a talk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct TalkDraft {
    /// The talk that is corrected; none for a new one.
    pub id: Option<String>,
    /// 日期.
    pub happened_on: String,
    /// 时间 as written.
    pub time: Option<String>,
    /// 地点: a site.
    pub site_id: Option<String>,
    /// 地点 as written, where it is no site.
    pub place: Option<String>,
    /// 事由.
    pub subject: String,
    /// 矛盾类型, a code of list `conflict`.
    pub kind_id: Option<String>,
    /// 当事人 of both sides.
    pub parties: Vec<TalkPartyDraft>,
    /// 参与代表: keys of persons.
    pub deputies: Vec<String>,
    /// 参与代表 whom the roster lacks, by name.
    pub other_deputies: Vec<String>,
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
    pub confidential: bool,
    /// 记录人.
    pub recorder: Option<String>,
    /// The matter from which it came.
    pub matter_id: Option<String>,
    /// 专项活动 that it belongs to.
    pub campaigns: Vec<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: why it is entered late.
    pub late_reason: Option<String>,
}

/// One of those who quarrelled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "TalkParty"))]
#[serde(default)]
pub struct TalkPartyDraft {
    /// The party that is corrected.
    pub id: Option<String>,
    /// On which side: 甲方 or 乙方; empty = 甲方.
    pub side: String,
    /// Name as given.
    pub name: String,
    /// 村, as typed; made when the store lacks it.
    pub village: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
}
