//! Which rule a deadline follows: the station's own setting that was in force when its clock began, else what ships.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::{DeadlineRule, Kind, Unit};
use crate::error::{Error, Result};
use crate::store::{Db, Fact};

/// How long something may take, and by which article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "DeadlineSays"))]
pub struct Rule {
    /// What for.
    pub kind: Kind,
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// 依据.
    pub article: String,
}

/// What a province, or a city, does otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "DeadlinePreset"))]
pub struct Preset {
    /// Whose.
    pub name: String,
    /// The rules that differ.
    pub rules: Vec<Rule>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
    #[serde(flatten)]
    rule: Rule,
}

#[derive(Deserialize)]
struct File {
    rule: Vec<Named>,
    preset: Vec<Preset>,
}

/// What ships; a test reads it.
fn shipped() -> Option<&'static File> {
    static FILE: OnceLock<Option<File>> = OnceLock::new();
    FILE.get_or_init(|| toml::from_str(include_str!("../../../../../assets/deadlines.toml")).ok()).as_ref()
}

/// What a kind is called: 建议答复.
pub fn name(kind: Kind) -> &'static str {
    shipped().and_then(|file| file.rule.iter().find(|n| n.rule.kind == kind)).map_or("", |n| n.name.as_str())
}

/// What provinces do otherwise, to be taken over with one press.
pub fn presets() -> &'static [Preset] {
    shipped().map_or(&[], |file| file.preset.as_slice())
}

/// All rules of a station, those that ship among them.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// The station's own, with the day from which each holds, the latest last.
    own: Vec<(String, Rule)>,
}

impl Rules {
    /// The rules of a station.
    pub fn load(db: Db<'_>) -> Result<Self> {
        let rows: Vec<DeadlineRule> = db.all(include_str!("sql/rules.sql"), [])?;
        let own = rows.into_iter().map(|row| Ok((row.since.clone(), rule(row)?))).collect::<Result<_>>()?;
        Ok(Self { own })
    }

    /// The rule in force on a day.
    ///
    /// # Errors
    /// `Missing` where nothing says how long; a test sees that each kind ships with a rule.
    pub fn on(&self, kind: Kind, day: &str) -> Result<Rule> {
        let own = self.own.iter().rev().find(|(since, rule)| rule.kind == kind && since.as_str() <= day);
        let ships = || shipped().and_then(|file| file.rule.iter().find(|n| n.rule.kind == kind)).map(|n| &n.rule);
        own.map(|(_, rule)| rule).or_else(ships).cloned().ok_or(Error::Missing(DeadlineRule::NAME))
    }
}

fn rule(row: DeadlineRule) -> Result<Rule> {
    let bad = |detail: &str| Error::BadRow { what: DeadlineRule::NAME, detail: detail.to_owned() };
    let kind = Kind::of(&row.kind).ok_or_else(|| bad(&row.kind))?;
    let unit = Unit::of(&row.unit);
    let amount = u32::try_from(row.amount).map_err(|e| bad(&e.to_string()))?;
    Ok(Rule { kind, amount, unit: unit.ok_or_else(|| bad(&row.unit))?, article: row.article })
}
