//! `station`: the same commands as the window's, for scripts, tests and the county's helpdesk.
//!
//! Exit code 0: done; 1: done, but something in the input was left out and named; 2: could not, nothing changed.

mod arguments;
mod desk;
mod jobs;
mod say;
mod usage;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use say::Outcome;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(usage) => {
            let asked = !usage.use_stderr();
            match usage::sentence(&usage) {
                Some(sentence) => say::complain(&sentence),
                None => drop(usage.print()),
            }
            return ExitCode::from(if asked { 0 } else { 2 });
        }
    };
    let json = arguments.common.json;
    match jobs::run(arguments) {
        Ok(Outcome { value, text, left_out }) => {
            say::out(if json { value.to_string() } else { text });
            ExitCode::from(u8::from(left_out))
        }
        Err(failure) => {
            say::fail(&failure, json);
            ExitCode::from(2)
        }
    }
}
