//! 人: once per human; deputies, officers of sites and contacts point here.

pub mod joined;
pub mod names;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// A human, once, whatever mandates and offices they hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// What the record says.
    #[serde(flatten)]
    pub says: PersonSays,
}

/// What a record says of a person; the same fields in the store and on the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct PersonSays {
    /// Name.
    pub name: String,
    /// How a rare character is written or spoken.
    pub name_note: Option<String>,
    /// 男 or 女.
    pub sex: Option<String>,
    /// 民族, a code of list `nation` (GB/T 3304).
    pub nation_id: Option<String>,
    /// 出生年月, to the year, month or day.
    pub birth: Option<String>,
    /// 籍贯.
    pub native_place: Option<String>,
    /// 政治面貌, a code of list `party` (GB/T 4762).
    pub party_id: Option<String>,
    /// 入党(派)时间.
    pub party_joined: Option<String>,
    /// 参加工作时间.
    pub work_started: Option<String>,
    /// 学历, a code of list `education` (GB/T 4658).
    pub education_id: Option<String>,
    /// 学位, a code of list `degree`.
    pub degree_id: Option<String>,
    /// 毕业院校及专业.
    pub school: Option<String>,
    /// 职称.
    pub title: Option<String>,
    /// 社会职务.
    pub social_posts: Option<String>,
    /// 职业构成, a code of list `occupation`.
    pub occupation_id: Option<String>,
    /// 身份证号 (GB 11643), 18 characters.
    pub id_number: Option<String>,
    /// Phone numbers as text, several separated by 、.
    pub phone: Option<String>,
    /// Address as written.
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
    /// Place in lists that the station gives by hand, before all others.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub list_order: Option<i64>,
}

fact!(Person, "person", "人员");

impl PersonSays {
    /// The same without blanks around, and with nothing where a text says nothing.
    pub fn tidy(&self) -> Self {
        let said = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        Self {
            name: self.name.trim().to_owned(),
            id_number: said(&self.id_number).map(|id| id.to_uppercase()),
            name_note: said(&self.name_note),
            sex: said(&self.sex),
            nation_id: said(&self.nation_id),
            birth: said(&self.birth),
            native_place: said(&self.native_place),
            party_id: said(&self.party_id),
            party_joined: said(&self.party_joined),
            work_started: said(&self.work_started),
            education_id: said(&self.education_id),
            degree_id: said(&self.degree_id),
            school: said(&self.school),
            title: said(&self.title),
            social_posts: said(&self.social_posts),
            occupation_id: said(&self.occupation_id),
            phone: said(&self.phone),
            address: said(&self.address),
            postcode: said(&self.postcode),
            email: said(&self.email),
            resume: said(&self.resume),
            honours: said(&self.honours),
            pledge: said(&self.pledge),
            note: said(&self.note),
            list_order: self.list_order,
        }
    }
}
