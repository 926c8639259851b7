//! Changing cells: all cells of one fact go into one draft, which is saved as its form would save it.

use serde_json::Value;

use super::draft::Kind;
use super::fields::Field;
use super::place::{InDraft, Place, named, place};
use super::read::{Reader, Unread, Values};
use super::{CellChange, CellChanged, CellProblem, Changed, own, show, step};
use crate::error::{Error, Problem, Result};
use crate::op::Op;
use crate::store::{Db, Tx};

/// A cell at its place in a draft.
struct Placed<'a> {
    cell: &'a CellChange,
    field: &'static Field,
    prefix: String,
    /// Pointers of what it wrote.
    wrote: Vec<String>,
}

/// The cells of one draft.
struct Group<'a> {
    kind: &'static Kind,
    id: String,
    cells: Vec<Placed<'a>>,
}

/// Changes cells. One that cannot be read, or that its form would not take, is a problem and changes nothing; the
/// others are saved. A caller who wants all or none takes everything back when there are problems.
///
/// # Errors
/// When the store cannot be read or written.
pub fn change(tx: &mut Tx<'_>, cells: &[CellChange]) -> Result<Changed> {
    let mut changed = Changed::default();
    let (mut groups, mut others) = (Vec::new(), Vec::new());
    for cell in cells {
        match place(tx.db(), cell)? {
            Err(message) => changed.problems.push(problem(cell, message)),
            Ok(Place::Draft(at)) => join(&mut groups, cell, at),
            Ok(other) => others.push((cell, other)),
        }
    }
    for group in groups {
        save(tx, group, &mut changed)?;
    }
    for (cell, at) in others {
        let put = tx.attempt(|tx| match &at {
            Place::Step(field) => step::put(tx, cell, field),
            Place::Own(column) => own::put(tx, cell, column),
            Place::Draft(_) => Ok(None),
        });
        match put {
            Ok(row) => changed.rows.extend(row),
            Err(Error::Problems(found)) => changed.problems.push(problem(cell, first(&found))),
            Err(error) => return Err(error),
        }
    }
    Ok(changed)
}

/// How the log names it.
pub fn op(changed: &Changed) -> Op {
    let cells = changed.rows.len();
    let kind_of = |row: &CellChanged| super::kind(&row.kind).map_or("记录", |k| k.label);
    let mut kinds: Vec<&str> = changed.rows.iter().map(kind_of).collect();
    kinds.dedup();
    let what = match (kinds.as_slice(), changed.rows.as_slice()) {
        ([kind], [only]) => format!("{kind} {}：{}", only.label, only.field),
        ([kind], _) => (*kind).to_owned(),
        _ => "记录".to_owned(),
    };
    Op::ChangeCells { what, cells }
}

/// A fact as a sentence names it; empty when it is not there.
pub fn label(db: Db<'_>, kind: &str, id: &str) -> Result<String> {
    Ok(named(db, kind, id)?.map(|n| n.label).unwrap_or_default())
}

/// The row for a cell that became another; none when it says what stood there.
pub(super) fn told(
    db: Db<'_>,
    cell: &CellChange,
    (field, old, new): (String, String, String),
) -> Result<Option<CellChanged>> {
    if old == new {
        return Ok(None);
    }
    let CellChange { kind, id, key, .. } = cell.clone();
    Ok(Some(CellChanged { label: label(db, &kind, &id)?, kind, id, key, field, old, new }))
}

fn problem(cell: &CellChange, message: String) -> CellProblem {
    let CellChange { kind, id, key, .. } = cell.clone();
    CellProblem { kind, id, key, message }
}

fn first(found: &[Problem]) -> String {
    found.first().map(|p| p.message.clone()).unwrap_or_default()
}

fn join<'a>(groups: &mut Vec<Group<'a>>, cell: &'a CellChange, at: InDraft) {
    let InDraft { kind, id, prefix, field } = at;
    let placed = Placed { cell, field, prefix, wrote: Vec::new() };
    match groups.iter_mut().find(|g| g.kind.key == kind.key && g.id == id) {
        Some(group) => group.cells.push(placed),
        None => groups.push(Group { kind, id, cells: vec![placed] }),
    }
}

