//! The table that is printed: times, memory, and how many times ours a yardstick takes.

use super::measure::Measured;

/// Lines gathered in the order of measuring.
pub struct Table {
    lines: Vec<String>,
    ours: Option<Measured>,
}

impl Table {
    /// An empty table under what is known of this computer.
    pub fn new(missing: &[String]) -> Self {
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let profile =
            if cfg!(debug_assertions) { "dev profile: ours opt-level 1, libraries 2" } else { "release profile" };
        let mut lines = vec![format!("{cores} cores, {}, {profile}", processor())];
        lines.extend(missing.iter().cloned());
        lines.push(
            "times are the shortest of up to three runs, each in a process of its own, without its start".to_owned(),
        );
        lines.push("ratio: how many times ours that line takes".to_owned());
        Self { lines, ours: None }
    }

    /// Begins a group of lines about the same work.
    pub fn group(&mut self, title: &str) {
        self.ours = None;
        self.lines.push(String::new());
        self.lines.push(format!(
            "{}{:>10} {:>9} {:>8} {:>9} {:>7}",
            padded(title),
            "ms",
            "peak MB",
            "rows",
            "rows/s",
            "ratio"
        ));
    }

    /// A line of ours; what follows is compared with it.
    pub fn ours(&mut self, name: &str, measured: &Measured) {
        self.ours = Some(*measured);
        self.line(name, measured, String::new());
    }

    /// A yardstick.
    pub fn beside(&mut self, name: &str, measured: &Measured) {
        let ratio = self.ours.map(|ours| measured.ms / ours.ms);
        let ratio = ratio.map(|r| if r < 0.1 { format!("{r:.3}×") } else { format!("{r:.2}×") }).unwrap_or_default();
        self.line(name, measured, ratio);
    }

    /// A yardstick that may not be installed.
    pub fn maybe(&mut self, name: &str, measured: Option<Measured>) {
        match measured {
            Some(measured) => self.beside(name, &measured),
            None => self.lines.push(format!("{}{:>10}", padded(&format!("  {name}")), "未安装")),
        }
    }

    /// Prints it.
    #[expect(clippy::print_stdout, reason = "what this program is for")]
    pub fn print(&self) {
        println!("{}", self.lines.join("\n"));
    }

    #[expect(clippy::cast_precision_loss, reason = "some thousand rows, some thousand megabytes")]
    fn line(&mut self, name: &str, Measured { ms, kib, rows }: &Measured, ratio: String) {
        let known = |value: String, is: bool| if is { value } else { String::new() };
        let memory = known(format!("{:.0}", *kib as f64 / 1024.0), *kib > 0);
        let speed = known(format!("{:.0}", *rows as f64 / ms * 1000.0), *rows > 0);
        let count = known(rows.to_string(), *rows > 0);
        self.lines
            .push(format!("{}{ms:>10.1} {memory:>9} {count:>8} {speed:>9} {ratio:>7}", padded(&format!("  {name}"))));
    }
}

/// A name, blanks up to where the numbers begin.
fn padded(name: &str) -> String {
    format!("{name:<70}")
}

/// The processor as the system calls it.
fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map_or_else(|| std::env::consts::ARCH.to_owned(), |(_, name)| name.to_owned())
}
