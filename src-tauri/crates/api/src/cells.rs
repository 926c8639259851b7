//! Tables that are edited: which fields, what changing cells would do, changing them.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use station_core::entry::cells::compare::{Compared, compare};
use station_core::entry::cells::{self, CellChange, Changed, EditableField};
use station_core::entry::last;
use station_machine::FileError;

use crate::desk::Opened;
use crate::failure::Failure;

/// A kind of fact.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfKind {
    /// `person`, `activity`, `visit`, `contact`, `standing_contact`, `constituency_visit`, `constituency`, `deed` or
    /// `matter`.
    pub kind: String,
}

/// Cells as somebody wants them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CellsAsk {
    /// The cells.
    pub changes: Vec<CellChange>,
    /// Change the others where some cannot be changed; else nothing at all.
    #[serde(default)]
    pub skip_bad: bool,
}

/// What became of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CellsDone {
    /// Whether anything was changed; not where there are problems and they were not to be skipped.
    pub done: bool,
    /// What the clerk is told.
    pub label: String,
    /// The cells.
    #[serde(flatten)]
    pub changed: Changed,
}

/// The fields of a kind of fact that may be edited in a table.
pub fn cell_fields(opened: &mut Opened, ask: OfKind) -> Result<Vec<EditableField>, Failure> {
    Ok(cells::fields_of(opened.db(), &ask.kind)?)
}

/// What changing cells would do.
pub fn preview_cells(opened: &mut Opened, ask: CellsAsk) -> Result<Changed, Failure> {
    let mut hand = opened.hand();
    Ok(opened.store.rehearse(&mut hand, |tx| cells::change(tx, &ask.changes))?)
}

/// Changes cells, in one operation.
pub fn change_cells(opened: &mut Opened, ask: CellsAsk) -> Result<CellsDone, Failure> {
    if !ask.skip_bad {
        let mut hand = opened.hand();
        let changed = opened.store.rehearse(&mut hand, |tx| cells::change(tx, &ask.changes))?;
        if !changed.problems.is_empty() {
            let label = format!("有{}处不能这样改，什么都没有改动，请按提示修改。", changed.problems.len());
            return Ok(CellsDone { done: false, label, changed: Changed { rows: Vec::new(), ..changed } });
        }
    }
    let changed = opened.write(|tx| {
        let changed = cells::change(tx, &ask.changes)?;
        Ok((cells::op(&changed), changed))
    })?;
    let label = match changed.rows.len() {
        0 => "没有需要改动的地方。".to_owned(),
        _ => format!("已{}", cells::op(&changed).label()),
    };
    Ok(CellsDone { done: !changed.rows.is_empty(), label, changed })
}

/// A workbook that was exported here and corrected elsewhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CompareAsk {
    /// Where it is.
    pub file: PathBuf,
}

/// What a corrected workbook says otherwise than its register. Accepting differences is changing those cells.
pub fn compare_register(opened: &mut Opened, ask: CompareAsk) -> Result<Compared, Failure> {
    let name = ask.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(&ask.file).map_err(|e| FileError::new(&ask.file, e))?;
    let mut hand = opened.hand();
    Ok(opened.store.rehearse(&mut hand, |tx| compare(tx, (&name, &bytes)))?)
}

/// What the newest record of a kind says, for repeating a value (`..`); nothing when there is none.
pub fn last(opened: &mut Opened, ask: OfKind) -> Result<Option<Value>, Failure> {
    Ok(last::draft(opened.db(), &ask.kind)?)
}
