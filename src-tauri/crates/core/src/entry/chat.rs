//! A 微信群, with the deputies in charge.

use serde::{Deserialize, Serialize};

use super::checks::{clear, counts};
use super::{Saved, said, village};
use crate::chat::{ChatGroup, ChatGroupDeputy};
use crate::error::{Problem, Result};
use crate::person::joined::{self, Who};
use crate::place;
use crate::store::{Db, Tx};

/// What the clerk types of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ChatGroupDraft {
    /// The group that is corrected; none for a new one.
    pub id: Option<String>,
    /// 群名.
    pub name: String,
    /// 片区或村, as typed; made when the store lacks it.
    pub area: Option<String>,
    /// 人数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub members: Option<i64>,
    /// 负责代表: keys of persons.
    pub deputies: Vec<String>,
    /// 负责代表 whom the roster lacks, by name.
    pub other_deputies: Vec<String>,
    /// 备注.
    pub note: Option<String>,
    /// Place in the list.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub sort: i64,
}

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &ChatGroupDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if draft.name.trim().is_empty() {
        found.push(Problem::new("name", "没有写群名，请填写。"));
    }
    counts(&mut found, 0, &[("members", "人数", draft.members)]);
    found
}

/// Saves a group.
///
/// # Errors
/// `Problems` without a name.
pub fn save(tx: &mut Tx<'_>, draft: &ChatGroupDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let base = tx.known_or(draft.id.as_deref(), |id, created| ChatGroup { id, created, ..ChatGroup::default() })?;
    let place_id = said(draft.area.as_deref()).map(|v| place::edit::find_or_add(tx, &v)).transpose()?;
    let (name, note) = (draft.name.trim().to_owned(), said(draft.note.as_deref()));
    let group = ChatGroup { name, place_id, members: draft.members, note, sort: draft.sort, ..base };
    tx.put(&group)?;
    joined::set::<ChatGroupDeputy>(tx, &group.id, &Who::all(&draft.deputies, &draft.other_deputies))?;
    Ok(Saved { label: format!("已保存微信群 {}", group.name), id: group.id, number: None, writes: Vec::new() })
}

/// Voids a group; receptions that came out of it still name it.
///
/// # Errors
/// `Missing` where there is none.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let group: ChatGroup = tx.db().get(id)?;
    tx.void::<ChatGroup>(id)?;
    Ok(Saved { label: format!("已作废微信群 {}", group.name), id: group.id, number: None, writes: Vec::new() })
}

/// The draft of a group that stands.
///
/// # Errors
/// `Missing` where there is none.
pub fn load(db: Db<'_>, id: &str) -> Result<ChatGroupDraft> {
    let group: ChatGroup = db.get(id)?;
    let (deputies, other_deputies) = joined::split(&joined::of::<ChatGroupDeputy>(db, id)?);
    let area = village(db, group.place_id.as_deref())?;
    let ChatGroup { id, name, members, note, sort, .. } = group;
    Ok(ChatGroupDraft { id: Some(id), name, area, members, deputies, other_deputies, note, sort })
}
