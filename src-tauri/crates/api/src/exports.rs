//! Registers as files, and the writing of a set of files with its manifest.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use station_core::register::{self, RegisterAsk};
use station_core::{Op, reception};
use station_machine::files::Batch;
use station_report::Pdf;
use station_table::{Document, Edition};

use crate::desk::Opened;
use crate::failure::Failure;

/// Which registers, for when, as what, to where.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportAsk {
    /// Numbers of registers; empty = all.
    #[cfg_attr(test, ts(type = "number[]"))]
    pub numbers: Vec<i64>,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Kind of file.
    pub format: FileKind,
    /// Folder.
    pub out: PathBuf,
    /// Edition; none = 内部.
    #[serde(default)]
    pub edition: Option<Edition>,
}

/// Kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Workbook.
    Xlsx,
    /// Paper.
    Pdf,
    /// Plain table.
    Csv,
}

/// What was written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Written {
    /// Where.
    pub folder: String,
    /// The files, in the order of writing.
    pub files: Vec<WrittenFile>,
    /// Number of the edition, where a report was sent.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub edition: Option<i64>,
    /// What the clerk should know, a sentence each.
    pub warnings: Vec<String>,
}

/// One file, read back after writing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WrittenFile {
    /// Its name.
    pub name: String,
    /// SHA-256 of what stands on the disk.
    pub sha256: String,
    /// Its size.
    pub bytes: usize,
}

/// A file that is ready to be written.
pub(crate) struct Ready {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The register that shows the numbers of visits.
const RECEPTIONS: i64 = 4;

/// Writes registers as files, one file each.
pub fn export_registers(opened: &mut Opened, ask: ExportAsk) -> Result<Written, Failure> {
    let numbers = if ask.numbers.is_empty() { register::numbers() } else { ask.numbers.clone() };
    let (mut ready, mut warnings) = (Vec::new(), Vec::new());
    for (done, number) in numbers.iter().enumerate() {
        opened.step("生成台账", done, numbers.len())?;
        let document = register_of(opened, (*number, &ask))?;
        ready.push(file_of(opened, &document, (ask.format, &mut warnings))?);
    }
    let files = write_all(opened, &ask.out, ready, |_| Ok(None))?;
    if numbers.contains(&RECEPTIONS) {
        reception::edit::mark_printed(&opened.store, (&ask.from, &ask.to))?;
    }
    opened.log(Op::Export { what: files.iter().map(|f| f.name.as_str()).collect::<Vec<_>>().join("、") })?;
    Ok(Written { folder: ask.out.display().to_string(), files, edition: None, warnings })
}

fn register_of(opened: &Opened, (number, ask): (i64, &ExportAsk)) -> Result<Document, Failure> {
    let (from, to, edition) = (ask.from.clone(), ask.to.clone(), ask.edition);
    let ask = RegisterAsk { number, from, to, edition, ..RegisterAsk::default() };
    Ok(register::document(opened.db(), &ask, opened.today())?)
}

fn file_of(
    opened: &Opened,
    document: &Document,
    (kind, warnings): (FileKind, &mut Vec<String>),
) -> Result<Ready, Failure> {
    let name = &document.name;
    Ok(match kind {
        FileKind::Pdf => {
            let pdf = pdf_of(opened, document)?;
            warnings.extend(missing_sentences(&pdf));
            Ready { name: format!("{name}.pdf"), bytes: pdf.bytes }
        }
        FileKind::Xlsx => Ready { name: format!("{name}.xlsx"), bytes: workbook_of(opened, &[document])? },
        FileKind::Csv => Ready { name: format!("{name}.csv"), bytes: station_report::csv(document)? },
    })
}

pub(crate) fn pdf_of(opened: &Opened, document: &Document) -> Result<Pdf, Failure> {
    let mut progress = cancellable(opened, "排版打印");
    Ok(station_report::pdf(&[document], (opened.setting.clock)(), &mut progress)?)
}

pub(crate) fn workbook_of(opened: &Opened, documents: &[&Document]) -> Result<Vec<u8>, Failure> {
    let mut progress = cancellable(opened, "生成表格");
    Ok(station_report::workbook(documents, (opened.setting.clock)(), &mut progress)?)
}

fn cancellable<'a>(
    opened: &'a Opened,
    label: &'a str,
) -> impl FnMut(usize, usize) -> Result<(), station_report::Cancelled> + 'a {
    move |done, total| opened.step(label, done, total).map_err(|_| station_report::Cancelled)
}

/// Writes files that belong together: all of them, or on failure and cancel none.
pub(crate) fn write_all(
    opened: &Opened,
    folder: &Path,
    ready: Vec<Ready>,
    last: impl FnOnce(&[WrittenFile]) -> Result<Option<Ready>, Failure>,
) -> Result<Vec<WrittenFile>, Failure> {
    std::fs::create_dir_all(folder).map_err(|e| station_machine::FileError::new(folder, e))?;
    let total = ready.len();
    let (mut batch, mut written) = (Batch::begin(folder), Vec::new());
    for (done, ready) in ready.into_iter().enumerate() {
        opened.step("写入文件", done, total)?;
        written.push(add(&mut batch, ready)?);
    }
    if let Some(ready) = last(&written)? {
        written.push(add(&mut batch, ready)?);
    }
    batch.finish()?;
    Ok(written)
}

fn add(batch: &mut Batch, Ready { name, bytes }: Ready) -> Result<WrittenFile, Failure> {
    let name = file_name(&name);
    let sha256 = batch.add(&name, &bytes)?;
    Ok(WrittenFile { name, sha256, bytes: bytes.len() })
}

/// A name that Windows, Linux and a FAT stick all take.
pub(crate) fn file_name(name: &str) -> String {
    name.chars()
        .map(|c| if matches!(c, '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c })
        .collect()
}

/// Names the characters that no font has.
pub(crate) fn missing_sentences(pdf: &Pdf) -> Vec<String> {
    let each = pdf.missing.iter();
    each.map(|(c, text)| {
        let number = u32::from(*c);
        format!("“{text}”中的“{c}”（U+{number:04X}）没有可用的字体，纸上印为〓，请手写补上。")
    })
    .collect()
}
