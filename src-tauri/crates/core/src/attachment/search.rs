//! 附件: those of a fact, photos of persons, and every file that must lie beside the store.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use station_table::FactRef;

use super::{Attachment, Role};
use crate::error::{Error, Result};
use crate::store::Db;

/// A file of a fact as its list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AttachmentRow {
    /// The attachment.
    pub id: String,
    /// Name of the file as it came.
    pub name: String,
    /// Media type: `image/jpeg`, `application/pdf` …
    pub media: String,
    /// Size in bytes of what is shown.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub bytes: i64,
    /// 说明.
    pub caption: Option<String>,
    /// Place among its siblings.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub sort: i64,
    /// What it is to the fact.
    pub role: Role,
    /// The whole picture was kept.
    pub original: bool,
    /// When it was attached.
    pub created: String,
}

/// A sealed file, and the name that a clerk knows it by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Content {
    /// Name of the sealed file.
    pub content: String,
    /// Name as it came.
    pub name: String,
}

/// The files of a fact, a person's photo first.
pub fn rows(db: Db<'_>, fact: &FactRef) -> Result<Vec<AttachmentRow>> {
    Ok(of_fact(db, fact)?.into_iter().map(row).collect())
}

fn row(a: Attachment) -> AttachmentRow {
    let role = if a.role == Role::Photo.key() { Role::Photo } else { Role::File };
    let Attachment { id, name, media, bytes, caption, sort, created, original, .. } = a;
    AttachmentRow { id, name, media, bytes, caption, sort, role, original: original.is_some(), created }
}

/// The attachments of a fact.
pub(super) fn of_fact(db: Db<'_>, fact: &FactRef) -> Result<Vec<Attachment>> {
    db.all(include_str!("sql/of_fact.sql"), [&fact.kind, &fact.id])
}

/// Names of the sealed files that hold the photos of persons, by person.
pub fn photos(db: Db<'_>, persons: &[String]) -> Result<BTreeMap<String, String>> {
    #[derive(Deserialize)]
    struct Photo {
        person_id: String,
        content: String,
    }
    let list = serde_json::to_string(persons).map_err(|e| Error::BadRow { what: "person", detail: e.to_string() })?;
    let found: Vec<Photo> = db.all(include_str!("sql/photos.sql"), [list])?;
    Ok(found.into_iter().map(|p| (p.person_id, p.content)).collect())
}

/// Every sealed file that must lie beside the store.
pub fn contents(db: Db<'_>) -> Result<Vec<Content>> {
    db.all(include_str!("sql/contents.sql"), [])
}
