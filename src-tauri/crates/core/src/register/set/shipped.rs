//! The sets that ship, compiled in.

use serde::Deserialize;

use super::super::shipped::Shipped;
use super::{Body, RegisterSays, SHIPPED, Spelling};
use crate::error::{Error, Result};

/// A set that ships.
pub(super) struct ShippedSet {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) body: Body,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sets: Vec<SetSays>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetSays {
    id: String,
    name: String,
    #[serde(default)]
    spelling: Spelling,
    /// Which of the ten it has; none = all.
    forms: Option<Vec<String>>,
    #[serde(default)]
    registers: Vec<RegisterSays>,
}

/// All of them; the first is used by a station that says nothing.
pub(super) fn sets() -> Result<Vec<ShippedSet>> {
    let text = include_str!("../../../../../../assets/registers/sets.toml");
    let file: File = toml::from_str(text).map_err(|e| Error::BadAsset(e.to_string()))?;
    Ok(file.sets.into_iter().map(whole).collect())
}

fn whole(says: SetSays) -> ShippedSet {
    let left_out = |forms: &Vec<String>| {
        let keys = SHIPPED.iter().map(Shipped::key).filter(|key| !forms.contains(key));
        keys.map(|key| RegisterSays { key, shown: Some(false), ..RegisterSays::default() }).collect::<Vec<_>>()
    };
    let mut registers = says.forms.as_ref().map(left_out).unwrap_or_default();
    registers.extend(says.registers);
    ShippedSet { id: says.id, name: says.name, body: Body { spelling: says.spelling, registers } }
}
