//! `station roster`: who is to receive on which day, proposed and accepted.

use serde_json::{Value, json};
use station_api::{Desk, Failure, call};

use crate::arguments::{Common, Roster, RosterAsk};
use crate::desk;
use crate::say::Outcome;

/// Proposes a roster, and writes it where it is accepted.
pub fn run(common: &Common, job: Roster) -> Result<Outcome, Failure> {
    let desk = desk::open(common)?;
    match job {
        Roster::Propose(ask) => Ok(told(proposal(&desk, &ask)?)),
        Roster::Accept(ask) => {
            let proposal = proposal(&desk, &ask)?;
            let saved = call(&desk, "accept_roster", json!({ "days": proposal["days"] }))?;
            let label = saved["label"].as_str().unwrap_or_default().to_owned();
            let mut value = proposal;
            value["saved"] = saved;
            let text = format!("{label}。\n{}", sentences(&value).join("\n"));
            Ok(Outcome::done(value, text.trim_end()))
        }
    }
}

fn proposal(desk: &Desk, ask: &RosterAsk) -> Result<Value, Failure> {
    let asked = json!({
        "from": ask.from, "to": ask.to, "site_ids": sites(desk, &ask.site)?, "wishes": wishes(desk, ask)?, "redo": ask.redo,
    });
    call(desk, "propose_roster", asked)
}

/// The keys of sites by their names.
fn sites(desk: &Desk, names: &[String]) -> Result<Vec<Value>, Failure> {
    let choices = call(desk, "choices", Value::Null)?;
    let of = |name: &String| {
        let found = choices["sites"].as_array().into_iter().flatten().find(|site| site["label"] == json!(name));
        found
            .map(|site| site["id"].clone())
            .ok_or_else(|| Failure::new("no_site", format!("没有“{name}”这个站点，请用站点的全称。")))
    };
    names.iter().map(of).collect()
}

/// Other wishes than those of the setting; none where nothing else is said.
fn wishes(desk: &Desk, ask: &RosterAsk) -> Result<Value, Failure> {
    if ask.county.is_none() && ask.own.is_none() {
        return Ok(Value::Null);
    }
    let mut wishes = call(desk, "roster_wishes", Value::Null)?;
    for (key, count) in [("upper", ask.county), ("own", ask.own)] {
        if let Some(count) = count {
            wishes[key] = json!(count);
        }
    }
    wishes["sites"] = json!([]);
    Ok(wishes)
}

fn told(value: Value) -> Outcome {
    let mut lines: Vec<String> = value["days"].as_array().into_iter().flatten().map(day).collect();
    lines.extend(sentences(&value));
    Outcome::done(value, lines.join("\n"))
}

/// `2026-03-20 星期五 东关联络点：罗建、张伟`.
fn day(day: &Value) -> String {
    let text = |key: &str| day[key].as_str().unwrap_or_default();
    let names = day["deputies"].as_array().into_iter().flatten().filter_map(|d| d["name"].as_str());
    let names = names.collect::<Vec<_>>().join("、");
    let kept = if day["kept"] == json!(true) { "（已排，不动）" } else { "" };
    format!("{} {} {}：{names}{kept}", text("date"), text("weekday"), text("site"))
}

fn sentences(value: &Value) -> Vec<String> {
    value["unmet"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
