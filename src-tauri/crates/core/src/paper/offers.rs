//! Which papers make sense for a matter now, and why the others do not.

use serde::{Deserialize, Serialize};

use super::PaperKind;
use super::case::{self, Case, Taken};
use crate::error::Result;
use crate::matter::rules::Kind as Step;
use crate::store::Db;
use crate::text::numeral;

/// A paper as the print menu offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PaperOffer {
    /// Which.
    pub kind: PaperKind,
    /// What it is called, and which step it is about: 交办单（第二次办理）　镇水利站.
    pub label: String,
    /// The step that it is about.
    pub step_id: Option<String>,
    /// Its own number, where it was given one.
    pub number: Option<String>,
    /// Whether it takes a number of its own, which it is given when it is printed or exported.
    pub numbered: bool,
    /// Whether it makes sense now.
    pub ready: bool,
    /// Why, or why not yet: one sentence.
    pub reason: String,
}

/// Whether a paper about a kind of step has a number of its own: 转办告知单 goes with 转办单 and has none.
pub(super) fn takes_number(kind: PaperKind, step: &str) -> bool {
    match kind {
        PaperKind::Handover | PaperKind::Urging => true,
        PaperKind::Referral => step == "guided",
        _ => false,
    }
}

/// The papers of a matter, those that make sense first.
///
/// # Errors
/// `Missing` when there is no such matter.
pub fn of_matter(db: Db<'_>, matter_id: &str) -> Result<Vec<PaperOffer>> {
    let case = case::load(db, matter_id)?;
    let mut offers: Vec<PaperOffer> = PaperKind::ALL.into_iter().flat_map(|kind| of_kind(&case, kind)).collect();
    offers.sort_by_key(|offer| !offer.ready);
    Ok(offers)
}

fn of_kind(case: &Case, kind: PaperKind) -> Vec<PaperOffer> {
    let has = |kinds: &[&str]| case.step(None, kinds).is_some();
    let voters = !case.voters.is_empty();
    let act = Step::Handed.label(!case.is_suggestion());
    match kind {
        PaperKind::Suggestion if case.is_suggestion() => vec![whole(kind, Ok("由代表签名后交主席团。"))],
        PaperKind::Suggestion if has(&["taken_up"]) => vec![whole(kind, Ok("已形成代表建议，请代表填写签名。"))],
        PaperKind::Suggestion => vec![whole(kind, Err("社情民意没有形成代表建议，不用专用纸。"))],
        PaperKind::Handover => each(case, kind, &format!("还没有{act}，请先登记{act}。")),
        PaperKind::Urging => each(case, kind, "还没有催办，请先登记催办。"),
        PaperKind::Referral if voters => each(case, kind, "还没有引导或转办，请先登记。"),
        PaperKind::Referral => Vec::new(),
        PaperKind::Reply if has(&["handed"]) => replies(case, kind, &format!("已{act}，供承办单位答复用。")),
        PaperKind::Reply => vec![whole(kind, Err(&format!("还没有{act}，没有承办单位。")))],
        PaperKind::Opinion if has(&["replied"]) => replies(case, kind, "已答复，请征询意见。"),
        PaperKind::Opinion => vec![whole(kind, Err("还没有答复，请先登记答复。"))],
        PaperKind::Told if !voters => Vec::new(),
        PaperKind::Told if has(&["replied", "told", "answered", "guided"]) => {
            vec![whole(kind, Ok("登记了回访的按登记印出，其余留空填写；仅限站内留存。"))]
        }
        PaperKind::Told => vec![whole(kind, Err("还没有答复，可在答复后回访。"))],
        PaperKind::Closing if case.is_closed() => vec![whole(kind, Ok("已办结，归档用。"))],
        PaperKind::Closing => vec![whole(kind, Err("还没有办结；现在印出的是办理中的情况。"))],
    }
}

fn whole(kind: PaperKind, says: std::result::Result<&str, &str>) -> PaperOffer {
    let (ready, reason) = says.map_or_else(|why| (false, why), |why| (true, why));
    PaperOffer {
        kind,
        label: kind.name().to_owned(),
        step_id: None,
        number: None,
        numbered: false,
        ready,
        reason: reason.to_owned(),
    }
}

/// One for each step that it may be about.
fn each(case: &Case, kind: PaperKind, none: &str) -> Vec<PaperOffer> {
    let steps: Vec<&Taken> = case.steps.iter().filter(|s| kind.steps().contains(&s.kind.as_str())).collect();
    if steps.is_empty() {
        return vec![whole(kind, Err(none))];
    }
    let offer = |step: &&Taken| {
        let numbered = takes_number(kind, &step.kind);
        let title = super::called(case, kind, Some(step));
        let times = step.level.filter(|_| kind == PaperKind::Urging).map(|level| format!("第{}次", numeral(level)));
        let open = (step.kind == "handed").then_some("单位待补");
        let about =
            [step.unit.as_deref().or(open), times.as_deref()].into_iter().flatten().map(|about| format!("　{about}"));
        let about: String = about.collect();
        PaperOffer {
            label: format!("{title}{about}"),
            step_id: Some(step.id.clone()),
            number: step.document.clone().filter(|_| numbered),
            numbered,
            reason: format!("{}登记。", step.happened_on),
            ..whole(kind, Ok(""))
        }
    };
    steps.iter().map(offer).collect()
}

/// One for each reply, the newest; or the empty frame where there is none.
fn replies(case: &Case, kind: PaperKind, reason: &str) -> Vec<PaperOffer> {
    let mut offers = each(case, kind, "");
    for offer in &mut offers {
        offer.ready = true;
        reason.clone_into(&mut offer.reason);
    }
    offers
}
