//! The desktop shell: one window on one data folder. The only crate that knows Tauri.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod commands;
mod fonts;
mod window;

fn main() -> std::process::ExitCode {
    match window::run(arguments::read(std::env::args_os())) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(sentence) => {
            complain(&sentence);
            std::process::ExitCode::from(2)
        }
    }
}

/// Before there is a window, the only place to speak is the terminal.
#[expect(clippy::print_stderr, reason = "no window could be opened")]
fn complain(sentence: &str) {
    eprintln!("{sentence}");
}
