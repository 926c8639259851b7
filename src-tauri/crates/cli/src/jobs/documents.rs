//! Jobs that write documents: registers, the month, the practice township.

use std::path::Path;

use serde_json::{Value, json};
use station_api::{Failure, call, demo};

use crate::arguments::{Common, Export, Report};
use crate::desk;
use crate::say::Outcome;

/// Exports registers.
pub fn export(common: &Common, export: Export) -> Result<Outcome, Failure> {
    let Export::Register { number, from, to, format, out, edition } = export;
    let numbers: Vec<i64> = match number.as_str() {
        "all" => Vec::new(),
        one => vec![
            one.parse().map_err(|_| Failure::new("register", format!("没有编号为“{one}”的台账，请写编号或 all。")))?,
        ],
    };
    let ask = json!({
        "numbers": numbers, "from": from, "to": to, "format": format.key(), "out": out, "edition": edition.key(),
    });
    Ok(written(desk::once(common, "export_registers", ask)?))
}

/// Makes the month's report.
pub fn report(common: &Common, report: Report) -> Result<Outcome, Failure> {
    let Report::Month { month, out, draft, with } = report;
    let desk = desk::open(common)?;
    let figures = call(&desk, "month_figures", json!({ "month": month }))?;
    let sent = call(&desk, "send_month", json!({ "month": month, "out": out, "with": with, "draft": draft }))?;
    let mut outcome = written(sent);
    let mut value = figures;
    value["written"] = outcome.value;
    outcome.value = value;
    Ok(outcome)
}

/// Makes the practice township.
pub fn demo(common: &Common, out: &Path, years: u32) -> Result<Outcome, Failure> {
    Ok(written(demo::make(out, years, &desk::clock(common))?))
}

fn written(value: Value) -> Outcome {
    let folder = value["folder"].as_str().unwrap_or_default();
    let files = value["files"].as_array().into_iter().flatten();
    let mut lines: Vec<String> = files.map(|f| format!("  {}", f["name"].as_str().unwrap_or_default())).collect();
    lines.insert(0, format!("已写入 {folder}："));
    lines.extend(value["warnings"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
    Outcome::done(value, lines.join("\n"))
}
