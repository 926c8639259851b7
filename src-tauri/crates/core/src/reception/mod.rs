//! 接待: visits and letters, who came and in whose hands.

pub mod acceptance;
pub mod search;
pub mod setting;
pub mod similar;

use serde::{Deserialize, Serialize};

use crate::person::joined::joined;
use crate::store::{fact, flag};

/// One visit or letter (批次).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// 登记编号, JD-2023-0001.
    pub number: String,
    /// The day.
    pub happened_on: String,
    /// Time as written.
    pub time: Option<String>,
    /// 来访形式, a code of list `visit_form`.
    pub form_id: Option<String>,
    /// The site.
    pub site_id: Option<String>,
    /// The activity.
    pub activity_id: Option<String>,
    /// 人数.
    pub people: i64,
    /// 要求保密.
    #[serde(with = "flag")]
    pub confidential: bool,
    /// 记录人.
    pub recorder: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: the day it was entered.
    pub late_on: Option<String>,
    /// 补录: why late.
    pub late_reason: Option<String>,
    /// 集体来访: at most five are named to speak for all (信访工作条例 art. 20).
    #[serde(with = "flag")]
    pub joint: bool,
    /// The 微信群 in which it was said.
    pub chat_group_id: Option<String>,
    /// 来信日期: the day on the letter.
    pub written_on: Option<String>,
}

fact!(Visit, "visit", "接待");

joined!(VisitDeputy, "visit_deputy", visit_id, "接待代表", "A deputy in whose hands a visit was.");

/// Who came; name, phone and village as given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The visit.
    pub visit_id: String,
    /// Name as given; none = 匿名.
    pub name: Option<String>,
    /// 男 or 女.
    pub sex: Option<String>,
    /// 年龄段.
    pub age_band: Option<String>,
    /// The village.
    pub place_id: Option<String>,
    /// Address as written.
    pub address: Option<String>,
    /// Phone numbers as text, several separated by 、.
    pub phone: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
    /// The resident that a clerk linked.
    pub resident_id: Option<String>,
    /// 身份证号; only where the station has switched it on.
    pub id_number: Option<String>,
}

fact!(Party, "party", "来访人");
