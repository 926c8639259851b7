//! Deadlines: the settings, and one counted for whoever asks, also without a station.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::deadline::Kind;
use station_core::deadline::due::Stop;
use station_core::deadline::rules::{Preset, name, presets};
use station_core::entry::Saved;
use station_core::entry::deadline::{self as entry, DeadlineDraft, DeadlineRow};
use station_core::matter::clock::Law;

use crate::desk::Opened;
use crate::facts::void;
use crate::failure::Failure;
use crate::stations::OfFact;

/// A deadline that is asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DeadlineAsk {
    /// Key or name of what it is for: `suggestion`, 建议答复.
    pub kind: String,
    /// When the clock begins; that day itself does not count.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: NaiveDate,
    /// From a day on which the clock stopped to the day on which it went on.
    #[serde(default)]
    #[cfg_attr(test, ts(type = "[string, string][]"))]
    pub stopped: Vec<Stop>,
}

/// A deadline with its reason.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Deadline {
    /// What it is for.
    pub kind: Kind,
    /// What that is called.
    pub name: String,
    /// When the clock began.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: NaiveDate,
    /// The last day.
    #[cfg_attr(test, ts(type = "string"))]
    pub date: NaiveDate,
    /// How long: 三个月.
    pub rule: String,
    /// 依据.
    pub article: String,
    /// All of it in one line.
    pub explained: String,
}

/// Counts a deadline by the station's settings and calendar.
pub fn deadline(opened: &mut Opened, ask: DeadlineAsk) -> Result<Deadline, Failure> {
    counted(&Law::load(opened.db())?, ask)
}

/// Counts a deadline by what ships, where there is no station.
pub fn deadline_as_shipped(ask: DeadlineAsk) -> Result<Deadline, Failure> {
    counted(&Law::shipped(), ask)
}

fn counted(law: &Law, ask: DeadlineAsk) -> Result<Deadline, Failure> {
    let known = Kind::of(&ask.kind).or_else(|| Kind::ALL.into_iter().find(|kind| name(*kind) == ask.kind));
    let Some(kind) = known else {
        let all: Vec<String> = Kind::ALL.into_iter().map(|kind| format!("{}（{}）", kind.key(), name(kind))).collect();
        let message = format!("没有“{}”这种期限，可以写：{}。", ask.kind, all.join("、"));
        return Err(Failure::new("no_deadline", message));
    };
    if ask.stopped.iter().any(|(from, to)| from > to) {
        return Err(Failure::new("stopped", "中止的结束日期早于开始日期，请改正。"));
    }
    let due = law.due(kind, ask.from, &ask.stopped)?;
    let explained = due.explained("自", ask.from);
    let (name, from) = (name(kind).to_owned(), ask.from);
    Ok(Deadline { kind, name, from, date: due.date, rule: due.rule, article: due.article, explained })
}

/// All deadlines as they hold today.
pub fn deadline_rules(opened: &mut Opened, _: ()) -> Result<Vec<DeadlineRow>, Failure> {
    Ok(entry::all(opened.db(), &opened.today().to_string())?)
}

/// What provinces do otherwise.
pub fn deadline_presets(_: &mut Opened, _: ()) -> Result<Vec<Preset>, Failure> {
    Ok(presets().to_vec())
}

/// Saves a deadline.
pub fn save_deadline(opened: &mut Opened, draft: DeadlineDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveDeadline { name: name(draft.kind).to_owned() }, entry::save(tx, &draft)?)))
}

/// Voids a deadline of the station's own.
pub fn void_deadline(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    void(opened, |tx| entry::void(tx, &ask.id))
}

/// Which province, and from when.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PresetAsk {
    /// Name of the preset.
    pub name: String,
    /// For what begins on that day or later.
    pub since: String,
}

/// Takes over what a province does otherwise.
pub fn take_deadline_preset(opened: &mut Opened, ask: PresetAsk) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = entry::take(tx, (&ask.name, &ask.since))?;
        Ok((Op::SaveDeadline { name: ask.name.clone() }, saved))
    })
}
