//! A text that is used again, by hand.

use serde::{Deserialize, Serialize};

use super::Saved;
use super::checks::clear;
use crate::error::{Problem, Result};
use crate::phrase::edit::last_place;
use crate::phrase::{Phrase, list_label};
use crate::store::Tx;

/// What the clerk types of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct PhraseDraft {
    /// The text that is corrected; none for a new one.
    pub id: Option<String>,
    /// Where it is offered: `reply`.
    pub list: String,
    /// What it is called.
    pub title: String,
    /// The text, with fields in braces.
    pub body: String,
    /// Place in its list; 0 of a new one = the last.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub sort: i64,
}

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &PhraseDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if list_label(&draft.list).is_none() {
        found.push(Problem::new("list", "没有选用在哪里，请选择，例如 答复。"));
    }
    if draft.title.trim().is_empty() {
        found.push(Problem::new("title", "没有名称，请填写，例如 当场答复。"));
    }
    if draft.body.trim().is_empty() {
        found.push(Problem::new("body", "没有内容，请填写。"));
    }
    found
}

/// Saves a text.
///
/// # Errors
/// `Problems` without a list, a name or words.
pub fn save(tx: &mut Tx<'_>, draft: &PhraseDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let new = |id, created| Phrase { id, created, ..Phrase::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let sort = match (&draft.id, draft.sort) {
        (None, 0) => last_place(tx.db(), &draft.list)? + 1,
        (_, sort) => sort,
    };
    let (title, body) = (draft.title.trim().to_owned(), draft.body.trim().to_owned());
    let phrase = Phrase { list: draft.list.clone(), title, body, sort, ..base };
    tx.put(&phrase)?;
    Ok(Saved { id: phrase.id, number: None, label: format!("已保存常用语 {}", phrase.title), writes: Vec::new() })
}

/// A text is no longer offered.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let phrase: Phrase = tx.db().get(id)?;
    tx.void::<Phrase>(id)?;
    Ok(Saved { id: phrase.id, number: None, label: format!("已作废常用语 {}", phrase.title), writes: Vec::new() })
}
