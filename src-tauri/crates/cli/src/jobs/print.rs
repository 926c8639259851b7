//! `station print`: PDF files to a printer, each one job.

use std::path::PathBuf;

use serde_json::{Value, json};
use station_api::Failure;

use crate::arguments::Common;
use crate::desk;
use crate::say::Outcome;

/// Prints files; `how` says printer, copies, sides and pages.
pub fn run(common: &Common, how: &Value, files: &[PathBuf]) -> Result<Outcome, Failure> {
    let mut ask = how.clone();
    ask["files"] = json!(files);
    let value = desk::once(common, "print", ask)?;
    let mut lines = vec![format!("{}。", value["label"].as_str().unwrap_or_default())];
    lines.extend(value["jobs"].as_array().into_iter().flatten().map(job));
    Ok(Outcome::done(value, lines.join("\n")))
}

fn job(job: &Value) -> String {
    let text = |key: &str| job[key].as_str().unwrap_or_default().to_owned();
    format!("  {} {}：{}", text("printer"), text("title"), text("state"))
}
