//! A table on a sheet: header, rows, totals.

use station_table::{Align, Cell, Look, Row, Table};

use super::columns::{Span, width};
use super::looks::Role;
use super::refused;
use super::sheet::{POINTS, Shown, Writer, check, row};
use super::units::{HIGHEST, SIZE};
use super::value::Value;
use crate::ReportError;
use crate::geometry;
use crate::layout::NOTHING;
use crate::progress::Steps;

/// Least height of a row, in points.
const ROW: f64 = 19.0;

/// Height of a caption, in points.
const CAPTION: f64 = 20.0;

/// How a table stands among the parts of its sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stands {
    /// Points of the rows that follow and belong to its last row.
    pub(super) tail: f64,
    /// Where it stands, if its heading is repeated on every page.
    pub(super) heads: Option<Heads>,
}

/// Where the table stands whose heading is repeated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heads {
    /// Nothing before it: its heading can stay in sight too.
    pub(super) first: bool,
    /// Nothing after it over which its heading would be wrong.
    pub(super) last: bool,
}

impl Writer<'_> {
    /// Writes a table.
    ///
    /// # Errors
    /// When the clerk asked to stop, a text is too long or the sheet too small.
    pub(super) fn table(&mut self, table: &Table, stands: Stands, steps: &mut Steps<'_>) -> Result<(), ReportError> {
        if table.columns.is_empty() {
            return Ok(());
        }
        if let Some(caption) = &table.caption {
            let boxed = self.document.look == Look::Card;
            let (role, align) = if boxed { (Role::Heading, Align::Center) } else { (Role::Caption, Align::Left) };
            self.text(self.columns.all(), role, align, caption)?;
            self.end_row(CAPTION)?;
        }
        let spans = self.spans(table);
        self.header(table, &spans, stands.heads)?;
        for (at, row) in table.rows.iter().enumerate() {
            if at + 1 == table.rows.len() {
                let end = self.end_height(table) + stands.tail;
                if stands.heads.is_some_and(|heads| !heads.last) { self.keep_surely(end)? } else { self.keep(end)? }
            }
            self.trace_row(row)?;
            self.table_row(table, row, &spans, Role::Value)?;
            steps.step()?;
        }
        if table.rows.is_empty() && table.totals.is_empty() {
            self.text(self.columns.all(), Role::Value, Align::Center, NOTHING)?;
            self.end_row(ROW)?;
        }
        table.totals.iter().try_for_each(|row| self.table_row(table, row, &spans, Role::Total))
    }

    fn spans(&self, table: &Table) -> Vec<Span> {
        let edges = geometry::edges(&table.columns, width(self.document));
        edges.windows(2).map(|w| self.columns.span(w[0], w[1])).collect()
    }

    fn header(&mut self, table: &Table, spans: &[Span], heads: Option<Heads>) -> Result<(), ReportError> {
        let first = self.row;
        for cell in geometry::header(table) {
            let span = (spans[cell.first].0, spans[cell.last].1);
            let rows = (first + row(cell.top), first + row(cell.bottom));
            self.put(rows, span, (Role::Heading, Align::Center), &Value::Text(cell.text.to_owned()))?;
        }
        self.trace_header(table, spans, geometry::levels(table))?;
        let heights = self.header_heights(table, spans);
        heights.iter().try_for_each(|height| self.end_row(*height))?;
        let Some(heads) = heads else { return Ok(()) };
        self.sheet.set_repeat_rows(first, self.row - 1).map_err(refused)?;
        self.breaks.repeat(heights.iter().sum());
        if heads.first {
            self.sheet.set_freeze_panes(self.row, 0).map_err(refused)?;
        }
        Ok(())
    }

    fn header_heights(&self, table: &Table, spans: &[Span]) -> Vec<f64> {
        let mut heights = vec![ROW; geometry::levels(table)];
        for cell in geometry::header(table) {
            let needed = self.needed(cell.text, (spans[cell.first].0, spans[cell.last].1));
            let others: f64 = heights[cell.top..cell.bottom].iter().sum();
            heights[cell.bottom] = heights[cell.bottom].max(needed - others);
        }
        heights
    }

    /// Height of a table's heading, in points.
    pub(super) fn header_height(&self, table: &Table) -> f64 {
        self.header_heights(table, &self.spans(table)).iter().sum()
    }

    /// Height of a table's last row with its totals, in points: none of them stands on a page without it.
    pub(super) fn end_height(&self, table: &Table) -> f64 {
        let last = table.rows.last().map(|row| (row, Role::Value));
        self.rows_height(table, last.into_iter().chain(totals(table)))
    }

    /// Height of a whole table, in points.
    pub(super) fn table_height(&self, table: &Table) -> f64 {
        let caption = table.caption.as_ref().map_or(0.0, |_| CAPTION);
        let rows = table.rows.iter().map(|row| (row, Role::Value)).chain(totals(table));
        caption + self.header_height(table) + self.rows_height(table, rows).max(ROW)
    }

    fn rows_height<'r>(&self, table: &Table, rows: impl Iterator<Item = (&'r Row, Role)>) -> f64 {
        let spans = self.spans(table);
        rows.map(|(row, role)| self.row_height((table, &spans), &self.row_of(table, row), role)).sum()
    }

    fn row_height(&self, (table, spans): (&Table, &[Span]), row: &[Shown], role: Role) -> f64 {
        let least = if role == Role::Value { (f64::from(table.row_height) * POINTS).max(ROW) } else { ROW };
        row.iter().zip(spans).map(|(shown, &span)| self.needed_by(shown, span)).fold(least, f64::max)
    }

    /// What the cells of a row show.
    fn row_of(&self, table: &Table, data: &Row) -> Vec<Shown> {
        let cell = |at| data.cells.get(at).unwrap_or(&Cell::Empty);
        table.columns.iter().enumerate().map(|(at, column)| self.shown(cell(at), column.format)).collect()
    }

    /// Writes a row; as several, with each of its cells over all of them, where Excel knows none so high.
    fn table_row(&mut self, table: &Table, data: &Row, spans: &[Span], role: Role) -> Result<(), ReportError> {
        let shown = self.row_of(table, data);
        let height = self.row_height((table, spans), &shown, role);
        let count = rows_for(height);
        let rows = (self.row, self.row + count - 1);
        // In the middle, a word might stand where a page ends.
        let role = if count > 1 { Role::Long(SIZE) } else { role };
        for ((column, &span), shown) in table.columns.iter().zip(spans).zip(shown) {
            let place = || format!("《{}》第 {} 行“{}”", self.document.title, self.row + 1, column.label);
            check(&shown.text, place)?;
            self.put_shown(rows, span, (role, column.align), shown)?;
        }
        (0..count).try_for_each(|_| self.end_row(height / f64::from(count)))
    }
}

fn totals(table: &Table) -> impl Iterator<Item = (&Row, Role)> {
    table.totals.iter().map(|row| (row, Role::Total))
}

/// How many rows of a sheet a height of so many points needs.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a text that a cell can hold needs few")]
fn rows_for(height: f64) -> u32 {
    (height / HIGHEST).ceil().max(1.0) as u32
}
