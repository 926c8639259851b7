//! A station in a folder of its own, worked on through the program `station` as a script would.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::programs::{built, command};

/// The day on which the tests happen.
pub const TODAY: &str = "2024-01-05";
/// The password of every station under test.
pub const PASSWORD: &str = "correct horse";
/// The six sites of the samples, in the order of their reports.
pub const SITES: [&str; 6] = ["镇联络站", "鼓楼联络点", "东关联络点", "晋福联络点", "靳家街联络点", "仁庄联络点"];

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    /// Exit code.
    pub code: i32,
    /// What it wrote.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

/// A station on the disk.
pub struct Station {
    /// Goes with the test.
    pub folder: TempDir,
}

impl Station {
    /// A founded station with the six sites of the samples.
    pub fn founded() -> Self {
        let station = Self::empty();
        let sites = SITES.map(|name| format!("\"{name}\"")).join(", ");
        let text = format!("name = '清河镇人大代表联络站'\nlevel = '镇'\nterm = 5\nsites = [{sites}]\n");
        station.found(&text);
        station
    }

    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Founds it from the text of a `station.toml`.
    pub fn found(&self, text: &str) {
        let file = self.path("station.toml");
        station_machine::files::write(&file, text.as_bytes()).expect("station.toml is written");
        let ran = self.run(&["init", "--station", file.to_str().expect("a plain path")]);
        assert_eq!(ran.code, 0, "the station is founded: {}{}", ran.out, ran.err);
    }

    /// A founded station into which the samples were imported.
    pub fn with_samples() -> Self {
        let station = Self::founded();
        for (kind, file) in SAMPLES {
            let ran = station.import(kind, &sample(file));
            assert_eq!(ran.code, 0, "{file} is imported without anything left out: {}{}", ran.out, ran.err);
        }
        station
    }

    /// A place beside the data folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// The program with this data folder, ready to be started.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut program = command(built("station"), self.folder.path());
        program
            .env("STATION_PASSWORD", PASSWORD)
            .arg("--data")
            .arg(self.data())
            .args(["--today", TODAY])
            .args(arguments);
        program
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        ran(self.program(arguments).output().expect("the program starts"))
    }

    /// Runs the program with lines on its standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut program = self.program(arguments);
        let piped = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("it is piped");
        // Written beside the reading: two full pipes would wait for each other for ever.
        std::thread::scope(|scope| {
            scope.spawn(move || stdin.write_all(input.as_bytes()).expect("it reads"));
            ran(child.wait_with_output().expect("it ends"))
        })
    }

    /// Imports a file.
    pub fn import(&self, kind: &str, file: &Path) -> Ran {
        self.run(&["import", kind, file.to_str().expect("a plain path")])
    }

    /// Runs the program for machines; the answer.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(ran.code, 0, "{arguments:?} succeeds: {}{}", ran.out, ran.err);
        serde_json::from_str(&ran.out).expect("its answer is JSON")
    }

    /// Calls one command of the api.
    pub fn call(&self, name: &str, input: &Value) -> Value {
        self.json(&["call", name, &input.to_string()])
    }

    /// Calls commands one after the other in one process; the answers, failures among them.
    pub fn calls(&self, asked: &[(&str, Value)]) -> Vec<Value> {
        let lines: Vec<String> = asked.iter().map(|(name, input)| format!("{name} {input}")).collect();
        let ran = self.run_with(&["call", "-"], &lines.join("\n"));
        let answers: Vec<&str> = ran.out.lines().take(asked.len()).collect();
        assert_eq!(answers.len(), asked.len(), "each call is answered: {}{}", ran.out, ran.err);
        answers.into_iter().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect()
    }

    /// A listing.
    pub fn list(&self, what: &str) -> Vec<Value> {
        self.json(&["list", what]).as_array().expect("a listing is an array").clone()
    }
}

/// The files of the samples in the order in which a new station takes them in.
pub const SAMPLES: [(&str, &str); 9] = [
    ("districts", "districts.xlsx"),
    ("deputies", "roster-town.xlsx"),
    ("deputies", "roster-higher-levels.xlsx"),
    ("duty", "duty.xlsx"),
    ("receptions", "receptions.xlsx"),
    ("suggestions", "suggestions.csv"),
    ("activities", "activities.xlsx"),
    ("contacts", "contacts.xlsx"),
    ("deeds", "deeds.xlsx"),
];

/// Runs the program with no station and no password anywhere near it.
pub fn alone(arguments: &[&str]) -> Ran {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut program = command(built("station"), home.path());
    ran(program.env_remove("STATION_PASSWORD").args(arguments).output().expect("the program starts"))
}

/// A file of the samples.
pub fn sample(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/samples").join(file)
}

/// What a faithful import of the samples contains.
pub fn truth() -> Value {
    let text = std::fs::read_to_string(sample("truth.json")).expect("the truth is there");
    serde_json::from_str(&text).expect("the truth is JSON")
}

fn ran(output: std::process::Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}
