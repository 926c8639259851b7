//! 文书: the papers of one matter, from the form on which a deputy writes to 办结单, the notice of a reception day, the
//! record of a talk, the plan of a year's reception days.
//!
//! A view: it reads the facts and keeps nothing. Whoever asked for confidence is named on none that leaves the station.

mod case;
mod closing;
pub mod fields;
mod handover;
pub mod ledger;
mod list;
mod notice;
pub mod offers;
mod opinion;
mod referral;
mod reply;
pub mod roster;
mod says;
pub mod schedule;
mod suggestion;
pub mod talk;
#[cfg(test)]
mod tests;
mod told;
mod urging;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use station_table::{Document, FactRef};

use crate::error::{Error, Problem, Result};
use crate::matter::rules::Kind as Step;
use crate::store::Db;
use case::{Case, Taken};

pub use notice::notice;

/// A paper of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// 代表建议专用纸
    Suggestion,
    /// 交办单, of what voters said 转办单, with the receipt that the unit signs.
    Handover,
    /// 催办函
    Urging,
    /// 答复函, for the unit to answer in.
    Reply,
    /// 征询意见表
    Opinion,
    /// 回访记录; stays inside.
    Told,
    /// 转办告知单 or 引导告知单
    Referral,
    /// 办结单
    Closing,
}

impl PaperKind {
    /// All, in the order of a matter's life.
    pub const ALL: [Self; 8] = [
        Self::Suggestion,
        Self::Referral,
        Self::Handover,
        Self::Urging,
        Self::Reply,
        Self::Opinion,
        Self::Told,
        Self::Closing,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Suggestion => "代表建议专用纸",
            Self::Handover => "交办单",
            Self::Urging => "催办函",
            Self::Reply => "答复函",
            Self::Opinion => "征询意见表",
            Self::Told => "回访记录",
            Self::Referral => "告知单",
            Self::Closing => "办结单",
        }
    }

    /// The kinds of step that it is about; none = the whole matter.
    pub fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Handover => &["handed"],
            Self::Urging => &["chased"],
            Self::Referral => &["guided", "handed"],
            Self::Reply | Self::Opinion => &["replied"],
            Self::Suggestion | Self::Told | Self::Closing => &[],
        }
    }
}

/// Which paper of which matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "MatterPaperAsk"))]
pub struct Ask {
    /// The matter.
    pub id: String,
    /// The paper.
    pub kind: PaperKind,
    /// The step that it is about; none = the last one of its kind.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub step_id: Option<String>,
}

/// A paper of a matter.
///
/// # Errors
/// `Missing` when there is no such matter; `Problems` where the step is not yet taken that the paper is about.
pub fn document(db: Db<'_>, ask: &Ask, today: NaiveDate) -> Result<Document> {
    let case = case::load(db, &ask.id)?;
    let case = if ask.kind == PaperKind::Told { case } else { case.veiled() };
    let step = case.step(ask.step_id.as_deref(), ask.kind.steps());
    let document = made(db, (&case, step), (ask.kind, today))?;
    let round = step.and_then(|step| case.in_round(step)).map(|round| format!("（{round}）"));
    Ok(Document { title: format!("{}{}", document.title, round.unwrap_or_default()), ..document })
}

fn made(db: Db<'_>, (case, step): (&Case, Option<&Taken>), (kind, today): (PaperKind, NaiveDate)) -> Result<Document> {
    let named = named(case, kind, step);
    match kind {
        PaperKind::Suggestion => suggestion::form(db, case, named),
        PaperKind::Handover => {
            let act = Step::Handed.label(!case.is_suggestion());
            handover::slip(db, (case, taken(step, act)?), named)
        }
        PaperKind::Urging => Ok(urging::letter((case, taken(step, "催办")?), (&phone(db)?, named))),
        PaperKind::Reply => Ok(reply::frame((case, step), named)),
        PaperKind::Opinion => opinion::form(db, (case, step), named),
        PaperKind::Told => told::record(db, case, named),
        PaperKind::Referral => referral::slip((case, taken(step, "引导或转办")?), (&phone(db)?, named)),
        PaperKind::Closing => closing::slip(db, (case, today), named),
    }
}

/// 专用纸 with nothing on it, for deputies who write by hand: of motions, or of suggestions, criticism and opinions.
pub fn blank(db: Db<'_>, motion: bool) -> Result<Document> {
    suggestion::blank(db, motion)
}

/// The numbers that a paper bears, its own and that of its matter: printed ones are not given again.
///
/// # Errors
/// `Missing` when there is no such matter.
pub fn numbers_on(db: Db<'_>, ask: &Ask) -> Result<Vec<String>> {
    let case = case::load(db, &ask.id)?;
    let step = case.step(ask.step_id.as_deref(), ask.kind.steps()).filter(|s| offers::takes_number(ask.kind, &s.kind));
    Ok(step.and_then(|s| s.document.clone()).into_iter().chain(case.about.number).collect())
}

/// The step that is to be numbered before its paper leaves the program; none where the paper has a number, or takes none.
///
/// # Errors
/// `Missing` when there is no such matter.
pub fn to_number(db: Db<'_>, ask: &Ask) -> Result<Option<String>> {
    let case = case::load(db, &ask.id)?;
    let step = case.step(ask.step_id.as_deref(), ask.kind.steps()).filter(|s| offers::takes_number(ask.kind, &s.kind));
    Ok(step.filter(|s| s.document.is_none()).map(|s| s.id.clone()))
}

/// Name of the file, `交办单 JB-2026-001 机井水泵老化`, and the fact that the paper is about.
fn named(case: &Case, kind: PaperKind, step: Option<&Taken>) -> (String, FactRef) {
    let of_step = step.filter(|s| offers::takes_number(kind, &s.kind)).and_then(|s| s.document.as_deref());
    let number = of_step.or(case.about.number.as_deref());
    let name = says::joined(&[Some(&called(case, kind, step)), number, Some(&case.title())], " ");
    (name, FactRef { kind: "matter".to_owned(), id: case.about.id.clone() })
}

/// What a paper of this matter is called, with its round where there are several: 交办单（第二次办理）.
fn called(case: &Case, kind: PaperKind, step: Option<&Taken>) -> String {
    let round = step.and_then(|step| case.in_round(step)).map_or_else(String::new, |round| format!("（{round}）"));
    format!("{}{round}", title(case, kind, step))
}

fn title(case: &Case, kind: PaperKind, step: Option<&Taken>) -> &'static str {
    match kind {
        PaperKind::Suggestion if case.about.kind == "议案" => "代表议案专用纸",
        PaperKind::Handover if !case.is_suggestion() => "转办单",
        PaperKind::Referral if step.is_some_and(|s| s.kind == "handed") => "转办告知单",
        PaperKind::Referral => "引导告知单",
        _ => kind.name(),
    }
}

fn taken<'a>(step: Option<&'a Taken>, what: &str) -> Result<&'a Taken> {
    let message = format!("这件事还没有登记“{what}”，请先登记这一步，再打印。");
    step.ok_or_else(|| Error::Problems(vec![Problem::new("step_id", message)]))
}

/// Telephone of the station, where it says one.
fn phone(db: Db<'_>) -> Result<String> {
    Ok(crate::register::paper::load(db)?.board_phone.trim().to_owned())
}
