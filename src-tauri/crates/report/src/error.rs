//! What can go wrong while a document is made, in words for the clerk.

use std::fmt;

/// The clerk asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// Why a document could not be made. `Display` is one plain Chinese sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportError {
    /// Stopped on request; nothing was made.
    Cancelled,
    /// A font cannot be read: its name.
    Font(String),
    /// A cell holds more than a workbook's cell can: where it stands.
    TooLong(String),
    /// A table has more rows or columns than a sheet can hold: its title.
    TooLarge(String),
    /// The library that writes the file refused: its words.
    Write(String),
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => f.write_str("已取消，没有生成文件。"),
            Self::Font(name) => {
                write!(f, "字体 {name} 已损坏，请重新安装本程序；若启用了本机字体，请先在系统设置中停用。")
            }
            Self::TooLong(place) => {
                write!(f, "{place}的文字超过 32767 字，Excel 单元格放不下，请缩短后再导出，或改为导出 PDF。")
            }
            Self::TooLarge(title) => write!(f, "《{title}》超出 Excel 工作表的行列数上限，请缩小范围后再导出。"),
            Self::Write(cause) => write!(f, "文件没有生成（{cause}），请重试；仍不成功请联系维护人员。"),
        }
    }
}

impl std::error::Error for ReportError {}

impl From<Cancelled> for ReportError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}
