//! The month's report on paper: one row for each site, 合计 below, in the tables of its layout.

use chrono::NaiveDate;
use station_table::{
    Align, Cell, Column, Document, Edition, FactRef, Format, Look, Mask, Orientation, Part, Row, Subject, Table,
};

use super::figures::{FigureSays, Layout, TableSays};
use super::{Figure, Figures, MonthReport};
use crate::error::Result;
use crate::register::reports_as;
use crate::store::Db;
use crate::text::{Span, day_in_words};

/// The paper before anything is counted.
pub(super) fn empty(layout: &Layout) -> Document {
    Document {
        name: layout.title.clone(),
        title: layout.title.clone(),
        look: Look::List,
        orientation: Orientation::Landscape,
        edition: Edition::Upward,
        ..Document::default()
    }
}

/// The paper of a counted report; each row stands for its site.
pub(super) fn paper(
    db: Db<'_>,
    layout: &Layout,
    (report, sites): (&MonthReport, &[(String, Option<String>)]),
    (span, today): (Span, NaiveDate),
) -> Result<Document> {
    let words = [("unit", reports_as(db)?), ("period", span.in_words()), ("today", day_in_words(today))];
    let head = |line: &String| words.iter().fold(line.clone(), |text, (k, v)| text.replace(&format!("{{{k}}}"), v));
    let campaign = report.campaign.iter().map(|name| format!("专项活动：{name}"));
    let table = |says: &TableSays| Part::Table(table(layout, says, (report, sites)));
    let subject = Subject {
        fact: None,
        name: String::new(),
        head: layout.head.iter().map(head).chain(campaign).collect(),
        parts: layout.tables.iter().map(table).collect(),
        signature: layout.signature.clone(),
    };
    Ok(Document { subjects: vec![subject], page: Some(crate::register::paper::load(db)?.landscape), ..empty(layout) })
}

impl MonthReport {
    /// All figures in one table: a county's own workbook asks for them in its own order.
    pub fn table(&self) -> Table {
        let mut tables = self.document.tables();
        let mut whole = tables.next().cloned().unwrap_or_default();
        for table in tables {
            whole.columns.extend(table.columns.iter().skip(1).cloned());
            let both = whole.rows.iter_mut().zip(&table.rows).chain(whole.totals.iter_mut().zip(&table.totals));
            both.for_each(|(row, more)| row.cells.extend(more.cells.iter().skip(1).cloned()));
        }
        whole
    }
}

fn table(layout: &Layout, says: &TableSays, (report, sites): (&MonthReport, &[(String, Option<String>)])) -> Table {
    let rows = report.sites.iter().zip(sites).map(|(site, (_, id))| Row {
        fact: id.clone().map(|id| FactRef { kind: "site".to_owned(), id }),
        cells: cells(says, &site.site, &site.figures),
    });
    Table {
        columns: columns(layout, says),
        rows: rows.collect(),
        totals: vec![Row { fact: None, cells: cells(says, "合计", &report.total) }],
        ..Table::default()
    }
}

fn columns(layout: &Layout, says: &TableSays) -> Vec<Column> {
    let site = Column {
        key: "site".to_owned(),
        label: layout.site.label.clone(),
        heading: None,
        width: layout.site.width,
        align: Align::Left,
        format: Format::Text,
        mask: Mask::None,
        public: true,
    };
    std::iter::once(site).chain(says.figures.iter().map(column)).collect()
}

fn column(says: &FigureSays) -> Column {
    Column {
        key: says.key.clone(),
        label: says.label.clone(),
        heading: says.heading.clone(),
        width: says.width,
        align: Align::Center,
        format: if says.share.is_some() { Format::Share } else { Format::Number },
        mask: Mask::None,
        public: true,
    }
}

fn cells(says: &TableSays, name: &str, figures: &Figures) -> Vec<Cell> {
    let figure = |says: &FigureSays| match figures.get(&says.key) {
        Some(Figure::Count(n)) => Cell::Number(*n),
        Some(Figure::Share(share)) => Cell::Share(*share),
        Some(Figure::Unknown) | None => Cell::Empty,
    };
    std::iter::once(Cell::text(name)).chain(says.figures.iter().map(figure)).collect()
}
