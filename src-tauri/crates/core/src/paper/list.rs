//! A paper that is a list: one table over the whole width, of which 公示 has only the public columns.

use station_table::{
    Align, Cell, Column, Document, Edition, Format, Look, Mask, Orientation, Part, Row, Subject, Table,
};

use crate::error::Result;
use crate::register::masking::has;
use crate::register::paper;
use crate::store::Db;

/// A column of texts that every edition has.
pub(super) fn public(key: &str, label: &str, width: f32, align: Align) -> Column {
    let (key, label) = (key.to_owned(), label.to_owned());
    Column { key, label, heading: None, width, align, format: Format::Text, mask: Mask::None, public: true }
}

/// What a list is made of.
pub(super) struct List {
    pub(super) title: String,
    /// Name of the file.
    pub(super) name: String,
    pub(super) head: Vec<String>,
    pub(super) table: Table,
    pub(super) signature: Vec<String>,
    pub(super) edition: Edition,
}

impl List {
    /// As a document on the paper that lists have.
    pub(super) fn document(self, db: Db<'_>) -> Result<Document> {
        let subject = Subject {
            fact: None,
            name: String::new(),
            head: self.head,
            parts: vec![Part::Table(of_edition(self.table, self.edition))],
            signature: self.signature,
        };
        let document = Document {
            name: self.name,
            title: self.title,
            look: Look::List,
            orientation: Orientation::Landscape,
            edition: self.edition,
            subjects: vec![subject],
            ..Document::default()
        };
        Ok(Document { page: Some(paper::page(db, &document)?), ..document })
    }
}

/// A table without the columns that an edition does not show.
fn of_edition(table: Table, edition: Edition) -> Table {
    let shown: Vec<bool> = table.columns.iter().map(|column| has(edition, column.public)).collect();
    let cells = |row: Row| Row { cells: kept::<Cell>(row.cells, &shown), ..row };
    Table {
        rows: table.rows.into_iter().map(cells).collect(),
        totals: table.totals.into_iter().map(cells).collect(),
        columns: kept(table.columns, &shown),
        ..table
    }
}

fn kept<T>(all: Vec<T>, shown: &[bool]) -> Vec<T> {
    all.into_iter().zip(shown).filter(|(_, shown)| **shown).map(|(one, _)| one).collect()
}
