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
pub struct Owned(Child);

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
}

impl Screen {
    /// Starts the server on a display that is free.
    pub fn open(home: &Path) -> io::Result<Self> {
        let mut server = programs::command("Xvfb", home)
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
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
        Ok(Self { _server: server, display: format!(":{}", number.trim()) })
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
    pub fn start(screen: &Screen, home: &Path) -> io::Result<Self> {
        let mut tried = Self::on_a_free_port(screen, home);
        for _ in 0..2 {
            tried = tried.or_else(|_| Self::on_a_free_port(screen, home));
        }
        tried
    }

    fn on_a_free_port(screen: &Screen, home: &Path) -> io::Result<Self> {
        let log = home.join("window.log");
        let out = OpenOptions::new().create(true).append(true).open(&log)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let process = programs::command("WebKitWebDriver", home)
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("DISPLAY", &screen.display)
            // Without it the program opens no session, and the request for one hangs.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
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
