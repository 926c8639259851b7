//! Each job of the command line: its arguments into one call of the api, the answer into words.

mod days;
mod documents;
mod import;
mod print;
mod raw;
mod roster;

use serde_json::{Value, json};
use station_api::{Failure, call, deadlines, locking};

use crate::arguments::{Arguments, Common, Job};
use crate::desk;
use crate::say::Outcome;

/// Does the job.
pub fn run(arguments: Arguments) -> Result<Outcome, Failure> {
    let Arguments { common, job } = arguments;
    match job {
        Job::Init { station } => init(&common, &station),
        Job::Import { kind, files, preview, all_or_nothing } => {
            import::run(&common, kind, &import::Ask { files, preview, all_or_nothing })
        }
        Job::List { what, order } => list(&common, json!({ "what": what, "order": order })),
        Job::Export(export) => documents::export(&common, export),
        Job::Days(days) => days::run(&common, days),
        Job::Report(report) => documents::report(&common, report),
        Job::Template(template) => documents::fill(&common, template),
        Job::Print { files, printer, copies, sides, pages } => print::run(
            &common,
            &json!({ "printer": printer, "copies": copies, "sides": sides, "pages": pages }),
            &files,
        ),
        Job::Deadline { kind, from, stopped } => {
            deadline(&common, json!({ "kind": kind, "from": from, "stopped": stopped }))
        }
        Job::Roster(ask) => roster::run(&common, ask),
        Job::Check => check(&common),
        Job::Undo => taken_back(&common, "undo"),
        Job::Redo => taken_back(&common, "redo"),
        Job::Call { name, input } => raw::run(&common, &name, input.as_deref()),
        Job::Demo { out, years } => documents::demo(&common, &out, years),
    }
}

fn init(common: &Common, file: &std::path::Path) -> Result<Outcome, Failure> {
    let text = std::fs::read_to_string(file).map_err(|error| {
        Failure::new("station_file", format!("站点文件“{}”读不出来，请检查路径。", file.display())).with_detail(error)
    })?;
    let (station, ignored) = locking::station_from_toml(&text)?;
    let password = desk::password(common)?;
    let desk = desk::take(common)?;
    let mut value = call(&desk, "set_up", json!({ "station": station, "account": "", "password": password }))?;
    value["ignored"] = json!(ignored);
    let code = value["recovery_code"].as_str().unwrap_or_default();
    let mut lines = vec!["已建站。".to_owned(), format!("恢复码（请抄下并妥善保管，只显示这一次）：{code}")];
    lines.extend(ignored.iter().map(|key| format!("站点文件里的“{key}”不认识，未采用。")));
    Ok(Outcome { text: lines.join("\n"), left_out: !ignored.is_empty(), value })
}

fn list(common: &Common, ask: Value) -> Result<Outcome, Failure> {
    let value = desk::once(common, "list", ask)?;
    let lines: Vec<String> = value.as_array().into_iter().flatten().map(Value::to_string).collect();
    let text = format!("{}\n共{}条。", lines.join("\n"), lines.len());
    Ok(Outcome::done(value, text))
}

/// By the settings of a station that a password opens, else by what ships.
fn deadline(common: &Common, ask: Value) -> Result<Outcome, Failure> {
    let value = if desk::has_station(common) {
        desk::once(common, "deadline", ask)?
    } else {
        let ask = serde_json::from_value(ask).map_err(|e| Failure::input("deadline", &e))?;
        json!(deadlines::deadline_as_shipped(ask)?)
    };
    let text = value["explained"].as_str().unwrap_or_default().to_owned();
    Ok(Outcome::done(value, text))
}

fn check(common: &Common) -> Result<Outcome, Failure> {
    let value = desk::once(common, "check", Value::Null)?;
    let findings: Vec<&str> = value["findings"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if findings.is_empty() {
        return Ok(Outcome::done(value, "检查完毕，数据完好。"));
    }
    Err(Failure::new("unsound", format!("检查发现问题：{}", findings.join(" "))))
}

fn taken_back(common: &Common, command: &str) -> Result<Outcome, Failure> {
    let value = desk::once(common, command, Value::Null)?;
    let text = format!("{}。", value["label"].as_str().unwrap_or_default());
    Ok(Outcome::done(value, text))
}
