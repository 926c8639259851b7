//! Photos, scans and documents of facts.

mod kept;

use std::collections::BTreeMap;
use std::path::PathBuf;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use station_core::attachment::edit::{self, Sealed};
use station_core::attachment::prepare::{self, Given, LARGEST, Prepared, prepare};
use station_core::attachment::search::{self, AttachmentRow};
use station_core::attachment::{Attachment, Role};
use station_core::{Error, Op};
use station_machine::{FileError, files};
use station_table::{Cell, Document, FactRef, Part, Picture};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Files to attach.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AttachAsk {
    /// Kind of the fact.
    pub kind: String,
    /// Its key.
    pub id: String,
    /// What they are to it.
    pub role: Role,
    /// Where they are, or what was pasted.
    pub files: Vec<FileGiven>,
    /// Keep whole pictures beside the smaller ones.
    #[serde(default)]
    pub keep_original: bool,
}

/// A file on the disk by its path, or one that was pasted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum FileGiven {
    /// Where it is.
    Path(PathBuf),
    /// What was pasted.
    Pasted {
        /// A name for it.
        name: String,
        /// Its bytes.
        base64: String,
    },
}

/// What was attached.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Attached {
    /// What the clerk is told: `已添加附件 签到表.jpg`.
    pub label: String,
    /// The files that the fact has now.
    pub rows: Vec<AttachmentRow>,
}

/// Which file, and whether the whole picture is meant.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AttachmentAsk {
    /// The attachment.
    pub id: String,
    /// The whole picture, where it was kept.
    #[serde(default)]
    pub original: bool,
}

/// A file to be shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AttachmentShown {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Its bytes.
    pub base64: String,
}

/// Where a file is to be put.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SaveAttachmentAs {
    /// The attachment.
    pub id: String,
    /// The whole picture, where it was kept.
    #[serde(default)]
    pub original: bool,
    /// Path of the file.
    pub to: PathBuf,
}

/// What is said of a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SaveAttachment {
    /// The attachment.
    pub id: String,
    /// 说明.
    pub caption: Option<String>,
    /// Place among its siblings.
    #[cfg_attr(test, ts(type = "number"))]
    pub sort: i64,
}

/// The files of a fact.
pub fn attachments(opened: &mut Opened, fact: FactRef) -> Result<Vec<AttachmentRow>, Failure> {
    Ok(search::rows(opened.db(), &fact)?)
}

/// One file.
pub fn attachment(opened: &mut Opened, ask: AttachmentAsk) -> Result<AttachmentShown, Failure> {
    let (attachment, bytes) = file(opened, (&ask.id, ask.original))?;
    let media = if ask.original { prepare::media(&attachment.name, &bytes).to_owned() } else { attachment.media };
    Ok(AttachmentShown { name: attachment.name, media, base64: BASE64.encode(bytes) })
}

/// Puts one file where the clerk wants it. It leaves the store, so that is recorded.
pub fn save_attachment_as(opened: &mut Opened, ask: SaveAttachmentAs) -> Result<(), Failure> {
    let (attachment, bytes) = file(opened, (&ask.id, ask.original))?;
    files::write(&ask.to, &bytes)?;
    opened.log(Op::Export { what: format!("附件 {}", attachment.name) })
}

/// Attaches files: first all of them are sealed and written, then one operation names them.
pub fn attach(opened: &mut Opened, ask: AttachAsk) -> Result<Attached, Failure> {
    let fact = FactRef { kind: ask.kind, id: ask.id };
    let total = ask.files.len();
    let mut sealed = Vec::new();
    for (done, given) in ask.files.into_iter().enumerate() {
        opened.step("添加附件", done, total)?;
        let (name, bytes) = read(given)?;
        sealed.push(seal(opened, prepare(Given { name, bytes, role: ask.role, keep_original: ask.keep_original })?)?);
    }
    let what = named(&sealed);
    let label = format!("已添加附件 {what}");
    opened.write(|tx| {
        for file in sealed {
            edit::attach(tx, &fact, (ask.role, file))?;
        }
        Ok((Op::Attach { what }, ()))
    })?;
    Ok(Attached { label, rows: search::rows(opened.db(), &fact)? })
}

/// Says what a file shows, and moves it among its siblings.
pub fn save_attachment(opened: &mut Opened, ask: SaveAttachment) -> Result<(), Failure> {
    let caption = ask.caption.map(|c| c.trim().to_owned()).filter(|c| !c.is_empty());
    opened.write(|tx| edit::say(tx, &ask.id, (caption, ask.sort)).map(|a| (Op::SaveAttachment { name: a.name }, ())))
}

