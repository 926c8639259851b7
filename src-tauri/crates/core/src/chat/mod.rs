//! 微信群: groups of a 片区 in which voters speak, with the deputies in charge.

pub mod list;
pub mod paste;

use serde::{Deserialize, Serialize};

use crate::person::joined::joined;
use crate::store::fact;

/// A group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChatGroup {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Its name.
    pub name: String,
    /// 片区 or village.
    pub place_id: Option<String>,
    /// How many members.
    pub members: Option<i64>,
    /// 备注.
    pub note: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(ChatGroup, "chat_group", "微信群");

joined!(ChatGroupDeputy, "chat_group_deputy", chat_group_id, "微信群代表", "A deputy in charge of a group.");
