//! 站点: the station, its points and village stations, and their people.

pub mod edit;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// A station, point or village station.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Site {
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
    /// The village.
    pub place_id: Option<String>,
    /// Address as written.
    pub address: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(Site, "site", "站点");

/// Who runs a site: 站长, 联络员.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SiteOfficer {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The site.
    pub site_id: String,
    /// The person.
    pub person_id: String,
    /// Role.
    pub role: String,
    /// From when; none = from ever.
    pub since: Option<String>,
    /// Until when; none = still.
    pub until: Option<String>,
}

fact!(SiteOfficer, "site_officer", "站点人员");
