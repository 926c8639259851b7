//! 代表名册: who sits today, with what is still 待补.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::filter::is_meant;
use crate::store::Db;
use crate::text::{id_number, labels};

/// A deputy as the roster shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DeputyRow {
    /// The person.
    pub id: String,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Option<String>,
    /// 民族.
    pub nation: Option<String>,
    /// 出生年月, to the year, month or day.
    pub birth: Option<String>,
    /// 政治面貌.
    pub party: Option<String>,
    /// 学历.
    pub edu: Option<String>,
    /// 单位.
    pub unit: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 身份证号, masked; whole only in a listing.
    pub idno: Option<String>,
    /// 选区号 of the seat at the station's own level.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub constituency: Option<i64>,
    /// 代表小组.
    pub group: Option<String>,
    /// Levels: the station's own, then upwards.
    #[cfg_attr(feature = "bindings", ts(type = "('全国' | '省' | '市' | '县' | '镇')[]"))]
    pub levels: Vec<String>,
    /// Visits received this year.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub receptions: i64,
    /// Labels of fields that are 待补.
    pub missing: Vec<String>,
    /// Voided.
    pub voided: bool,
}

/// Which deputies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "DeputiesAsk"))]
#[serde(default)]
pub struct Filter {
    /// Name, unit, post, group or phone; or what the initials or the spelling of the name begin with.
    pub search: Option<String>,
    /// Only who sits at that level.
    pub level: Option<String>,
    /// Only of that group.
    pub team_id: Option<String>,
}

/// Who sits today, by constituency, then by entry. ID numbers are masked.
pub fn deputies(db: Db<'_>, filter: &Filter, today: NaiveDate) -> Result<Vec<DeputyRow>> {
    let mut rows = unmasked(db, filter.team_id.as_deref(), today)?;
    let wanted = filter.search.as_deref().map(|t| t.trim().to_lowercase()).filter(|t| !t.is_empty());
    rows.retain(|row| {
        let at_level = filter.level.as_ref().is_none_or(|level| row.levels.contains(level));
        at_level && wanted.as_deref().is_none_or(|text| says(row, text))
    });
    for row in &mut rows {
        row.idno = row.idno.as_deref().map(id_number);
    }
    Ok(rows)
}

/// The same with whole ID numbers, for a listing, which is recorded.
pub(crate) fn unmasked(db: Db<'_>, team_id: Option<&str>, today: NaiveDate) -> Result<Vec<DeputyRow>> {
    let given = named_params! { ":today": today.to_string(), ":team_id": team_id };
    let mut rows: Vec<DeputyRow> = db.all(include_str!("sql/roster.sql"), given)?;
    for row in &mut rows {
        row.missing = labels(&row.missing);
    }
    Ok(rows)
}

fn says(row: &DeputyRow, text: &str) -> bool {
    let written = [Some(&row.name), row.unit.as_ref(), row.post.as_ref(), row.group.as_ref(), row.phone.as_ref()];
    let found = written.into_iter().flatten().any(|value| value.to_lowercase().contains(text));
    found || is_meant(text, &row.name)
}
