//! Writing a file so that cancel, a full stick or a power cut leave the old file or the new one, never a part.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use crate::FileError;

const PREFIX: &str = ".station-";
const SUFFIX: &str = ".part";

/// Files of one folder that belong together: each is written beside its place, flushed, read back from the medium and
/// compared; only `finish` puts them in place. Dropped before that, it leaves every older file as it was.
pub struct Batch {
    folder: PathBuf,
    parts: Vec<Part>,
}

/// A file beside its place.
struct Part {
    beside: PathBuf,
    path: PathBuf,
    /// Held open and locked, so that another program's sweep leaves it alone.
    _file: File,
}

impl Batch {
    /// A batch of files for a folder, which must exist.
    pub fn begin(folder: &Path) -> Self {
        sweep(folder);
        Self { folder: folder.to_owned(), parts: Vec::new() }
    }

    /// Writes one file beside its place; its SHA-256 in hex. An older file of that name stays until `finish`.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<String, FileError> {
        let path = self.folder.join(name);
        if path.is_dir() {
            return Err(FileError::new(&path, io::ErrorKind::IsADirectory.into()));
        }
        let beside = self.folder.join(part_name());
        match write_part(&beside, bytes, &path) {
            Ok((digest, file)) => {
                self.parts.push(Part { beside, path, _file: file });
                Ok(digest)
            }
            Err(error) => {
                let _ = fs::remove_file(&beside);
                Err(error)
            }
        }
    }

    /// Puts the files in place, in the order of their writing.
    pub fn finish(mut self) -> Result<(), FileError> {
        for part in &self.parts {
            fs::rename(&part.beside, &part.path).map_err(|e| FileError::new(&part.path, e))?;
        }
        self.parts.clear();
        sync_folder(&self.folder).map_err(|e| FileError::new(&self.folder, e))
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        for part in &self.parts {
            // What was already put in place is no longer beside it.
            let _ = fs::remove_file(&part.beside);
        }
    }
}

/// Writes one file, as a batch of its own; its SHA-256 in hex.
pub fn write(path: &Path, bytes: &[u8]) -> Result<String, FileError> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let name = path.file_name().and_then(|n| n.to_str());
    let name = name.ok_or_else(|| FileError::new(path, io::ErrorKind::InvalidFilename.into()))?;
    let mut batch = Batch::begin(folder);
    let digest = batch.add(name, bytes)?;
    batch.finish()?;
    Ok(digest)
}

/// SHA-256 in lower-case hex.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Errors name `path`, which the user knows, not the part beside it.
fn write_part(part: &Path, bytes: &[u8], path: &Path) -> Result<(String, File), FileError> {
    let expected = sha256(bytes);
    let copy = || -> io::Result<(String, File)> {
        let mut file = OpenOptions::new().write(true).create_new(true).open(part)?;
        // Tells the sweep of another program that somebody is at it. Systems without locks do without.
        let _ = file.try_lock();
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok((digest_from_medium(part)?, file))
    };
    let (found, file) = copy().map_err(|e| FileError::new(path, e))?;
    if found == expected { Ok((expected, file)) } else { Err(FileError::differs(path)) }
}

fn digest_from_medium(part: &Path) -> io::Result<String> {
    let mut file = File::open(part)?;
    // Without this the system answers from memory and a broken stick goes unnoticed.
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed);
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex(&hasher.finalize()));
        }
        hasher.update(&buffer[..read]);
    }
}

/// A rename reaches the medium with its folder. Windows has no such call, and some file systems refuse it.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(e) if matches!(e.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}

/// Removes what an interrupted writing left: parts that nobody has locked.
fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let parts =
        entries.filter(|e| e.file_name().to_str().is_some_and(|n| n.starts_with(PREFIX) && n.ends_with(SUFFIX)));
    for path in parts.map(|e| e.path()) {
        if File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Short, since the whole name of the file itself may be as long as the system allows.
fn part_name() -> PathBuf {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    PathBuf::from(format!("{PREFIX}{}-{count}{SUFFIX}", std::process::id()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).filter_map(|d| char::from_digit(u32::from(d), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("2026年3月报送.xlsx");
        write(&path, b"old").unwrap();
        let digest = write(&path, b"abc").unwrap();
        assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "SHA-256 of abc");
        assert_eq!(fs::read(&path).unwrap(), b"abc");
        assert_eq!(names(home.path()), ["2026年3月报送.xlsx"], "the part beside it has become the file");
    }

    #[test]
    fn the_longest_name_is_possible() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("字".repeat(85));
        write(&path, b"x").expect("255 bytes are a legal name, and the part beside it has its own");
        let error = write(&home.path().join("字".repeat(86)), b"x").unwrap_err();
        assert_eq!(error.code(), "file.name", "{error}");
    }

    #[test]
    fn what_cannot_be_written_is_told_and_leaves_nothing() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("folder");
        fs::create_dir(&folder).unwrap();
        let plain = home.path().join("plain");
        write(&plain, b"x").unwrap();
        let cases = [
            (home.path().join("none/a.txt"), "file.missing"),
            (plain.join("a"), "file.no_folder"),
            (folder, "file.folder"),
        ];
        for (path, code) in cases {
            assert_eq!(write(&path, b"x").unwrap_err().code(), code, "{}", path.display());
        }
        assert_eq!(names(home.path()), ["folder", "plain"], "no part stays behind");
    }

    #[test]
    fn parts_of_an_interrupted_writing_go_and_those_of_a_running_one_stay() {
        let home = tempfile::tempdir().unwrap();
        let open = |name: &str| OpenOptions::new().write(true).create_new(true).open(home.path().join(name)).unwrap();
        drop(open(".station-1-0.part"));
        let running = open(".station-1-1.part");
        running.try_lock().unwrap();
        drop(open("notes.part"));
        write(&home.path().join("a"), b"x").unwrap();
        assert_eq!(names(home.path()), [".station-1-1.part", "a", "notes.part"], "only what nobody writes is removed");
    }
}
