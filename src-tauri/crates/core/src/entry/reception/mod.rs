//! A reception in one go: the day, the visit, who came, what they raised and what was said to it.

mod again;
mod check;
mod day;
mod decision;
mod id_number;
mod load;
mod raise;
mod save;

use serde::{Deserialize, Serialize};

use super::Writes;
use crate::error::Problem;

pub use check::{preview, problems};
pub use day::OnRoster;
pub use id_number::read as read_id_number;
pub use load::load;
pub use save::{save, void};

/// What the clerk types of one reception.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ReceptionDraft {
    /// The visit that is corrected; none for a new one.
    pub id: Option<String>,
    /// 接待日期.
    pub happened_on: String,
    /// 时间 as written.
    pub time: Option<String>,
    /// 来访形式, a code of list `visit_form`.
    pub form_id: Option<String>,
    /// 接待地点.
    pub site_id: Option<String>,
    /// 接待代表: keys of persons.
    pub deputies: Vec<String>,
    /// 接待代表 that the roster lacks, by name.
    pub other_deputies: Vec<String>,
    /// 人数; none = as many as parties.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub people: Option<i64>,
    /// 要求保密.
    pub confidential: bool,
    /// 集体来访: at most five speak for all (信访工作条例 art. 20).
    pub joint: bool,
    /// The 微信群 in which it was said.
    pub chat_group_id: Option<String>,
    /// 来信日期: the day on the letter.
    pub written_on: Option<String>,
    /// 来访人, at least one; one without a name is 匿名.
    pub parties: Vec<PartyDraft>,
    /// What was raised, at least one.
    pub matters: Vec<MatterOfVisit>,
    /// 记录人.
    pub recorder: Option<String>,
    /// 专项活动 that it belongs to.
    pub campaigns: Vec<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: why it is entered late.
    pub late_reason: Option<String>,
}

/// Who came, as given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "Party"))]
#[serde(default)]
pub struct PartyDraft {
    /// The party that is corrected.
    pub id: Option<String>,
    /// Name; none = 匿名.
    pub name: Option<String>,
    /// 男 or 女.
    pub sex: Option<String>,
    /// 年龄段.
    pub age_band: Option<String>,
    /// 村, as typed; made when the store lacks it.
    pub village: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 身份证号, only where the station has switched it on; a masked one stands for the number that is kept.
    pub id_number: Option<String>,
    /// The resident that they are: a clerk's act.
    pub resident_id: Option<String>,
}

/// One thing raised, and what was said or done about it on the spot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct MatterOfVisit {
    /// The matter that is corrected.
    pub id: Option<String>,
    /// 反映的主要问题, in the voter's own words.
    pub words: String,
    /// 问题类别.
    pub category_id: Option<String>,
    /// 诉求性质.
    pub nature_id: Option<String>,
    /// 处理方式.
    pub route_id: Option<String>,
    /// 承办单位, as typed; made when the store lacks it.
    pub unit: Option<String>,
    /// 答复 given on the spot, or where it was guided.
    pub reply: Option<String>,
    /// Places in `parties` of those who raised it; empty = all.
    pub parties: Vec<usize>,
    /// An earlier matter that this one repeats; both stay.
    pub same_as: Option<String>,
}

/// What saving would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReceptionPreview {
    /// What keeps it from being saved.
    pub problems: Vec<Problem>,
    /// What may be wrong, and may be saved all the same.
    pub doubts: Vec<Problem>,
    /// 将写入.
    pub writes: Vec<Writes>,
    /// The number that it has or would get.
    pub number: String,
    /// Who is rostered on that day at that site: who a new reception begins with.
    pub rostered: OnRoster,
}
