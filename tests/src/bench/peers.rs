//! What others need for the same work: Python's libraries and LibreOffice, where they are installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::measure::{Job, Measured};
use crate::programs::root;

/// Programs to compare with.
pub struct Peers {
    /// Python with the libraries.
    python: Option<PathBuf>,
    /// Runs LibreOffice; any Python does.
    wrapper: Option<PathBuf>,
    /// Node, whose ICU collates.
    node: Option<PathBuf>,
    /// What is not installed, a line each.
    pub missing: Vec<String>,
}

/// What is put into an environment of its own.
const LIBRARIES: [&str; 3] = ["XlsxWriter", "openpyxl", "reportlab"];

impl Peers {
    /// Finds them; installs the libraries into `place` where Python and pip are there.
    pub fn installed(place: &Path) -> Self {
        let plain = found("python3");
        let python = plain.as_deref().and_then(|python| environment(python, &place.join("venv")));
        let office = found("soffice");
        let mut missing = Vec::new();
        if python.is_none() {
            missing.push(format!("{}: 未安装", LIBRARIES.join(", ")));
        }
        if office.is_none() {
            missing.push("LibreOffice: 未安装".to_owned());
        }
        let node = found("node");
        if node.is_none() {
            missing.push("Node: 未安装".to_owned());
        }
        Self { python, wrapper: plain.filter(|_| office.is_some()), node, missing }
    }

    /// A job of Python's libraries; the shortest of several.
    pub fn job(&self, arguments: &[&str]) -> Option<Measured> {
        let script = script();
        let job = Job::of(self.python.as_ref()?, &[&[script.as_str()], arguments].concat());
        Some(job.best())
    }

    /// A job of a script for Node; the shortest of several.
    pub fn node(&self, arguments: &[&str]) -> Option<Measured> {
        let (script, arguments) = arguments.split_first()?;
        let job = Job::of(self.node.as_ref()?, &[&[beside(script).as_str()], arguments].concat());
        Some(job.best())
    }

    /// LibreOffice turns a file into a PDF.
    pub fn office(&self, file: &str, folder: &str) -> Option<Measured> {
        let script = script();
        let job = Job::of(self.wrapper.as_ref()?, &[&script, "office", file, folder]);
        Some(job.best())
    }
}

fn script() -> String {
    beside("peers.py")
}

/// A script of the folder of scripts.
fn beside(name: &str) -> String {
    root().join("tests/bench").join(name).to_str().expect("a plain path").to_owned()
}

fn found(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// An environment of Python with the libraries; none where it cannot be made.
fn environment(python: &Path, place: &Path) -> Option<PathBuf> {
    let own = place.join("bin/python3");
    let done = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
    let has_all = || done(Command::new(&own).args(["-c", "import xlsxwriter, openpyxl, reportlab"]));
    if has_all() {
        return Some(own);
    }
    let made = done(Command::new(python).args(["-m", "venv"]).arg(place));
    let installed = made && done(Command::new(&own).args(["-m", "pip", "install", "--quiet"]).args(LIBRARIES));
    (installed && has_all()).then_some(own)
}
