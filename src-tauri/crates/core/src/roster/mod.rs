//! 值班排班: who is to receive on which day: proposed evenly, with every wish that could not be met; what stands of it.

pub mod ask;
pub mod balance;
pub(crate) mod deputies;
pub mod gaps;
pub mod propose;
mod receives;
pub mod stands;
#[cfg(test)]
mod tests;
pub mod wishes;

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;

/// Who sits together: deputies of the station's own level, and of the level above it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "RosterLevels"))]
#[serde(default)]
pub struct Levels {
    /// `镇代表`.
    pub own: String,
    /// `县级以上代表`: all levels above.
    pub upper: String,
}

impl Levels {
    /// Those of this station.
    pub(crate) fn load(db: Db<'_>) -> Result<Self> {
        let level = db.setting("level")?.unwrap_or_else(|| "镇".to_owned());
        let upper = match level.as_str() {
            "镇" => "县级以上",
            "县" => "市级以上",
            "市" => "省级以上",
            _ => "全国",
        };
        Ok(Self { own: format!("{level}代表"), upper: format!("{upper}代表") })
    }

    /// Of the own level, or of those above.
    pub(crate) fn of(&self, upper: bool) -> &str {
        if upper { &self.upper } else { &self.own }
    }
}