/// Voids a file; it can be brought back.
pub fn void_attachment(opened: &mut Opened, ask: OfFact) -> Result<(), Failure> {
    opened.write(|tx| edit::void(tx, &ask.id).map(|a| (Op::Void { what: format!("附件 {}", a.name) }, ())))
}

/// What is wrong with the files beside the store, a Chinese sentence each.
pub(crate) fn findings(opened: &Opened) -> Result<Vec<String>, Failure> {
    let contents = search::contents(opened.db())?;
    let mut found = Vec::new();
    for (done, content) in contents.iter().enumerate() {
        opened.step("检查附件", done, contents.len())?;
        if let Err(failure) = kept::get(opened, &content.content) {
            found.push(format!("附件“{}”：{}", content.name, failure.message));
        }
    }
    Ok(found)
}

/// Photos of persons as JPEG files, by person; one that is missing or damaged is left out.
pub(crate) fn photos_of(opened: &Opened, persons: &[String]) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let named = search::photos(opened.db(), persons)?;
    Ok(named.into_iter().filter_map(|(person, name)| Some((person, kept::get(opened, &name).ok()?))).collect())
}

/// The document with the photos that its cells and cards name as `person:<key>`.
pub(crate) fn with_photos(opened: &Opened, mut document: Document) -> Result<Document, Failure> {
    let persons: Vec<String> =
        pictures(&document).iter().filter_map(|name| name.strip_prefix("person:")).map(str::to_owned).collect();
    if !persons.is_empty() {
        let photos = photos_of(opened, &persons)?;
        document.pictures.extend(photos.into_iter().map(|(id, jpeg)| (format!("person:{id}"), Picture::from(jpeg))));
    }
    Ok(document)
}

fn of_cell(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Picture(name) => Some(name),
        _ => None,
    }
}

/// Every picture that a document names.
fn pictures(document: &Document) -> Vec<&str> {
    let parts = document.subjects.iter().flat_map(|subject| &subject.parts);
    let named = parts.flat_map(|part| -> Vec<&str> {
        match part {
            Part::Grid(grid) => grid.rows.iter().flat_map(|r| &r.fields).filter_map(|f| of_cell(&f.value)).collect(),
            Part::Table(table) => table.rows.iter().flat_map(|r| &r.cells).filter_map(of_cell).collect(),
            Part::Cards(cards) => cards.cards.iter().filter_map(|card| card.picture.as_deref()).collect(),
            Part::Letter(_) | Part::Line { .. } => Vec::new(),
        }
    });
    named.collect()
}

fn file(opened: &Opened, (id, original): (&str, bool)) -> Result<(Attachment, Vec<u8>), Failure> {
    let attachment: Attachment = opened.db().get(id)?;
    let whole = attachment.original.clone().filter(|_| original);
    let bytes = kept::get(opened, whole.as_deref().unwrap_or(&attachment.content))?;
    Ok((attachment, bytes))
}

fn read(given: FileGiven) -> Result<(String, Vec<u8>), Failure> {
    match given {
        FileGiven::Pasted { name, base64 } => {
            let bytes = BASE64.decode(base64).map_err(|e| {
                Failure::new("pasted", "粘贴的内容读不出来，请重新复制，或改为选择文件。").with_detail(e)
            })?;
            Ok((name, bytes))
        }
        FileGiven::Path(path) => {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            // Asked first: nobody waits for a film to be read only to be refused.
            let size = std::fs::metadata(&path).map_err(|e| FileError::new(&path, e))?.len();
            if size > LARGEST {
                return Err(Error::TooLarge(name).into());
            }
            let bytes = std::fs::read(&path).map_err(|e| FileError::new(&path, e))?;
            Ok((name, bytes))
        }
    }
}

fn seal(opened: &Opened, prepared: Prepared) -> Result<Sealed, Failure> {
    let Prepared { name, media, shown, original } = prepared;
    let content = kept::put(opened, &shown)?;
    let original = original.map(|bytes| kept::put(opened, &bytes)).transpose()?;
    Ok(Sealed { content, original, name, media, bytes: i64::try_from(shown.len()).unwrap_or(i64::MAX) })
}

fn named(files: &[Sealed]) -> String {
    match files {
        [] => String::new(),
        [only] => only.name.clone(),
        [first, ..] => format!("{}等{}个", first.name, files.len()),
    }
}
