//! 联系: standing contacts (with a resident; with a deputy, which is a pairing), contacts made, visits to the constituency.

pub mod list;

use serde::{Deserialize, Serialize};

use crate::person::joined::joined;
use crate::store::fact;

/// Whom a deputy keeps in touch with: a resident, or a deputy (结对); exactly one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StandingContact {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The deputy who keeps in touch.
    pub person_id: String,
    /// 联系对象类型, a code of list `standing_kind`; of a pairing `pairing_kind`.
    pub kind_id: Option<String>,
    /// The resident.
    pub resident_id: Option<String>,
    /// The other deputy.
    pub partner_id: Option<String>,
    /// 建立联系日期.
    pub since: Option<String>,
    /// 终止日期.
    pub until: Option<String>,
    /// 年度联系目标次数.
    pub target: Option<i64>,
    /// 主要情况与需求.
    pub situation: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

fact!(StandingContact, "standing_contact", "联系对象");

/// One contact made, with a voter or with a deputy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// 联系日期.
    pub happened_on: String,
    /// 联系方式, a code of list `contact_way`.
    pub way_id: Option<String>,
    /// 选民姓名 as given.
    pub voter: Option<String>,
    /// The resident, where somebody said that it is them.
    pub resident_id: Option<String>,
    /// The deputy who was contacted.
    pub partner_id: Option<String>,
    /// 人数.
    pub people: i64,
    /// 户数.
    pub households: Option<i64>,
    /// 村.
    pub place_id: Option<String>,
    /// Place as written, where it is no village.
    pub place: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 宣传内容.
    pub promoted: Option<String>,
    /// 选民反映的意见.
    pub opinion: Option<String>,
    /// 处理去向, a code of list `contact_route`.
    pub route_id: Option<String>,
    /// 办理与反馈结果.
    pub outcome: Option<String>,
    /// 小组内交流汇报日期.
    pub reported_on: Option<String>,
    /// 记录人.
    pub recorder: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: the day it was entered.
    pub late_on: Option<String>,
    /// 补录: why late.
    pub late_reason: Option<String>,
}

fact!(Contact, "contact", "联系");

joined!(ContactDeputy, "contact_deputy", contact_id, "联系代表", "A deputy who made a contact.");

/// A visit to a constituency.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConstituencyVisit {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The constituency.
    pub constituency_id: String,
    /// 日期.
    pub happened_on: String,
    /// 走访村组.
    pub places: Option<String>,
    /// 走访户数.
    pub households: Option<i64>,
    /// 座谈人数.
    pub people: Option<i64>,
    /// 收集意见条数.
    pub opinions: Option<i64>,
    /// 解决条数.
    pub settled: Option<i64>,
    /// 走访情况.
    pub content: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: the day it was entered.
    pub late_on: Option<String>,
    /// 补录: why late.
    pub late_reason: Option<String>,
}

fact!(ConstituencyVisit, "constituency_visit", "走访选区");

joined!(
    ConstituencyVisitDeputy,
    "constituency_visit_deputy",
    constituency_visit_id,
    "走访代表",
    "A deputy who visited a constituency."
);
