//! 排班建议: a proposal for a period, made from what stands in the store; nothing is written.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use station_intake::weekday_of;

use super::balance::{self, Balance};
use super::deputies::{Deputy, Duty, deputies, duty, years};
use super::propose::{Rota, Slot, propose};
use super::receives::{Receives, receives};
use super::wishes::{self, Wishes};
use super::{Levels, wishes::problems};
use crate::activity::search::OnDuty;
use crate::duty::search::swapped;
use crate::error::{Error, Result};
use crate::store::Db;
use crate::text::Span;

/// For what a proposal is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct RosterAsk {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Only of those sites; empty = of all.
    pub site_ids: Vec<String>,
    /// Other wishes than those of the setting.
    pub wishes: Option<Wishes>,
    /// Also look again at days that are rostered and lie ahead: who can no longer sit there is replaced, who still can
    /// stays, and as few change as evenness wants. Days that were changed by 调班 or marked stay as they are.
    pub redo: bool,
}

/// A proposed roster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "RosterProposal"))]
pub struct Proposal {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// What the two levels are called.
    pub levels: Levels,
    /// Day by day, then by site.
    pub days: Vec<ProposedDay>,
    /// Wishes that could not be met, a sentence each.
    pub unmet: Vec<String>,
    /// How evenly it is, counted over the year.
    pub balance: Balance,
}

/// One day of a proposal; what is accepted has the same shape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ProposedDay {
    /// The reception day, where it stands already.
    pub activity_id: Option<String>,
    /// The day.
    pub date: String,
    /// The day by the rule, where it was moved.
    pub planned_on: Option<String>,
    /// `星期三`.
    pub weekday: String,
    /// The site.
    pub site_id: Option<String>,
    /// Its name.
    pub site: String,
    /// The rule that it follows.
    pub rule_id: Option<String>,
    /// Hours as written.
    pub hours: Option<String>,
    /// Past, or rostered already: it stays as it is.
    pub kept: bool,
    /// The days off of that year are not announced yet.
    pub estimated: bool,
    /// Who sits there.
    pub deputies: Vec<Rostered>,
}

/// Somebody on the roster of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Rostered {
    /// The person; none for a name that the roster of deputies lacks.
    pub person_id: Option<String>,
    /// Name.
    pub name: String,
    /// Whether for the level above.
    pub upper: bool,
}

/// A roster for a period.
///
/// # Errors
/// `Problems` without a period, or with wishes for nobody.
pub fn proposal(db: Db<'_>, ask: &RosterAsk, today: NaiveDate) -> Result<Proposal> {
    let span = Span::read(&ask.from, &ask.to)?;
    let wishes = wishes_of(db, ask)?;
    let levels = Levels::load(db)?;
    let between = (ask.from.as_str(), ask.to.as_str());
    let (open, kept) = days(db, (ask, span), today)?;
    let mut deputies = deputies(db, between)?;
    let (first, last) = years(between);
    let anew = count(&mut deputies, duty(db, (&first, &last))?, &open);
    let slots: Vec<Slot> = open.iter().map(|day| slot(day, &wishes)).collect();
    let rota = propose(&slots, &deputies, (&levels, wishes.borrow));
    let known: HashMap<&str, &Deputy> = deputies.iter().map(|d| (d.id.as_str(), d)).collect();
    let mut unmet: Vec<String> = nothing(span, (&open, &kept), today).into_iter().collect();
    unmet.extend(kept.iter().flat_map(|day| stays(day, &known, (&wishes, &levels, today))));
    unmet.extend(rota.unmet.iter().cloned());
    let days = shown(&open, &kept, (&rota, &deputies, &known));
    let mut balance = balance::balance(db, (&first, &last), today)?;
    balance.propose(&days, &anew);
    Ok(Proposal { from: ask.from.clone(), to: ask.to.clone(), levels, days, unmet, balance })
}

/// Why there is no day to show.
fn nothing(span: Span, (open, kept): (&[Receives], &[Receives]), today: NaiveDate) -> Option<String> {
    if !open.is_empty() || !kept.is_empty() {
        return None;
    }
    let period = format!("{}至{}", span.from, span.to);
    let why = if span.to < today {
        format!("已经过去，没有可排的接待日；排班只排今天（{today}）及以后的，请改日期。")
    } else {
        "没有接待日，没有可排的；请先在接待日历里设接待日规则或加一天，或改日期。".to_owned()
    };
    Some(format!("{period}{why}"))
}

fn wishes_of(db: Db<'_>, ask: &RosterAsk) -> Result<Wishes> {
    let Some(wishes) = &ask.wishes else { return wishes::load(db) };
    let found = problems(wishes);
    if found.is_empty() { Ok(wishes.clone()) } else { Err(Error::Problems(found)) }
}

/// The days that are to be filled, and those that stay.
fn days(db: Db<'_>, (ask, span): (&RosterAsk, Span), today: NaiveDate) -> Result<(Vec<Receives>, Vec<Receives>)> {
    let swapped: HashSet<String> = swapped(db)?.into_iter().collect();
    let all = receives(db, (span.from, span.to), &ask.site_ids)?;
    let (open, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|day| is_open(day, (ask.redo, today), &swapped));
    Ok((open, rest.into_iter().filter(|day| day.stands.is_some()).collect()))
}

