//! A screen that nobody sees (Xvfb), and the driver of the window's web view (WebKitWebDriver).

use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;
use std::{io, thread};

use crate::programs;

/// A process that ends with its owner.
#[derive(Debug)]
pub struct Owned(pub(crate) Child);

impl Owned {
    /// Its process number.
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen of 1366×768, the clerk's usual one.
#[derive(Debug)]
pub struct Screen {
    _server: Owned,
    /// What to put into DISPLAY.
    pub display: String,
    /// Where the server keeps what it shows.
    frame: PathBuf,
}

impl Screen {
    /// Starts the server on a display that is free.
    pub fn open(home: &Path) -> io::Result<Self> {
        let mut server = programs::command("Xvfb", home)
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-fbdir"])
            .arg(home)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let out = server.stdout.take();
        let server = Owned(server);
        let mut number = String::new();
        BufReader::new(out.ok_or(io::ErrorKind::BrokenPipe)?).read_line(&mut number)?;
        if number.trim().is_empty() {
            return Err(io::Error::other("Xvfb did not start; `make setup` installs what is missing"));
        }
        Ok(Self { _server: server, display: format!(":{}", number.trim()), frame: home.join("Xvfb_screen0") })
    }

    /// What it shows at this moment, half drawn or not: no driver is asked.
    pub fn frame(&self) -> io::Result<Frame> {
        Frame::read(&fs::read(&self.frame)?).ok_or_else(|| io::Error::other("no frame of the kind that Xvfb writes"))
    }
}

/// A picture of the screen, dark or light for each point.
#[derive(Debug, PartialEq, Eq)]
pub struct Frame {
    width: usize,
    ink: Vec<bool>,
}

impl Frame {
    /// The server keeps an X window dump: 25 big-endian numbers, a table of colours of 12 bytes each, rows of points
    /// of four bytes.
    fn read(dump: &[u8]) -> Option<Self> {
        let number = |at: usize| {
            let bytes = dump.get(at * 4..at * 4 + 4)?;
            usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
        };
        let (header, width, height, bits, line, colours) =
            (number(0)?, number(4)?, number(5)?, number(11)?, number(12)?, number(19)?);
        let points = dump.get(header + colours * 12..)?.get(..line * height)?;
        let dark = |point: &[u8]| point.get(1).is_some_and(|green| *green < 140);
        let rows = points.chunks(line).flat_map(|row| row[..width * 4].chunks(4));
        (bits == 32).then(|| Self { width, ink: rows.map(dark).collect() })
    }

    /// The longest run of rows of points without anything dark, within a rectangle: left, top, right, bottom.
    pub fn longest_blank(&self, [left, top, right, bottom]: [usize; 4]) -> usize {
        let dark = |y: usize| self.ink[y * self.width + left..y * self.width + right].contains(&true);
        let mut longest = 0;
        let mut run = 0;
        for y in top..bottom {
            run = if dark(y) { 0 } else { run + 1 };
            longest = longest.max(run);
        }
        longest
    }
}

/// The driver; the window is its child.
#[derive(Debug)]
pub struct Driver {
    process: Owned,
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    log: PathBuf,
}

impl Driver {
    /// Starts it and waits until it listens. Somebody else may take the port in between, so it is tried again on another.
    /// `more` is what the window finds in its environment.
    pub fn start(screen: &Screen, home: &Path, more: &[(String, String)]) -> io::Result<Self> {
        let mut tried = Self::on_a_free_port(screen, home, more);
        for _ in 0..2 {
            tried = tried.or_else(|_| Self::on_a_free_port(screen, home, more));
        }
        tried
    }

    fn on_a_free_port(screen: &Screen, home: &Path, more: &[(String, String)]) -> io::Result<Self> {
        let log = home.join("window.log");
        let out = OpenOptions::new().create(true).append(true).open(&log)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let process = programs::command("WebKitWebDriver", home)
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("DISPLAY", &screen.display)
            // Without it the program opens no session, and the request for one hangs.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(more.iter().cloned())
            .stdout(out.try_clone()?)
            .stderr(out)
            .spawn()?;
        let driver = Self { process: Owned(process), port, log };
        for _ in 0..200 {
            if listened(port) {
                return Ok(driver);
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(io::Error::other(format!("WebKitWebDriver does not listen: {}", driver.log())))
    }

    /// Its process number.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// What driver and program have printed so far.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_else(|e| format!("no log: {e}"))
    }
}

/// Whether somebody listens on the port. Asked of the system's table: a connection to a free port of one's own machine
/// can meet itself, and would then keep the driver from the port.
fn listened(port: u16) -> bool {
    let wanted = format!("0100007F:{port:04X} 00000000:0000 0A");
    fs::read_to_string("/proc/net/tcp").is_ok_and(|table| table.contains(&wanted))
}
