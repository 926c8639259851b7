//! Layout and rows become a document.

use std::collections::BTreeMap;

use station_table::{BoxRow, Cell, Column, Document, Edition, Field, Format, Grid, Look, Part, Row, Subject, Table};

use super::answers::Answers;
use super::layout::{GridSays, Layout, PartSays, Shows, TableSays};
use super::query::Record;
use super::totals::{halves, totals};
use super::{BLANK_HEIGHT, masking};
use crate::error::Result;

/// Running number of a row: no query gives it.
const SEQ: &str = "row.seq";

/// Stands in the box of a photo that nobody has given.
const NO_PICTURE: &str = "照片";

/// What is filled into head and signature lines, by name.
pub(crate) type Words = BTreeMap<&'static str, String>;

/// Makes documents of one layout in one edition.
pub(crate) struct Builder<'a> {
    /// The layout.
    pub(crate) layout: &'a Layout,
    /// The edition.
    pub(crate) edition: Edition,
    /// For the printer.
    pub(crate) printed: bool,
    /// Rows by query.
    pub(crate) answers: &'a Answers,
    /// Words for the head.
    pub(crate) words: &'a Words,
    /// To be filled in by hand: rows have room to write in, and nothing is added up.
    pub(crate) blank: bool,
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
            name: layout.name.clone(),
            title: layout.title.clone(),
            look: layout.look,
            orientation: layout.orientation,
            edition: self.edition,
            subjects,
            page: layout.page,
            ..Document::default()
        })
    }

    fn rows(&self, query: &str) -> &[Record] {
        self.answers.get(query).map_or(&[], Vec::as_slice)
    }

    fn subject(&self, record: Option<&Record>) -> Result<Subject> {
        let fact = record.and_then(Record::fact);
        let named = self.layout.named.as_deref().unwrap_or("person.name");
        let mut parts = Vec::new();
        for says in &self.layout.parts {
            let part = self.part(says, record)?;
            if says_something(&part) {
                parts.push(part);
                parts.extend(self.unlisted(says, record));
            }
        }
        Ok(Subject {
            fact,
            name: record.and_then(|r| r.text(named)).unwrap_or_default().to_owned(),
            head: head(&self.layout.head, self.words),
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
            rows.push((record, Row { fact: record.fact(), cells: cells.collect() }));
        }
        let totals = if self.blank { Vec::new() } else { totals(says, &shown, &rows) };
        let row_height = if self.blank { BLANK_HEIGHT } else { 0.0 };
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        Ok(Table { caption: says.caption.clone(), columns, rows, totals, row_height })
    }

    /// What an edition leaves out of a table and yet counts in the figures under it, so that rows and figures agree.
    fn unlisted(&self, says: &PartSays, subject: Option<&Record>) -> Option<Part> {
        let PartSays::Table(TableSays { unlisted: Some(line), query, .. }) = says else { return None };
        let left_out = |r: &&Record| r.counts() && !masking::has_row(self.edition, r.confidential());
        let number = self.rows(query).iter().filter(|r| belongs(r, subject)).filter(left_out).count();
        (number > 0).then(|| Part::Line { text: line.replace("{n}", &number.to_string()) })
    }

    fn shows(&self, says: &Shows) -> bool {
        !says.later && !says.hidden && masking::has(self.edition, says.public || says.blank)
    }

    fn cell(&self, says: &Shows, record: &Record, column: &Column) -> Cell {
        let cell = match (record.number(&says.key), record.text(&says.key)) {
            (Some(number), _) if says.halves => halves(number),
            (_, Some(name)) if says.picture => Cell::Picture(name.to_owned()),
            (_, None) if says.picture => Cell::text(NO_PICTURE),
            _ => {
                let cell = masking::rounded(self.edition, column.format, record.cell(&says.key, column.format));
                masking::masked(self.edition, column.mask, cell)
            }
        };
        if says.private && record.confidential() { masking::hidden((self.edition, self.printed), cell) } else { cell }
    }
}

/// A part of which everything is hidden is left out, its caption too.
fn says_something(part: &Part) -> bool {
    match part {
        Part::Grid(grid) => !grid.rows.is_empty(),
        Part::Table(table) => !table.columns.is_empty(),
        Part::Cards(_) | Part::Letter(_) | Part::Line { .. } => true,
    }
}

/// Rows of a card or sheet belong to the subject that they name.
fn belongs(row: &Record, subject: Option<&Record>) -> bool {
    subject.is_none_or(|s| row.text("subject_id") == s.text("fact_id"))
}

/// Head lines with their words; one that has nothing to say is left out. Who filters by a campaign reads so.
fn head(lines: &[String], words: &Words) -> Vec<String> {
    let mut head: Vec<String> = lines.iter().map(|line| filled(line, words)).filter(|l| !l.trim().is_empty()).collect();
    let named = |name: &str| lines.iter().any(|line| line.contains(&format!("{{{name}}}")));
    let said = ["order", "campaign", "deputy"].iter().filter(|name| !named(name)).filter_map(|name| words.get(name));
    head.extend(said.filter(|text| !text.is_empty()).cloned());
    head
}

fn filled(line: &str, words: &Words) -> String {
    words.iter().fold(line.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
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
