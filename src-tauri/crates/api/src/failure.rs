//! What a face is told when something could not be done: a code to branch on, a sentence to show.

use serde::{Deserialize, Serialize};
use station_core::{Error, Problem};

/// Why a command failed; nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Failure {
    /// Stable code.
    pub code: String,
    /// One Chinese sentence, shown unchanged.
    pub message: String,
    /// What is wrong field by field.
    pub problems: Vec<Problem>,
    /// For the log and the button 复制详情; never shown by itself.
    pub detail: Option<String>,
}

impl Failure {
    /// A failure with no field to blame.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), problems: Vec::new(), detail: None }
    }

    /// The same with what the log should say.
    pub fn with_detail(self, detail: impl std::fmt::Display) -> Self {
        Self { detail: Some(detail.to_string()), ..self }
    }

    /// The command needs an unlocked station.
    pub fn locked() -> Self {
        Self::new("locked", "台账已锁定，请输入密码打开。")
    }

    /// The input of a command does not have the shape it asks for.
    pub fn input(command: &str, error: &serde_json::Error) -> Self {
        Self::new("input", "填写的内容格式不对，请检查后重试。").with_detail(format!("{command}: {error}"))
    }

    /// Something that must not happen.
    pub fn internal(detail: impl std::fmt::Display) -> Self {
        Self::new("internal", "程序出错，刚才的操作没有保存，请重试；若仍出错，请导出诊断信息。").with_detail(detail)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { problems: error.problems().to_vec(), ..Self::new(error.code(), error.sentence()).with_detail(&error) }
    }
}

impl From<station_machine::FileError> for Failure {
    fn from(error: station_machine::FileError) -> Self {
        Self { detail: error.detail(), ..Self::new(error.code(), error.message()) }
    }
}

impl From<station_machine::printers::PrintError> for Failure {
    fn from(error: station_machine::printers::PrintError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

impl From<station_template::TemplateError> for Failure {
    fn from(error: station_template::TemplateError) -> Self {
        Self::new("template", error.to_string())
    }
}

impl From<station_machine::LockError> for Failure {
    fn from(error: station_machine::LockError) -> Self {
        Self::new(error.code(), error.message())
    }
}

impl From<station_report::ReportError> for Failure {
    fn from(error: station_report::ReportError) -> Self {
        match error {
            station_report::ReportError::Cancelled => Error::Cancelled.into(),
            other => Self::new("document", other.to_string()),
        }
    }
}
