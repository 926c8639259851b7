//! A suggestion, criticism or opinion that deputies raise themselves.

use serde::{Deserialize, Serialize};

use super::{Saved, Writes, is_day, said};
use crate::activity::edit::Who;
use crate::error::{Error, Problem, Result};
use crate::matter::edit::{Source, open, raise, steps};
use crate::matter::rules::Kind;
use crate::matter::{Matter, MatterDeputy, Raised, Step};
use crate::store::{Db, Tx};

/// What the clerk types of a suggestion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct MatterDraft {
    /// The matter that is corrected; none for a new one.
    pub id: Option<String>,
    /// 社情民意, 建议, 批评, 意见 or 议案.
    pub kind: String,
    /// 建议编号.
    pub number: Option<String>,
    /// 案由.
    pub title: Option<String>,
    /// 内容.
    pub words: Option<String>,
    /// 内容分类.
    pub category_id: Option<String>,
    /// 提出日期.
    pub submitted_on: String,
    /// 会议期间 or 闭会期间.
    pub period: Option<String>,
    /// 领衔代表: keys of persons.
    pub lead: Vec<String>,
    /// 附议代表: keys of persons.
    pub co: Vec<String>,
    /// 领衔代表 that the roster lacks.
    pub other_lead: Vec<String>,
    /// 附议代表 that the roster lacks.
    pub other_co: Vec<String>,
    /// 要求保密.
    pub confidential: bool,
    /// 备注.
    pub note: Option<String>,
}

/// Everything that keeps the draft from being saved.
pub fn problems(draft: &MatterDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if said(draft.title.as_deref()).is_none() && said(draft.words.as_deref()).is_none() {
        found.push(Problem::new("title", "没有写案由或内容，请至少填写一项。"));
    }
    if !is_day(&draft.submitted_on) {
        found.push(Problem::new("submitted_on", "没有提出日期，请填写，例如 2026-03-05。"));
    }
    if !["社情民意", "建议", "批评", "意见", "议案"].contains(&draft.kind.as_str()) {
        found.push(Problem::new("kind", "没有选类型，请选择建议、批评、意见或议案。"));
    }
    found
}

/// Saves a suggestion.
///
/// # Errors
/// `Problems` without title and words, without a date or a kind.
pub fn save(tx: &mut Tx<'_>, draft: &MatterDraft) -> Result<Saved> {
    let problems = problems(draft);
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let id = put_matter(tx, draft)?;
    set_deputies(tx, &id, &deputies(draft))?;
    link_to_lead(tx, &id, draft)?;
    let title = said(draft.title.as_deref()).or_else(|| said(draft.words.as_deref())).unwrap_or_default();
    let writes = vec![Writes { register: "表10".to_owned(), label: "建议办理".to_owned() }];
    Ok(Saved { id, number: draft.number.clone(), label: format!("已保存{}：{title}", draft.kind), writes })
}

fn put_matter(tx: &mut Tx<'_>, draft: &MatterDraft) -> Result<String> {
    let old: Option<Matter> = draft.id.as_deref().map(|id| tx.db().get(id)).transpose()?;
    let known = old.is_some();
    let base = old.unwrap_or_else(|| {
        let (id, created) = tx.fresh();
        Matter { id, created, ..Matter::default() }
    });
    let d = draft.clone();
    let matter = Matter {
        kind: d.kind,
        number: said(d.number.as_deref()),
        title: said(d.title.as_deref()),
        words: said(d.words.as_deref()),
        category_id: d.category_id,
        submitted_on: Some(d.submitted_on.clone()),
        period: d.period,
        confidential: d.confidential,
        note: said(d.note.as_deref()),
        ..base
    };
    if known {
        tx.update(&matter)?;
        move_recording(tx, &matter.id, &d.submitted_on)?;
    } else {
        open(tx, &matter, &d.submitted_on)?;
    }
    Ok(matter.id)
}

