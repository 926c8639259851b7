//! The folder of sealed files beside the store: `attachments/ab/<name>`, one file for each content.

use std::path::PathBuf;

use station_machine::{FileError, data, files};

use crate::desk::Opened;
use crate::failure::Failure;

/// Seals bytes and writes them; the name of the file. One that already lies there and opens is left alone.
pub(super) fn put(opened: &Opened, bytes: &[u8]) -> Result<String, Failure> {
    let name = opened.store.safe().name(bytes)?;
    if get(opened, &name).is_ok() {
        return Ok(name);
    }
    let sealed = opened.store.safe().seal(bytes)?;
    let path = path(opened, &name);
    if let Some(folder) = path.parent() {
        data::make_private(folder)?;
    }
    files::write(&path, &sealed.bytes)?;
    Ok(name)
}

/// What is in the sealed file of that name.
pub(super) fn get(opened: &Opened, name: &str) -> Result<Vec<u8>, Failure> {
    let path = path(opened, name);
    let sealed = std::fs::read(&path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => {
            Failure::new("file_gone", "这个附件的文件不见了，请从备份中找回。").with_detail(path.display())
        }
        _ => FileError::new(&path, e).into(),
    })?;
    Ok(opened.store.safe().open(name, &sealed)?)
}

fn path(opened: &Opened, name: &str) -> PathBuf {
    let shelf: String = name.chars().take(2).collect();
    opened.setting.data.join("attachments").join(shelf).join(name)
}
