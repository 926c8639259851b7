//! 改好的台账: a workbook that was exported here and corrected elsewhere, beside what its register shows now. Rows are
//! matched by their record number and columns by their key, so that sorting, moving and renaming change nothing.

mod book;
mod columns;
mod rows;
mod same;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use station_table::{Document, FactRef, Look, Trace};

use super::place::{Place, place};
use super::{CellChange, Changed, change, kind, label, own, show, step};
use crate::error::{Error, Problem, Result};
use crate::register;
use crate::register::RegisterAsk;
use crate::store::Tx;
use book::Book;
use rows::Beside;

/// A cell that the workbook has otherwise than the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Difference {
    /// Kind of the fact.
    pub kind: String,
    /// Key of the fact.
    pub id: String,
    /// Key of the field.
    pub key: String,
    /// Which record: `JD-2026-0031`.
    pub label: String,
    /// Heading of the column.
    pub field: String,
    /// Row in the workbook, from 1.
    pub row: u32,
    /// Column in the workbook: `F`.
    pub column: String,
    /// What the register shows now.
    pub old: String,
    /// What the workbook says; accepting it means a [`CellChange`] with this text.
    pub new: String,
    /// Whether it may be accepted.
    pub editable: bool,
    /// Why not.
    pub problem: Option<String>,
}

/// A row of the register that the workbook no longer has. It is never voided by that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MissingRow {
    /// Kind of the fact.
    pub kind: String,
    /// Key of the fact.
    pub id: String,
    /// Which record.
    pub label: String,
}

/// A workbook beside its register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Compared {
    /// Title of the register.
    pub register: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Cells that differ, in the order of the workbook.
    pub differences: Vec<Difference>,
    /// Rows that the workbook no longer has.
    pub missing: Vec<MissingRow>,
    /// What was not compared and why, a Chinese sentence each.
    pub notes: Vec<String>,
}

/// Compares a workbook with the register that it was made of, and tries each difference: whoever calls this takes back
/// what it did.
///
/// # Errors
/// `Problems` when the file cannot be read, or was not exported by this program with its record numbers.
pub fn compare(tx: &mut Tx<'_>, (file, bytes): (&str, &[u8])) -> Result<Compared> {
    let book = Book::read(file, bytes)?;
    let document = now(tx, &book.trace)?;
    let mut found = Found::default();
    for sheet in &book.sheets {
        rows::compare(sheet, &document, &mut found);
    }
    let mut compared = Compared {
        register: document.title.clone(),
        from: book.trace.from.clone(),
        to: book.trace.to.clone(),
        ..Compared::default()
    };
    for beside in &found.different {
        if let Some(difference) = tried(tx, beside, &mut found.derived)?
            && !compared.differences.iter().any(|d| same_cell(d, &difference))
        {
            compared.differences.push(difference);
        }
    }
    for FactRef { kind, id } in found.missing(&document) {
        compared.missing.push(MissingRow { label: label(tx.db(), &kind, &id)?, kind, id });
    }
    compared.notes = found.notes();
    Ok(compared)
}

/// What the comparing of sheets found.
#[derive(Default)]
struct Found {
    /// Cells that differ.
    different: Vec<Beside>,
    /// Records that the workbook has.
    seen: BTreeSet<FactRef>,
    /// Cells that follow from other things, and were changed all the same: rows by heading of the column.
    derived: BTreeMap<String, Vec<String>>,
    /// Sentences.
    told: Vec<String>,
}

impl Found {
    fn missing(&self, document: &Document) -> Vec<FactRef> {
        let shown: BTreeSet<&FactRef> =
            document.tables().flat_map(|t| &t.rows).filter_map(|r| r.fact.as_ref()).collect();
        shown.into_iter().filter(|fact| !self.seen.contains(*fact)).cloned().collect()
    }

    fn notes(self) -> Vec<String> {
        let cells = |(heading, rows): (String, Vec<String>)| format!("“{heading}”（第{}行）", rows.join("、"));
        let derived: String = self.derived.into_iter().map(cells).collect();
        let note = format!("{derived}由程序从别处得出，表里的改动没有采用，请在相应的记录里改。");
        self.told.into_iter().chain((!derived.is_empty()).then_some(note)).collect()
    }
}

