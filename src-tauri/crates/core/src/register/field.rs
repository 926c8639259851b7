//! The label, width, mask and kind of every field, read once from `assets/fields.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use station_table::{Format, Mask};

use crate::error::{Error, Result};

/// What `fields.toml` says of one field; how office files call it concerns `intake` only.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct FieldSays {
    key: String,
    /// Chinese label.
    pub(crate) label: String,
    format: String,
    /// Width in millimetres on paper.
    pub(crate) width: f32,
    /// What the values are, for the editions.
    #[serde(default)]
    pub(crate) mask: Mask,
}

impl FieldSays {
    /// How values read from such a field are shown.
    pub(crate) fn shown(&self) -> Format {
        match self.format.as_str() {
            "number" => Format::Number,
            "date" | "day" | "days" => Format::Date,
            "money" => Format::Money,
            _ => Format::Text,
        }
    }
}

#[derive(Deserialize)]
struct File {
    fields: Vec<FieldSays>,
}

type Fields = std::result::Result<HashMap<String, FieldSays>, String>;

static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("../../../../../assets/fields.toml")).map_err(|e| format!("fields.toml: {e}"))?;
    Ok(file.fields.into_iter().map(|f| (f.key.clone(), f)).collect())
});

/// The field of that key, when `fields.toml` has it.
pub(crate) fn field(key: &str) -> Result<Option<&'static FieldSays>> {
    FIELDS.as_ref().map(|all| all.get(key)).map_err(|e| Error::BadAsset(e.clone()))
}

/// The label of a field; its key where `fields.toml` lacks it.
pub(crate) fn label(key: &str) -> Result<String> {
    Ok(field(key)?.map_or_else(|| key.to_owned(), |f| f.label.clone()))
}
