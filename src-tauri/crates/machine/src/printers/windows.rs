//! Windows: the program that opens PDFs is asked to print, through the system's own shell. Not tried on a Windows yet.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{JobId, PrintError, PrintJob, Printer, Sides, checked, read};

/// Default and name of each printer, divided by a tab.
const LIST: &str = "[Console]::OutputEncoding=[Text.Encoding]::UTF8; \
    Get-CimInstance Win32_Printer | ForEach-Object { \"$($_.Default)`t$($_.Name)\" }";
/// File and printer come through the environment, so that no name can become a command.
const PRINT_TO: &str =
    "Start-Process -FilePath $env:STATION_FILE -Verb PrintTo -ArgumentList ('\"'+$env:STATION_PRINTER+'\"')";

pub(super) fn printers() -> Result<Vec<Printer>, PrintError> {
    let text = shell(LIST, &[])?;
    let printer = |line: &str| {
        let (default, name) = line.trim().split_once('\t')?;
        let (name, label) = (name.to_owned(), name.to_owned());
        Some(Printer { name, label, is_default: default == "True", accepts_two_sided: false, trouble: None })
    };
    Ok(text.lines().filter_map(printer).collect())
}

pub(super) fn print(file: &Path, job: &PrintJob) -> Result<JobId, PrintError> {
    if job.copies > 1 || job.sides != Sides::One || job.pages.is_some() {
        return Err(PrintError::NotHere);
    }
    checked(&read(file)?, job)?;
    let printers = printers()?;
    let chosen = printers.into_iter().find(|p| job.printer.as_ref().map_or(p.is_default, |name| *name == p.name));
    let unknown = || job.printer.clone().map_or(PrintError::NoPrinter, |name| PrintError::UnknownPrinter { name });
    let printer = chosen.ok_or_else(unknown)?.name;
    shell(PRINT_TO, &[("STATION_FILE", &file.display().to_string()), ("STATION_PRINTER", &printer)])?;
    Ok(JobId { printer, number: 0 })
}

/// The shell prints files only, and reads them later than it says: each document is a file of its own until [`forget`].
pub(super) fn print_bytes(bytes: &[u8], job: &PrintJob) -> Result<JobId, PrintError> {
    checked(bytes, job)?;
    let file = folder().join(format!("{}.pdf", crate::files::sha256(bytes)));
    std::fs::create_dir_all(folder()).map_err(|e| PrintError::File(crate::FileError::new(&file, e)))?;
    crate::files::write(&file, bytes).map_err(PrintError::File)?;
    print(&file, job)
}

/// Files that the shell still reads stay until the next time.
pub(super) fn forget() {
    for entry in std::fs::read_dir(folder()).into_iter().flatten().flatten() {
        let _ = std::fs::remove_file(entry.path());
    }
}

fn folder() -> PathBuf {
    std::env::temp_dir().join("liaison-station-print")
}

fn shell(command: &str, told: &[(&str, &str)]) -> Result<String, PrintError> {
    let mut shell = Command::new("powershell.exe");
    shell.args(["-NoProfile", "-NonInteractive", "-Command", command]).envs(told.iter().copied());
    let output = shell.output().map_err(|_| PrintError::NoService)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(PrintError::Refused { detail: String::from_utf8_lossy(&output.stderr).into_owned() })
}
