//! The printers of this computer: which there are, printing a PDF, what became of it.
//! On Linux by CUPS, asked through its socket on this machine; on Windows by the program that opens PDFs.

use std::path::Path;

use serde::{Deserialize, Serialize};

#[cfg(unix)]
mod cups;
mod error;
mod pages;
mod pdf;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use cups::Cups;
pub use error::PrintError;

/// A printer that documents can be sent to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Printer {
    /// The name by which it is chosen.
    pub name: String,
    /// What its owner calls it, with where it stands: `办公室打印机（二楼）`; the name where nothing is said.
    pub label: String,
    /// Whether it is taken when none is named.
    pub is_default: bool,
    /// Whether it prints on both sides by itself; one that does not prints on one side, whatever is asked.
    pub accepts_two_sided: bool,
    /// What is wrong with it now, in a few words: `缺纸`.
    pub trouble: Option<String>,
}

/// On which sides of the paper (IPP `sides`, PWG 5100.13).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sides {
    /// One side.
    #[default]
    #[serde(rename = "one")]
    One,
    /// Both, turned over the long edge as a book of standing pages is.
    #[serde(rename = "two")]
    TwoLongEdge,
    /// Both, turned over the short edge: lying pages bound at their left.
    #[serde(rename = "two-short")]
    TwoShortEdge,
}

/// How a document is to be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintJob {
    /// Name of the printer; the default one where none is named.
    pub printer: Option<String>,
    /// How many times; 1 to 999.
    pub copies: u32,
    /// On which sides.
    pub sides: Sides,
    /// Which pages, `2-3,5`, `4-` for all from the fourth; all where nothing is said.
    pub pages: Option<String>,
    /// Name under which the printer's queue shows it.
    pub title: String,
}

/// A document that was handed to a printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobId {
    /// Name of the printer.
    pub printer: String,
    /// Its number in the queue of this computer; 0 where there is none (Windows).
    pub number: i32,
}

/// How far a document has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// Waits for its turn, or for somebody to see to the printer.
    Waiting,
    /// Is being printed.
    Printing,
    /// Has left for the printer whole.
    Done,
    /// Was broken off.
    Failed,
}

/// A document in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Job {
    /// Where it is.
    pub id: JobId,
    /// The name that it was given.
    pub title: String,
    /// How far it has come.
    pub state: JobState,
    /// Why it waits or failed, in a few words: `缺纸`.
    pub reason: Option<String>,
}

/// The printers of this computer by name, the default one first.
///
/// # Errors
/// When there is no print service, or no printer.
pub fn printers() -> Result<Vec<Printer>, PrintError> {
    #[cfg(unix)]
    let mut printers = Cups::of_this_computer()?.printers()?;
    #[cfg(windows)]
    let mut printers = windows::printers()?;
    printers.sort_by(|a, b| b.is_default.cmp(&a.is_default).then_with(|| a.name.cmp(&b.name)));
    if printers.is_empty() { Err(PrintError::NoPrinter) } else { Ok(printers) }
}

/// Hands a PDF to a printer and does not wait for the paper.
///
/// # Errors
/// When the file is no PDF, the printer does not exist or refuses, or what is asked makes no sense.
pub fn print(file: &Path, job: &PrintJob) -> Result<JobId, PrintError> {
    #[cfg(unix)]
    return Cups::of_this_computer()?.print(file, job);
    #[cfg(windows)]
    return windows::print(file, job);
}

/// Hands the bytes of a PDF to a printer, without a file of them on the disk where the print service takes them so.
///
/// # Errors
/// As of [`print`].
pub fn print_bytes(bytes: &[u8], job: &PrintJob) -> Result<JobId, PrintError> {
    #[cfg(unix)]
    return Cups::of_this_computer()?.print_bytes(bytes, job);
    #[cfg(windows)]
    return windows::print_bytes(bytes, job);
}

/// Whether a file can be printed like that, before the first page of several files is on paper.
///
/// # Errors
/// When it cannot be read, is no PDF, or what is asked makes no sense.
pub fn check(file: &Path, job: &PrintJob) -> Result<(), PrintError> {
    checked(&read(file)?, job).map(drop)
}

/// Removes what printing left on the disk: on Windows the documents go to the printer as files.
pub fn forget() {
    #[cfg(windows)]
    windows::forget();
}

/// What this computer has still to print, oldest first; empty on Windows, which does not tell.
///
/// # Errors
/// When there is no print service.
pub fn jobs() -> Result<Vec<Job>, PrintError> {
    #[cfg(unix)]
    return Cups::of_this_computer()?.jobs();
    #[cfg(windows)]
    return Ok(Vec::new());
}

/// What became of a document; on Windows it counts as done once it is handed over.
///
/// # Errors
/// When the service no longer knows it.
pub fn job(id: &JobId) -> Result<Job, PrintError> {
    #[cfg(unix)]
    return Cups::of_this_computer()?.job(id);
    #[cfg(windows)]
    return Ok(Job { id: id.clone(), title: String::new(), state: JobState::Done, reason: None });
}

/// What the bytes say of themselves, once they are a PDF and what is asked makes sense.
fn checked(bytes: &[u8], job: &PrintJob) -> Result<pdf::Pdf, PrintError> {
    if !(1..=999).contains(&job.copies) {
        return Err(PrintError::Copies { copies: job.copies });
    }
    pdf::Pdf::read(bytes).ok_or_else(|| PrintError::NoPdf { file: job.title.clone() })
}

fn read(file: &Path) -> Result<Vec<u8>, PrintError> {
    std::fs::read(file).map_err(|e| PrintError::File(crate::FileError::new(file, e)))
}
