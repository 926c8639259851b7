//! 单位: offices that handle matters.

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// An office that handles matters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Name.
    pub name: String,
    /// Who answers for the unit.
    pub contact_person: Option<String>,
    /// Phone numbers as text, several separated by 、.
    pub phone: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(Unit, "unit", "单位");
