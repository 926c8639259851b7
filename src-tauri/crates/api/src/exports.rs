//! Registers as files, and the writing of a set of files with its manifest.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use station_core::register::{self, RegisterAsk, paper};
use station_core::{Op, number};
use station_machine::files::Batch;
use station_report::Pdf;
use station_table::{Document, Edition};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::registers;

/// Which registers, for when, as what, to where.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportAsk {
    /// Numbers of registers; empty, as the keys = all of the set.
    #[serde(default)]
    #[cfg_attr(test, ts(type = "number[]"))]
    pub numbers: Vec<i64>,
    /// Registers by key or title.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub keys: Vec<String>,
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
    /// Key or name of the set of registers; none = the one in use.
    #[serde(default)]
    #[cfg_attr(test, ts(optional = nullable))]
    pub set: Option<String>,
    /// Only what belongs to this campaign, by key or name.
    #[serde(default)]
    #[cfg_attr(test, ts(optional = nullable))]
    pub campaign: Option<String>,
    /// Whether files of the same names may be written over: they may have been corrected by hand.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub overwrite: bool,
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

/// Writes registers as files, one file each.
pub fn export_registers(opened: &mut Opened, ask: ExportAsk) -> Result<Written, Failure> {
    let asked = registers_of(opened, &ask)?;
    let (mut documents, mut ready, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
    for (done, one) in asked.iter().enumerate() {
        opened.step("生成台账", done, asked.len())?;
        let document = registers::document(opened, one)?;
        let what = (std::slice::from_ref(&document), ask.edition);
        ready.extend(files_of(opened, what, (ask.format, &mut warnings))?);
        documents.push(document);
    }
    if !ask.overwrite {
        nothing_there(&ask.out, &ready)?;
    }
    let files = write_all(opened, &ask.out, ready, |_| Ok(None))?;
    number::left(&opened.store, (&ask.from, &ask.to), &documents)?;
    opened.log(Op::Export { what: names(&files) })?;
    Ok(Written { folder: ask.out.display().to_string(), files, edition: None, warnings })
}

/// Files by name, for history.
pub(crate) fn names(files: &[WrittenFile]) -> String {
    files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join("、")
}

fn nothing_there(folder: &Path, ready: &[Ready]) -> Result<(), Failure> {
    let there: Vec<String> =
        ready.iter().map(|ready| file_name(&ready.name)).filter(|name| folder.join(name).exists()).collect();
    let Some(first) = there.first() else { return Ok(()) };
    let count = if there.len() == 1 { String::new() } else { format!("等{}个", there.len()) };
    let message = format!("文件夹里已有“{first}”{count}文件，里面的改动会被盖掉，请确认要盖掉，或另选文件夹。");
    Err(Failure::new("exists", message))
}

/// Those that are named by number or key, else all of the set.
fn registers_of(opened: &Opened, ask: &ExportAsk) -> Result<Vec<RegisterAsk>, Failure> {
    let mut keys = ask.keys.clone();
    if keys.is_empty() && ask.numbers.is_empty() {
        keys = register::keys(opened.db(), ask.set.as_deref())?;
    }
    let one = |(number, key): (i64, Option<String>)| RegisterAsk {
        number,
        key,
        from: ask.from.clone(),
        to: ask.to.clone(),
        edition: ask.edition,
        set_id: ask.set.clone(),
        campaign_id: ask.campaign.clone(),
        ..RegisterAsk::default()
    };
    let numbers = ask.numbers.iter().map(|number| (*number, None));
    Ok(numbers.chain(keys.into_iter().map(|key| (0, Some(key)))).map(one).collect())
}

/// Documents of one paper, in the edition that was asked for: one file, but a plain table each.
pub(crate) fn files_of(
    opened: &Opened,
    (documents, edition): (&[Document], Option<Edition>),
    (kind, warnings): (FileKind, &mut Vec<String>),
) -> Result<Vec<Ready>, Failure> {
    let all: Vec<&Document> = documents.iter().collect();
    let named = |document: &Document| format!("{}{}", document.name, edition.unwrap_or_default().mark());
    let name = documents.first().map(named).unwrap_or_default();
    Ok(match kind {
        FileKind::Pdf => {
            let pdf = pdf_of_all(opened, &all)?;
            warnings.extend(missing_sentences(&pdf));
            vec![Ready { name: format!("{name}.pdf"), bytes: pdf.bytes }]
        }
        FileKind::Xlsx => vec![Ready { name: format!("{name}.xlsx"), bytes: workbook_of(opened, &all)? }],
        FileKind::Csv => {
            let plain = |d: &Document| Ok(Ready { name: format!("{}.csv", named(d)), bytes: station_report::csv(d)? });
            documents.iter().map(plain).collect::<Result<_, Failure>>()?
        }
    })
}

pub(crate) fn pdf_of(opened: &Opened, document: &Document) -> Result<Pdf, Failure> {
    pdf_of_all(opened, &[document])
}

/// Documents as one PDF, in the fonts that the station wants.
pub(crate) fn pdf_of_all(opened: &Opened, documents: &[&Document]) -> Result<Pdf, Failure> {
    let fonts = match paper::load(opened.db())?.fonts {
        paper::Fonts::Bundled => station_report::Fonts::bundled(),
        paper::Fonts::Installed => station_report::Fonts::installed(),
    };
    let mut progress = cancellable(opened, "排版打印");
    Ok(station_report::pdf(documents, &fonts, (opened.setting.clock)(), &mut progress)?)
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
    let plain = |c| if matches!(c, '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c };
    let (stem, end) = name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    // A name of a file has 255 bytes at most, a Chinese character three.
    let kept = stem.char_indices().take_while(|(at, c)| at + c.len_utf8() + end.len() <= 240).map(|(_, c)| c);
    kept.chain(end.chars()).map(plain).collect()
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
