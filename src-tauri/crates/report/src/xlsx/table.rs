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

impl Writer<'_> {
    /// Writes a table; `tail` points of rows follow that belong to its last row.
    ///
    /// # Errors
    /// When the clerk asked to stop, a text is too long or the sheet too small.
    pub(super) fn table(&mut self, table: &Table, tail: f64, steps: &mut Steps<'_>) -> Result<(), ReportError> {
        if table.columns.is_empty() {
            return Ok(());
        }
        if let Some(caption) = &table.caption {
            let boxed = self.document.look == Look::Card;
            let (role, align) = if boxed { (Role::Heading, Align::Center) } else { (Role::Caption, Align::Left) };
            self.text(self.columns.all(), role, align, caption)?;
            self.end_row(20.0)?;
        }
        let edges = geometry::edges(&table.columns, width(self.document));
        let spans: Vec<Span> = edges.windows(2).map(|w| self.columns.span(w[0], w[1])).collect();
        self.header(table, &spans)?;
        for (at, row) in table.rows.iter().enumerate() {
            if at + 1 == table.rows.len() {
                self.keep_with_totals(table, &spans, tail)?;
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

    fn header(&mut self, table: &Table, spans: &[Span]) -> Result<(), ReportError> {
        let levels = geometry::levels(table);
        let first = self.row;
        let mut heights = vec![ROW; levels];
        for cell in geometry::header(table) {
            let span = (spans[cell.first].0, spans[cell.last].1);
            let rows = (first + row(cell.top), first + row(cell.bottom));
            let needed = self.needed(cell.text, span);
            let others: f64 = heights[cell.top..cell.bottom].iter().sum();
            heights[cell.bottom] = heights[cell.bottom].max(needed - others);
            self.put(rows, span, (Role::Heading, Align::Center), &Value::Text(cell.text.to_owned()))?;
        }
        self.trace_header(table, spans, levels)?;
        heights.into_iter().try_for_each(|height| self.end_row(height))?;
        if self.document.look == Look::List && self.document.subjects.len() == 1 {
            self.sheet.set_repeat_rows(first, self.row - 1).map_err(refused)?;
            self.sheet.set_freeze_panes(self.row, 0).map_err(refused)?;
            let repeated = &self.heights[first as usize..];
            self.breaks.repeat(repeated.iter().sum());
        }
        Ok(())
    }

    /// Begins a page before the last row if its totals, or the signatures, would begin one without it.
    fn keep_with_totals(&mut self, table: &Table, spans: &[Span], tail: f64) -> Result<(), ReportError> {
        let mut height = tail;
        for (row, role) in table.rows.last().map(|r| (r, Role::Value)).into_iter().chain(totals(table)) {
            height += self.row_of(table, row, spans, role)?.1;
        }
        self.keep(height)
    }

    /// Writes a row; as several, with each of its cells over all of them, where Excel knows none so high.
    fn table_row(&mut self, table: &Table, data: &Row, spans: &[Span], role: Role) -> Result<(), ReportError> {
        let (shown, height) = self.row_of(table, data, spans, role)?;
        let count = rows_for(height);
        let rows = (self.row, self.row + count - 1);
        // In the middle, a word might stand where a page ends.
        let role = if count > 1 { Role::Long(SIZE) } else { role };
        for ((column, &span), shown) in table.columns.iter().zip(spans).zip(shown) {
            self.put_shown(rows, span, (role, column.align), shown)?;
        }
        (0..count).try_for_each(|_| self.end_row(height / f64::from(count)))
    }

    /// What the cells of a row show, and the height in points that they need.
    fn row_of(&self, table: &Table, data: &Row, spans: &[Span], role: Role) -> Result<(Vec<Shown>, f64), ReportError> {
        let mut height = if role == Role::Value { (f64::from(table.row_height) * POINTS).max(ROW) } else { ROW };
        let mut row = Vec::with_capacity(spans.len());
        for (at, (column, &span)) in table.columns.iter().zip(spans).enumerate() {
            let shown = self.shown(data.cells.get(at).unwrap_or(&Cell::Empty), column.format);
            let place = || format!("《{}》第 {} 行“{}”", self.document.title, self.row + 1, column.label);
            check(&shown.text, place)?;
            height = height.max(self.needed_by(&shown, span));
            row.push(shown);
        }
        Ok((row, height))
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
