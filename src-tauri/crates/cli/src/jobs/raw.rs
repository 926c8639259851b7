//! `station call`: every command of the api, one at a time or a line at a time.

use std::io::BufRead;

use serde_json::{Value, json};
use station_api::{Desk, Failure, Rank, call, rank};

use crate::arguments::Common;
use crate::desk;
use crate::say::{Outcome, out};

/// Calls a command; `-` reads `NAME JSON` line by line and unlocks once.
pub fn run(common: &Common, name: &str, input: Option<&str>) -> Result<Outcome, Failure> {
    if name == "-" {
        return lines(common);
    }
    let input = parse(name, input.unwrap_or("null"))?;
    let desk = match rank(name) {
        Some(Rank::Before) => desk::take(common)?,
        _ => desk::open(common)?,
    };
    let value = call(&desk, name, input)?;
    Ok(Outcome::done(value.clone(), value.to_string()))
}

/// One answer a line; a failure is an answer too, and makes the exit code 1.
fn lines(common: &Common) -> Result<Outcome, Failure> {
    let desk = desk::open(common)?;
    let mut failed = 0_usize;
    let mut answered = 0_usize;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|e| Failure::new("stdin", "标准输入读不出来，请检查。").with_detail(e))?;
        if line.trim().is_empty() {
            continue;
        }
        answered += 1;
        match one(&desk, line.trim()) {
            Ok(value) => out(value.to_string()),
            Err(failure) => {
                failed += 1;
                out(json!({ "failure": failure }).to_string());
            }
        }
    }
    let value = json!({ "answered": answered, "failed": failed });
    Ok(Outcome { text: value.to_string(), value, left_out: failed > 0 })
}

fn one(desk: &Desk, line: &str) -> Result<Value, Failure> {
    let (name, input) = line.split_once(char::is_whitespace).unwrap_or((line, "null"));
    call(desk, name, parse(name, input)?)
}

fn parse(name: &str, input: &str) -> Result<Value, Failure> {
    serde_json::from_str(input).map_err(|e| Failure::input(name, &e))
}
