//! Real printing: what the service keeps of a document, and what comes out at the printers.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use station_machine::printers::{Cups, Job, JobId, JobState, PrintJob, Sides};
use station_tests::paper::{pages_of, said_by};
use station_tests::printer::{DUPLEX, PDF, PrintService};
use station_tests::programs::built;
use station_tests::sockets;
use station_tests::station::{PASSWORD, Station, TODAY};

/// The roster of the samples as a PDF of several pages.
fn roster(station: &Station) -> PathBuf {
    let out = station.path("out");
    let dates = ["--from", "2023-01-01", "--to", "2023-12-31"];
    let asked =
        [&["export", "register", "9"], &dates[..], &["--format", "pdf", "--out", out.to_str().unwrap()]].concat();
    let ran = station.run(&asked);
    assert_eq!(ran.code, 0, "the roster is exported: {}{}", ran.out, ran.err);
    let file = fs::read_dir(&out).unwrap().next().unwrap().unwrap().path();
    assert!(pages_of(&file).len() > 3, "there are pages before, after and between");
    file
}

/// Prints pages 2 and 3 twice and on both sides through the program; its number in the queue.
fn printed(station: &Station, service: &PrintService, file: &Path, printer: &str) -> i32 {
    let how = ["--printer", printer, "--copies", "2", "--sides", "two", "--pages", "2-3", "--json"];
    let arguments = [&["print", file.to_str().unwrap()], &how[..]].concat();
    let mut program = station.program(&arguments);
    let output = program.env("CUPS_SERVER", service.socket()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "it is handed over: {said}{complaint}");
    let answer: serde_json::Value = serde_json::from_str(&said).unwrap();
    answer["jobs"][0]["id"].as_i64().and_then(|id| id.try_into().ok()).unwrap()
}

fn ended(cups: &Cups, printer: &str, number: i32) -> Job {
    let id = JobId { printer: printer.to_owned(), number };
    let until = Instant::now() + Duration::from_mins(1);
    loop {
        let job = cups.job(&id).unwrap();
        if !matches!(job.state, JobState::Waiting | JobState::Printing) || Instant::now() > until {
            return job;
        }
        sleep(Duration::from_millis(100));
    }
}

/// An attribute as IPP writes it: tag, name and value with their lengths before them (RFC 8010, 3.1.4).
fn attribute(tag: u8, name: &str, value: &[u8]) -> Vec<u8> {
    let long = |n: usize| u16::try_from(n).unwrap().to_be_bytes();
    [&[tag], &long(name.len())[..], name.as_bytes(), &long(value.len()), value].concat()
}

#[track_caller]
fn keeps_what_was_asked(noted: &[u8], title: &str) {
    let asked = [
        ("copies", attribute(0x21, "copies", &2_i32.to_be_bytes())),
        ("sides", attribute(0x44, "sides", b"two-sided-long-edge")),
        ("page-ranges", attribute(0x33, "page-ranges", &[2_i32.to_be_bytes(), 3_i32.to_be_bytes()].concat())),
        ("job-name", attribute(0x42, "job-name", title.as_bytes())),
        ("media", attribute(0x44, "media", b"iso_a4_210x297mm")),
    ];
    for (name, bytes) in asked {
        let kept = noted.windows(bytes.len()).any(|w| w == bytes);
        assert!(kept, "the service keeps {name} of the document");
    }
}

/// A page as a grey picture, its longer side 300 points.
struct Picture {
    width: usize,
    ink: Vec<u8>,
}

impl Picture {
    fn of(file: &Path, page: usize) -> Self {
        let page = page.to_string();
        let mut poppler = Command::new("pdftoppm");
        poppler.args(["-gray", "-scale-to", "300", "-f", &page, "-l", &page]).arg(file);
        let picture = poppler.output().unwrap().stdout;
        // `P5`, width and height, 255, each in a line of its own; then a byte for each point.
        let head: Vec<&[u8]> = picture.splitn(4, |byte| *byte == b'\n').collect();
        let size = String::from_utf8_lossy(head[1]).into_owned();
        let width = size.split(' ').next().unwrap().parse().unwrap();
        Self { width, ink: head[3].to_vec() }
    }

    /// Turned to the right by a quarter.
    fn turned(&self) -> Self {
        let height = self.ink.len() / self.width;
        let column = |x: usize| (0..height).rev().map(move |y| self.ink[y * self.width + x]);
        Self { width: height, ink: (0..self.width).flat_map(column).collect() }
    }

    /// How much two pictures of one size differ; nothing where they lie the one across the other.
    fn distance(&self, other: &Self) -> Option<u64> {
        let same = self.width.abs_diff(other.width) < 2;
        let lines = self.ink.chunks(self.width).zip(other.ink.chunks(other.width));
        let points = lines.flat_map(|(a, b)| a.iter().zip(b)).map(|(a, b)| u64::from(a.abs_diff(*b)));
        same.then(|| points.sum())
    }
}

/// Which page of a document a printed one looks like most, from 1; a printer may turn it.
fn looks_like(printed: &Path, page: usize, source: &Path) -> usize {
    let printed = Picture::of(printed, page);
    let distance = |page: &usize| {
        let once = Picture::of(source, *page).turned();
        let thrice = once.turned().turned();
        [&once, &thrice, &thrice.turned()].iter().filter_map(|picture| printed.distance(picture)).min().unwrap()
    };
    (1..=pages_of(source).len()).min_by_key(distance).unwrap()
}

#[expect(clippy::print_stderr, reason = "whoever runs the tests must see that this one proved nothing")]
fn service() -> Option<PrintService> {
    let started = PrintService::start();
    started.inspect_err(|why| eprintln!("no print service could be started here, nothing proved: {why}")).ok()
}

