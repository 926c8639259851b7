//! Who may open the station; the key slots themselves lie in `station.keys`.

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// Who may open the station.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Name.
    pub name: String,
}

fact!(Account, "account", "账户");
