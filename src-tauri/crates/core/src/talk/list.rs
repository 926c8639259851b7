//! 谈心室: the list.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;
use crate::text::labels;

pub use crate::filter::Filter;

/// A talk as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TalkRow {
    /// The talk.
    pub id: String,
    /// 编号.
    pub number: String,
    /// 日期.
    pub date: String,
    /// 地点.
    pub place: Option<String>,
    /// 当事人, joined by 、.
    pub parties: Option<String>,
    /// 事由.
    pub subject: String,
    /// 矛盾类型.
    pub kind: Option<String>,
    /// 参与代表, joined by 、.
    pub deputy: String,
    /// 结果.
    pub result: Option<String>,
    /// 回访日期.
    pub follow_up_on: Option<String>,
    /// 回访情况.
    pub follow_up: Option<String>,
    /// 要求保密.
    pub confidential: bool,
    /// How many files: the signed agreement.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub attachments: i64,
    /// Labels of fields that are 待补.
    pub missing: Vec<String>,
    /// 作废.
    pub voided: bool,
}

/// Talks, the newest first; voided ones keep their number.
///
/// # Errors
/// Those of the store.
pub fn talks(db: Db<'_>, filter: &Filter) -> Result<Vec<TalkRow>> {
    let mut rows: Vec<TalkRow> = db.all(include_str!("sql/list.sql"), filter.given().as_slice())?;
    rows.retain(|r| {
        let told = [&r.kind, &r.result, &r.place].map(|t| t.as_deref());
        let words = [&[Some(r.number.as_str()), Some(&r.subject)], told.as_slice()].concat();
        let names = r.parties.iter().flat_map(|joined| joined.split('、'));
        filter.finds(&words, names.chain(r.deputy.split('、')))
    });
    for row in &mut rows {
        row.missing = if row.voided { Vec::new() } else { labels(&row.missing) };
    }
    Ok(rows)
}
