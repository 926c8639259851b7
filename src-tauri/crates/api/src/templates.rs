//! The county's own workbook, filled with a register's rows or the month's figures.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::period::{self, MonthReport};
use station_core::register::{self, RegisterAsk};
use station_machine::files;
use station_table::{Document, Look, Part};
use station_template::{Filling, fill};

use crate::desk::Opened;
use crate::exports::{Written, WrittenFile, file_name};
use crate::failure::Failure;
use crate::registers;

/// Which workbook, with what, to where.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TemplateAsk {
    /// The county's empty workbook.
    pub file: PathBuf,
    /// The register whose rows go into it.
    #[serde(default)]
    pub register: Option<RegisterAsk>,
    /// Or the month whose figures go into it, `2023-11`.
    #[serde(default)]
    pub month: Option<String>,
    /// A file `….xlsx`, or the folder in which it is to stand under the title of what fills it.
    pub out: PathBuf,
}

/// Fills it and writes it beside the empty one, never over it.
pub fn template_fill(opened: &mut Opened, ask: TemplateAsk) -> Result<Written, Failure> {
    let document = document(opened, &ask)?;
    let table = document
        .tables()
        .next()
        .filter(|_| document.look == Look::List)
        .ok_or_else(|| Failure::new("template", "这张台账不是一行一条的表，不能填进表格，请另选一张。"))?;
    let bytes = std::fs::read(&ask.file).map_err(|e| station_machine::FileError::new(&ask.file, e))?;
    let headings: Vec<Vec<String>> = table.columns.iter().map(headings).collect();
    let words = words(&document);
    let filled = fill(&bytes, &Filling { table, headings: &headings, words: &words })?;
    let out = target(&ask, &document);
    if is_same(&out, &ask.file) {
        return Err(Failure::new("template", "不能写在空表上面，请另选文件夹或文件名。"));
    }
    if let Some(folder) = out.parent() {
        std::fs::create_dir_all(folder).map_err(|e| station_machine::FileError::new(folder, e))?;
    }
    let sha256 = files::write(&out, &filled.bytes)?;
    if let Some(ask) = &ask.register {
        registers::left(opened, ask, std::slice::from_ref(&document))?;
    }
    opened.log(Op::Export { what: format!("填表 {}", document.title) })?;
    let name = out.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = out.parent().map(|f| f.display().to_string()).unwrap_or_default();
    let mut warnings = vec![format!("填了“{}”表 {} 行，认出 {} 列。", filled.sheet, filled.rows, filled.columns.len())];
    warnings.extend(left(&filled.unmatched));
    Ok(Written {
        folder,
        files: vec![WrittenFile { name, sha256, bytes: filled.bytes.len() }],
        edition: None,
        warnings,
    })
}

/// Whether both are one file, however they are spelled. What is not there yet is no other file.
fn is_same(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

fn document(opened: &Opened, ask: &TemplateAsk) -> Result<Document, Failure> {
    match (&ask.register, &ask.month) {
        (Some(register), _) => Ok(register::document(opened.db(), register, opened.today())?),
        (None, Some(month)) => Ok(figures(period::month(opened.db(), month, opened.today())?)),
        (None, None) => Err(Failure::new("template", "没有说填哪张台账或哪个月，请选择。")),
    }
}

/// The month's paper with all its figures in one table.
fn figures(report: MonthReport) -> Document {
    let whole = Part::Table(report.table());
    let mut document = report.document;
    document.subjects.iter_mut().for_each(|subject| subject.parts = vec![whole.clone()]);
    document
}

/// What a template may call a column: as it is called here, then as office files call that field.
fn headings(column: &station_table::Column) -> Vec<String> {
    let mut all = vec![column.label.clone()];
    all.extend(column.heading.iter().map(|heading| format!("{heading}{}", column.label)));
    if let Some(field) = station_intake::fields().get(&column.key) {
        all.push(field.label.clone());
        all.extend(field.aliases.iter().cloned());
    }
    all
}

/// Words in braces: the head of the paper says who reports and for when.
fn words(document: &Document) -> BTreeMap<String, String> {
    let head = document.subjects.first().map(|s| s.head.clone()).unwrap_or_default();
    let said = |label: &str| head.iter().find_map(|line| line.strip_prefix(label)).unwrap_or_default().to_owned();
    let period = head.iter().find(|line| !line.contains('：')).cloned().unwrap_or_default();
    let (title, unit) = (document.title.clone(), said("填报单位："));
    [("unit", unit), ("period", period), ("title", title)].map(|(key, value)| (key.to_owned(), value)).into()
}

fn target(ask: &TemplateAsk, document: &Document) -> PathBuf {
    if ask.out.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx")) {
        return ask.out.clone();
    }
    ask.out.join(file_name(&format!("{}（已填）.xlsx", document.title)))
}

fn left(unmatched: &[String]) -> Option<String> {
    (!unmatched.is_empty()).then(|| format!("这些列没有认出，留空：{}。", unmatched.join("、")))
}
