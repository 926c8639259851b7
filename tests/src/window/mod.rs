//! The real window, driven as a clerk would: things are found by their `data-testid`, and every step waits for the
//! page. A step that cannot be done panics with the page's text and the program's log.

use std::fmt::Display;
use std::future::Future;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};
use station_machine::files;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::ime::{Ime, Letters};
use crate::screen::{Driver, Screen};
use crate::{programs, sockets};

mod audit;
mod keys;
mod page;

pub use keys::key;

/// A program that opens no window never answers the request for a session.
const OPENING: Duration = Duration::from_secs(40);
/// One step of the driver.
const STEP: Duration = Duration::from_secs(20);
/// How long the page may take to show what a test waits for, on a busy machine.
const PAGE: Duration = Duration::from_secs(15);

/// An open window. Dropping it ends the program; a test that fails meanwhile leaves a picture of it.
#[derive(Debug)]
pub struct Window {
    client: Option<Client>,
    runtime: Runtime,
    driver: Driver,
    ime: Option<Ime>,
    screen: Screen,
    /// The home of the program, emptied afterwards; the data folder is the test's.
    home: TempDir,
}

impl Window {
    /// Opens our window on the data folder.
    pub fn open(data: &Path) -> Self {
        Self::open_with(data, &[])
    }

    /// Opens our window on the data folder with more arguments for the program.
    pub fn open_with(data: &Path, more: &[&str]) -> Self {
        let data = data.to_str().expect("a test's folder has a plain name");
        let arguments: Vec<&str> = ["--data", data].iter().chain(more).copied().collect();
        Self::open_program(&programs::built("liaison-station"), &arguments)
    }

    /// Opens our window on the data folder on a desktop where Chinese can be typed.
    pub fn open_with_ime(data: &Path, more: &[&str], letters: Letters) -> Self {
        let data = data.to_str().expect("a test's folder has a plain name");
        let arguments: Vec<&str> = ["--data", data].iter().chain(more).copied().collect();
        Self::start(&programs::built("liaison-station"), &arguments, Some(letters))
    }

    /// Opens the window of any Tauri program.
    ///
    /// # Panics
    /// When the program does not open one: with its log.
    pub fn open_program(program: &Path, arguments: &[&str]) -> Self {
        Self::start(program, arguments, None)
    }

