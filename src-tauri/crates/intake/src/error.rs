//! Why a file could not be taken in at all.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A file that gives no rows; shown as one Chinese sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "error", rename_all = "snake_case")]
pub enum IntakeError {
    /// Protected by a password.
    Encrypted {
        /// Name of the file.
        file: String,
    },
    /// HTML or XML under the name of a workbook, as many web systems export it.
    WebPage {
        /// Name of the file.
        file: String,
    },
    /// A document, a picture or the like: no table at all.
    NoWorkbook {
        /// Name of the file.
        file: String,
    },
    /// Begins like a workbook or a text, but cannot be read to its end.
    Damaged {
        /// Name of the file.
        file: String,
    },
    /// Holds no cell with a value, or none that could be the heading of a table.
    Empty {
        /// Name of the file.
        file: String,
    },
}

impl IntakeError {
    /// A key for programs: `encrypted`, `web_page`, `no_workbook`, `damaged`, `empty`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Encrypted { .. } => "encrypted",
            Self::WebPage { .. } => "web_page",
            Self::NoWorkbook { .. } => "no_workbook",
            Self::Damaged { .. } => "damaged",
            Self::Empty { .. } => "empty",
        }
    }
}

impl fmt::Display for IntakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encrypted { file } => {
                write!(f, "“{file}”设有打开密码，无法读取；请在表格软件中取消密码后另存，再导入。")
            }
            Self::WebPage { file } => {
                write!(f, "“{file}”其实是网页格式，不是真正的表格；请用表格软件打开它，另存为 .xlsx 后再导入。")
            }
            Self::NoWorkbook { file } => {
                write!(f, "“{file}”不是表格文件；请选用 .xlsx、.xls、.et、.ods 或 .csv 文件。")
            }
            Self::Damaged { file } => {
                write!(f, "“{file}”已损坏或不完整，无法读取；请用表格软件打开并另存为 .xlsx，或向提供者重新索取。")
            }
            Self::Empty { file } => {
                write!(f, "“{file}”里没有可以导入的表格；请检查是否选错了文件。")
            }
        }
    }
}

impl std::error::Error for IntakeError {}
