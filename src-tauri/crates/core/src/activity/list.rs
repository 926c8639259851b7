//! 活动: the list, reception days among them.

use chrono::NaiveDate;
use rusqlite::ToSql;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;
use crate::text::labels;

pub use crate::filter::Filter;

/// An activity as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ActivityRow {
    /// The activity.
    pub id: String,
    /// 活动编号.
    pub number: Option<String>,
    /// First day.
    pub date: String,
    /// Last day.
    pub until: String,
    /// 活动名称.
    pub title: String,
    /// 活动类别.
    pub kind: String,
    /// Its key.
    pub kind_id: String,
    /// 地点.
    pub place: Option<String>,
    /// The site, where it is one.
    pub site_id: Option<String>,
    /// 会议期间 or 闭会期间.
    pub period: Option<String>,
    /// 参加代表 (应到), by name.
    pub expected: Vec<String>,
    /// Those who did not come, by name.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Why, where all that are absent say the same; else each with theirs.
    #[serde(default)]
    pub reason: Option<String>,
    /// 应到.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub planned: i64,
    /// 实到.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub came: i64,
    /// 请假.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub excused: i64,
    /// 缺席.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub away: i64,
    /// Not marked yet.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub unmarked: i64,
    /// 活动内容.
    pub content: Option<String>,
    /// 主题.
    pub theme: Option<String>,
    /// 形成的意见建议.
    pub outcome: Option<String>,
    /// How many.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub opinions: Option<i64>,
    /// 监督挽回资金, whole 分.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub recovered: Option<i64>,
    /// 专项活动.
    pub campaigns: Vec<String>,
    /// False: did not take place.
    pub held: Option<bool>,
    /// How many files.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub attachments: i64,
    /// Labels of fields that are 待补.
    pub missing: Vec<String>,
    /// 作废.
    pub voided: bool,
}

#[derive(Deserialize)]
struct Raw {
    away_for: Vec<Away>,
    #[serde(flatten)]
    row: ActivityRow,
}

/// Who did not come, and why.
#[derive(Deserialize)]
struct Away {
    name: String,
    reason: Option<String>,
}

/// Activities, the newest first; a reception day by its roster where nobody marked otherwise, once its date has come.
pub fn activities(db: Db<'_>, filter: &Filter, today: NaiveDate) -> Result<Vec<ActivityRow>> {
    let today = today.to_string();
    let today: [(&str, &dyn ToSql); 1] = [(":today", &today)];
    let given = [filter.given().as_slice(), &today].concat();
    let raw: Vec<Raw> = db.all(include_str!("sql/list.sql"), given.as_slice())?;
    let rows = raw.into_iter().map(row);
    Ok(rows.filter(|row| is_found(filter, row)).collect())
}

fn row(raw: Raw) -> ActivityRow {
    let mut row = raw.row;
    row.reason = reason(&raw.away_for);
    row.absent = raw.away_for.into_iter().map(|away| away.name).collect();
    row.missing = if row.voided { Vec::new() } else { labels(&row.missing) };
    row
}

/// One reason where all say the same, else each with theirs: `甲（因病）、乙（外出）`.
fn reason(away: &[Away]) -> Option<String> {
    let first = away.first()?.reason.clone();
    if away.iter().all(|a| a.reason == first) {
        return first;
    }
    let each = away.iter().map(|a| match &a.reason {
        Some(reason) => format!("{}（{reason}）", a.name),
        None => a.name.clone(),
    });
    Some(each.collect::<Vec<_>>().join("、"))
}

fn is_found(filter: &Filter, row: &ActivityRow) -> bool {
    let told = [&row.number, &row.place, &row.content, &row.theme, &row.outcome].map(|t| t.as_deref());
    let words = [&[Some(row.title.as_str()), Some(&row.kind)], told.as_slice()].concat();
    filter.finds(&words, row.expected.iter().map(String::as_str))
}