/// The register as it is now, of the same set, period and campaign, with nothing masked but ID numbers.
fn now(tx: &Tx<'_>, trace: &Trace) -> Result<Document> {
    let ask = RegisterAsk {
        key: Some(trace.register.clone()),
        from: trace.from.clone(),
        to: trace.to.clone(),
        set_id: Some(trace.set.clone()).filter(|set| !set.is_empty()),
        campaign_id: Some(trace.campaign.clone()).filter(|campaign| !campaign.is_empty()),
        ..RegisterAsk::default()
    };
    let document = register::document(tx.db(), &ask, tx.hand.today())?;
    if document.look == Look::List {
        return Ok(document);
    }
    Err(refused("这种台账一人一页，不能改好后收回来，请打开记录修改。"))
}

fn refused(message: impl Into<String>) -> Error {
    Error::Problems(vec![Problem::new("file", message)])
}

fn same_cell(a: &Difference, b: &Difference) -> bool {
    (&a.kind, &a.id, &a.key, &a.new) == (&b.kind, &b.id, &b.key, &b.new)
}

/// The difference with whether it may be accepted; none where no cell could be changed to that end.
fn tried(tx: &mut Tx<'_>, beside: &Beside, derived: &mut BTreeMap<String, Vec<String>>) -> Result<Option<Difference>> {
    let cell = match of_matter(tx, beside)? {
        Some(id) => CellChange { kind: "matter".to_owned(), id, ..beside.change() },
        None => beside.change(),
    };
    let shown = match place(tx.db(), &cell)? {
        Err(_) => {
            derived.entry(beside.heading.clone()).or_default().push(beside.row.to_string());
            return Ok(None);
        }
        Ok(Place::Draft(at)) => {
            let draft = (at.kind.load)(tx.db(), &at.id)?;
            Some(show::shown(tx.db(), (at.field, &at.prefix), &draft)?)
        }
        Ok(Place::Step(field)) => step::shown(tx.db(), &cell.id, field)?,
        Ok(Place::Own(column)) => Some(own::shown(tx.db(), (&cell.kind, &cell.id), &column)?),
    };
    let problem = match shown {
        // Where a form says 否, a register says nothing.
        Some(shown) if !(same::words(&shown, &beside.plain) || shown == "否" && beside.plain.is_empty()) => {
            Some("这一格由几项合成，表格里分不清改的是哪一项，请打开记录修改。".to_owned())
        }
        _ => {
            let done = attempted(tx, &cell)?;
            // Only written in another way: `134 9744 2399`.
            if done.rows.is_empty() && done.problems.is_empty() {
                return Ok(None);
            }
            done.problems.into_iter().next().map(|problem| problem.message)
        }
    };
    let CellChange { kind, id, key, text } = cell;
    Ok(Some(Difference {
        label: label(tx.db(), &kind, &id)?,
        kind,
        id,
        key,
        field: beside.heading.clone(),
        row: beside.row,
        column: beside.column.clone(),
        old: beside.old.clone(),
        new: text,
        editable: problem.is_none(),
        problem,
    }))
}

/// What changing a cell so would do; it is tried and taken back.
fn attempted(tx: &mut Tx<'_>, cell: &CellChange) -> Result<Changed> {
    let mut done = Changed::default();
    let tried = tx.attempt(|tx| {
        done = change(tx, std::slice::from_ref(cell))?;
        Err::<(), _>(Error::Cancelled)
    });
    match tried {
        Err(Error::Cancelled) | Ok(()) => Ok(done),
        Err(error) => Err(error),
    }
}

/// The matter of which a row of a visit speaks: the one with its words, of several with the same words the one at its
/// place.
fn of_matter(tx: &Tx<'_>, beside: &Beside) -> Result<Option<String>> {
    let Some(kind) = kind(&beside.fact.kind).filter(|k| k.key == "visit" && beside.key.starts_with("matter.")) else {
        return Ok(None);
    };
    let draft = (kind.load)(tx.db(), &beside.fact.id)?;
    let matters = draft["matters"].as_array().map(Vec::as_slice).unwrap_or_default();
    let with_words: Vec<_> =
        matters.iter().filter(|m| m["words"].as_str().is_some_and(|words| same::words(words, &beside.words))).collect();
    let found =
        if beside.words.is_empty() { matters.get(beside.ordinal) } else { with_words.get(beside.same).copied() };
    Ok(found.and_then(|m| m["id"].as_str()).map(str::to_owned))
}
