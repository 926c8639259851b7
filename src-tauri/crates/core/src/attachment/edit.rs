//! Attaching files to a fact, saying what they show, voiding them.

use station_table::FactRef;

use super::{Attachment, Role};
use crate::activity::Activity;
use crate::constituency::Constituency;
use crate::contact::{ConstituencyVisit, Contact, StandingContact};
use crate::deed::Deed;
use crate::error::{Error, Result};
use crate::matter::Matter;
use crate::person::Person;
use crate::reception::Visit;
use crate::store::{Db, Tx};
use crate::talk::Talk;

/// A file that lies sealed beside the store, to be attached.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// Name of the sealed file.
    pub content: String,
    /// Name of the sealed file that holds the whole picture.
    pub original: Option<String>,
    /// Its name as it came.
    pub name: String,
    /// Media type.
    pub media: &'static str,
    /// Size in bytes.
    pub bytes: i64,
}

/// Attaches a file behind those that a fact has; its key. The photo of a person takes the place of the one before it.
///
/// # Errors
/// `Missing` when there is no such fact, or its kind has no files.
pub fn attach(tx: &mut Tx<'_>, fact: &FactRef, (role, file): (Role, Sealed)) -> Result<String> {
    exists(tx.db(), fact)?;
    let siblings: Vec<Attachment> = super::search::of_fact(tx.db(), fact)?;
    if role == Role::Photo {
        for old in siblings.iter().filter(|a| a.role == Role::Photo.key()) {
            tx.void::<Attachment>(&old.id)?;
        }
    }
    let (id, created) = tx.fresh();
    let sort = siblings.iter().map(|a| a.sort + 1).max().unwrap_or(0);
    let Sealed { content, original, name, media, bytes } = file;
    tx.insert(&Attachment {
        id: id.clone(),
        created,
        fact_kind: fact.kind.clone(),
        fact_id: fact.id.clone(),
        role: role.key().to_owned(),
        content,
        original,
        name,
        media: media.to_owned(),
        bytes,
        sort,
        ..Attachment::default()
    })?;
    Ok(id)
}

/// Says what a file shows, and where it stands among its siblings.
pub fn say(tx: &mut Tx<'_>, id: &str, (caption, sort): (Option<String>, i64)) -> Result<Attachment> {
    let said = Attachment { caption, sort, ..tx.db().get(id)? };
    tx.update(&said)?;
    Ok(said)
}

/// Voids an attachment; its sealed file stays, so that it can be brought back.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Attachment> {
    let attachment: Attachment = tx.db().get(id)?;
    tx.void::<Attachment>(id)?;
    Ok(attachment)
}

/// Whether a fact that may have files is there.
fn exists(db: Db<'_>, fact: &FactRef) -> Result<()> {
    let id = fact.id.as_str();
    match fact.kind.as_str() {
        "person" => db.get::<Person>(id).map(drop),
        "activity" => db.get::<Activity>(id).map(drop),
        "visit" => db.get::<Visit>(id).map(drop),
        "contact" => db.get::<Contact>(id).map(drop),
        "standing_contact" => db.get::<StandingContact>(id).map(drop),
        "constituency" => db.get::<Constituency>(id).map(drop),
        "constituency_visit" => db.get::<ConstituencyVisit>(id).map(drop),
        "matter" => db.get::<Matter>(id).map(drop),
        "deed" => db.get::<Deed>(id).map(drop),
        "talk" => db.get::<Talk>(id).map(drop),
        _ => Err(Error::Missing("记录")),
    }
}
