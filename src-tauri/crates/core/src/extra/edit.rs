//! Columns of the station's own are made and changed; a fact's values in them are read and set.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use station_table::PartialDate;

use super::{KINDS, OwnColumn, OwnValue};
use crate::error::{Error, Problem, Result};
use crate::store::{Db, Tx};

/// What a column may hold.
const TYPES: [&str; 6] = ["text", "number", "money", "date", "yes_no", "choice"];

/// What the clerk says of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct OwnColumnDraft {
    /// The column that is corrected; none for a new one.
    pub id: Option<String>,
    /// Which facts have it, one of [`KINDS`].
    pub fact_kind: String,
    /// Heading.
    pub label: String,
    /// text, number, money, date, yes_no or choice.
    #[cfg_attr(feature = "bindings", ts(type = "'text' | 'number' | 'money' | 'date' | 'yes_no' | 'choice'"))]
    pub r#type: String,
    /// Of a choice: what may be chosen.
    pub choices: Vec<String>,
}

/// What a fact has in one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OwnSays {
    /// The column.
    pub column_id: String,
    /// Its heading.
    pub label: String,
    /// text, number, money, date, yes_no or choice.
    #[cfg_attr(feature = "bindings", ts(type = "'text' | 'number' | 'money' | 'date' | 'yes_no' | 'choice'"))]
    pub r#type: String,
    /// Of a choice: what may be chosen.
    pub choices: Vec<String>,
    /// As the store keeps it: text, a date, whole 分, 1 or 0; none = nothing said.
    pub value: Option<String>,
}

/// The columns of a kind of fact, or all of them, in their order.
pub fn columns(db: Db<'_>, fact_kind: Option<&str>) -> Result<Vec<OwnColumn>> {
    db.all(include_str!("sql/columns.sql"), [fact_kind])
}