fn is_open(day: &Receives, (redo, today): (bool, NaiveDate), swapped: &HashSet<String>) -> bool {
    let Some(stands) = &day.stands else { return day.date >= today };
    let marked = stands.held.is_some() || stands.visits > 0 || stands.deputies.iter().any(|d| d.status.is_some());
    let free = stands.deputies.is_empty() || redo && !swapped.contains(&stands.id);
    day.date >= today && !marked && free
}

/// What stands counts, but for the duty of days that are rostered anew, which is given back.
fn count(deputies: &mut [Deputy], duty: Vec<Duty>, open: &[Receives]) -> Vec<Duty> {
    let anew: HashSet<&str> = open.iter().filter_map(|d| d.stands.as_ref()).map(|s| s.id.as_str()).collect();
    let (anew, stands): (Vec<_>, Vec<_>) = duty.into_iter().partition(|d| anew.contains(d.activity_id.as_str()));
    let mut served: HashMap<&str, Vec<NaiveDate>> = HashMap::new();
    for one in stands.iter().filter(|d| d.counts()) {
        served.entry(&one.person_id).or_default().extend(one.day.parse::<NaiveDate>());
    }
    for deputy in deputies {
        deputy.served = served.remove(deputy.id.as_str()).unwrap_or_default();
    }
    anew
}

fn slot(day: &Receives, wishes: &Wishes) -> Slot {
    let (own, upper) = wishes.at(day.site_id.as_deref());
    let sits = day.stands.iter().flat_map(|stands| &stands.deputies).filter_map(|one| one.id.clone()).collect();
    Slot { date: day.date, site_id: day.site_id.clone(), site: day.site.clone(), point: day.point, own, upper, sits }
}

/// What is to be said of a day that stays as it is and lies ahead: who is on leave, and how many it lacks.
fn stays(
    day: &Receives,
    known: &HashMap<&str, &Deputy>,
    (wishes, levels, today): (&Wishes, &Levels, NaiveDate),
) -> Vec<String> {
    let Some(stands) = day.stands.as_ref().filter(|_| day.date >= today) else {
        return Vec::new();
    };
    let date = day.date.to_string();
    let there = |one: &&OnDuty| one.is_there();
    let of = |one: &OnDuty| one.id.as_deref().and_then(|id| known.get(id).copied());
    let away = stands.deputies.iter().filter(there).filter(|one| of(one).is_some_and(|d| d.is_away(&date)));
    let mut said: Vec<String> =
        away.map(|one| format!("{date} {}：已排的{}请假，请换人。", day.site, one.name)).collect();
    let (own, upper) = wishes.at(day.site_id.as_deref());
    for (is_upper, wished) in [(true, upper), (false, own)] {
        let is = |one: &&OnDuty| of(one).is_some_and(Deputy::is_upper) == is_upper;
        let found = stands.deputies.iter().filter(there).filter(is).count();
        if found < wished {
            let (label, lacks) = (levels.of(is_upper), wished - found);
            said.push(format!("{date} {}：已有安排，{label}比要求少{lacks}名，保留原样。", day.site));
        }
    }
    said
}

fn shown(
    open: &[Receives],
    kept: &[Receives],
    (rota, deputies, known): (&Rota, &[Deputy], &HashMap<&str, &Deputy>),
) -> Vec<ProposedDay> {
    let filled = open.iter().zip(&rota.days).map(|(day, seated)| {
        let of = |s: &super::propose::Seated| Rostered {
            person_id: Some(deputies[s.who].id.clone()),
            name: deputies[s.who].name.clone(),
            upper: s.upper,
        };
        ProposedDay { deputies: seated.iter().map(of).collect(), ..day_of(day) }
    });
    let stand = kept.iter().map(|day| {
        let of = |one: &OnDuty| Rostered {
            person_id: one.id.clone(),
            name: one.name.clone(),
            upper: one.id.as_deref().and_then(|id| known.get(id)).is_some_and(|d| d.is_upper()),
        };
        let deputies = day.stands.iter().flat_map(|s| &s.deputies).map(of).collect();
        ProposedDay { kept: true, deputies, ..day_of(day) }
    });
    let mut all: Vec<ProposedDay> = filled.chain(stand).collect();
    all.sort_by(|a, b| a.date.cmp(&b.date));
    all
}

fn day_of(day: &Receives) -> ProposedDay {
    ProposedDay {
        activity_id: day.stands.as_ref().map(|s| s.id.clone()),
        date: day.date.to_string(),
        planned_on: day.planned_on.clone(),
        weekday: weekday_of(day.date).to_owned(),
        site_id: day.site_id.clone(),
        site: day.site.clone(),
        rule_id: day.rule_id.clone(),
        hours: day.hours.clone(),
        estimated: day.estimated,
        ..ProposedDay::default()
    }
}
