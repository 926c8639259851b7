//! A job in a process of its own: how long its work took and the most memory that it had.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde::{Deserialize, Serialize};

/// What a job came to.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Measured {
    /// Time of the work alone, in milliseconds; without starting the process.
    pub ms: f64,
    /// The most memory that the process had, in KiB; 0 where it is not known.
    #[serde(default)]
    pub kib: u64,
    /// Rows or files that were made or read; 0 where there is nothing to count.
    #[serde(default)]
    pub rows: usize,
}

/// A job that measures itself and tells it as its last line.
pub struct Job {
    program: std::path::PathBuf,
    arguments: Vec<String>,
    timed: bool,
}

impl Job {
    /// A job of this program.
    pub fn own(arguments: &[&str]) -> Self {
        let own = std::env::current_exe().expect("the path of this program");
        Self::of(&own, &[&["--job"], arguments].concat())
    }

    /// A program that tells its measurement.
    pub fn of(program: &Path, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(|&a| a.to_owned()).collect();
        Self { program: program.to_owned(), arguments, timed: false }
    }

    /// A program that does not: its whole run is timed.
    pub fn program(program: &Path, arguments: &[&str]) -> Self {
        Self { timed: true, ..Self::of(program, arguments) }
    }

    /// Runs it once.
    pub fn once(&self) -> Measured {
        self.tried().unwrap_or_else(|why| panic!("{} {:?}: {why}", self.program.display(), self.arguments))
    }

    /// Runs it once more than once when it is short; the shortest counts.
    pub fn best(&self) -> Measured {
        let first = self.once();
        let more = if first.ms < 3000.0 { 2 } else { 0 };
        (0..more).map(|_| self.once()).fold(first, |best, next| if next.ms < best.ms { next } else { best })
    }

    /// Runs it; its complaint when it fails.
    pub fn tried(&self) -> Result<Measured, String> {
        let start = Instant::now();
        let output = Command::new(&self.program).args(&self.arguments).output().map_err(|e| e.to_string())?;
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let text = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        if self.timed {
            return Ok(Measured { ms, kib: 0, rows: 0 });
        }
        super::told(&text).ok_or_else(|| format!("it tells nothing: {text}"))
    }
}

/// Does the work and measures it, the memory from here on.
pub fn measured(work: impl FnOnce() -> usize) -> Measured {
    // Linux: 5 forgets the peak so far. Where it cannot be written, the peak is that of the whole process.
    let forgets = std::fs::OpenOptions::new().write(true).open("/proc/self/clear_refs");
    let _ = forgets.and_then(|mut file| std::io::Write::write_all(&mut file, b"5"));
    let start = Instant::now();
    let rows = work();
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    Measured { ms, kib: peak(), rows }
}

/// The most memory that this process had, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}
