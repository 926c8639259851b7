//! A group is known by its name without 代表小组, and made under the name that a file gives.

use super::Team;
use crate::error::Result;
use crate::store::Tx;

/// The short name of a group: `鼓楼代表小组` is 鼓楼.
pub fn group_name(written: &str) -> String {
    let plain: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    let short = ["人大代表小组", "代表小组", "小组"].iter().find_map(|tail| plain.strip_suffix(tail));
    short.filter(|name| !name.is_empty()).unwrap_or(&plain).to_owned()
}

/// The key of the group or delegation (`kind`) of that name; made when the store lacks it.
pub fn find_or_add(tx: &mut Tx<'_>, kind: &str, written: &str) -> Result<String> {
    let name = if kind == "group" { group_name(written) } else { written.to_owned() };
    if let Some(team) = tx.db().first::<Team>(include_str!("sql/find.sql"), [kind, &name])? {
        return Ok(team.id);
    }
    let (id, created) = tx.fresh();
    tx.insert(&Team { id: id.clone(), created, kind: kind.to_owned(), name, ..Team::default() })?;
    Ok(id)
}
