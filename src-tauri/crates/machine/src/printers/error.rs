//! Why nothing was printed, told in one Chinese sentence with what to do.

use std::fmt;

use crate::FileError;

/// A document that did not reach a printer.
#[derive(Debug)]
pub enum PrintError {
    /// No print service runs on this computer.
    NoService,
    /// The service knows no printer, or none was named and none is the default.
    NoPrinter,
    /// No printer has that name.
    UnknownPrinter {
        /// The name.
        name: String,
    },
    /// No range of pages.
    Pages {
        /// What was asked.
        text: String,
    },
    /// None of the pages is in the document.
    NoSuchPage {
        /// How many pages it has.
        pages: i32,
    },
    /// Not between 1 and 999.
    Copies {
        /// What was asked.
        copies: u32,
    },
    /// Only PDFs are printed.
    NoPdf {
        /// Path of the file.
        file: String,
    },
    /// The file cannot be read.
    File(FileError),
    /// The service or the printer does not take it.
    Refused {
        /// In the service's own words.
        detail: String,
    },
    /// The queue does not know the document any more.
    UnknownJob {
        /// Its number.
        number: i32,
    },
    /// This system can only print whole documents in the printer's own way.
    NotHere,
}

impl PrintError {
    /// A key for programs: `print.no_service`, `print.unknown_printer` …
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoService => "print.no_service",
            Self::NoPrinter => "print.no_printer",
            Self::UnknownPrinter { .. } => "print.unknown_printer",
            Self::Pages { .. } => "print.pages",
            Self::NoSuchPage { .. } => "print.no_such_page",
            Self::Copies { .. } => "print.copies",
            Self::NoPdf { .. } => "print.no_pdf",
            Self::File(error) => error.code(),
            Self::Refused { .. } => "print.refused",
            Self::UnknownJob { .. } => "print.unknown_job",
            Self::NotHere => "print.not_here",
        }
    }

    /// The system's own words, for the log.
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::File(error) => error.detail(),
            Self::Refused { detail } => Some(detail.clone()),
            _ => None,
        }
    }
}

impl fmt::Display for PrintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoService => {
                f.write_str("这台电脑的打印服务（CUPS）没有启动，请打开系统的打印机设置，或先存成 PDF 再到别处打印。")
            }
            Self::NoPrinter => {
                f.write_str("没有可用的打印机，请先在系统的打印机设置里添加一台并设为默认，或先存成 PDF。")
            }
            Self::UnknownPrinter { name } => write!(f, "没有叫“{name}”的打印机，请重新选择打印机。"),
            Self::Pages { text } => write!(f, "页码范围“{text}”看不懂，请写成 2-3,5 这样。"),
            Self::NoSuchPage { pages } => {
                write!(f, "这份文件只有{pages}页，没有要打印的那些页，请重新填写页码范围。")
            }
            Self::Copies { copies } => write!(f, "打印份数不能是{copies}，请填 1 到 999。"),
            Self::NoPdf { file } => write!(f, "“{file}”不是 PDF 文件，不能打印，请先导出为 PDF。"),
            Self::File(error) => f.write_str(&error.message()),
            Self::Refused { .. } => f.write_str("打印服务没有接受这份文件，请检查打印机是否已停用，稍后再试。"),
            Self::UnknownJob { number } => {
                write!(f, "打印队列里已经没有第{number}号文件，请看打印机是否已经出纸。")
            }
            Self::NotHere => f.write_str("这台电脑上不能指定页码、份数和双面，请打开 PDF 后在打印窗口里选择。"),
        }
    }
}

impl std::error::Error for PrintError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_is_one_sentence() {
        let text = || "第三页".to_owned();
        let errors = [
            PrintError::NoService,
            PrintError::NoPrinter,
            PrintError::UnknownPrinter { name: text() },
            PrintError::Pages { text: text() },
            PrintError::NoSuchPage { pages: 6 },
            PrintError::Copies { copies: 0 },
            PrintError::NoPdf { file: text() },
            PrintError::Refused { detail: "client-error-not-possible".to_owned() },
            PrintError::UnknownJob { number: 7 },
            PrintError::NotHere,
        ];
        for error in errors {
            let sentence = error.to_string();
            assert!(sentence.matches('。').count() == 1 && sentence.ends_with('。'), "one sentence: {sentence}");
        }
    }
}