/// The characters of a page, whatever order they are drawn in.
fn characters(page: &str) -> Vec<char> {
    let mut characters: Vec<char> = page.chars().collect();
    characters.sort_unstable();
    characters
}

#[test]
fn copies_sides_and_pages_are_kept_and_printed() {
    let Some(service) = service() else { return };
    let station = Station::with_samples();
    let (file, cups) = (roster(&station), Cups::at(service.socket()));
    let title = file.file_stem().unwrap().to_string_lossy().into_owned();
    let source = pages_of(&file);

    let number = printed(&station, &service, &file, PDF);
    let done = ended(&cups, PDF, number);
    assert_eq!((done.state, done.reason, done.title.as_str()), (JobState::Done, None, title.as_str()));
    keeps_what_was_asked(&service.noted(number), &title);
    let written = service.written();
    // One file of two pages: the pages that were asked for. How many copies goes to the printer as a setting in its
    // PostScript, and the program behind this one, which makes a PDF again, has no paper to repeat.
    assert_eq!(written.len(), 1, "one document, one file");
    let pages = said_by("pdfinfo", &[], &written[0], &[]);
    assert!(pages.lines().any(|line| line.starts_with("Pages:") && line.ends_with(" 2")), "two pages: {pages}");
    assert_eq!([1, 2].map(|page| looks_like(&written[0], page, &file)), [2, 3], "pages 2 and 3 of the roster");

    let number = printed(&station, &service, &file, DUPLEX);
    assert_eq!(ended(&cups, DUPLEX, number).state, JobState::Done);
    keeps_what_was_asked(&service.noted(number), &title);
    let sent = fs::read(service.cable()).unwrap();
    let head = String::from_utf8_lossy(&sent[..sent.len().min(4096)]).into_owned();
    for setting in ["@PJL SET DUPLEX=ON", "@PJL SET BINDING=LONGEDGE", "@PJL SET PAPER=A4"] {
        assert!(head.contains(setting), "the printer is told to turn the paper of this size: {head}");
    }
    // This printer takes PDF and cannot repeat it: CUPS itself writes the pages twice, one copy after the other.
    let expected = [&source[1], &source[2], &source[1], &source[2]].map(|page| characters(page));
    let printed: Vec<_> = pages_of(&service.cable()).iter().map(|page| characters(page)).collect();
    assert_eq!(printed, expected, "pages 2, 3, 2, 3");
}

#[test]
fn the_queue_tells_what_becomes_of_a_document() {
    let Some(service) = service() else { return };
    let cups = Cups::at(service.socket());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("坏.pdf");
    station_machine::files::write(&file, b"%PDF-1.4 and nothing more").unwrap();
    let job = |printer: Option<&str>| PrintJob {
        printer: printer.map(str::to_owned),
        copies: 1,
        sides: Sides::One,
        pages: None,
        title: "坏文件".to_owned(),
    };
    let told = |printer| cups.print(&file, &job(printer)).map_err(|e| e.code());
    assert_eq!(told(None), Err("print.no_printer"), "nobody said which printer is the usual one");
    assert_eq!(told(Some("没有")), Err("print.unknown_printer"));

    service.run("/usr/sbin/lpadmin", &["-d", PDF]).unwrap();
    service.run("/usr/sbin/cupsdisable", &[PDF]).unwrap();
    let mut printers = cups.printers().unwrap();
    printers.sort_by(|a, b| a.name.cmp(&b.name));
    let shown: Vec<_> = printers.iter().map(|p| (p.label.as_str(), p.is_default, p.accepts_two_sided)).collect();
    assert_eq!(shown, [(DUPLEX, false, true), ("打印成文件（办公室）", true, false)]);
    assert_eq!(printers[1].trouble.as_deref(), Some("打印机已暂停"));

    let id = told(None).unwrap();
    let waiting = cups.jobs().unwrap();
    assert_eq!(waiting.len(), 1, "it waits: {waiting:?}");
    assert_eq!((&waiting[0].id, waiting[0].state), (&id, JobState::Waiting));
    assert_eq!(waiting[0].reason.as_deref(), Some("打印机已暂停"), "and why");

    service.run("/usr/sbin/cupsenable", &[PDF]).unwrap();
    let failed = ended(&cups, PDF, id.number);
    assert_eq!(failed.state, JobState::Failed, "what nobody can read is not printed: {failed:?}");
    assert_eq!(failed.reason.as_deref(), Some("打印时出了错"));
    let unknown = cups.job(&JobId { printer: PDF.to_owned(), number: 99 }).map_err(|e| e.code());
    assert_eq!(unknown, Err("print.unknown_job"));
}

/// The print service is asked through its socket on this computer; nothing of ours opens another.
#[test]
fn printing_opens_no_network() {
    let Some(service) = service() else { return };
    let station = Station::founded();
    let file = station.path("a.pdf");
    station_machine::files::write(&file, b"%PDF-1.4").unwrap();
    let variables = [format!("STATION_PASSWORD={PASSWORD}"), format!("CUPS_SERVER={}", service.socket().display())];
    let (program, data) = (built("station"), station.data());
    let words = ["--data", data.to_str().unwrap(), "--today", TODAY, "print", file.to_str().unwrap(), "--printer", PDF];
    let words = words.iter().map(OsStr::new);
    let arguments: Vec<&OsStr> = variables.iter().map(OsStr::new).chain([program.as_os_str()]).chain(words).collect();
    let (output, asked) = sockets::asked_for(Path::new("/usr/bin/env"), &arguments, station.folder.path()).unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "a command that did not run proves nothing: {said}");
    assert_eq!(asked, [""; 0], "each is a call of socket()");
}