/// Saves the draft of one fact; cells that its form does not take are left out, until it takes the rest.
fn save(tx: &mut Tx<'_>, group: Group<'_>, changed: &mut Changed) -> Result<()> {
    let Group { kind, id, cells: mut left } = group;
    let before = (kind.load)(tx.db(), &id)?;
    loop {
        let mut after = before.clone();
        left = written(tx, (kind, left), (&before, &mut after), changed)?;
        if left.is_empty() || after == before {
            return Ok(());
        }
        match tx.attempt(|tx| (kind.save)(tx, after)) {
            Ok(_) => break,
            Err(Error::Problems(found)) => left = without_blamed(left, &found, changed),
            Err(error) => return Err(error),
        }
    }
    let now = (kind.load)(tx.db(), &id)?;
    for placed in &left {
        let at = (placed.field, placed.prefix.as_str());
        let (old, new) = (show::shown(tx.db(), at, &before)?, show::shown(tx.db(), at, &now)?);
        changed.rows.extend(told(tx.db(), placed.cell, (placed.field.label(), old, new))?);
    }
    Ok(())
}

/// Writes cells into a draft; those that cannot be read become problems and are left out.
fn written<'a>(
    tx: &Tx<'_>,
    (kind, cells): (&Kind, Vec<Placed<'a>>),
    (before, after): (&Value, &mut Value),
    changed: &mut Changed,
) -> Result<Vec<Placed<'a>>> {
    let reader = Reader { db: tx.db(), today: tx.hand.today() };
    let mut kept = Vec::new();
    for mut placed in cells {
        let read = match several(before, &placed) {
            Some(message) => Err(Unread::Text(message)),
            None => reader.read((placed.field, &placed.prefix), before, &placed.cell.text),
        };
        match read {
            Err(Unread::Text(message)) => changed.problems.push(problem(placed.cell, message)),
            Err(Unread::Store(error)) => return Err(error),
            Ok(values) => {
                placed.wrote = values.iter().map(|(at, _)| at.clone()).collect();
                put(kind, after, values)?;
                kept.push(placed);
            }
        }
    }
    Ok(kept)
}

fn put(kind: &Kind, draft: &mut Value, values: Values) -> Result<()> {
    for (at, value) in values {
        let value = if value.is_null() { kind.empty(&at)? } else { value };
        if let Some(place) = draft.pointer_mut(&at) {
            *place = value;
        }
    }
    Ok(())
}

/// Why a cell of something that a record has several times, or not at all, cannot be meant.
fn several(draft: &Value, placed: &Placed<'_>) -> Option<String> {
    let (list, _) = placed.field.at.split_once("/0/")?;
    let count = draft.pointer(&format!("{}{list}", placed.prefix)).and_then(Value::as_array).map_or(0, Vec::len);
    let label = placed.field.label();
    match count {
        1 => None,
        0 => Some(format!("这条记录还没有可以写“{label}”的地方，请打开记录填写。")),
        _ => Some(format!("这条记录有{count}项“{label}”，表格里分不清是哪一项，请打开记录修改。")),
    }
}

/// Leaves out the cells that a form names in its problems; where it names none of them, all of them.
fn without_blamed<'a>(cells: Vec<Placed<'a>>, found: &[Problem], changed: &mut Changed) -> Vec<Placed<'a>> {
    let blamed = |placed: &Placed<'_>| found.iter().find(|p| placed.wrote.iter().any(|at| concerns(&p.field, at)));
    let nobody = cells.iter().all(|placed| blamed(placed).is_none());
    let mut kept = Vec::new();
    for placed in cells {
        match blamed(&placed) {
            Some(found) => changed.problems.push(problem(placed.cell, found.message.clone())),
            None if nobody => changed.problems.push(problem(placed.cell, first(found))),
            None => kept.push(placed),
        }
    }
    kept
}

/// Whether a form's field `parties.0.name` is, holds or lies in what a pointer `/parties/0` names.
fn concerns(field: &str, pointer: &str) -> bool {
    let (field, pointer) = (format!("/{}/", field.replace('.', "/")), format!("{pointer}/"));
    field.starts_with(&pointer) || pointer.starts_with(&field)
}
