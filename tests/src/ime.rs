//! A desktop where Chinese can be typed: libpinyin under ibus on a session bus of its own, a keyboard and a mouse that
//! the program cannot tell from real ones, and the real clipboard.

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::programs;
use crate::screen::{Owned, Screen};

/// Where the letters stand while pinyin is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// In the input method's own window, as the program ships.
    Beside,
    /// In the text itself.
    InText,
}

/// A running input method. Chinese comes first; a Shift of its own changes to Latin letters and back.
#[derive(Debug)]
pub struct Ime {
    _bus: Owned,
    _daemon: Owned,
    home: PathBuf,
    environment: Vec<(String, String)>,
}

impl Ime {
    /// Starts it for the screen and waits until pinyin is what is typed.
    pub fn start(screen: &Screen, home: &Path, letters: Letters) -> io::Result<Self> {
        let (bus, address) = session_bus(home)?;
        let set =
            [("DISPLAY", screen.display.as_str()), ("DBUS_SESSION_BUS_ADDRESS", &address), ("GTK_IM_MODULE", "ibus")];
        let shown = (letters == Letters::InText).then_some(("STATION_PREEDIT", "shown"));
        let set = set.into_iter().chain([("GSETTINGS_BACKEND", "memory")]).chain(shown);
        let environment: Vec<_> = set.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let mut daemon = programs::command("ibus-daemon", home);
        daemon.args(["--replace", "--panel", "disable", "--xim"]).envs(environment.iter().cloned());
        let daemon = Owned(daemon.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?);
        let ime = Self { _bus: bus, _daemon: daemon, home: home.to_owned(), environment };
        ime.choose_pinyin()?;
        Ok(ime)
    }

    /// What a program finds in its environment there.
    pub fn environment(&self) -> Vec<(String, String)> {
        self.environment.clone()
    }

    /// Types letters on the keyboard.
    pub fn types(&self, letters: &str) {
        self.keyboard(&["type", "--delay", "60", letters]);
    }

    /// Presses keys one after the other, by their X names: `space`, `ctrl+v`.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.keyboard(&["key", "--clearmodifiers", key]);
        }
    }

    /// Turns the wheel downwards (or upwards) by so many clicks, with the pointer at that place of the screen.
    pub fn turn_wheel(&self, (x, y): (i64, i64), clicks: i64) {
        self.keyboard(&["mousemove", &x.to_string(), &y.to_string()]);
        let button = if clicks > 0 { "5" } else { "4" };
        self.keyboard(&["click", "--repeat", &clicks.abs().to_string(), "--delay", "8", button]);
    }

    /// Puts something on the clipboard as another program would, by its type: `text/html`.
    ///
    /// # Panics
    /// When it cannot be put there.
    pub fn copy(&self, kind: &str, content: &str) {
        let mut xclip = self.command("xclip");
        let mut child =
            xclip.args(["-selection", "clipboard", "-t", kind]).stdin(Stdio::piped()).spawn().expect("xclip starts");
        let mut stdin = child.stdin.take().expect("it is piped");
        stdin.write_all(content.as_bytes()).expect("it reads");
        drop(stdin);
        assert!(child.wait().is_ok_and(|status| status.success()), "xclip holds the clipboard");
    }

    fn keyboard(&self, arguments: &[&str]) {
        let done = self.command("xdotool").args(arguments).status();
        assert!(done.is_ok_and(|status| status.success()), "xdotool {arguments:?}");
        // The page answers before the next key comes, as it would with a person.
        thread::sleep(Duration::from_millis(60));
    }

    fn command(&self, program: &str) -> Command {
        let mut command = programs::command(program, &self.home);
        command.envs(self.environment.iter().cloned());
        command
    }

    /// The tool fails also when it succeeds, so the daemon is asked what is set.
    fn choose_pinyin(&self) -> io::Result<()> {
        for _ in 0..100 {
            self.command("ibus").args(["engine", "libpinyin"]).stderr(Stdio::null()).output()?;
            let set = self.command("ibus").arg("engine").stderr(Stdio::null()).output()?;
            if set.stdout.starts_with(b"libpinyin") {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(100));
        }
        Err(io::Error::other("ibus offers no libpinyin; `make setup` installs what is missing"))
    }
}

fn session_bus(home: &Path) -> io::Result<(Owned, String)> {
    let mut bus = programs::command("dbus-daemon", home)
        .args(["--session", "--nofork", "--print-address"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let out = bus.stdout.take();
    let bus = Owned(bus);
    let mut address = String::new();
    BufReader::new(out.ok_or(io::ErrorKind::BrokenPipe)?).read_line(&mut address)?;
    Ok((bus, address.trim().to_owned()))
}
