//! 微信群: the list.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;

/// A group as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChatGroupRow {
    /// The group.
    pub id: String,
    /// Its name.
    pub name: String,
    /// 片区 or village, without 村.
    pub area: Option<String>,
    /// How many members.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub members: Option<i64>,
    /// 负责代表, joined by 、.
    pub deputy: String,
    /// How many receptions came out of it.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub visits: i64,
    /// The newest of those.
    pub last: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

/// Groups in the order of the clerk; voided ones are gone.
///
/// # Errors
/// Those of the store.
pub fn chat_groups(db: Db<'_>) -> Result<Vec<ChatGroupRow>> {
    db.all(include_str!("sql/list.sql"), [])
}
