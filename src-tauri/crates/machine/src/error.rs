//! What can go wrong with a file, told in one Chinese sentence with the path in it.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What the user can do about it; decides code and sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    Missing,
    Full,
    ReadOnly,
    Denied,
    Name,
    Folder,
    NoFolder,
    Unplugged,
    Differs,
    Failed,
}

/// A file or folder could not be read or written; an older file of that name is still whole.
#[derive(Debug)]
pub struct FileError {
    trouble: Trouble,
    path: PathBuf,
    source: Option<io::Error>,
}

impl FileError {
    /// Tells from the system's error what happened to `path`.
    pub fn new(path: &Path, source: io::Error) -> Self {
        let trouble = match source.kind() {
            io::ErrorKind::NotFound => Trouble::Missing,
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Trouble::NoFolder,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Trouble::Full,
            io::ErrorKind::ReadOnlyFilesystem => Trouble::ReadOnly,
            io::ErrorKind::PermissionDenied => Trouble::Denied,
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidFilename => Trouble::Name,
            io::ErrorKind::IsADirectory => Trouble::Folder,
            _ if gone(&source) => Trouble::Unplugged,
            _ => Trouble::Failed,
        };
        Self { trouble, path: path.to_owned(), source: Some(source) }
    }

    /// What was read back from the medium is not what was written.
    pub(crate) fn differs(path: &Path) -> Self {
        Self { trouble: Trouble::Differs, path: path.to_owned(), source: None }
    }

    /// Stable name of the case, for programs: `file.full`, `file.read_only` …
    pub fn code(&self) -> &'static str {
        match self.trouble {
            Trouble::Missing => "file.missing",
            Trouble::Full => "file.full",
            Trouble::ReadOnly => "file.read_only",
            Trouble::Denied => "file.denied",
            Trouble::Name => "file.name",
            Trouble::Folder => "file.folder",
            Trouble::NoFolder => "file.no_folder",
            Trouble::Unplugged => "file.unplugged",
            Trouble::Differs => "file.differs",
            Trouble::Failed => "file.failed",
        }
    }

    /// One sentence: what happened to which path, and what to do.
    pub fn message(&self) -> String {
        let path = self.path.display();
        match self.trouble {
            Trouble::Missing => format!("找不到“{path}”，请检查文件夹还在不在、U盘是否插好。"),
            Trouble::Full => format!("磁盘已满，“{path}”没有写成，请腾出空间或换一个盘再试。"),
            Trouble::ReadOnly => format!("“{path}”所在的盘是只读的，请打开U盘的写保护开关或换一个盘。"),
            Trouble::Denied => format!("没有权限使用“{path}”，请换一个文件夹，或先关闭正在使用它的程序。"),
            Trouble::Name => format!("“{path}”的名字太长，或有这个盘不能用的字符，请改一个名字。"),
            Trouble::Folder => format!("“{path}”是文件夹，不能当作文件使用，请改一个名字。"),
            Trouble::NoFolder => format!("“{path}”是文件或在一个文件下面，不是文件夹，请另选文件夹。"),
            Trouble::Unplugged => format!("使用“{path}”时盘没有应答，请把U盘重新插好再试。"),
            Trouble::Differs => format!("“{path}”写完后读回来的内容不一样，这个盘可能已损坏，请换一个盘。"),
            Trouble::Failed => format!("“{path}”读写没有成功，请换一个位置再试。"),
        }
    }

    /// The file or folder it is about.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The system's own words, for the log.
    pub fn detail(&self) -> Option<String> {
        self.source.as_ref().map(ToString::to_string)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl Error for FileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|e| e as &(dyn Error + 'static))
    }
}

/// Whether the device has gone away under the file.
#[cfg(unix)]
fn gone(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let gone = [Errno::IO, Errno::NODEV, Errno::NXIO, Errno::NOMEDIUM];
    error.raw_os_error().is_some_and(|code| gone.iter().any(|e| e.raw_os_error() == code))
}

/// Whether the device has gone away under the file: not ready, no such device, removed medium.
#[cfg(windows)]
fn gone(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(21 | 31 | 55 | 1110 | 1117 | 1167))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_case_has_its_code_and_a_sentence_with_the_path() {
        let cases = [
            (2, "file.missing"),
            (5, "file.unplugged"),
            (13, "file.denied"),
            (17, "file.no_folder"),
            (20, "file.no_folder"),
            (21, "file.folder"),
            (22, "file.name"),
            (24, "file.failed"),
            (28, "file.full"),
            (30, "file.read_only"),
            (36, "file.name"),
            (122, "file.full"),
        ];
        for (errno, code) in cases {
            let error = FileError::new(Path::new("/media/u/报送.xlsx"), io::Error::from_raw_os_error(errno));
            assert_eq!(error.code(), code, "errno {errno} is {:?}", error.detail());
            let sentence = error.message();
            assert!(sentence.contains("/media/u/报送.xlsx"), "{code} names the file");
            assert!(sentence.ends_with('。') && sentence.matches('。').count() == 1, "{code} is one sentence");
        }
    }
}
