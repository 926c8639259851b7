//! Names as the store holds them, and which of their characters are rare.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;

pub use crate::text::uncommon;

/// A name that the store holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Kind of the fact that writes it: `person`, `resident`, `visit`, `contact`.
    pub kind: String,
    /// The fact.
    pub id: String,
    /// The name.
    pub name: String,
    /// How a rare character is written or spoken, where somebody said so.
    pub note: Option<String>,
}

/// Every name of a deputy, resident or visitor.
pub fn names(db: Db<'_>) -> Result<Vec<Named>> {
    db.all(include_str!("sql/names.sql"), [])
}
