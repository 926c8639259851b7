//! What `intake` could not read, passed on; doubts in the order of the files, and what they stop.

use station_intake::{Severity, SkipReason, Taken, TakenSheet};

use super::Import;
use super::preview::{Doubt, Fate, Where};
use crate::error::{Error, Problem, Result};

/// Names the sheets that were passed over.
pub(super) fn doubt_skipped(import: &mut Import<'_, '_>, taken: &Taken) {
    for skipped in &taken.skipped_sheets {
        let at = Where { file: taken.file.clone(), sheet: skipped.name.clone(), ..Where::default() };
        import.said.kept(at, None, skipped.reason.clone());
    }
}

/// Passes on what `intake` could not read, or only with doubt, and the columns that it could not name.
pub(super) fn doubt_sheet(import: &mut Import<'_, '_>, file: &str, sheet: &TakenSheet) {
    let at = |row: u32, column: &str, field: &str| {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Where { file: file.to_owned(), sheet: sheet.name.clone(), row, column: said(column), field: said(field) }
    };
    for label in &sheet.missing {
        let message = format!("表头里没有“{label}”，这张表没有导入；请指定哪一列是“{label}”。");
        import.said.left_out(at(sheet.header_row, "", label), None, message);
    }
    let incomplete = sheet.skipped.iter().any(|s| s.reason == SkipReason::Incomplete);
    if sheet.rows.is_empty() && sheet.missing.is_empty() && !incomplete {
        let message = format!("工作表“{}”的表里没有数据行，没有导入内容；请核对文件。", sheet.name);
        import.said.kept(at(sheet.header_row, "", ""), None, message);
    }
    for column in sheet.columns.iter().filter(|c| c.field.is_none() && sheet.missing.is_empty()) {
        let message = format!("“{}”这一列没有对应的栏目，没有导入；需要时请指定它是哪一项。", column.heading);
        import.said.kept(at(sheet.header_row, &column.column, ""), Some(&column.heading), message);
    }
    for trouble in &sheet.troubles {
        let fate = match trouble.severity {
            Severity::LeftOut => Fate::LeftOut,
            Severity::Doubtful => Fate::Kept,
        };
        let at = at(trouble.at.row, &trouble.at.column, &trouble.field);
        import.said.doubt(fate, at, (Some(&trouble.value), trouble.message.clone()));
    }
}

/// Doubts in the order in which somebody goes through the files.
pub(super) fn in_order(doubts: &mut [Doubt], files: &[Taken]) {
    let sheets: Vec<(&str, &str)> =
        files.iter().flat_map(|f| f.sheets.iter().map(|s| (f.file.as_str(), s.name.as_str()))).collect();
    doubts.sort_by_cached_key(|doubt| {
        let at = &doubt.at;
        let sheet = sheets.iter().position(|s| *s == (at.file.as_str(), at.sheet.as_str()));
        let column = at.column.clone().unwrap_or_default();
        (files.iter().position(|f| f.file == at.file), sheet, at.row, column.len(), column)
    });
}

/// All or nothing: what would be left out stops the import.
pub(super) fn refuse_doubts(doubts: &[Doubt]) -> Result<()> {
    let problem = |d: &Doubt| {
        let column = d.at.column.as_deref().map(|c| format!("{c}列")).unwrap_or_default();
        Problem::new(format!("{} {} 第{}行{column}", d.at.file, d.at.sheet, d.at.row), d.message.clone())
    };
    let problems: Vec<Problem> = doubts.iter().filter(|d| d.answer != Fate::Kept).map(problem).collect();
    if problems.is_empty() { Ok(()) } else { Err(Error::Problems(problems)) }
}
