//! 联系: contacts made, standing contacts and pairings, visits to constituencies.

use chrono::NaiveDate;
use rusqlite::ToSql;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;
use crate::text::labels;

pub use crate::filter::Filter;

/// A contact made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ContactRow {
    /// The contact.
    pub id: String,
    /// 联系日期.
    pub date: String,
    /// 代表, joined by 、.
    pub deputy: String,
    /// 联系方式.
    pub way: Option<String>,
    /// 选民姓名; of a pairing the deputy who was contacted.
    pub voter: Option<String>,
    /// 人数.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub people: i64,
    /// 户数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub households: Option<i64>,
    /// 村, else the place.
    pub village: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 宣传内容.
    pub promoted: Option<String>,
    /// 选民反映的意见.
    pub opinion: Option<String>,
    /// 处理去向.
    pub route: Option<String>,
    /// 办理与反馈结果.
    pub outcome: Option<String>,
    /// 小组内交流汇报日期.
    pub reported_on: Option<String>,
    /// 记录人.
    pub recorder: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// Matters that came of it, by key.
    pub matters: Vec<String>,
    /// 专项活动.
    pub campaigns: Vec<String>,
    /// Labels of fields that are 待补.
    pub missing: Vec<String>,
    /// 作废.
    pub voided: bool,
}

/// A standing contact or pairing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StandingRow {
    /// The standing contact.
    pub id: String,
    /// With a deputy.
    pub pairing: bool,
    /// 代表姓名.
    pub deputy: String,
    /// Their key.
    pub person_id: String,
    /// 选区.
    pub constituency: Option<String>,
    /// 选民姓名(户主), or the other deputy.
    pub whom: String,
    /// 性别.
    pub sex: Option<String>,
    /// 出生年.
    pub birth: Option<String>,
    /// 政治面貌.
    pub party: Option<String>,
    /// 家庭人口.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub household: Option<i64>,
    /// 村.
    pub village: Option<String>,
    /// 住址(村组).
    pub address: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 类型.
    pub kind: Option<String>,
    /// 建立联系日期.
    pub since: Option<String>,
    /// 终止日期.
    pub until: Option<String>,
    /// 年度联系目标次数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub target: Option<i64>,
    /// 已联系 this year.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub made: i64,
    /// 主要情况与需求.
    pub situation: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 专项活动.
    pub campaigns: Vec<String>,
    /// 作废.
    pub voided: bool,
}

/// A visit to a constituency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ConstituencyVisitRow {
    /// The visit.
    pub id: String,
    /// 日期.
    pub date: String,
    /// 选区: 第3选区.
    pub constituency: String,
    /// 代表, joined by 、.
    pub deputy: String,
    /// 走访村组.
    pub places: Option<String>,
    /// 走访户数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub households: Option<i64>,
    /// 座谈人数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub people: Option<i64>,
    /// 收集意见条数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub opinions: Option<i64>,
    /// 解决条数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub settled: Option<i64>,
    /// 走访情况.
    pub content: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// Matters that came of it, by key.
    pub matters: Vec<String>,
    /// 专项活动.
    pub campaigns: Vec<String>,
    /// 作废.
    pub voided: bool,
}

/// Contacts made, the newest first.
pub fn contacts(db: Db<'_>, filter: &Filter) -> Result<Vec<ContactRow>> {
    let mut rows: Vec<ContactRow> = db.all(include_str!("sql/contacts.sql"), filter.given().as_slice())?;
    rows.retain(|r| {
        let told = [&r.way, &r.village, &r.phone, &r.promoted, &r.opinion, &r.outcome, &r.note].map(|t| t.as_deref());
        filter.finds(&told, names(&r.deputy).chain(r.voter.as_deref()))
    });
    for row in &mut rows {
        row.missing = if row.voided { Vec::new() } else { labels(&row.missing) };
    }
    Ok(rows)
}

/// Standing contacts and pairings, by constituency and deputy, with the contacts made in the year of `today`.
pub fn standing(db: Db<'_>, filter: &Filter, today: NaiveDate) -> Result<Vec<StandingRow>> {
    let today = today.to_string();
    let today: [(&str, &dyn ToSql); 1] = [(":today", &today)];
    let given = [filter.given().as_slice(), &today].concat();
    let mut rows: Vec<StandingRow> = db.all(include_str!("sql/standing.sql"), given.as_slice())?;
    rows.retain(|r| {
        let told = [&r.village, &r.address, &r.phone, &r.kind, &r.situation, &r.note].map(|t| t.as_deref());
        filter.finds(&told, [r.deputy.as_str(), &r.whom])
    });
    Ok(rows)
}

/// Visits to constituencies, the newest first; `kind` of the filter is a constituency.
pub fn constituency_visits(db: Db<'_>, filter: &Filter) -> Result<Vec<ConstituencyVisitRow>> {
    let mut rows: Vec<ConstituencyVisitRow> =
        db.all(include_str!("sql/constituency_visits.sql"), filter.given().as_slice())?;
    rows.retain(|r| {
        let told = [&r.places, &r.content, &r.note].map(|t| t.as_deref());
        let words = [&[Some(r.constituency.as_str())], told.as_slice()].concat();
        filter.finds(&words, names(&r.deputy))
    });
    Ok(rows)
}

/// Names that a list joins.
fn names(joined: &str) -> impl Iterator<Item = &str> {
    joined.split('、')
}
