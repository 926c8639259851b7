//! One program at a time on one data folder, by a lock that the system drops when its holder ends, also in a crash.
//! A second start leaves a note, and the first, which looks for it now and then, brings its window to the front.

use std::error::Error;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::{FileError, data};

/// The lock on a data folder, held until dropped.
#[derive(Debug)]
pub struct Lock {
    /// Held open: closing it gives the lock back.
    _file: File,
    folder: PathBuf,
}

/// Why the data folder could not be taken.
#[derive(Debug)]
pub enum LockError {
    /// Another program has it; its process number where the file tells.
    Held {
        /// Process number of the holder.
        pid: Option<u32>,
    },
    /// The folder or its lock file cannot be used.
    File(FileError),
}

impl Lock {
    /// Takes the folder, and makes it when it is not there yet.
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        data::make_private(folder)?;
        let path = folder.join("lock");
        let failed = |e| FileError::new(&path, e);
        let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = open.map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Held { pid: holder(&mut file) }),
            Err(TryLockError::Error(e)) => return Err(failed(e).into()),
        }
        // The file stays when the lock is given back: removing it would let two programs lock two files of one name.
        file.set_len(0).and_then(|()| write!(file, "{}", std::process::id())).map_err(failed)?;
        let lock = Self { _file: file, folder: folder.to_owned() };
        lock.called_to_front();
        Ok(lock)
    }

    /// Asks the program that holds `folder` to come to the front.
    pub fn call_to_front(folder: &Path) -> Result<(), FileError> {
        let path = note(folder);
        let made = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        made.map(drop).map_err(|e| FileError::new(&path, e))
    }

    /// Whether a second start has asked since the last look; to be asked about twice a second.
    pub fn called_to_front(&self) -> bool {
        fs::remove_file(note(&self.folder)).is_ok()
    }
}

impl LockError {
    /// Stable name of the case, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Held { .. } => "lock.held",
            Self::File(error) => error.code(),
        }
    }

    /// One sentence: what happened and what to do.
    pub fn message(&self) -> String {
        match self {
            Self::Held { pid: Some(pid) } => {
                format!("代表联络站台账已经打开（进程 {pid}），请使用已打开的窗口，或先关闭它再试。")
            }
            Self::Held { pid: None } => "代表联络站台账已经打开，请使用已打开的窗口，或先关闭它再试。".to_owned(),
            Self::File(error) => error.message(),
        }
    }
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl Error for LockError {}

impl From<FileError> for LockError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// Where a second start leaves its wish.
fn note(folder: &Path) -> PathBuf {
    folder.join("front")
}

/// The process number in the lock file; Windows does not let others read a locked file.
fn holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_refused_until_the_first_ends() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("data");
        let first = Lock::take(&folder).unwrap();
        let refused = Lock::take(&folder).unwrap_err();
        assert_eq!(refused.code(), "lock.held", "one program at a time");
        assert!(refused.message().contains("已经打开"), "{refused}");
        if cfg!(unix) {
            assert!(refused.message().contains(&std::process::id().to_string()), "it names the holder: {refused}");
        }
        drop(first);
        Lock::take(&folder).expect("a lock that was given back is free");
    }

    #[test]
    fn a_lock_file_left_by_a_crash_does_not_count() {
        let home = tempfile::tempdir().unwrap();
        let mut left = OpenOptions::new().write(true).create_new(true).open(home.path().join("lock")).unwrap();
        write!(left, "4194304123").unwrap();
        drop(left);
        let lock = Lock::take(home.path()).expect("nobody holds the file, so nobody has the folder");
        let refused = Lock::take(home.path()).unwrap_err();
        assert!(matches!(refused, LockError::Held { .. }), "{refused}");
        drop(lock);
    }

    #[test]
    fn a_call_is_heard_once_and_not_by_a_later_start() {
        let home = tempfile::tempdir().unwrap();
        let first = Lock::take(home.path()).unwrap();
        assert!(!first.called_to_front(), "nobody has called yet");
        Lock::call_to_front(home.path()).unwrap();
        assert!(first.called_to_front(), "the call is heard");
        assert!(!first.called_to_front(), "and is heard once");
        Lock::call_to_front(home.path()).unwrap();
        drop(first);
        assert!(!Lock::take(home.path()).unwrap().called_to_front(), "an old call means nothing to a new start");
    }
}
