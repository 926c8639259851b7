//! What is said on the terminal: sentences for people, JSON for machines.

use std::io::Write;

use serde_json::{Value, json};
use station_api::Failure;

/// What a job came to.
pub struct Outcome {
    /// For machines.
    pub value: Value,
    /// For people.
    pub text: String,
    /// Something in the input was left out, and is named.
    pub left_out: bool,
}

impl Outcome {
    /// Done, nothing left out.
    pub fn done(value: Value, text: impl Into<String>) -> Self {
        Self { value, text: text.into(), left_out: false }
    }
}

/// Writes a text with a line break. A closed pipe is nobody's loss.
pub fn out(text: impl AsRef<str>) {
    let _ = writeln!(std::io::stdout().lock(), "{}", text.as_ref());
}

/// Says why it could not be done: people read stderr, machines get it on stdout.
pub fn fail(failure: &Failure, json: bool) {
    if json {
        out(json!(failure).to_string());
    }
    let mut lines = vec![failure.message.clone()];
    let more = failure.problems.iter().filter(|p| p.message != failure.message);
    lines.extend(more.map(|p| format!("  {}：{}", p.field, p.message)));
    complain(&lines.join("\n"));
}

/// Writes a text for people who asked for something that could not be done.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
