//! Why a template could not be filled, told in one Chinese sentence with what to do.

use std::fmt;

/// A template that was not filled; nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// No workbook at all: a document, a picture, a web page under a workbook's name.
    NoWorkbook,
    /// A workbook of the old binary format (`.xls`, older `.et`).
    OldFormat,
    /// Protected by a password for opening.
    Encrypted,
    /// Begins like a workbook, but a part of it cannot be read.
    Damaged {
        /// Name of the part in the package.
        part: String,
    },
    /// No row of any visible sheet names two of the columns.
    NoHeadings {
        /// The first heading of each column, as it was looked for.
        looked_for: Vec<String>,
    },
    /// No empty row under the headings before the total.
    NoRoom {
        /// Name of the sheet.
        sheet: String,
    },
    /// A record takes several merged rows, which cannot be told apart.
    Stacked {
        /// Name of the sheet.
        sheet: String,
        /// The first row of the first record.
        row: u32,
    },
    /// The sheet is protected and none of the cells to be filled may be typed into.
    Locked {
        /// Name of the sheet.
        sheet: String,
    },
    /// More rows than a sheet can hold.
    TooLong,
}

impl TemplateError {
    /// A key for programs: `template.no_workbook`, `template.no_headings` …
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoWorkbook => "template.no_workbook",
            Self::OldFormat => "template.old_format",
            Self::Encrypted => "template.encrypted",
            Self::Damaged { .. } => "template.damaged",
            Self::NoHeadings { .. } => "template.no_headings",
            Self::NoRoom { .. } => "template.no_room",
            Self::Stacked { .. } => "template.stacked",
            Self::Locked { .. } => "template.locked",
            Self::TooLong => "template.too_long",
        }
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWorkbook => f.write_str("这个文件不是 .xlsx 表格，不能当作模板；请选用上级发的 .xlsx 文件。"),
            Self::OldFormat => {
                f.write_str("这个模板是旧格式（.xls 或 .et），不能直接填写；请用表格软件打开，另存为 .xlsx 后再试。")
            }
            Self::Encrypted => f.write_str("这个模板设有打开密码，无法填写；请在表格软件中取消密码后另存，再试。"),
            Self::Damaged { part } => {
                write!(f, "这个模板已损坏（{part} 读不出来），无法填写；请用表格软件打开后另存，或重新索取。")
            }
            Self::NoHeadings { looked_for } => {
                let names = looked_for.join("、");
                write!(f, "模板里没有找到对得上的表头，找过的列名有：{names}；请检查是不是选错了模板或台账。")
            }
            Self::NoRoom { sheet } => {
                write!(f, "“{sheet}”的表头下面没有空行可填；请在表头和合计之间留出一行空行后再试。")
            }
            Self::Stacked { sheet, row } => {
                write!(f, "“{sheet}”第{row}行起每条记录占了上下合并的几行，无法填写；请改成一条记录一行后再试。")
            }
            Self::Locked { sheet } => {
                write!(f, "“{sheet}”设了工作表保护，要填的单元格都是锁定的；请在表格软件中撤销工作表保护后再试。")
            }
            Self::TooLong => f.write_str("要填的行数超过了一张工作表的上限；请把期间分短些再试。"),
        }
    }
}

impl std::error::Error for TemplateError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_is_one_sentence() {
        let sheet = || "接待".to_owned();
        let errors = [
            TemplateError::NoWorkbook,
            TemplateError::OldFormat,
            TemplateError::Encrypted,
            TemplateError::Damaged { part: "xl/workbook.xml".to_owned() },
            TemplateError::NoHeadings { looked_for: vec!["日期".to_owned(), "姓名".to_owned()] },
            TemplateError::NoRoom { sheet: sheet() },
            TemplateError::Stacked { sheet: sheet(), row: 5 },
            TemplateError::Locked { sheet: sheet() },
            TemplateError::TooLong,
        ];
        for error in errors {
            let sentence = error.to_string();
            let ends = sentence.matches('。').count();
            assert!(ends == 1 && sentence.ends_with('。'), "one sentence that ends: {sentence}");
        }
    }
}
