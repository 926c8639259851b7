//! Whether the station writes down visitors' ID numbers. It does not unless somebody says so: 个人信息保护法 art. 6 asks for
//! the least that is needed, and nothing in 代表法 asks for these.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::{Db, Tx};

/// Setting under which it is kept.
const VISITOR_IDS: &str = "visitor_ids";

/// What the station says of taking in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct IntakeSetting {
    /// 登记来访人身份证号.
    pub visitor_ids: bool,
}

/// What the station says; nothing said is off.
///
/// # Errors
/// Those of the store.
pub fn load(db: Db<'_>) -> Result<IntakeSetting> {
    Ok(IntakeSetting { visitor_ids: db.setting(VISITOR_IDS)?.as_deref() == Some("1") })
}

/// Saves it. Numbers that stand already stay, masked.
///
/// # Errors
/// Those of the store.
pub fn save(tx: &mut Tx<'_>, says: &IntakeSetting) -> Result<()> {
    tx.set(VISITOR_IDS, if says.visitor_ids { "1" } else { "0" })
}
