//! 地点: villages, communities and areas.

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// A village, community or area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// What kind it is.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Place that holds it.
    pub parent_id: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(Place, "place", "地点");
