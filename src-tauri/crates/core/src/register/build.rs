//! Layout and rows become a document.

use std::collections::BTreeMap;

use station_table::{BoxRow, Cell, Column, Document, Edition, Field, Format, Grid, Look, Part, Row, Subject, Table};

use super::layout::{GridSays, Layout, PartSays, Shows, TableSays};
use super::masking;
use super::query::Record;
use crate::error::Result;

/// Running number of a row: no query gives it.
const SEQ: &str = "row.seq";

/// A register's rows, query by query.
pub(crate) type Answers = BTreeMap<String, Vec<Record>>;

/// What is filled into head and signature lines, by name.
pub(crate) type Words = BTreeMap<&'static str, String>;

/// Makes documents of one layout in one edition.
pub(crate) struct Builder<'a> {
    /// The layout.
    pub(crate) layout: &'a Layout,
    /// The edition.
    pub(crate) edition: Edition,
    /// Rows by query.
    pub(crate) answers: &'a Answers,
    /// Words for the head.
    pub(crate) words: &'a Words,
}

impl Builder<'_> {
    /// The document: one subject for a list, one for each row of the subjects' query for a card or sheet.
    pub(crate) fn document(&self) -> Result<Document> {
        let layout = self.layout;
        let subjects = match &layout.subjects {
            None => vec![self.subject(None)?],
            Some(query) => self.rows(query).iter().map(|r| self.subject(Some(r))).collect::<Result<_>>()?,
        };
        Ok(Document {
            name: format!("{:02} {}", layout.number, layout.name),
            title: layout.title.clone(),
            look: layout.look,
            orientation: layout.orientation,
            edition: self.edition,
            subjects,
        })
    }

    fn rows(&self, query: &str) -> &[Record] {
        self.answers.get(query).map_or(&[], Vec::as_slice)
    }

    fn subject(&self, record: Option<&Record>) -> Result<Subject> {
        let fact = record.and_then(Record::fact);
        let parts = self.layout.parts.iter().map(|part| self.part(part, record)).collect::<Result<_>>()?;
        Ok(Subject {
            fact,
            name: record.and_then(|r| r.text("person.name")).unwrap_or_default().to_owned(),
            head: self.layout.head.iter().map(|line| filled(line, self.words)).collect(),
            parts,
            signature: self.layout.signature.clone(),
        })
    }

    fn part(&self, part: &PartSays, subject: Option<&Record>) -> Result<Part> {
        match part {
            PartSays::Grid(grid) => self.grid(grid, subject).map(Part::Grid),
            PartSays::Table(table) => self.table(table, subject).map(Part::Table),
        }
    }

    fn grid(&self, says: &GridSays, subject: Option<&Record>) -> Result<Grid> {
        let mut rows = Vec::new();
        for row in &says.rows {
            let shown: Vec<&Shows> = row.boxes.iter().filter(|b| self.shows(b)).collect();
            if shown.is_empty() {
                continue;
            }
            let fields = shown.into_iter().map(|b| self.field(b, subject)).collect::<Result<_>>()?;
            rows.push(BoxRow { fields, height: row.height });
        }
        Ok(Grid { rows })
    }

    fn field(&self, says: &Shows, subject: Option<&Record>) -> Result<Field> {
        let column = says.column()?;
        let value = subject.map_or(Cell::Empty, |r| self.cell(says, r, &column));
        let value = match column.format {
            // A box has no format of its own.
            Format::Month => Cell::text(value.shown_as(Format::Month)),
            _ => value,
        };
        let Column { key, label, width, mask, public, .. } = column;
        Ok(Field { key, label, value, width, mask, public })
    }

    fn table(&self, says: &TableSays, subject: Option<&Record>) -> Result<Table> {
        let shown: Vec<&Shows> = says.columns.iter().filter(|c| self.shows(c)).collect();
        let columns = shown.iter().map(|c| c.column()).collect::<Result<Vec<_>>>()?;
        let mine = self.rows(&says.query).iter().filter(|r| belongs(r, subject));
        let mut rows = Vec::new();
        for record in mine.filter(|r| masking::has_row(self.edition, r.confidential())) {
            let seq = Cell::Number(i64::try_from(rows.len()).unwrap_or(0) + 1);
            let cells = shown.iter().zip(&columns).map(|(s, c)| match s.key.as_str() {
                SEQ => seq.clone(),
                _ => self.cell(s, record, c),
            });
            rows.push(Row { fact: record.fact(), cells: cells.collect() });
        }
        let totals = totals(says, &shown, &rows);
        Ok(Table { caption: says.caption.clone(), columns, rows, totals })
    }

    fn shows(&self, says: &Shows) -> bool {
        !says.later && masking::has(self.edition, says.public || says.blank)
    }

    fn cell(&self, says: &Shows, record: &Record, column: &Column) -> Cell {
        let cell = masking::masked(self.edition, column.mask, record.cell(&says.key, column.format));
        if says.private && record.confidential() { masking::hidden(self.edition, cell) } else { cell }
    }
}

/// Rows of a card or sheet belong to the subject that they name.
fn belongs(row: &Record, subject: Option<&Record>) -> bool {
    subject.is_none_or(|s| row.text("subject_id") == s.text("fact_id"))
}

fn filled(line: &str, words: &Words) -> String {
    words.iter().fold(line.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// What the rows add up to: one row for each counted value, then the sums.
fn totals(says: &TableSays, shown: &[&Shows], rows: &[Row]) -> Vec<Row> {
    let Some(label) = &says.total else { return Vec::new() };
    let counted = says.count_by.as_ref().and_then(|key| shown.iter().position(|s| s.key == *key));
    let mut totals: Vec<Row> = counted.map(|at| counts(at, shown.len(), rows)).unwrap_or_default();
    let mut cells: Vec<Cell> = shown.iter().enumerate().map(|(at, s)| sum(s, at, rows)).collect();
    if let Some(first) = cells.first_mut() {
        *first = Cell::text(label);
    }
    if let Some(cell) = counted.and_then(|at| cells.get_mut(at)) {
        *cell = Cell::Number(i64::try_from(rows.len()).unwrap_or(0));
    }
    totals.push(Row { fact: None, cells });
    totals
}

fn sum(says: &Shows, at: usize, rows: &[Row]) -> Cell {
    let numbers = rows.iter().filter_map(|r| match r.cells.get(at) {
        Some(Cell::Number(n)) => Some(*n),
        _ => None,
    });
    if says.total { Cell::Number(numbers.sum()) } else { Cell::Empty }
}

fn counts(at: usize, width: usize, rows: &[Row]) -> Vec<Row> {
    let mut found: Vec<(Cell, i64)> = Vec::new();
    for cell in rows.iter().filter_map(|r| r.cells.get(at)) {
        match found.iter_mut().find(|(known, _)| known == cell) {
            Some((_, count)) => *count += 1,
            None => found.push((cell.clone(), 1)),
        }
    }
    let row = |(value, count): (Cell, i64)| {
        let mut cells = vec![Cell::Empty; width];
        cells[at] = value;
        if let Some(cell) = cells.get_mut(at + 1) {
            *cell = Cell::text(format!("{count}次"));
        }
        Row { fact: None, cells }
    };
    found.into_iter().map(row).collect()
}

/// Leaves out the subjects of a card or sheet whose tables have no row, as the month's papers do.
#[must_use]
pub fn with_rows(mut document: Document) -> Document {
    let has_rows = |s: &Subject| s.parts.iter().any(|p| matches!(p, Part::Table(t) if !t.rows.is_empty()));
    if document.look != Look::List {
        document.subjects.retain(has_rows);
    }
    document
}
