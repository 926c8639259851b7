//! Office files: what an import would do, and doing it. Both run the same function; the preview rolls back.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use station_core::entry::import::{self, Answer, Ask, ImportKind, ImportPreview, Match};
use station_core::{Error, Op};
use station_intake::PASTED;
use station_machine::FileError;

use crate::desk::Opened;
use crate::failure::Failure;

/// Which files, and what the clerk said about their columns and doubts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportAsk {
    /// What the files hold.
    pub kind: ImportKind,
    /// Where they are.
    #[serde(default)]
    pub files: Vec<PathBuf>,
    /// A table copied from an office program: cells divided by tabs, as the clipboard holds it.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub pasted: Option<String>,
    /// Columns matched by hand; remembered.
    #[serde(default)]
    pub matches: Vec<Match>,
    /// Answers to doubts that ask.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// Nothing at all when anything would be left out.
    #[serde(default)]
    pub all_or_nothing: bool,
}

/// What was imported.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportDone {
    /// What was new, changed, left out.
    pub preview: ImportPreview,
    /// The operation to undo; none when nothing changed.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub operation: Option<i64>,
    /// What the clerk is told: `已导入代表 名册.xlsx`.
    pub label: String,
}

/// What an import would do.
pub fn preview_import(opened: &mut Opened, ask: ImportAsk) -> Result<ImportPreview, Failure> {
    let files = read(&ask)?;
    let mut hand = opened.hand();
    let (progress, cancelled) = (opened.setting.progress.clone(), opened.cancelled.clone());
    let mut told = teller(&progress, &cancelled);
    // A preview shows everything, also what would stop an import of all or nothing.
    let ask = Ask { all_or_nothing: false, ..core_ask(&ask, &files) };
    Ok(opened.store.rehearse(&mut hand, |tx| import::run(tx, &ask, &mut told))?)
}

/// Imports.
pub fn import(opened: &mut Opened, ask: ImportAsk) -> Result<ImportDone, Failure> {
    let files = read(&ask)?;
    let names = files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("、");
    let op = Op::Import { what: ask.kind.label().to_owned(), files: names };
    let label = format!("已{}", op.label());
    let mut hand = opened.hand();
    let (progress, cancelled) = (opened.setting.progress.clone(), opened.cancelled.clone());
    let mut told = teller(&progress, &cancelled);
    let core_ask = core_ask(&ask, &files);
    let done = opened.store.transact(&mut hand, op, |tx| import::run(tx, &core_ask, &mut told))?;
    Ok(ImportDone { preview: done.value, operation: done.operation, label })
}

fn core_ask<'a>(ask: &'a ImportAsk, files: &'a [(String, Vec<u8>)]) -> Ask<'a> {
    Ask { kind: ask.kind, files, matches: &ask.matches, answers: &ask.answers, all_or_nothing: ask.all_or_nothing }
}

fn read(ask: &ImportAsk) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let file = |path: &PathBuf| {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        Ok((name, std::fs::read(path).map_err(|e| FileError::new(path, e))?))
    };
    let pasted = ask.pasted.as_ref().map(|text| Ok((PASTED.to_owned(), text.clone().into_bytes())));
    ask.files.iter().map(file).chain(pasted).collect()
}

fn teller<'a>(
    progress: &'a crate::desk::ProgressSink,
    cancelled: &'a std::sync::atomic::AtomicBool,
) -> impl FnMut(usize, usize) -> station_core::Result<()> + 'a {
    move |done, total| {
        progress("导入", done, total);
        if cancelled.load(std::sync::atomic::Ordering::Relaxed) { Err(Error::Cancelled) } else { Ok(()) }
    }
}
