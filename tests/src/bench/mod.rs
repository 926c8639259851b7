//! Benchmarks: each job in a process of its own, beside yardsticks on the same rows; a table of ratios.

pub mod jobs;
mod measure;
mod peers;
mod receptions;
mod table;

use std::path::{Path, PathBuf};

use measure::{Job, Measured};
use peers::Peers;
use table::Table;

use crate::programs::{folder, root};
use crate::station::{PASSWORD, Station, sample};

/// Years of the practice township in which registers are asked for.
const YEARS: u32 = 10;
/// The day on which the practice township lives.
const TODAY: &str = "2026-11-20";
/// Its ten years.
const PERIOD: [&str; 2] = ["2017-01-01", "2026-12-31"];
/// Rows of the file that is imported.
const IMPORTED: usize = 10_000;
/// Rows of the register that is written with everything at hand.
const WRITTEN: usize = 2_000;

/// Where things are for one run.
struct Bench {
    place: PathBuf,
    peers: Peers,
    table: Table,
}

/// Takes all measurements and prints them.
pub fn run() {
    let target = folder().and_then(|f| f.parent().map(Path::to_owned)).unwrap_or_else(|| root().join("target"));
    let place = target.join("bench");
    // What an earlier run left is no part of this one; the environment of Python is kept.
    for made in ["township", "files"] {
        let _ = std::fs::remove_dir_all(place.join(made));
    }
    std::fs::create_dir_all(place.join("files")).expect("a folder for what is made");
    let peers = Peers::installed(&place);
    let mut bench = Bench { table: Table::new(&peers.missing), place, peers };
    bench.import();
    bench.township();
    bench.unlock();
    bench.registers();
    bench.month();
    bench.documents();
    bench.table.print();
}

impl Bench {
    fn file(&self, name: &str) -> String {
        self.place.join("files").join(name).to_str().expect("a plain path").to_owned()
    }

    fn data(&self) -> String {
        self.place.join("township/数据").to_str().expect("a plain path").to_owned()
    }

    /// The practice township with its documents of one year, through the command line.
    fn township(&mut self) {
        let station = crate::programs::built("station");
        let out = self.place.join("township");
        let arguments = [out.to_str().expect("a plain path"), "--years", &YEARS.to_string(), "--today", TODAY];
        let job = Job::program(&station, &[&["demo", "--out"][..], &arguments].concat());
        self.table.group(&format!("demo of {YEARS} years, with the newest year's registers and months"));
        self.table.ours("station demo", &job.once());
    }

    fn unlock(&mut self) {
        let data = self.data();
        let plain = self.file("plain.db");
        self.table.group("open and unlock");
        self.table.ours("unlock (Argon2id, SQLCipher, checks)", &Job::own(&["unlock", &data]).best());
        self.table.beside("one Argon2id of the same parameters", &Job::own(&["argon2", &data]).best());
        self.table.maybe("sqlite3 of Python: a plain file of 10 MB", self.peers.job(&["sqlite", &plain]));
    }

    /// A station that knows the deputies takes in a long year of receptions.
    fn import(&mut self) {
        let station = Station::founded();
        for (kind, file) in [("districts", "districts.xlsx"), ("deputies", "roster-town.xlsx")] {
            assert_eq!(station.import(kind, &sample(file)).code, 0, "{file} is imported");
        }
        let file = self.file("receptions.xlsx");
        receptions::write(Path::new(&file), IMPORTED);
        let data = station.data();
        let data = data.to_str().expect("a plain path");
        self.table.group(&format!("import of {IMPORTED} receptions (xlsx)"));
        self.table.ours("read, check, store with history", &Job::own(&["import", data, PASSWORD, &file]).once());
        self.table.beside("calamine reads the file", &Job::own(&["read", &file]).best());
        self.table.maybe("openpyxl reads the file", self.peers.job(&["read", &file]));
    }

    fn registers(&mut self) {
        let data = self.data();
        self.table.group(&format!("registers over {YEARS} years"));
        for number in ["2", "3", "4", "8", "9", "10"] {
            let job = Job::own(&[&["register", &data, number][..], &PERIOD].concat());
            self.table.ours(&format!("register {number}"), &job.best());
        }
    }

    fn month(&mut self) {
        let (data, out) = (self.data(), self.file("month"));
        self.table.group("the month, registers 3, 4, 8, 10: one workbook, five PDFs, manifest");
        self.table.ours("figures, rows, all files written", &Job::own(&["month", &data, "2026-03", &out]).best());
        let book = format!("{out}/2026-03月报.xlsx");
        self.table.maybe("LibreOffice: the workbook to PDF", self.peers.office(&book, &self.file("office")));
    }

    fn documents(&mut self) {
        let (document, data) = (self.file("document.json"), self.data());
        let rows = WRITTEN.to_string();
        Job::own(&["document", &data, &rows, &document, PERIOD[0], PERIOD[1]]).once();
        let [xlsx, pdf, other] = ["register.xlsx", "register.pdf", "other"].map(|name| self.file(name));
        self.table.group(&format!("register of {WRITTEN} rows as xlsx"));
        self.table.ours("workbook", &Job::own(&["xlsx", &document, &xlsx]).best());
        for peer in ["xlsxwriter", "openpyxl"] {
            self.table.maybe(peer, self.peers.job(&[peer, &document, &format!("{other}.xlsx")]));
        }
        self.table.group(&format!("register of {WRITTEN} rows as pdf"));
        self.table.ours("pdf, fonts unpacked and embedded", &Job::own(&["pdf", &document, &pdf]).best());
        let font = self.file("font.ttf");
        Job::own(&["font", &font]).once();
        self.table.maybe("reportlab", self.peers.job(&["reportlab", &document, &format!("{other}.pdf"), &font]));
        self.table.maybe("LibreOffice: our workbook to PDF", self.peers.office(&xlsx, &self.file("office")));
    }
}

/// What a job says of itself, as one line of JSON.
fn told(text: &str) -> Option<Measured> {
    serde_json::from_str(text.lines().last()?).ok()
}
