//! Sets of the station's own are saved, chosen and voided.

use station_table::Look;

use super::{Body, RegisterSays, RegisterSet, SetLook, all, base, chosen};
use crate::error::{Error, Problem, Result};
use crate::register::look::{Around, RegisterLook, differences, own_columns};
use crate::register::shipped::Shipped;
use crate::store::{Db, Tx};

/// Setting that names the set in use.
pub(super) const IN_USE: &str = "register_set";

/// Widths that a column may have, in millimetres.
const WIDTHS: std::ops::RangeInclusive<f32> = 3.0..=200.0;

/// Everything that keeps a set from being saved.
///
/// # Errors
/// Those of the store.
pub fn problems(db: Db<'_>, set: &SetLook) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    let name = set.name.trim();
    if name.is_empty() {
        found.push(Problem::new("name", "没有写样式的名称，请填写，例如 本县十表。"));
    }
    for other in all(db)?.iter().filter(|other| Some(&other.id) != set.id.as_ref()) {
        if other.name == name {
            found.push(Problem::new("name", format!("已经有一种样式叫“{name}”，请换一个名称。")));
        }
    }
    if all(db)?.iter().any(|other| other.shipped && Some(&other.id) == set.id.as_ref()) {
        found.push(Problem::new("id", "随程序带来的样式不能改，请另存为本站的样式。"));
    }
    if set.registers.iter().all(|look| !look.shown) {
        found.push(Problem::new("registers", "一张台账也没有选，请至少选一张。"));
    }
    for (at, look) in set.registers.iter().enumerate() {
        if !look.key.is_empty() && set.registers[..at].iter().any(|other| other.key == look.key) {
            found.push(Problem::new("registers", format!("“{}”在样式里有两张，请去掉一张。", look.title)));
        }
        found.extend(
            register_problems(look)
                .into_iter()
                .map(|(field, why)| Problem::new(format!("registers.{at}.{field}"), why)),
        );
    }
    Ok(found)
}

fn register_problems(look: &RegisterLook) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let title = look.title.trim();
    if title.is_empty() {
        found.push(("title", "有一张台账没有标题，请填写。".to_owned()));
    }
    if !look.columns.iter().any(|c| !c.hidden && !c.boxed) {
        found.push(("columns", format!("“{title}”一列也不显示，请至少留一列。")));
    }
    for column in look.columns.iter().filter(|c| !c.hidden && !c.boxed && !WIDTHS.contains(&c.width)) {
        found.push(("columns", format!("“{title}”中“{}”的列宽应在3至200毫米之间，请改正。", column.label)));
    }
    let Some(own) = &look.own else { return found };
    let Ok(layout) = Shipped::of(own.based_on).and_then(Shipped::layout) else {
        found.push(("own", format!("“{title}”没有选以哪张表为底，请选择。")));
        return found;
    };
    if layout.look != Look::List || Shipped::is_report(layout.number) {
        found.push(("own", format!("“{title}”要以一张一行一条的表为底，请选表1、3、4、5、6、9或10。")));
    }
    let known = |key: &str| key.starts_with("own.") || layout.tables().flat_map(|t| &t.columns).any(|c| c.key == key);
    if own.filters.iter().any(|filter| !known(&filter.key)) {
        found.push(("own", format!("“{title}”的筛选用了这张表没有的列，请重新选择。")));
    }
    found
}

/// Saves a set of the station's own; its key.
///
/// # Errors
/// `Problems`, as [`problems`] finds them.
pub fn save(tx: &mut Tx<'_>, set: &SetLook) -> Result<String> {
    let problems = problems(tx.db(), set)?;
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let registers = set.registers.iter().map(|look| kept(tx, set, look)).collect::<Result<Vec<_>>>()?;
    // A register of the ten of which nothing is said, is not named.
    let silent = |says: &RegisterSays| *says == RegisterSays { key: says.key.clone(), ..RegisterSays::default() };
    let registers = registers.into_iter().filter(|says| !silent(says)).collect();
    put(tx, set.id.as_deref(), &set.name, &Body { spelling: set.spelling, registers })
}

fn kept(tx: &mut Tx<'_>, set: &SetLook, look: &RegisterLook) -> Result<RegisterSays> {
    let own = own_columns(tx.db())?;
    let key = if look.key.is_empty() { tx.hand.new_id() } else { look.key.clone() };
    let look = RegisterLook { key: key.clone(), ..look.clone() };
    let layout = base(&RegisterSays { key, own: look.own.clone(), ..RegisterSays::default() })?;
    differences(&layout, &look, &Around { own: &own, spelling: set.spelling })
}

/// Keeps a set under its name; its key.
pub(super) fn put(tx: &mut Tx<'_>, id: Option<&str>, name: &str, body: &Body) -> Result<String> {
    let bad = |e: serde_json::Error| Error::BadRow { what: "台账样式", detail: e.to_string() };
    let (name, body) = (name.trim().to_owned(), serde_json::to_string(body).map_err(bad)?);
    if let Some(id) = id {
        let old: RegisterSet = tx.db().get(id)?;
        tx.update(&RegisterSet { name, body, ..old })?;
        return Ok(id.to_owned());
    }
    let (id, created) = tx.fresh();
    let sort = tx.db().value(include_str!("../sql/next_set.sql"), [])?.unwrap_or(0);
    tx.insert(&RegisterSet { id: id.clone(), created, voided: None, name, body, sort })?;
    Ok(id)
}

/// Uses a set from now on; its name.
///
/// # Errors
/// `Problems` when there is no such set.
pub fn choose(tx: &mut Tx<'_>, id: &str) -> Result<String> {
    let set = chosen(tx.db(), Some(id))?;
    tx.set(IN_USE, &set.id)?;
    Ok(set.name)
}

/// Takes off a set; its name. The station that used it goes back to the ten.
///
/// # Errors
/// `Missing` when there is no such set of the station's own.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<String> {
    let set: RegisterSet = tx.db().get(id)?;
    tx.void::<RegisterSet>(id)?;
    Ok(set.name)
}
