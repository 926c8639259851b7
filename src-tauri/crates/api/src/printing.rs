//! Printing of what the preview shows, and of files that were written before.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use station_core::Op;
use station_machine::printers::{self, Job, JobId, JobState, PrintJob, Sides};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::papers::{self, PaperAsk};

/// A printer that documents can be sent to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Printer"))]
pub struct PrinterShown {
    /// The name by which it is chosen.
    pub name: String,
    /// What its owner calls it, and what is wrong with it now.
    pub label: String,
    /// Whether it is taken when none is named.
    pub is_default: bool,
    /// Whether it prints on both sides by itself.
    pub two_sided: bool,
}

/// What is to be printed, and how.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct PrintAsk {
    /// The PDF of a preview, as base64.
    pub pdf: Option<String>,
    /// What that PDF is of: it is numbered now, and numbers on it are not given again.
    pub paper: Option<PaperAsk>,
    /// PDF files.
    pub files: Vec<PathBuf>,
    /// Name of the preview in the printer's queue.
    pub title: String,
    /// Name of the printer; none = the default one.
    pub printer: Option<String>,
    /// How many times; 1 to 999.
    pub copies: u32,
    /// On which sides (IPP `sides`).
    #[cfg_attr(test, ts(type = "'one' | 'two' | 'two-short'"))]
    pub sides: Sides,
    /// Which pages, `2-3,5`; none = all.
    pub pages: Option<String>,
}

/// A document in a printer's queue.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PrintJobShown {
    /// Number in the queue.
    pub id: i32,
    /// Name of the printer.
    pub printer: String,
    /// What is printed.
    pub title: String,
    /// 等候, 正在打印, 已印完, 没有印成, with why.
    pub state: String,
}

/// What was handed to a printer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Printed {
    /// The documents in its queue.
    pub jobs: Vec<PrintJobShown>,
    /// What the clerk is told.
    pub label: String,
}

/// The printers of this computer, the default one first. A print service that does not answer keeps nobody from working.
pub fn printers(_: &Desk, _: ()) -> Result<Vec<PrinterShown>, Failure> {
    let shown = |p: printers::Printer| PrinterShown {
        label: p.trouble.map_or_else(|| p.label.clone(), |trouble| format!("{}（{trouble}）", p.label)),
        name: p.name,
        is_default: p.is_default,
        two_sided: p.accepts_two_sided,
    };
    Ok(printers::printers()?.into_iter().map(shown).collect())
}

/// What this computer has still to print; in an open station, for titles may name people.
pub fn print_jobs(desk: &Desk, _: ()) -> Result<Vec<PrintJobShown>, Failure> {
    opened(desk)?;
    Ok(printers::jobs()?.into_iter().map(job_shown).collect())
}

/// Prints, and does not wait for the paper. Nothing is printed unless everything can be; what was printed is recorded,
/// though the next should fail.
pub fn print(desk: &Desk, ask: PrintAsk) -> Result<Printed, Failure> {
    opened(desk)?;
    let shown = shown(desk, &ask)?;
    let files: Vec<(&Path, PrintJob)> = ask.files.iter().map(|f| (f.as_path(), job(&ask, title_of(f)))).collect();
    for (file, job) in &files {
        printers::check(file, job)?;
    }
    let mut jobs = Vec::new();
    if let Some(bytes) = shown {
        let job = job(&ask, ask.title.clone());
        let sent = printers::print_bytes(&bytes, &job)?;
        jobs.push(sent_as(desk, &sent, job.title)?);
        number_left(desk, ask.paper.as_ref())?;
    }
    for (file, job) in files {
        let sent = printers::print(file, &job).map_err(|e| after(&jobs, e.into()))?;
        jobs.push(sent_as(desk, &sent, job.title)?);
    }
    Ok(Printed { label: format!("已送打印机：{}", titles(&jobs)), jobs })
}

fn opened(desk: &Desk) -> Result<(), Failure> {
    desk.opened().as_ref().map(|_| ()).ok_or_else(Failure::locked)
}

/// What the preview shows; a paper of a matter is made anew, for it is numbered now.
fn shown(desk: &Desk, ask: &PrintAsk) -> Result<Option<Vec<u8>>, Failure> {
    let Some(pdf) = ask.pdf.as_deref() else { return Ok(None) };
    let numbered = match (desk.opened().as_mut(), &ask.paper) {
        (Some(opened), Some(paper)) => papers::as_printed(opened, paper)?,
        _ => None,
    };
    numbered.map_or_else(|| bytes_of(pdf), Ok).map(Some)
}

fn bytes_of(pdf: &str) -> Result<Vec<u8>, Failure> {
    let broken = |e| Failure::new("print", "要打印的内容坏了，请重新预览后再打印。").with_detail(e);
    BASE64.decode(pdf).map_err(broken)
}

/// Records what was handed over, and how far it is; a service that no longer says so is no failure.
fn sent_as(desk: &Desk, id: &JobId, title: String) -> Result<PrintJobShown, Failure> {
    if let Some(opened) = desk.opened().as_mut() {
        opened.log(Op::Print { what: title.clone() })?;
    }
    let job = printers::job(id).unwrap_or_else(|_| unknown(id));
    Ok(job_shown(Job { title, ..job }))
}

fn unknown(id: &JobId) -> Job {
    Job { id: id.clone(), title: String::new(), state: JobState::Waiting, reason: None }
}

fn number_left(desk: &Desk, paper: Option<&PaperAsk>) -> Result<(), Failure> {
    match (desk.opened().as_ref(), paper) {
        // Without its photos: only the columns matter.
        (Some(opened), Some(ask)) => papers::left(opened, ask, || papers::made(opened, ask)),
        _ => Ok(()),
    }
}

/// What failed after others had been handed over.
fn after(jobs: &[PrintJobShown], failure: Failure) -> Failure {
    if jobs.is_empty() {
        return failure;
    }
    Failure {
        message: format!("已送打印机：{}；其余没有印：{}", titles(jobs), failure.message), ..failure
    }
}

fn titles(jobs: &[PrintJobShown]) -> String {
    jobs.iter().map(|job| job.title.as_str()).collect::<Vec<_>>().join("、")
}

fn job(ask: &PrintAsk, title: String) -> PrintJob {
    PrintJob { printer: ask.printer.clone(), copies: ask.copies, sides: ask.sides, pages: ask.pages.clone(), title }
}

fn title_of(file: &Path) -> String {
    file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn job_shown(job: Job) -> PrintJobShown {
    let state = match job.state {
        JobState::Waiting => "等候",
        JobState::Printing => "正在打印",
        JobState::Done => "已印完",
        JobState::Failed => "没有印成",
    };
    let state = job.reason.map_or_else(|| state.to_owned(), |why| format!("{state}：{why}"));
    PrintJobShown { id: job.id.number, printer: job.id.printer, title: job.title, state }
}