/// The column as a form shows it.
pub fn draft(column: OwnColumn) -> OwnColumnDraft {
    let choices = choices_of(&column);
    let OwnColumn { id, fact_kind, label, r#type, .. } = column;
    OwnColumnDraft { id: Some(id), fact_kind, label, r#type, choices }
}

fn choices_of(column: &OwnColumn) -> Vec<String> {
    column.choices.as_deref().unwrap_or_default().split('、').filter(|c| !c.is_empty()).map(str::to_owned).collect()
}

/// Everything that keeps a column from being saved.
pub fn problems(db: Db<'_>, draft: &OwnColumnDraft) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    let label = draft.label.trim();
    if label.is_empty() {
        found.push(Problem::new("label", "没有写列名，请填写。"));
    }
    if !KINDS.iter().any(|(kind, _)| *kind == draft.fact_kind) {
        found.push(Problem::new("fact_kind", "没有选这一列属于哪种记录，请选择代表、活动、接待等。"));
    }
    if !TYPES.contains(&draft.r#type.as_str()) {
        found.push(Problem::new("type", "没有选这一列填什么，请选择文字、数字、日期等。"));
    }
    if draft.r#type == "choice" && chosen_from(draft).is_none() {
        found.push(Problem::new("choices", "选项一个也没有写，请至少写两个。"));
    }
    let others = columns(db, Some(&draft.fact_kind))?;
    if others.iter().any(|o| o.label == label && Some(&o.id) != draft.id.as_ref()) {
        found.push(Problem::new("label", format!("已经有一列叫“{label}”，请换一个列名。")));
    }
    if let Some(old) = others.iter().find(|o| Some(&o.id) == draft.id.as_ref())
        && old.r#type != draft.r#type
        && !db.column::<String>(include_str!("sql/values.sql"), [&old.id])?.is_empty()
    {
        found.push(Problem::new("type", "这一列已经填过内容，不能改变填写的种类，请另建一列。"));
    }
    Ok(found)
}

fn chosen_from(draft: &OwnColumnDraft) -> Option<String> {
    let said: Vec<&str> = draft.choices.iter().map(|c| c.trim()).filter(|c| !c.is_empty()).collect();
    (!said.is_empty()).then(|| said.join("、"))
}

/// Saves a column; its key.
///
/// # Errors
/// `Problems` without label, kind or type; with a label that another column has; when values of another type are there.
pub fn save(tx: &mut Tx<'_>, draft: &OwnColumnDraft) -> Result<String> {
    let problems = problems(tx.db(), draft)?;
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let choices = chosen_from(draft).filter(|_| draft.r#type == "choice");
    let (label, r#type) = (draft.label.trim().to_owned(), draft.r#type.clone());
    if let Some(id) = &draft.id {
        let old: OwnColumn = tx.db().get(id)?;
        tx.update(&OwnColumn { label, r#type, choices, ..old })?;
        return Ok(id.clone());
    }
    let (id, created) = tx.fresh();
    let fact_kind = draft.fact_kind.clone();
    let sort = tx.db().value(include_str!("sql/next_sort.sql"), [&fact_kind])?.unwrap_or(0);
    tx.insert(&OwnColumn { id: id.clone(), created, voided: None, fact_kind, label, r#type, choices, sort })?;
    Ok(id)
}

/// Takes a column off; its values stay with it and come back with it. The column's heading.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<String> {
    let column: OwnColumn = tx.db().get(id)?;
    tx.void::<OwnColumn>(id)?;
    Ok(column.label)
}

/// What a fact has in every column of its kind, in the order of the columns.
pub fn of(db: Db<'_>, (kind, id): (&str, &str)) -> Result<Vec<OwnSays>> {
    #[derive(Deserialize)]
    struct Kept {
        #[serde(flatten)]
        column: OwnColumn,
        value: Option<String>,
    }
    let kept: Vec<Kept> = db.all(include_str!("sql/of.sql"), [kind, id])?;
    let says = |Kept { column, value }| {
        let choices = choices_of(&column);
        let OwnColumn { id: column_id, label, r#type, .. } = column;
        OwnSays { column_id, label, r#type, choices, value }
    };
    Ok(kept.into_iter().map(says).collect())
}

/// Sets what a fact has in the columns named by key (with or without `own.` before it); nothing said clears one. The
/// values are as the store keeps them.
///
/// # Errors
/// `Problems` (field `own.<key>`) where there is no such column of that kind, or a value is not of its type.
pub fn set(tx: &mut Tx<'_>, (kind, id): (&str, &str), values: &BTreeMap<String, Option<String>>) -> Result<()> {
    let known = columns(tx.db(), Some(kind))?;
    let mut problems = Vec::new();
    for (key, value) in values {
        let key = key.trim_start_matches("own.");
        let value = value.as_deref().map(str::trim).filter(|v| !v.is_empty());
        match known.iter().find(|c| c.id == key) {
            None => problems.push(Problem::new(format!("own.{key}"), "这一列已不存在，请刷新后再填。")),
            Some(column) => match value.map_or(Ok(()), |v| check(column, v)) {
                Err(why) => problems.push(Problem::new(column.key(), why)),
                Ok(()) => put(tx, column, id, value)?,
            },
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Problems(problems)) }
}

fn check(column: &OwnColumn, value: &str) -> std::result::Result<(), String> {
    let label = &column.label;
    let choices = column.choices.as_deref().unwrap_or_default();
    let (right, how) = match column.r#type.as_str() {
        "number" => (value.parse::<i64>().is_ok(), "整数".to_owned()),
        "money" => (value.parse::<i64>().is_ok(), "金额".to_owned()),
        "date" => (value.parse::<PartialDate>().is_ok(), "日期，例如 2026-03-05".to_owned()),
        "yes_no" => (["0", "1"].contains(&value), "是或否".to_owned()),
        "choice" => (choices.split('、').any(|c| c == value), format!("{choices}中的一个")),
        _ => (true, String::new()),
    };
    if right { Ok(()) } else { Err(format!("“{label}”应填{how}，现在是“{value}”，请改正。")) }
}

fn put(tx: &mut Tx<'_>, column: &OwnColumn, fact_id: &str, value: Option<&str>) -> Result<()> {
    let old: Option<OwnValue> = tx.db().first(include_str!("sql/value.sql"), [&column.id, fact_id])?;
    match (old, value) {
        (Some(old), Some(value)) => tx.update(&OwnValue { voided: None, value: value.to_owned(), ..old }),
        (Some(old), None) => tx.void::<OwnValue>(&old.id),
        (None, Some(value)) => {
            let (id, created) = tx.fresh();
            let (own_column_id, fact_kind) = (column.id.clone(), column.fact_kind.clone());
            let (fact_id, value) = (fact_id.to_owned(), value.to_owned());
            tx.insert(&OwnValue { id, created, voided: None, own_column_id, fact_kind, fact_id, value })
        }
        (None, None) => Ok(()),
    }
}

/// What facts have in a column, by key of the fact.
pub(crate) fn values(db: Db<'_>, column_id: &str) -> Result<BTreeMap<String, String>> {
    #[derive(Deserialize)]
    struct Kept {
        id: String,
        value: String,
    }
    let kept: Vec<Kept> = db.all(include_str!("sql/values.sql"), [column_id])?;
    Ok(kept.into_iter().map(|k| (k.id, k.value)).collect())
}

/// What every fact of a kind has in columns of the station's own, by key of the fact and of the column.
pub fn all_values(db: Db<'_>, fact_kind: &str) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let mut all = BTreeMap::<String, BTreeMap<String, String>>::new();
    for column in columns(db, Some(fact_kind))? {
        for (fact, value) in values(db, &column.id)? {
            all.entry(fact).or_default().insert(column.id.clone(), value);
        }
    }
    Ok(all)
}
