//! Printing of what the preview shows, and of files that were written before.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use station_core::Op;
use station_machine::printers::{self, Job, JobState, PrintJob, Sides};

use crate::desk::Opened;
use crate::failure::Failure;

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

/// The printers of this computer, the default one first.
pub fn printers(_: &mut Opened, _: ()) -> Result<Vec<PrinterShown>, Failure> {
    let shown = |p: printers::Printer| PrinterShown {
        label: p.trouble.map_or_else(|| p.label.clone(), |trouble| format!("{}（{trouble}）", p.label)),
        name: p.name,
        is_default: p.is_default,
        two_sided: p.accepts_two_sided,
    };
    Ok(printers::printers()?.into_iter().map(shown).collect())
}

/// What this computer has still to print.
pub fn print_jobs(_: &mut Opened, _: ()) -> Result<Vec<PrintJobShown>, Failure> {
    Ok(printers::jobs()?.into_iter().map(job_shown).collect())
}

/// Prints, and does not wait for the paper.
pub fn print(opened: &mut Opened, ask: PrintAsk) -> Result<Printed, Failure> {
    let mut jobs = Vec::new();
    if let Some(pdf) = &ask.pdf {
        let bytes = BASE64
            .decode(pdf)
            .map_err(|e| Failure::new("print", "要打印的内容坏了，请重新预览后再打印。").with_detail(e))?;
        jobs.push(printers::print_bytes(&bytes, &job(&ask, ask.title.clone()))?);
    }
    for file in &ask.files {
        jobs.push(printers::print(file, &job(&ask, title_of(file)))?);
    }
    let jobs = jobs.iter().map(|id| Ok(job_shown(printers::job(id)?))).collect::<Result<Vec<_>, Failure>>()?;
    let titles = jobs.iter().map(|j| j.title.as_str()).collect::<Vec<_>>().join("、");
    opened.log(Op::Print { what: titles.clone() })?;
    Ok(Printed { label: format!("已送打印机：{titles}"), jobs })
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
