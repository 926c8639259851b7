//! 实事: the list.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;
use crate::text::labels;

pub use crate::filter::Filter;

/// A deed as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DeedRow {
    /// The deed.
    pub id: String,
    /// 办理日期.
    pub date: Option<String>,
    /// 代表, joined by 、.
    pub deputy: String,
    /// 实事类别.
    pub category: Option<String>,
    /// 实事内容.
    pub content: String,
    /// 实施地点(村).
    pub village: Option<String>,
    /// 涉及村数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub villages: Option<i64>,
    /// 受益户数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub households: Option<i64>,
    /// 受益人数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub people: Option<i64>,
    /// 投入资金, whole 分.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub money: Option<i64>,
    /// 资金来源.
    pub source: Option<String>,
    /// 完成情况.
    pub progress: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 专项活动.
    pub campaigns: Vec<String>,
    /// How many files.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub attachments: i64,
    /// Labels of fields that are 待补.
    pub missing: Vec<String>,
    /// 作废.
    pub voided: bool,
}

/// Deeds, the newest first; those without a date before all, since they are to be completed.
pub fn deeds(db: Db<'_>, filter: &Filter) -> Result<Vec<DeedRow>> {
    let mut rows: Vec<DeedRow> = db.all(include_str!("sql/list.sql"), filter.given().as_slice())?;
    rows.retain(|r| {
        let told = [&r.category, &r.village, &r.source, &r.note].map(|t| t.as_deref());
        let words = [&[Some(r.content.as_str())], told.as_slice()].concat();
        filter.finds(&words, r.deputy.split('、'))
    });
    for row in &mut rows {
        row.missing = if row.voided { Vec::new() } else { labels(&row.missing) };
    }
    Ok(rows)
}
