//! Entries of an editable list by hand.

use serde::{Deserialize, Serialize};

use super::checks::clear;
use super::{Saved, said};
use crate::code::edit::{find, last_place};
use crate::code::{COUNTED, Code, PERFORMANCE, list_label};
use crate::error::{Problem, Result};
use crate::store::{Db, Tx};

/// What the clerk types of a list's entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct CodeDraft {
    /// The entry that is corrected; none for a new one.
    pub id: Option<String>,
    /// Which list; that of a known entry stays.
    pub list: String,
    /// As shown and printed.
    pub label: String,
    /// Code in the national standard, or what the entry means.
    pub standard: Option<String>,
    /// No longer offered; still shown where used.
    pub hidden: bool,
    /// 履职类别 that it counts as, of a kind of activity, contact or deed.
    pub counts_as: Option<String>,
    /// Place in the list; 0 of a new one = the last.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub sort: i64,
}

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(db: Db<'_>, draft: &CodeDraft) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    let label = draft.label.trim();
    let list = list_label(&draft.list);
    if list.is_none() {
        found.push(Problem::new("list", "没有选字典，请选择要修改的字典。"));
    }
    if label.is_empty() {
        found.push(Problem::new("label", "没有名称，请填写。"));
    }
    if find(db, &draft.list, label)?.is_some_and(|other| draft.id.as_ref() != Some(&other.id)) {
        let list = list.unwrap_or_default();
        found.push(Problem::new("label", format!("“{list}”里已有“{label}”，请换一个名称，或修改原来的那一条。")));
    }
    if let Some(counts_as) = said(draft.counts_as.as_deref()) {
        let counted = db.get::<Code>(&counts_as)?;
        if counted.list != PERFORMANCE || !COUNTED.contains(&draft.list.as_str()) {
            let message = "只有活动类别、联系方式和实事类别能对应履职类别，请改正。";
            found.push(Problem::new("counts_as", message));
        }
    }
    Ok(found)
}

/// Saves an entry of a list: a new one of the station's own, or one that stands; its key never changes.
///
/// # Errors
/// `Problems` without a list or label, or where the list has that label already.
pub fn save(tx: &mut Tx<'_>, draft: &CodeDraft) -> Result<Saved> {
    let new = |id, created| Code { id, created, list: draft.list.clone(), ..Code::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    clear(problems(tx.db(), &CodeDraft { list: base.list.clone(), ..draft.clone() })?)?;
    let sort = match (&draft.id, draft.sort) {
        (None, 0) => last_place(tx.db(), &draft.list)? + 1,
        (_, sort) => sort,
    };
    let label = draft.label.trim().to_owned();
    let (standard, counts_as) = (said(draft.standard.as_deref()), said(draft.counts_as.as_deref()));
    let code = Code { label, standard, hidden: draft.hidden, counts_as, sort, ..base };
    tx.put(&code)?;
    Ok(Saved { id: code.id, number: None, label: format!("已保存字典条目 {}", code.label), writes: Vec::new() })
}

/// Hides an entry: it is no longer offered, and still shown where it was used. None is ever deleted.
pub fn hide(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let code: Code = tx.db().get(id)?;
    tx.update(&Code { hidden: true, ..code.clone() })?;
    Ok(Saved { id: code.id, number: None, label: format!("已停用字典条目 {}", code.label), writes: Vec::new() })
}

/// The draft of an entry that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<CodeDraft> {
    let c: Code = db.get(id)?;
    Ok(CodeDraft {
        id: Some(c.id),
        list: c.list,
        label: c.label,
        standard: c.standard,
        hidden: c.hidden,
        counts_as: c.counts_as,
        sort: c.sort,
    })
}
