//! Jobs that write documents: registers, the month, the practice township.

use std::path::Path;

use serde_json::{Value, json};
use station_api::{Failure, call, demo};

use crate::arguments::{Common, Export, Report, Template};
use crate::desk;
use crate::say::Outcome;

/// Exports registers.
pub fn export(common: &Common, export: Export) -> Result<Outcome, Failure> {
    let Export::Register { number, from, to, format, out, edition, set, campaign } = export;
    let (numbers, keys): (Vec<i64>, Vec<String>) = match (number.as_str(), number.parse()) {
        ("all", _) => (Vec::new(), Vec::new()),
        (_, Ok(number)) => (vec![number], Vec::new()),
        (title, Err(_)) => (Vec::new(), vec![title.to_owned()]),
    };
    let ask = json!({
        "numbers": numbers, "keys": keys, "from": from, "to": to, "format": format, "out": out, "edition": edition, "set": set,
        "campaign": campaign, "overwrite": true,
    });
    Ok(written(desk::once(common, "export_registers", ask)?))
}

/// Makes the month's report.
pub fn report(common: &Common, report: Report) -> Result<Outcome, Failure> {
    let Report::Month { month, out, draft, campaign, with } = report;
    let desk = desk::open(common)?;
    let figures = call(&desk, "month_figures", json!({ "month": month, "campaign": campaign }))?;
    let ask = json!({ "month": month, "out": out, "with": with, "draft": draft, "campaign": campaign });
    let sent = call(&desk, "send_month", ask)?;
    let mut outcome = written(sent);
    let mut value = figures;
    value["written"] = outcome.value;
    outcome.value = value;
    Ok(outcome)
}

/// Fills a workbook of the county's with a register, or with a month's figures.
pub fn fill(common: &Common, template: Template) -> Result<Outcome, Failure> {
    let Template::Fill { file, register, from, to, edition, month, out } = template;
    let register = register.map(|number| json!({ "number": number, "from": from, "to": to, "edition": edition }));
    let ask = json!({ "file": file, "register": register, "month": month, "out": out });
    Ok(written(desk::once(common, "template_fill", ask)?))
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
