//! A table on pages: header on each, rows whole.

use station_table::{Align, Cell, Column, Row, Table};

use super::band::{Band, TextBox};
use super::flow::Flow;
use super::rules::Area;
use super::{Tick, widths};
use crate::Cancelled;
use crate::fonts::Style;
use crate::geometry;
use crate::picture::UNREADABLE;
use crate::typeset::{Setting, Typesetter};

/// Least height of a row in em of its text.
const ROW: f32 = 2.0;

/// Height of a picture in a cell at most, in millimetres.
const PICTURE: f32 = 40.0;

/// Scales that are tried until a page can hold a row.
const SCALES: [f32; 4] = [1.0, 0.9, 0.8, 0.7];

/// A table as it is laid out.
pub(crate) struct Layout<'a> {
    table: &'a Table,
    edges: Vec<f32>,
    size: f32,
}

impl<'a> Layout<'a> {
    /// For a width in millimetres and a size in points; smaller where the columns were meant for wider paper.
    pub(crate) fn new(set: &Typesetter, table: &'a Table, width: f32, size: f32) -> Self {
        let meant: f32 = table.columns.iter().map(|c| c.width).sum();
        let size = (size * (width / meant.max(1.0)).clamp(0.8, 1.0) * 2.0).floor() / 2.0;
        Self { table, edges: widths::edges(set, table, width, size), size }
    }

    /// Draws the table; `tail` millimetres are to stay free on the page of its last row.
    ///
    /// # Errors
    /// When `tick`, called for each row, says so.
    pub(crate) fn draw(&self, flow: &mut Flow<'_>, tail: f32, tick: Tick<'_>) -> Result<(), Cancelled> {
        let header = self.header(flow.set);
        let totals: Vec<Band> = self.table.totals.iter().map(|r| self.row(flow, r, Style::Heading, 1.0)).collect();
        let after = tail + totals.iter().map(|b| b.height).sum::<f32>();
        let mut rows = self.table.rows.iter().peekable();
        let first = rows.peek().map_or_else(|| self.nothing(flow.set), |r| self.row(flow, r, Style::Body, 1.0));
        flow.need(header.height + first.height.min(flow.page_room() - header.height));
        flow.band(&header);
        if self.table.rows.is_empty() && self.table.totals.is_empty() {
            flow.band(&first);
        }
        while let Some(row) = rows.next() {
            tick()?;
            let after = if rows.peek().is_some() { 0.0 } else { after };
            self.place(flow, row, &header, after);
        }
        for band in &totals {
            keep(flow, band.height, &header);
            flow.band(band);
        }
        Ok(())
    }

    /// Height of the header and its first row, in millimetres: what should not be parted from a caption.
    pub(crate) fn head(&self, flow: &Flow<'_>) -> f32 {
        let first = self.table.rows.first().map_or(0.0, |r| self.row(flow, r, Style::Body, 1.0).height);
        self.header(flow.set).height + first.min(60.0)
    }

    /// Draws a row in the largest scale in which a page holds it and what follows in `after` millimetres.
    fn place(&self, flow: &mut Flow<'_>, row: &Row, header: &Band, after: f32) {
        let whole = flow.page_room() - header.height;
        let after = after.min(whole / 2.0);
        for scale in SCALES {
            let band = self.row(flow, row, Style::Body, scale);
            if band.height + after <= whole {
                keep(flow, band.height + after, header);
                flow.band(&band);
                return;
            }
        }
        self.run_over(flow, self.row(flow, row, Style::Body, 1.0), header, after);
    }

    /// Draws a row that no page holds: its text runs over as many as it needs, some of it to the page of what follows
    /// in `after` millimetres.
    fn run_over(&self, flow: &mut Flow<'_>, row: Band, header: &Band, after: f32) {
        let few = 3.0 * self.least();
        let mut rest = row;
        while rest.has_text() {
            keep(flow, if rest.height <= few { rest.height + after } else { few }, header);
            let room = flow.room();
            if rest.height + after <= room {
                flow.band(&rest);
                return;
            }
            let high = if rest.height <= room { (room - after).max(few) } else { room };
            let (now, later) = rest.part(high);
            flow.band(&now);
            rest = later;
        }
    }

    fn header(&self, set: &Typesetter) -> Band {
        let cells = geometry::header(self.table);
        let setting = Setting { style: Style::Heading, size: self.size };
        let mut boxes: Vec<TextBox> = cells
            .iter()
            .map(|c| TextBox::of(set, c.text, setting, self.across(c.first, c.last), Align::Center))
            .collect();
        let least = self.least();
        let levels: Vec<f32> = (0..geometry::levels(self.table))
            .map(|level| {
                let own = cells.iter().zip(&boxes).filter(|(c, _)| c.top == level && c.bottom == level);
                own.map(|(_, b)| b.area.height).fold(least, f32::max)
            })
            .collect();
        let through = cells.iter().zip(&boxes).filter(|(c, _)| c.top != c.bottom).map(|(_, b)| b.area.height);
        let height = through.fold(levels.iter().sum(), f32::max);
        let upper = if levels.len() == 2 { levels[0] } else { 0.0 };
        for (cell, whole) in cells.iter().zip(&mut boxes) {
            let y = if cell.top == 1 { upper } else { 0.0 };
            let end = if cell.bottom == 0 && levels.len() == 2 { upper } else { height };
            whole.area = Area { y, height: end - y, ..whole.area };
        }
        Band { height, boxes }
    }

    /// A row of the table, or with the style of a heading one of its totals.
    fn row(&self, flow: &Flow<'_>, row: &Row, style: Style, scale: f32) -> Band {
        let setting = Setting { style, size: self.size * scale };
        let cell = |(at, column)| self.cell(flow, row.cells.get(at), (at, column), setting);
        let said = if style == Style::Body { self.table.row_height } else { 0.0 };
        let boxes = self.table.columns.iter().enumerate().map(cell).collect();
        Band::row(boxes, self.least().max(said.min(flow.page_room() / 2.0)))
    }

    fn cell(&self, flow: &Flow<'_>, cell: Option<&Cell>, (at, column): (usize, &Column), setting: Setting) -> TextBox {
        let across = self.across(at, at);
        let text = match cell {
            Some(Cell::Picture(name)) => match flow.album.get(name) {
                Some(photo) => return TextBox::photo(flow.set, photo, across, PICTURE),
                None => UNREADABLE.to_owned(),
            },
            cell => cell.map(|c| c.shown_as(column.format)).unwrap_or_default(),
        };
        TextBox::of(flow.set, &text, setting, across, column.align)
    }

    /// A row that says that there is none.
    fn nothing(&self, set: &Typesetter) -> Band {
        let setting = Setting { style: Style::Body, size: self.size };
        let last = self.table.columns.len().saturating_sub(1);
        let whole = TextBox::of(set, super::NOTHING, setting, self.across(0, last), Align::Center);
        Band::row(vec![whole], self.least())
    }

    fn across(&self, first: usize, last: usize) -> (f32, f32) {
        let left = self.edges.get(first).copied().unwrap_or(0.0);
        let right = self.edges.get(last + 1).copied().unwrap_or(left);
        (left, right - left)
    }

    fn least(&self) -> f32 {
        ROW * self.size * crate::typeset::POINT
    }
}

/// Turns the page and repeats the header unless so many millimetres are left.
fn keep(flow: &mut Flow<'_>, height: f32, header: &Band) {
    if height > flow.room() + 0.01 {
        flow.turn();
        flow.band(header);
    }
}
