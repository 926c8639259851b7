//! A visit to a constituency.

use serde::{Deserialize, Serialize};

use super::checks::{clear, counts, deputies, need_day};
use super::opinion::{self, Day, OpinionDraft};
use super::{Saved, late, performed, said, writes};
use crate::campaign;
use crate::constituency::Constituency;
use crate::contact::{ConstituencyVisit, ConstituencyVisitDeputy};
use crate::error::{Problem, Result};
use crate::matter::edit::{Source, raised_by, withdraw};
use crate::person::joined::{self, Who};
use crate::store::{Db, Tx};

/// What the clerk types of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ConstituencyVisitDraft {
    /// The visit that is corrected; none for a new one.
    pub id: Option<String>,
    /// 选区.
    pub constituency_id: String,
    /// 日期.
    pub happened_on: String,
    /// 代表: keys of persons.
    pub deputies: Vec<String>,
    /// 代表 whom the roster lacks, by name.
    pub other_deputies: Vec<String>,
    /// 走访村组.
    pub places: Option<String>,
    /// 走访户数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub households: Option<i64>,
    /// 座谈人数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub people: Option<i64>,
    /// 收集意见条数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub opinion_count: Option<i64>,
    /// 解决条数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub settled: Option<i64>,
    /// 走访情况.
    pub content: Option<String>,
    /// What was raised and becomes matters; one that the draft no longer has is voided.
    pub opinions: Vec<OpinionDraft>,
    /// 专项活动 that it belongs to.
    pub campaigns: Vec<String>,
    /// 备注.
    pub note: Option<String>,
    /// 补录: why it is entered late.
    pub late_reason: Option<String>,
}

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &ConstituencyVisitDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if draft.constituency_id.is_empty() {
        found.push(Problem::new("constituency_id", "没有选选区，请选择。"));
    }
    need_day(&mut found, ("happened_on", "日期"), &draft.happened_on);
    deputies(&mut found, &draft.deputies, &draft.other_deputies);
    let sums = [
        ("households", "走访户数", draft.households),
        ("people", "座谈人数", draft.people),
        ("opinion_count", "收集意见条数", draft.opinion_count),
        ("settled", "解决条数", draft.settled),
    ];
    counts(&mut found, 0, &sums);
    opinion::problems(&mut found, &draft.opinions);
    found
}

/// Saves a visit to a constituency; says where it shows up.
///
/// # Errors
/// `Problems` without a constituency, a date or a deputy, or where something cannot be true.
pub fn save(tx: &mut Tx<'_>, draft: &ConstituencyVisitDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let new = |id, created| ConstituencyVisit { id, created, ..ConstituencyVisit::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let was = draft.id.as_ref().map(|_| base.happened_on.clone());
    let visit = visit(tx, draft.clone(), base);
    tx.put(&visit)?;
    joined::set::<ConstituencyVisitDeputy>(tx, &visit.id, &Who::all(&draft.deputies, &draft.other_deputies))?;
    let day = Day { is: &visit.happened_on, was: was.as_deref() };
    opinion::set(tx, &Source::ConstituencyVisit(visit.id.clone()), (&draft.opinions, day))?;
    campaign::edit::set(tx, ("constituency_visit", &visit.id), &draft.campaigns)?;
    let writes =
        [writes(&[7], "走访选区"), performed(draft.deputies.len()), opinion::written(&draft.opinions)].concat();
    Ok(Saved {
        label: format!("已保存走访选区 {}", called(tx.db(), &visit)?), id: visit.id, number: None, writes
    })
}

/// Voids a visit to a constituency with what was raised in it only.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let visit: ConstituencyVisit = tx.db().get(id)?;
    for raised in raised_by(tx.db(), &Source::ConstituencyVisit(id.to_owned()))? {
        withdraw(tx, &raised)?;
    }
    tx.void::<ConstituencyVisit>(id)?;
    let label = format!("已作废走访选区 {}", called(tx.db(), &visit)?);
    Ok(Saved { id: visit.id, number: None, label, writes: Vec::new() })
}

/// Date and constituency.
fn called(db: Db<'_>, visit: &ConstituencyVisit) -> Result<String> {
    let constituency: Constituency = db.get(&visit.constituency_id)?;
    Ok(format!("{} 第{}选区", visit.happened_on, constituency.number))
}

fn visit(tx: &Tx<'_>, d: ConstituencyVisitDraft, base: ConstituencyVisit) -> ConstituencyVisit {
    let text = |t: Option<String>| said(t.as_deref());
    let (late_on, late_reason) = late(tx, base.late_on.as_deref(), d.late_reason.as_deref());
    ConstituencyVisit {
        constituency_id: d.constituency_id,
        happened_on: d.happened_on,
        places: text(d.places),
        households: d.households,
        people: d.people,
        opinions: d.opinion_count,
        settled: d.settled,
        content: text(d.content),
        note: text(d.note),
        late_on,
        late_reason,
        ..base
    }
}

/// The draft of a visit that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<ConstituencyVisitDraft> {
    let v: ConstituencyVisit = db.get(id)?;
    let (deputies, other_deputies) = joined::split(&joined::of::<ConstituencyVisitDeputy>(db, id)?);
    Ok(ConstituencyVisitDraft {
        deputies,
        other_deputies,
        opinions: opinion::of(db, &Source::ConstituencyVisit(id.to_owned()))?,
        campaigns: campaign::edit::of(db, ("constituency_visit", id))?,
        id: Some(v.id),
        constituency_id: v.constituency_id,
        happened_on: v.happened_on,
        places: v.places,
        households: v.households,
        people: v.people,
        opinion_count: v.opinions,
        settled: v.settled,
        content: v.content,
        note: v.note,
        late_reason: v.late_reason,
    })
}
