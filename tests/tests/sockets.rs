//! The program opens no network socket, ever: neither window nor command line, held or short-lived.

use std::path::Path;

use station_tests::screen::Screen;
use station_tests::window::Window;
use station_tests::{programs, sockets};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// What `timeout` says when the program was still running in the end.
const STILL_RUNNING: i32 = 124;

#[test]
fn an_open_window_holds_only_the_drivers_sockets() -> Outcome {
    let data = tempfile::tempdir()?;
    let window = Window::open(data.path());
    assert_eq!(window.sockets(), [""; 0], "each is a line of /proc/PID/net");
    Ok(())
}

#[test]
fn a_window_without_a_driver_asks_for_no_socket() -> Outcome {
    let home = tempfile::tempdir()?;
    let screen = Screen::open(home.path())?;
    let display = format!("DISPLAY={}", screen.display);
    let program = programs::built("liaison-station");
    let data = home.path().join("data");
    let words = [&display, "timeout", "--kill-after=2", "6"].map(Path::new);
    let arguments = [words.as_slice(), &[&program, Path::new("--data"), &data]].concat();
    let (output, asked) = sockets::asked_for(Path::new("/usr/bin/env"), &arguments, home.path())?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(STILL_RUNNING), "a window that did not open proves nothing: {said}");
    assert_eq!(asked, [""; 0], "each is a call of socket()");
    Ok(())
}

#[test]
fn the_command_line_asks_for_no_socket() -> Outcome {
    let home = tempfile::tempdir()?;
    let out = home.path().join("demo");
    let arguments = [Path::new("demo"), Path::new("--out"), &out];
    let (output, asked) = sockets::asked_for(&programs::built("station"), &arguments, home.path())?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "a command that did not run proves nothing: {said}");
    assert_eq!(asked, [""; 0], "each is a call of socket()");
    Ok(())
}
