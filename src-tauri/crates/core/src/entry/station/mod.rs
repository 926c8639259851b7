//! What the station says of itself: name, level, county, sites with their reception rule, the running term.

mod file;

use serde::{Deserialize, Serialize};

use super::{Saved, rule, said};
use crate::calendar::ReceptionRule;
use crate::code;
use crate::congress::edit::{congress_of, newest_term, term_of};
use crate::congress::{LEVELS, Term};
use crate::error::{Error, Problem, Result};
use crate::phrase;
use crate::site;
use crate::site::Site;
use crate::store::{Db, Tx};

pub use file::read;

/// The station as its settings show it, and as `station.toml` may say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Station {
    /// 名称: 清河镇人大代表联络站.
    pub name: String,
    /// Its own level; a roster without section rows is of this level.
    pub level: String,
    /// 县 that it reports to.
    pub county: Option<String>,
    /// 填报单位; none = the name.
    pub reports_as: Option<String>,
    /// The running term.
    pub term: Option<TermSays>,
    /// Sites, in the order of the reports.
    pub sites: Vec<SiteSays>,
}

/// The running term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct TermSays {
    /// 第几届.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub ordinal: i64,
    /// From when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
}

/// One site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct SiteSays {
    /// The site that is corrected; none for a new one.
    pub id: Option<String>,
    /// station, point, village_station or room; empty = what the name tells.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Reception rule in words.
    pub rule: Option<String>,
    /// Hours in words.
    pub hours: Option<String>,
}

/// Everything that keeps it from being saved: only name and level must be there.
pub fn problems(station: &Station) -> Vec<Problem> {
    let mut found = Vec::new();
    if station.name.trim().is_empty() {
        found.push(Problem::new("name", "没有站点名称，请填写，例如 清河镇人大代表联络站。"));
    }
    if !LEVELS.contains(&station.level.as_str()) {
        found.push(Problem::new("level", "没有选层级，请选择镇、县等。"));
    }
    for (at, site) in station.sites.iter().enumerate() {
        if site.name.trim().is_empty() {
            found.push(Problem::new(format!("sites.{at}.name"), "有一个站点没有名称，请填写或删去。"));
        }
        if station.sites.iter().take(at).any(|other| other.name.trim() == site.name.trim()) {
            found.push(Problem::new(format!("sites.{at}.name"), "有两个站点同名，请改正。"));
        }
    }
    found
}

/// Founds a store: the shipped codes, then what the station says of itself.
pub fn found(tx: &mut Tx<'_>, station: &Station) -> Result<()> {
    code::edit::seed(tx)?;
    phrase::edit::seed(tx)?;
    save(tx, station).map(drop)
}

/// Saves what the station says of itself.
///
/// # Errors
/// `Problems` without a name or level.
pub fn save(tx: &mut Tx<'_>, station: &Station) -> Result<Saved> {
    let problems = problems(station);
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    tx.set("name", station.name.trim())?;
    tx.set("level", &station.level)?;
    for (key, value) in [("county", &station.county), ("reports_as", &station.reports_as)] {
        tx.set(key, said(value.as_deref()).as_deref().unwrap_or(""))?;
    }
    congress_of(tx, &station.level, &format!("{}人民代表大会", station.level))?;
    if let Some(term) = station.term.as_ref().filter(|t| t.ordinal > 0) {
        put_term(tx, &station.level, term)?;
    }
    put_sites(tx, &station.sites)?;
    Ok(Saved { id: String::new(), number: None, label: "已保存站点信息".to_owned(), writes: Vec::new() })
}

fn put_term(tx: &mut Tx<'_>, level: &str, says: &TermSays) -> Result<()> {
    let id = term_of(tx, level, says.ordinal)?;
    let old: Term = tx.db().get(&id)?;
    tx.update(&Term { since: said(says.since.as_deref()), until: said(says.until.as_deref()), ..old })
}

fn put_sites(tx: &mut Tx<'_>, sites: &[SiteSays]) -> Result<()> {
    for (sort, says) in (0_i64..).zip(sites) {
        let id = match &says.id {
            Some(id) => id.clone(),
            None => site::edit::find_or_add(tx, &says.name)?,
        };
        let old: Site = tx.db().get(&id)?;
        let kind = said(Some(&says.kind)).unwrap_or_else(|| site::edit::kind_of(&says.name).to_owned());
        tx.update(&Site { kind, name: says.name.trim().to_owned(), sort, ..old })?;
        put_rule(tx, &id, says)?;
    }
    Ok(())
}

/// A site's rule in words. A site with several keeps them while their words, one after the other, are left as they are.
fn put_rule(tx: &mut Tx<'_>, site_id: &str, says: &SiteSays) -> Result<()> {
    let (words, hours) = (said(says.rule.as_deref()), said(says.hours.as_deref()));
    let standing: Vec<ReceptionRule> = tx.db().having("site_id", site_id)?;
    let (told, told_hours) = told(&standing);
    if (&told, &told_hours) == (&words, &hours) {
        return Ok(());
    }
    let mut standing = standing.into_iter();
    let first = standing.next();
    if told == words {
        return first.map_or(Ok(()), |rule| tx.update(&ReceptionRule { hours, ..rule }));
    }
    for rule in standing.chain(first.clone().filter(|_| words.is_none())) {
        tx.void::<ReceptionRule>(&rule.id)?;
    }
    let Some(words) = words else { return Ok(()) };
    let base = match first {
        Some(rule) => rule,
        None => new_rule(tx, site_id),
    };
    tx.put(&rule::with_words(ReceptionRule { hours, ..base }, &words))
}

fn new_rule(tx: &mut Tx<'_>, site_id: &str) -> ReceptionRule {
    let (id, created) = tx.fresh();
    ReceptionRule { id, created, site_id: Some(site_id.to_owned()), ..ReceptionRule::default() }
}

/// The rules of a site in words, and the hours of the first.
fn told(rules: &[ReceptionRule]) -> (Option<String>, Option<String>) {
    let words = rules.iter().map(|rule| rule.rule.as_str()).collect::<Vec<_>>().join("；");
    (said(Some(&words)), rules.first().and_then(|rule| rule.hours.clone()))
}

/// What the station says of itself now.
pub fn load(db: Db<'_>) -> Result<Station> {
    let said_of = |key: &str| -> Result<Option<String>> { Ok(said(db.setting(key)?.as_deref())) };
    let level = said_of("level")?.unwrap_or_default();
    let term = newest_term(db, &level)?.map(|t| TermSays { ordinal: t.ordinal, since: t.since, until: t.until });
    let sites = site::edit::all(db)?.into_iter().map(|site| site_says(db, site)).collect::<Result<_>>()?;
    Ok(Station {
        name: said_of("name")?.unwrap_or_default(),
        county: said_of("county")?,
        reports_as: said_of("reports_as")?,
        level,
        term,
        sites,
    })
}

fn site_says(db: Db<'_>, site: Site) -> Result<SiteSays> {
    let (rule, hours) = told(&db.having("site_id", &site.id)?);
    Ok(SiteSays { id: Some(site.id), kind: site.kind, name: site.name, rule, hours })
}
