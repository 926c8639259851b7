//! Cells that say something of a matter's steps: they correct the one step that they can mean, through the steps' own
//! entry; where there is none or several, the clerk is sent to the matter.

use serde_json::Value;

use super::fields::{Field, Reads, field};
use super::read::{Reader, Unread};
use super::{CellChange, CellChanged, change, show};
use crate::entry::step::{load, save};
use crate::error::{Error, Problem, Result};
use crate::matter::edit::steps;
use crate::matter::rules::Kind;
use crate::store::{Db, Tx};

/// A field of a step.
pub(super) struct StepField {
    /// Key, place in the step's draft, how it is read.
    field: Field,
    /// Kinds of steps that can be meant, the likeliest first.
    kinds: &'static [Kind],
    /// In which role the unit is to which the step hands on.
    role: Option<Role>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// 主办 or 分办.
    Main,
    /// 协办.
    Other,
}

const fn says(field: Field, kinds: &'static [Kind]) -> StepField {
    StepField { field, kinds, role: None }
}

const fn hands(field: Field, role: Role) -> StepField {
    StepField { field, kinds: &[Kind::Handed], role: Some(role) }
}

/// How the voter or deputy came to know.
const TOLD: &[Kind] = &[Kind::Told, Kind::Answered, Kind::Guided];

/// The day of a step.
const DAY: &str = "/happened_on";

/// All of them.
static FIELDS: [StepField; 13] = [
    hands(field("matter.unit", "/unit", Reads::Text), Role::Main),
    hands(field("matter.co_unit", "/unit", Reads::Text), Role::Other),
    hands(field("matter.handler", "/handler", Reads::Text), Role::Main),
    hands(field("matter.handed", DAY, Reads::Day), Role::Main),
    hands(field("matter.deadline", "/due_on", Reads::Day), Role::Main),
    says(field("matter.replied", DAY, Reads::Day), &[Kind::Replied]),
    says(field("matter.document", "/document", Reads::Text), &[Kind::Replied]),
    says(field("matter.result", "/result_id", Reads::Code("result")), &[Kind::Replied, Kind::Closed]),
    says(field("matter.outcome", "/words", Reads::Long), &[Kind::Replied]),
    says(field("matter.told", DAY, Reads::Day), TOLD),
    says(field("matter.way", "/way_id", Reads::Code("way")), TOLD),
    says(field("matter.done", DAY, Reads::Day), &[Kind::Closed]),
    says(field("matter.satisfied", "/grade_id", Reads::Code("grade")), &[Kind::Told, Kind::Closed]),
];

/// The field of that key.
pub(super) fn of_key(key: &str) -> Option<&'static StepField> {
    FIELDS.iter().find(|f| f.field.key == key)
}

/// The fields that a kind of fact has of steps.
pub(super) fn fields(kind: &str) -> impl Iterator<Item = &'static Field> + use<> {
    let all: &'static [StepField] = if kind == "matter" { &FIELDS } else { &[] };
    all.iter().map(|f| &f.field)
}

/// What a matter shows in such a field; none where no one step can be meant.
pub(super) fn shown(db: Db<'_>, matter_id: &str, says: &'static StepField) -> Result<Option<String>> {
    let draft = meant(db, matter_id, says)?;
    draft.ok().map(|draft| show::shown(db, (&says.field, ""), &draft)).transpose()
}

/// Changes a cell of a step; none when it says what stood there.
///
/// # Errors
/// `Problems` when the text cannot be read, no one step can be meant, or the step may not be so.
pub(super) fn put(tx: &mut Tx<'_>, cell: &CellChange, says: &'static StepField) -> Result<Option<CellChanged>> {
    let field = &says.field;
    let problem = |message: String| Error::Problems(vec![Problem::new(field.key, message)]);
    let mut draft = meant(tx.db(), &cell.id, says)?.map_err(problem)?;
    let old = show::shown(tx.db(), (field, ""), &draft)?;
    let reader = Reader { db: tx.db(), today: tx.hand.today() };
    let values = reader.read((field, ""), &draft, &cell.text).map_err(|unread| match unread {
        Unread::Text(message) => problem(message),
        Unread::Store(error) => error,
    })?;
    for (at, value) in values {
        if let Some(place) = draft.pointer_mut(&at) {
            // The one thing that a step must say is its day; cleared it is no date, and the step says so.
            *place = if value.is_null() && at == DAY { "".into() } else { value };
        }
    }
    let new = show::shown(tx.db(), (field, ""), &draft)?;
    if new != old {
        save(tx, &serde_json::from_value(draft).map_err(bad)?)?;
    }
    change::told(tx.db(), cell, (field.label(), old, new))
}

/// The draft of the one step that a cell can mean, or why there is none.
fn meant(db: Db<'_>, matter_id: &str, says: &'static StepField) -> Result<std::result::Result<Value, String>> {
    let mut possible = Vec::new();
    for step in steps(db, matter_id)? {
        let kind = Kind::of(&step.kind).filter(|kind| says.kinds.contains(kind));
        if let Some(kind) = kind {
            let draft = load(db, (matter_id, kind), step)?;
            let other = draft.role.as_deref() == Some("协办");
            if says.role.is_none_or(|role| (role == Role::Other) == other) {
                possible.push((kind, serde_json::to_value(draft).map_err(bad)?));
            }
        }
    }
    let filled = |draft: &Value| draft.pointer(says.field.at).is_some_and(|v| !v.is_null());
    let said: Vec<&Value> = possible.iter().map(|(_, draft)| draft).filter(|d| filled(d)).collect();
    let of_kind = |kind: &Kind| possible.iter().filter(|(k, _)| k == kind).map(|(_, d)| d).collect::<Vec<_>>();
    let found = match said.as_slice() {
        [] => says.kinds.iter().map(of_kind).find(|found| !found.is_empty()).unwrap_or_default(),
        _ => said,
    };
    let label = says.field.label();
    Ok(match found.as_slice() {
        [only] => Ok((*only).clone()),
        [] => Err(format!("这件事还没有可以写“{label}”的办理步骤，请打开事项登记。")),
        _ => Err(format!("这件事有几步都写了“{label}”，表格里分不清是哪一步，请打开事项修改。")),
    })
}

fn bad(error: serde_json::Error) -> Error {
    Error::BadRow { what: "step", detail: error.to_string() }
}