    fn start(program: &Path, arguments: &[&str], letters: Option<Letters>) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let screen = Screen::open(home.path()).expect("a screen");
        let ime = letters.map(|letters| Ime::start(&screen, home.path(), letters).expect("an input method"));
        let found = ime.as_ref().map(Ime::environment).unwrap_or_default();
        let driver = Driver::start(&screen, home.path(), &found).expect("a driver");
        let runtime = Runtime::new().expect("a runtime");
        let options = json!({ "binary": program, "args": arguments });
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities([("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect());
        let url = format!("http://127.0.0.1:{}", driver.port);
        let opened = runtime.block_on(async {
            tokio::select! {
                opened = builder.connect(&url) => opened.map_err(|e| e.to_string()),
                () = tokio::time::sleep(OPENING) => Err(format!("the program opened none within {OPENING:?}")),
                () = ended(&driver) => Err("the program has ended".to_owned()),
            }
        });
        let client = opened.unwrap_or_else(|why| panic!("no window: {why}\n--- log ---\n{}", driver.log()));
        let window = Self { client: Some(client), runtime, driver, ime, screen, home };
        window.hold_still();
        window
    }

    /// Process number of the program.
    ///
    /// # Panics
    /// When it has ended.
    pub fn process(&self) -> u32 {
        let ours = sockets::tree(self.driver.id()).into_iter().find(|pid| sockets::driver_port(*pid).is_some());
        ours.unwrap_or_else(|| self.fail("the program has ended"))
    }

    /// Its input method.
    ///
    /// # Panics
    /// When it was opened without one.
    pub fn ime(&self) -> &Ime {
        self.ime.as_ref().expect("the window was opened with an input method")
    }

    /// The screen it is shown on.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Network sockets of the program and its children, the driver's own left out.
    pub fn sockets(&self) -> Vec<String> {
        let process = self.process();
        sockets::open(process, sockets::driver_port(process))
    }

    /// Ends the program as a power cut would.
    pub fn kill(mut self) {
        let process = self.process();
        let killed = programs::command("kill", self.home.path()).args(["-9", &process.to_string()]).status();
        assert!(killed.is_ok_and(|status| status.success()), "the program could be killed");
        // Its lock on the data folder falls when its last thread has ended.
        self.wait("the killed program gone", || sockets::ended(process).then_some(()));
        // The driver would wait for a program that is gone.
        self.client = None;
    }

    /// Closes the window and waits until the program has let go of its data.
    pub fn close(mut self) {
        let process = self.process();
        self.step("closing", self.client().clone().close());
        self.wait("the closed program gone", || sockets::ended(process).then_some(()));
        self.client = None;
    }

    /// Runs a script in the page; its `return` is the answer.
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.step(script, self.client().execute(script, arguments))
    }

    /// Asks again and again until the answer is there.
    fn wait<T>(&self, what: &str, ask: impl Fn() -> Option<T>) -> T {
        let since = Instant::now();
        loop {
            if let Some(answer) = ask() {
                return answer;
            }
            if since.elapsed() > PAGE {
                self.fail(format!("{what}: not within {PAGE:?}"));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn step<T, E: Display>(&self, what: &str, done: impl Future<Output = Result<T, E>>) -> T {
        match self.attempt(done) {
            Ok(value) => value,
            Err(why) => self.fail(format!("{what}: {why}")),
        }
    }

    fn attempt<T, E: Display>(&self, done: impl Future<Output = Result<T, E>>) -> Result<T, String> {
        match self.runtime.block_on(async { timeout(STEP, done).await }) {
            Ok(done) => done.map_err(|e| e.to_string()),
            Err(late) => Err(format!("the window does not answer ({late})")),
        }
    }

    fn fail(&self, what: impl Display) -> ! {
        let page =
            self.attempt(self.client().execute("return location.href + '\\n' + document.body.innerText", vec![]));
        let page = page.map_or_else(|e| e, |text| text.as_str().unwrap_or_default().to_owned());
        panic!("{what}\n--- page ---\n{page}\n--- log ---\n{}", self.driver.log())
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("the client lives until the window is dropped")
    }

    /// Waits for the page, and switches off what moves: a picture or a click in the middle of it would be chance.
    fn hold_still(&self) {
        let ready = "return document.readyState === 'complete' && document.body.innerText.trim() !== ''";
        self.wait("the first page", || self.run(ready, vec![]).as_bool().filter(|ready| *ready));
        let still = "const still = document.createElement('style');
            still.textContent = '*, *::before, *::after { transition: none !important; animation: none !important; \
                caret-color: transparent !important; scroll-behavior: auto !important }';
            document.head.append(still)";
        self.run(still, vec![]);
    }

    /// Leaves a picture in the folder `pictures` beside the built programs.
    fn last_picture(&self) {
        let name = thread::current().name().unwrap_or("window").replace("::", ".");
        let Some(folder) = programs::folder().map(|built| built.join("pictures")) else { return };
        let made = std::fs::create_dir_all(&folder).is_ok();
        if let Some(png) = self.attempt(self.client().screenshot()).ok().filter(|_| made) {
            let _ = files::write(&folder.join(format!("{name}.png")), &png);
        }
    }
}

/// Comes back when the program that the driver started is gone: the driver itself would wait for ever.
async fn ended(driver: &Driver) {
    let has_child = || sockets::tree(driver.id()).len() > 1;
    let pause = Duration::from_millis(20);
    while !has_child() {
        tokio::time::sleep(pause).await;
    }
    while has_child() {
        tokio::time::sleep(pause).await;
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if self.client.is_none() {
            return;
        }
        if thread::panicking() {
            self.last_picture();
        }
        if let Some(client) = self.client.take() {
            let _ = self.attempt(client.close());
        }
    }
}