fn move_recording(tx: &mut Tx<'_>, matter_id: &str, day: &str) -> Result<()> {
    match steps(tx.db(), matter_id)?.into_iter().find(|s| s.kind == Kind::Recorded.key() && s.happened_on != day) {
        Some(old) => tx.update(&Step { happened_on: day.to_owned(), ..old }),
        None => Ok(()),
    }
}

/// A deputy of a matter, and as what.
pub type Role = (Who, &'static str);

fn deputies(draft: &MatterDraft) -> Vec<Role> {
    let persons = |ids: &[String], role| ids.iter().cloned().map(move |id| (Who::Person(id), role)).collect::<Vec<_>>();
    let names = |names: &[String], role| {
        names.iter().filter_map(|n| said(Some(n))).map(move |n| (Who::Name(n), role)).collect::<Vec<_>>()
    };
    [
        persons(&draft.lead, "领衔"),
        names(&draft.other_lead, "领衔"),
        persons(&draft.co, "附议"),
        names(&draft.other_co, "附议"),
    ]
    .concat()
}

/// Says which deputies a matter belongs to, replacing what was said before where it differs.
pub fn set_deputies(tx: &mut Tx<'_>, matter_id: &str, deputies: &[Role]) -> Result<()> {
    let old: Vec<MatterDeputy> = tx.db().having("matter_id", matter_id)?;
    let same = |d: &MatterDeputy, (who, role): &Role| {
        (d.person_id.clone(), d.name.clone()) == who.columns() && d.role == *role
    };
    for gone in old.iter().filter(|d| !deputies.iter().any(|new| same(d, new))) {
        tx.void::<MatterDeputy>(&gone.id)?;
    }
    for (sort, new) in (0_i64..).zip(deputies) {
        match old.iter().find(|d| same(d, new)) {
            Some(kept) if kept.sort == sort => {}
            Some(kept) => tx.update(&MatterDeputy { sort, ..kept.clone() })?,
            None => {
                let (id, created) = tx.fresh();
                let (person_id, name) = new.0.columns();
                let (matter_id, role) = (matter_id.to_owned(), new.1.to_owned());
                tx.insert(&MatterDeputy { id, created, voided: None, matter_id, person_id, name, role, sort })?;
            }
        }
    }
    Ok(())
}

/// A suggestion is raised by the deputy who leads it, so that telling can name whom.
fn link_to_lead(tx: &mut Tx<'_>, matter_id: &str, draft: &MatterDraft) -> Result<()> {
    let raised: Vec<Raised> = tx.db().having("matter_id", matter_id)?;
    match draft.lead.first() {
        Some(lead) if raised.is_empty() => raise(tx, matter_id, Source::Deputy(lead.clone()), 0).map(drop),
        _ => Ok(()),
    }
}

/// The draft of a matter that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<MatterDraft> {
    let m: Matter = db.get(id)?;
    let deputies: Vec<MatterDeputy> = db.all(include_str!("sql/matter_deputies.sql"), [id])?;
    let persons = |role: &str| deputies.iter().filter(|d| d.role == role).filter_map(|d| d.person_id.clone()).collect();
    let names = |role: &str| deputies.iter().filter(|d| d.role == role).filter_map(|d| d.name.clone()).collect();
    let recorded = steps(db, id)?.into_iter().find(|s| s.kind == Kind::Recorded.key());
    Ok(MatterDraft {
        lead: persons("领衔"),
        co: persons("附议"),
        other_lead: names("领衔"),
        other_co: names("附议"),
        id: Some(m.id),
        kind: m.kind,
        number: m.number,
        title: m.title,
        words: m.words,
        category_id: m.category_id,
        submitted_on: m.submitted_on.or_else(|| recorded.map(|s| s.happened_on)).unwrap_or_default(),
        period: m.period,
        confidential: m.confidential,
        note: m.note,
    })
}
