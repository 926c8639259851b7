//! 选区 by hand: number, places, people, seats, group, what it is like.

use serde::{Deserialize, Serialize};

use super::checks::{clear, counts, one_of};
use super::{Saved, said, writes};
use crate::constituency::edit::{places_text, set_places};
use crate::constituency::{Constituency, KINDS};
use crate::deputy::Mandate;
use crate::error::{Error, Problem, Result};
use crate::store::{Db, Tx};

/// What the clerk types of a constituency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DistrictDraft {
    /// The constituency that is corrected; none for a new one.
    pub id: Option<String>,
    /// 选区编号.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub number: i64,
    /// 选区名称.
    pub name: Option<String>,
    /// 居住 or 单位 (选举法 art. 25).
    pub kind: Option<String>,
    /// 所含村组, as written: 长垣村1—4组、东关村.
    pub places: Option<String>,
    /// 总人口.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub population: Option<i64>,
    /// 选民数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub voters: Option<i64>,
    /// 应选代表名额 (选举法 art. 25: one to three).
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub seats: Option<i64>,
    /// 代表小组.
    pub team_id: Option<String>,
    /// 主席团联系成员.
    pub presidium_contact_id: Option<String>,
    /// 选区基本情况.
    pub situation: Option<String>,
    /// 主要民生问题清单.
    pub concerns: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(db: Db<'_>, draft: &DistrictDraft) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    if draft.number < 1 {
        found.push(Problem::new("number", "没有选区编号，请填写，例如 3。"));
    }
    let old: Option<Constituency> = draft.id.as_deref().map(|id| db.get(id)).transpose()?;
    let term_id = old.and_then(|c| c.term_id);
    let same: Vec<Constituency> = db.all(include_str!("sql/districts_numbered.sql"), (draft.number, term_id))?;
    if same.iter().any(|other| draft.id.as_ref() != Some(&other.id)) {
        found.push(Problem::new("number", format!("已有第{}选区，请打开它修改。", draft.number)));
    }
    one_of(&mut found, ("kind", "选区类型"), draft.kind.as_deref(), &KINDS);
    let sums = [
        ("population", "总人口", draft.population),
        ("voters", "选民数", draft.voters),
        ("seats", "应选代表名额", draft.seats),
    ];
    counts(&mut found, 0, &sums);
    Ok(found)
}

/// Saves a constituency.
///
/// # Errors
/// `Problems` without a number, or when another one has it.
pub fn save(tx: &mut Tx<'_>, draft: &DistrictDraft) -> Result<Saved> {
    clear(problems(tx.db(), draft)?)?;
    let base =
        tx.known_or(draft.id.as_deref(), |id, created| Constituency { id, created, ..Constituency::default() })?;
    let text = |t: &Option<String>| said(t.as_deref());
    let constituency = Constituency {
        number: draft.number,
        name: text(&draft.name),
        kind: text(&draft.kind),
        population: draft.population,
        voters: draft.voters,
        seats: draft.seats,
        team_id: draft.team_id.clone(),
        presidium_contact_id: draft.presidium_contact_id.clone(),
        situation: text(&draft.situation),
        concerns: text(&draft.concerns),
        note: text(&draft.note),
        ..base
    };
    tx.put(&constituency)?;
    set_places(tx, &constituency.id, draft.places.as_deref().unwrap_or_default())?;
    let label = format!("已保存第{}选区", constituency.number);
    Ok(Saved { id: constituency.id, number: None, label, writes: writes(&[7], "选区登记") })
}

/// Voids a constituency.
///
/// # Errors
/// `Problems` while a deputy holds a seat of it.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let constituency: Constituency = tx.db().get(id)?;
    if !tx.db().having::<Mandate>("constituency_id", id)?.is_empty() {
        let message = "还有代表在这个选区任职，请先改正他们的选区。";
        return Err(Error::Problems(vec![Problem::new("id", message)]));
    }
    tx.void::<Constituency>(id)?;
    let label = format!("已作废 第{}选区", constituency.number);
    Ok(Saved { id: constituency.id, number: None, label, writes: Vec::new() })
}

/// The draft of a constituency that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<DistrictDraft> {
    let c: Constituency = db.get(id)?;
    Ok(DistrictDraft {
        places: said(Some(&places_text(db, id)?)),
        id: Some(c.id),
        number: c.number,
        name: c.name,
        kind: c.kind,
        population: c.population,
        voters: c.voters,
        seats: c.seats,
        team_id: c.team_id,
        presidium_contact_id: c.presidium_contact_id,
        situation: c.situation,
        concerns: c.concerns,
        note: c.note,
    })
}
