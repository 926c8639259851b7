//! 附件: photos, scans and documents of a fact; the bytes lie encrypted beside the store, by content.

pub mod edit;
pub mod prepare;
pub mod search;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// What a file is to its fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "AttachmentRole"))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 照片: the one photo of a person.
    Photo,
    /// Any other photo, scan or document.
    File,
}

impl Role {
    /// As the store keeps it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::File => "file",
        }
    }
}

/// One file of a fact.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Kind of the fact.
    pub fact_kind: String,
    /// The fact.
    pub fact_id: String,
    /// `photo` for the one photo of a person, else `file`.
    pub role: String,
    /// Keyed hash of the bytes, which names the encrypted file.
    pub content: String,
    /// Keyed hash of the whole picture, where it was kept beside the smaller one.
    pub original: Option<String>,
    /// Name of the file as it came.
    pub name: String,
    /// Media type: `image/jpeg`, `application/pdf` …
    pub media: String,
    /// Size in bytes.
    pub bytes: i64,
    /// 说明.
    pub caption: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(Attachment, "attachment", "附件");
