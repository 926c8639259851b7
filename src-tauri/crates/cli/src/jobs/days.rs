//! `station days`: the days of a rule; by what ships, and by the years of a station that a password opens.

use serde_json::{Value, json};
use station_api::calendar::{RuleDaysAsk, shipped_days};
use station_api::{Failure, call};

use crate::arguments::{Common, Days};
use crate::desk;
use crate::say::Outcome;

/// Works out the days.
pub fn run(common: &Common, days: Days) -> Result<Outcome, Failure> {
    let ask = json!({
        "rule": days.rule, "lunar": days.lunar, "holidays": days.holidays.replace('-', "_"), "weekends": days.weekends,
        "from": days.from, "to": days.to,
    });
    let value = if desk::has_station(common) { call(&desk::open(common)?, "rule_days", ask)? } else { shipped(ask)? };
    let lines: Vec<String> = value.as_array().into_iter().flatten().map(line).collect();
    let text = format!("{}\n共{}天。", lines.join("\n"), lines.len());
    Ok(Outcome::done(value, text))
}

fn shipped(ask: Value) -> Result<Value, Failure> {
    let ask: RuleDaysAsk = serde_json::from_value(ask).map_err(|error| Failure::input("rule_days", &error))?;
    serde_json::to_value(shipped_days(&ask)?).map_err(Failure::internal)
}

fn line(day: &Value) -> String {
    let text = |key: &str| day[key].as_str().unwrap_or("不接待").to_owned();
    let why = day["why"].as_str().map(|why| format!("　{why}")).unwrap_or_default();
    format!("{} → {}{why}", text("planned"), text("held"))
}
