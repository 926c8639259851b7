//! Where a cell belongs: in the draft of its fact, in that of the fact which its matter came of, in a step of its
//! matter, or in a column of the station's own.

use serde::Deserialize;
use serde_json::Value;
use station_table::FactRef;

use super::CellChange;
use super::draft::{Kind, kind};
use super::fields::{Field, MATTER, MATTER_OF_VISIT, OPINION, PAIRING};
use super::own;
use super::step::{self, StepField};
use crate::activity::Activity;
use crate::activity::edit::RECEPTION_DAY;
use crate::contact::StandingContact;
use crate::error::Result;
use crate::extra::OwnColumn;
use crate::extra::edit::columns;
use crate::store::Db;

/// Where a cell belongs.
pub(super) enum Place {
    /// In a draft.
    Draft(InDraft),
    /// In a step of its matter.
    Step(&'static StepField),
    /// In a column of the station's own.
    Own(OwnColumn),
}

/// A place in a draft.
pub(super) struct InDraft {
    /// Kind of the fact whose draft it is.
    pub(super) kind: &'static Kind,
    /// The fact.
    pub(super) id: String,
    /// Where in the draft the field's pointers begin.
    pub(super) prefix: String,
    /// The field.
    pub(super) field: &'static Field,
}

/// A fact as a sentence names it.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    /// `2026-03-05 罗建 王某`.
    pub(super) label: String,
    voided: Option<String>,
}

/// A fact by its label; none when it is not there.
pub(super) fn named(db: Db<'_>, kind: &str, id: &str) -> Result<Option<Named>> {
    db.first(include_str!("sql/fact.sql"), [kind, id])
}

/// Where a cell belongs, or one sentence why it cannot be changed.
pub(super) fn place(db: Db<'_>, cell: &CellChange) -> Result<std::result::Result<Place, String>> {
    let Some(kind) = kind(&cell.kind) else {
        return Ok(Err("这种记录不能在表格里改，请打开记录修改。".to_owned()));
    };
    let what = kind.label;
    match named(db, kind.key, &cell.id)? {
        None => return Ok(Err(format!("找不到这条{what}，可能已被撤销，请刷新后再看。"))),
        Some(Named { voided: Some(_), .. }) => return Ok(Err(format!("这条{what}已经作废，不能修改。"))),
        Some(_) => {}
    }
    if cell.key.starts_with(own::PREFIX) {
        let column = columns(db, Some(kind.key))?.into_iter().find(|c| c.key() == cell.key);
        return Ok(column.map(Place::Own).ok_or_else(|| "这一列已不存在，请刷新后再填。".to_owned()));
    }
    match kind.key {
        "matter" => of_matter(db, kind, cell),
        "activity" if db.get::<Activity>(&cell.id)?.kind_id == RECEPTION_DAY => {
            Ok(Err("接待日不在表格里改，请打开这个接待日修改。".to_owned()))
        }
        "standing_contact" if db.get::<StandingContact>(&cell.id)?.partner_id.is_some() => {
            Ok(in_draft((kind, &cell.id), PAIRING, (&cell.key, "")))
        }
        _ => Ok(in_draft((kind, &cell.id), kind.fields, (&cell.key, ""))),
    }
}

fn of_matter(db: Db<'_>, own: &'static Kind, cell: &CellChange) -> Result<std::result::Result<Place, String>> {
    if let Some(field) = step::of_key(&cell.key) {
        return Ok(Ok(Place::Step(field)));
    }
    let home: Option<FactRef> = db.first(include_str!("sql/home.sql"), [&cell.id])?;
    let Some(home) = home else { return Ok(in_draft((own, &cell.id), MATTER, (&cell.key, ""))) };
    let Some(kind) = kind(&home.kind) else { return Ok(Err(derived(&cell.key))) };
    let (list, fields) = if home.kind == "visit" { ("matters", MATTER_OF_VISIT) } else { ("opinions", OPINION) };
    let draft = (kind.load)(db, &home.id)?;
    let at = draft.get(list).and_then(Value::as_array).and_then(|all| all.iter().position(|m| m["id"] == cell.id));
    Ok(match at {
        Some(at) => in_draft((kind, &home.id), fields, (&cell.key, &format!("/{list}/{at}"))),
        None => Err(format!("请打开这件事的{}修改。", kind.label)),
    })
}

fn in_draft(
    (kind, id): (&'static Kind, &str),
    fields: &'static [Field],
    (key, prefix): (&str, &str),
) -> std::result::Result<Place, String> {
    let field = fields.iter().find(|f| f.key == key).ok_or_else(|| derived(key))?;
    Ok(Place::Draft(InDraft { kind, id: id.to_owned(), prefix: prefix.to_owned(), field }))
}

fn derived(key: &str) -> String {
    let label = station_intake::fields().get(key).map_or("这一列", |f| f.label.as_str());
    format!("“{label}”不能在表格里改，请打开记录修改。")
}
