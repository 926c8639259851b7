//! Benchmarks: each job in a process of its own, beside yardsticks on the same rows; a table of ratios.

pub mod jobs;
mod measure;
mod office;
mod peers;
mod table;

use std::path::{Path, PathBuf};

use measure::{Job, Measured};
use office::IMPORTED;
use peers::Peers;
use table::Table;

use serde_json::json;

use crate::programs::{folder, root};
use crate::station::{PASSWORD, Station, sample};

/// Years of the practice township in which registers are asked for.
const YEARS: u32 = 10;
/// The day on which the practice township lives.
const TODAY: &str = "2026-11-20";
/// Its ten years.
const PERIOD: [&str; 2] = ["2017-01-01", "2026-12-31"];
/// Rows of the register that is written with everything at hand.
const WRITTEN: usize = 2_000;
/// Rows that fill a county's form.
const FILLED: usize = 5_000;
/// Names that are put in order.
const ORDERED: usize = 100_000;

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
    bench.matters();
    bench.month();
    bench.documents();
    bench.form();
    bench.names();
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

    /// A station that knows the deputies takes in long files; then the contacts are listed.
    fn import(&mut self) {
        let station = Station::founded();
        for (kind, file) in [("districts", "districts.xlsx"), ("deputies", "roster-town.xlsx")] {
            assert_eq!(station.import(kind, &sample(file)).code, 0, "{file} is imported");
        }
        let data = station.data();
        let data = data.to_str().expect("a plain path");
        for long in IMPORTED {
            let file = self.file(&format!("{}.xlsx", long.kind));
            long.write(Path::new(&file));
            self.table.group(&format!("import of {} {} (xlsx)", long.rows, long.kind));
            let job = Job::own(&["import", data, PASSWORD, long.kind, &file]);
            self.table.ours("read, check, store with history", &job.once());
            self.table.beside("calamine reads the file", &Job::own(&["read", &file]).best());
            self.table.maybe("openpyxl reads the file", self.peers.job(&["read", &file]));
        }
        self.table.group("list of all contacts through the api");
        let listed = Job::own(&["contacts", data, PASSWORD]).best();
        self.table.ours("query, rows, JSON", &listed);
        self.plain_rows(listed.rows);
    }

    /// What as many rows cost another program that reads them from a plain file and writes them as JSON.
    fn plain_rows(&mut self, rows: usize) {
        let plain = self.file(&format!("plain-{rows}.db"));
        let measured = self.peers.job(&["rows", &plain, &rows.to_string()]);
        self.table.maybe("sqlite3 of Python: as many contacts of a plain file, JSON", measured);
    }

    fn registers(&mut self) {
        let data = self.data();
        self.table.group(&format!("registers over {YEARS} years"));
        for number in 1..=10 {
            let job = Job::own(&[&["register", &data, &number.to_string()][..], &PERIOD].concat()).best();
            self.table.ours(&format!("register {number}"), &job);
            self.plain_rows(job.rows);
        }
    }

    /// The four orders, with the matters of ten years in the store.
    fn matters(&mut self) {
        let data = self.data();
        self.table.group(&format!("matters of {YEARS} years through the api: within a frame of 16 ms?"));
        let ranked = json!({ "from": PERIOD[0], "to": PERIOD[1] }).to_string();
        for (what, name, input) in [
            ("board of the four orders", "matter_board", "null"),
            ("list of all", "matters", "{}"),
            ("overdue", "matters", r#"{ "due": "overdue" }"#),
            ("units ranked over all years", "unit_ranking", ranked.as_str()),
        ] {
            self.table.ours(what, &Job::own(&["ask", &data, name, input]).best());
            let changed = Job::own(&["ask_after_change", &data, name, input]).best();
            self.table.ours(&format!("{what}, first time after a change"), &changed);
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

    /// A county's form for register 4, filled with many rows.
    fn form(&mut self) {
        let data = self.data();
        let [document, form, out, other] =
            ["long.json", "form.xlsx", "filled.xlsx", "other-filled.xlsx"].map(|name| self.file(name));
        Job::own(&["document", &data, &FILLED.to_string(), &document, PERIOD[0], PERIOD[1]]).once();
        Job::own(&["form", &document, &form]).once();
        self.table.group(&format!("a form filled with {FILLED} rows"));
        self.table.ours(
            "headings found, rows put in, all else as it was",
            &Job::own(&["fill", &document, &form, &out]).best(),
        );
        self.table
            .maybe("openpyxl: the same cells, styles copied", self.peers.job(&["fill", &document, &form, &other]));
    }

    fn names(&mut self) {
        let names = self.file("names.json");
        Job::own(&["names", &names, &ORDERED.to_string()]).once();
        self.table.group(&format!("{ORDERED} names in order"));
        self.table
            .ours("by strokes, then shapes, as lists of people's congresses are", &Job::own(&["order", &names]).best());
        self.table.maybe("ICU of Node: collation zh-u-co-stroke", self.peers.node(&["order.mjs", &names]));
        self.table.maybe("Python: by code point", self.peers.job(&["order", &names]));
    }
}

/// What a job says of itself, as one line of JSON.
fn told(text: &str) -> Option<Measured> {
    serde_json::from_str(text.lines().last()?).ok()
}
