//! A deputy's record in one go: the person, the dated memberships, the mandates.

mod load;
mod save;

use serde::{Deserialize, Serialize};

pub use load::load;
pub use save::{LEVELS, problems, save, void};

/// What the clerk types of a deputy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DeputyDraft {
    /// The person that is corrected; none for a new one.
    pub id: Option<String>,
    /// 姓名, the only thing that must be there.
    pub name: String,
    /// 生僻字说明.
    pub name_note: Option<String>,
    /// 男 or 女.
    pub sex: Option<String>,
    /// 民族.
    pub nation_id: Option<String>,
    /// 出生年月.
    pub birth: Option<String>,
    /// 籍贯.
    pub native_place: Option<String>,
    /// 政治面貌.
    pub party_id: Option<String>,
    /// 入党(派)时间.
    pub party_joined: Option<String>,
    /// 参加工作时间.
    pub work_started: Option<String>,
    /// 学历.
    pub education_id: Option<String>,
    /// 学位.
    pub degree_id: Option<String>,
    /// 毕业院校及专业.
    pub school: Option<String>,
    /// 职称.
    pub title: Option<String>,
    /// 社会职务.
    pub social_posts: Option<String>,
    /// 职业构成.
    pub occupation_id: Option<String>,
    /// 身份证号.
    pub id_number: Option<String>,
    /// 手机号码.
    pub phone: Option<String>,
    /// 通讯地址.
    pub address: Option<String>,
    /// 邮编.
    pub postcode: Option<String>,
    /// 邮箱.
    pub email: Option<String>,
    /// 个人简历.
    pub resume: Option<String>,
    /// 奖惩情况.
    pub honours: Option<String>,
    /// 履职承诺.
    pub pledge: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 单位.
    pub unit: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// 代表小组.
    pub team_id: Option<String>,
    /// Office in the group.
    pub team_role: Option<String>,
    /// Own site.
    pub site_id: Option<String>,
    /// None: 更正; a date: 变动 from then.
    pub changed_on: Option<String>,
    /// 任职, one for each level.
    pub mandates: Vec<MandateDraft>,
}

/// One seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct MandateDraft {
    /// The mandate that is corrected.
    pub id: Option<String>,
    /// 层级.
    pub level: String,
    /// 选区.
    pub constituency_id: Option<String>,
    /// 选举单位.
    pub electing_body: Option<String>,
    /// 代表证号.
    pub certificate: Option<String>,
    /// 当选 or 补选.
    pub began: Option<String>,
    /// 当选日期.
    pub elected_on: Option<String>,
    /// 连任.
    pub re_elected: Option<bool>,
    /// From when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// 不再担任原因.
    pub end_reason_id: Option<String>,
}
