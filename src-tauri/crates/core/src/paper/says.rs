//! What papers are put together from: dates in words, boxes to tick, rows of boxes.

use station_table::{
    Align, BoxRow, Cell, Column, Document, Edition, FactRef, Field, Format, Grid, Letter, Look, Mask, Orientation,
    PageSays, Part, Row, Subject, Table,
};

use super::case::Taken;
use crate::error::Result;
use crate::register::paper;
use crate::store::Db;
use crate::text::day_in_words;

/// A date that is written by hand.
pub(super) const BY_HAND: &str = "　　　　年　　月　　日";

/// A stored day as papers say it.
pub(super) fn day_text(day: &str) -> String {
    day.parse().map_or_else(|_| day.to_owned(), day_in_words)
}

/// The same, or room to write it.
pub(super) fn day_or_room(day: Option<&str>) -> String {
    day.map_or_else(|| BY_HAND.to_owned(), day_text)
}

/// The number of a paper; while it is only looked at, that it is still to be given.
pub(super) fn number_or_note(step: &Taken) -> String {
    step.document.clone().unwrap_or_else(|| "（打印时编号）".to_owned())
}

/// The first so many characters of a text, up to where its first sentence ends.
pub(super) fn clipped(text: &str, most: usize) -> String {
    let sentence = text.split(['。', '！', '？', '；', '\n']).next().unwrap_or_default().trim();
    let mut clipped: String = sentence.chars().take(most).collect();
    if sentence.chars().count() > most {
        clipped.push('…');
    }
    clipped
}

/// What a text is about: its first clauses, as many as have so many characters together.
pub(super) fn gist(text: &str, most: usize) -> String {
    let sentence = text.split(['。', '！', '？', '；', '\n']).next().unwrap_or_default().trim();
    let mut gist = String::new();
    for clause in sentence.split('，') {
        if !gist.is_empty() && gist.chars().count() + clause.chars().count() >= most {
            break;
        }
        gist.push_str(if gist.is_empty() { "" } else { "，" });
        gist.push_str(clause);
    }
    clipped(&gist, most)
}

/// Boxes to tick, the chosen one ticked: `☑满意　☐基本满意　☐不满意`.
pub(super) fn ticks(options: &[&str], chosen: Option<&str>) -> String {
    let one = |option: &&str| format!("{}{option}", if chosen == Some(*option) { "☑" } else { "☐" });
    options.iter().map(one).collect::<Vec<_>>().join("　")
}

/// A labelled box that takes a share of its row.
pub(super) fn field(label: &str, value: impl Into<String>, width: f32) -> Field {
    let (key, label) = (label.to_owned(), label.to_owned());
    Field { key, label, value: Cell::text(value), width, mask: Mask::None, public: false }
}

/// Boxes side by side, each as wide as the others.
pub(super) fn row<const N: usize>(boxes: [(&str, String); N]) -> BoxRow {
    #[expect(clippy::cast_precision_loss, reason = "a few boxes")]
    let width = 1.0 / N as f32;
    BoxRow { fields: boxes.into_iter().map(|(label, value)| field(label, value, width)).collect(), height: 0.0 }
}

/// One box over the whole width, so many millimetres high at least.
pub(super) fn tall(label: &str, value: impl Into<String>, height: f32) -> BoxRow {
    BoxRow { fields: vec![field(label, value, 1.0)], height }
}

/// Rows of boxes.
pub(super) fn grid(rows: Vec<BoxRow>) -> Part {
    Part::Grid(Grid { rows })
}

/// A line between boxes.
pub(super) fn line(text: impl Into<String>) -> Part {
    Part::Line { text: text.into() }
}

/// A column of a table.
pub(super) fn column(label: &str, width: f32, align: Align) -> Column {
    Column {
        key: label.to_owned(),
        label: label.to_owned(),
        heading: None,
        width,
        align,
        format: Format::Text,
        mask: Mask::None,
        public: false,
    }
}

/// A table of texts.
pub(super) fn table(columns: Vec<Column>, rows: Vec<Vec<String>>, row_height: f32) -> Part {
    let rows = rows.into_iter().map(|cells| Row { fact: None, cells: cells.into_iter().map(Cell::text).collect() });
    Part::Table(Table { columns, rows: rows.collect(), row_height, ..Table::default() })
}

/// Words joined, those left out that say nothing.
pub(super) fn joined(parts: &[Option<&str>], by: &str) -> String {
    parts.iter().copied().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(by)
}

/// What is said, or nothing.
pub(super) fn or_empty(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// A paper of labelled boxes on one page.
pub(super) struct Form {
    pub(super) title: String,
    pub(super) head: Vec<String>,
    pub(super) parts: Vec<Part>,
    pub(super) signature: Vec<String>,
    pub(super) edition: Edition,
}

impl Form {
    /// As a document about a fact, or about none; `name` is that of its file.
    pub(super) fn document(self, db: Db<'_>, (name, fact): (String, impl Into<Option<FactRef>>)) -> Result<Document> {
        let subject = Subject {
            fact: fact.into(),
            name: String::new(),
            head: self.head,
            parts: self.parts,
            signature: self.signature,
        };
        let document = Document {
            name,
            title: self.title,
            look: Look::Card,
            orientation: Orientation::Portrait,
            edition: self.edition,
            subjects: vec![subject],
            ..Document::default()
        };
        Ok(Document { page: Some(paper::page(db, &document)?), ..document })
    }
}

/// A letter as a document about a fact, on the paper that letters have.
pub(super) fn letter(title: String, letter: Letter, (name, fact): (String, FactRef)) -> Document {
    let parts = vec![Part::Letter(letter)];
    let subject = Subject { fact: Some(fact), name: String::new(), head: Vec::new(), parts, signature: Vec::new() };
    Document {
        name,
        title,
        look: Look::Sheet,
        orientation: Orientation::Portrait,
        edition: Edition::Upward,
        subjects: vec![subject],
        page: Some(PageSays::of_letter()),
        ..Document::default()
    }
}
