//! What was typed wrongly after `station`, as a sentence: what it was and what to write instead.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The sentence; none where help or the version was asked for, or a command was left out and the help says more.
pub fn sentence(usage: &Error) -> Option<String> {
    let what = said(usage, ContextKind::InvalidArg);
    let value = said(usage, ContextKind::InvalidValue);
    Some(match usage.kind() {
        ErrorKind::ValueValidation if what.contains("<DATE>") => {
            format!("{what} 不能写“{value}”，请写有这一天的日期，如 2023-11-05。")
        }
        ErrorKind::ValueValidation | ErrorKind::InvalidValue => format!("{what} 不能写“{value}”，{}。", instead(usage)),
        ErrorKind::UnknownArgument => format!("没有“{what}”这个选项，请用 --help 查看有哪些。"),
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令，请用 --help 查看有哪些。", said(usage, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("没有写 {what}，请补上。"),
        ErrorKind::ArgumentConflict => {
            format!("{what} 和 {} 不能一起写，请去掉一个。", said(usage, ContextKind::PriorArg))
        }
        _ => return None,
    })
}

fn instead(usage: &Error) -> String {
    match said(usage, ContextKind::ValidValue) {
        none if none.is_empty() => "请用 --help 查看怎么写".to_owned(),
        known => format!("请从 {known} 中选择"),
    }
}

fn said(usage: &Error, kind: ContextKind) -> String {
    match usage.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(all)) => all.join("、"),
        _ => String::new(),
    }
}
