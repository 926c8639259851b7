//! 群众: a person or household with whom the station keeps in touch.

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// A resident, or a household by its head.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Resident {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// 选民姓名(户主).
    pub name: String,
    /// 男 or 女.
    pub sex: Option<String>,
    /// 出生年, or as exactly as known.
    pub birth: Option<String>,
    /// 政治面貌.
    pub party_id: Option<String>,
    /// 家庭人口.
    pub household: Option<i64>,
    /// 村.
    pub place_id: Option<String>,
    /// 住址(村组) as written.
    pub address: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

fact!(Resident, "resident", "群众");
