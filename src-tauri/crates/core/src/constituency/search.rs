//! 选区 as a table.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;

/// A constituency as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DistrictRow {
    /// The constituency.
    pub id: String,
    /// 选区名称.
    pub name: Option<String>,
    /// 主席团联系成员, by name.
    pub contact: Option<String>,
    /// 现任代表 of any level who were elected here, by name.
    pub deputies: Vec<String>,
    /// 选区基本情况.
    pub situation: Option<String>,
    /// 主要民生问题清单.
    pub concerns: Option<String>,
    /// 选区号.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub no: i64,
    /// 居住 or 单位.
    pub kind: Option<String>,
    /// 所辖村组 as written.
    pub villages: String,
    /// 总人口.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub population: Option<i64>,
    /// 选民数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub voters: Option<i64>,
    /// 应选代表名额.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub seats: Option<i64>,
    /// 代表小组.
    pub group: Option<String>,
}

/// All constituencies by number, with who sits for them on `today`.
pub fn districts(db: Db<'_>, today: NaiveDate) -> Result<Vec<DistrictRow>> {
    db.all(include_str!("sql/districts.sql"), named_params! { ":today": today.to_string() })
}
