//! A document on a sheet: its subjects one under the other, each beginning a new printed page.

use rust_xlsxwriter::{Worksheet, XlsxError};
use station_table::{Align, Cell, Document, Format, Look, Part, Row, Subject, Table};

use super::columns::{Columns, Span, width};
use super::looks::{Role, look};
use super::pictures::Placed;
use super::trace::Traced;
use super::units::{LINE, lines};
use super::value::Value;
use super::{board, boxes, refused};
use crate::ReportError;
use crate::geometry;
use crate::picture::{Album, Photo, UNREADABLE};
use crate::progress::Steps;

/// Characters that a cell can hold.
const LONGEST: usize = 32_767;

/// Highest row that Excel knows, in points.
const HIGHEST: f64 = 409.0;

/// Points of a millimetre.
pub(super) const POINTS: f64 = 72.0 / 25.4;

/// Height of a picture in a cell at most, in points.
const PICTURE: f64 = 40.0 * POINTS;

/// Least height of a row of a table, in points.
const ROW: f64 = 19.0;

/// A sheet being written.
pub(super) struct Writer<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) document: &'a Document,
    pub(super) album: Album,
    pub(super) columns: Columns,
    pub(super) row: u32,
    /// Of the rows so far, in points.
    pub(super) heights: Vec<f64>,
    /// Rows before which a page begins.
    pub(super) breaks: Vec<u32>,
    pub(super) placed: Vec<Placed>,
    /// Columns of tables that can be read back.
    pub(super) traced: Vec<Traced>,
}

/// What a cell shows.
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) value: Value,
    pub(super) photo: Option<Photo>,
}

/// Writes subjects of a document; answers which columns can be read back.
///
/// # Errors
/// When the clerk asked to stop, a text is too long or the document too large for a sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    subjects: &[Subject],
    steps: &mut Steps<'_>,
) -> Result<Vec<Traced>, ReportError> {
    let (album, columns) = (Album::of(document), Columns::of(document));
    let (heights, breaks, placed, traced) = Default::default();
    let mut writer = Writer { sheet, document, album, columns, row: 0, heights, breaks, placed, traced };
    for subject in subjects {
        if writer.row > 0 {
            writer.breaks.push(writer.row);
        }
        writer.subject(subject, steps)?;
        steps.step()?;
    }
    writer.set_up().map_err(refused)?;
    Ok(writer.traced)
}

impl Writer<'_> {
    fn subject(&mut self, subject: &Subject, steps: &mut Steps<'_>) -> Result<(), ReportError> {
        let all = self.columns.all();
        self.text(all, Role::Title, Align::Center, &self.document.title)?;
        self.end_row(32.0)?;
        self.slots(&subject.head, [Align::Left, Align::Center, Align::Right])?;
        for (at, part) in subject.parts.iter().enumerate() {
            if at > 0 && self.document.look == Look::Sheet {
                self.end_row(8.0)?;
            }
            match part {
                Part::Table(table) => self.table(table, steps)?,
                Part::Grid(grid) => boxes::write(self, grid)?,
                Part::Cards(cards) => board::write(self, cards)?,
                Part::Line { text } => self.line(text)?,
            }
        }
        if !subject.signature.is_empty() {
            self.end_row(8.0)?;
        }
        self.slots(&subject.signature, [Align::Left; 3])
    }

    /// Texts side by side in equal shares of the width, or one under the other where they do not fit so.
    fn slots(&mut self, texts: &[String], [first, middle, last]: [Align; 3]) -> Result<(), ReportError> {
        let spans: Vec<Span> = (0..texts.len()).map(|at| self.columns.share(at, texts.len())).collect();
        let apart = spans.windows(2).all(|w| w[0].1 < w[1].0);
        let fit = spans.iter().zip(texts).all(|(span, text)| lines(text, self.columns.pixels(*span)) == 1);
        if !apart || !fit {
            return texts.iter().try_for_each(|text| self.line(text));
        }
        for (at, (text, span)) in texts.iter().zip(spans).enumerate() {
            let align = if at == 0 {
                first
            } else if at + 1 == texts.len() {
                last
            } else {
                middle
            };
            self.text(span, Role::Outside, align, text)?;
        }
        if texts.is_empty() { Ok(()) } else { self.end_row(18.0) }
    }

    pub(super) fn line(&mut self, text: &str) -> Result<(), ReportError> {
        let all = self.columns.all();
        self.text(all, Role::Outside, Align::Left, text)?;
        self.end_row(self.needed(text, all).max(18.0))
    }

    fn table(&mut self, table: &Table, steps: &mut Steps<'_>) -> Result<(), ReportError> {
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
        for row in &table.rows {
            self.trace_row(row)?;
            self.table_row(table, row, &spans, Role::Value)?;
            steps.step()?;
        }
        if table.rows.is_empty() && table.totals.is_empty() {
            self.text(self.columns.all(), Role::Value, Align::Center, crate::layout::NOTHING)?;
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
        }
        Ok(())
    }

    fn table_row(&mut self, table: &Table, data: &Row, spans: &[Span], role: Role) -> Result<(), ReportError> {
        let mut height = if role == Role::Value { (f64::from(table.row_height) * POINTS).max(ROW) } else { ROW };
        for (at, (column, &span)) in table.columns.iter().zip(spans).enumerate() {
            let shown = self.shown(data.cells.get(at).unwrap_or(&Cell::Empty), column.format);
            let place = || format!("《{}》第 {} 行“{}”", self.document.title, self.row + 1, column.label);
            check(&shown.text, place)?;
            height = height.max(self.needed_by(&shown, span));
            self.put_shown((self.row, self.row), span, (role, column.align), shown)?;
        }
        self.end_row(height)
    }

    /// What a cell shows under a column's format.
    pub(super) fn shown(&self, cell: &Cell, format: Format) -> Shown {
        let Cell::Picture(name) = cell else {
            return Shown { text: cell.shown_as(format), value: Value::of(cell, format), photo: None };
        };
        match self.album.get(name).cloned() {
            Some(photo) => Shown { text: String::new(), value: Value::Blank, photo: Some(photo) },
            None => Shown { text: UNREADABLE.to_owned(), value: Value::Text(UNREADABLE.to_owned()), photo: None },
        }
    }

    /// Height that what is shown needs, in points.
    pub(super) fn needed_by(&self, shown: &Shown, span: Span) -> f64 {
        match &shown.photo {
            Some(photo) => (f64::from(self.columns.pixels(span) / photo.aspect) * 0.75).min(PICTURE),
            None => self.needed(&shown.text, span),
        }
    }

    /// Writes what is shown; a picture when the sheet is set up.
    pub(super) fn put_shown(
        &mut self,
        rows: (u32, u32),
        span: Span,
        look: (Role, Align),
        shown: Shown,
    ) -> Result<(), ReportError> {
        let pixels = self.columns.pixels(span);
        self.placed.extend(shown.photo.map(|photo| Placed { photo, rows, span, pixels }));
        self.put(rows, span, look, &shown.value)
    }

    fn text(&mut self, span: Span, role: Role, align: Align, text: &str) -> Result<(), ReportError> {
        check(text, || format!("《{}》", self.document.title))?;
        self.put((self.row, self.row), span, (role, align), &Value::Text(text.to_owned()))
    }

    /// Writes a value into a cell, or into the first of those that it covers.
    pub(super) fn put(
        &mut self,
        rows: (u32, u32),
        span: Span,
        look: (Role, Align),
        value: &Value,
    ) -> Result<(), ReportError> {
        write_cell(self.sheet, (rows, span), look, value).map_err(|e| refused_in(self.document, e))
    }

    /// Height that a text needs, in points.
    pub(super) fn needed(&self, text: &str, span: Span) -> f64 {
        let lines = u32::try_from(lines(text, self.columns.pixels(span))).unwrap_or(u32::MAX);
        f64::from(lines) * LINE + 5.0
    }

    pub(super) fn end_row(&mut self, height: f64) -> Result<(), ReportError> {
        let height = height.min(HIGHEST);
        self.heights.push(height);
        self.sheet.set_row_height(self.row, height).map_err(|e| refused_in(self.document, e))?;
        self.row += 1;
        Ok(())
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    ((top, bottom), (first, last)): ((u32, u32), Span),
    (role, align): (Role, Align),
    value: &Value,
) -> Result<(), XlsxError> {
    let look = look(role, align);
    let format = match value {
        Value::Number(_, pattern) | Value::Date(_, pattern) => look.set_num_format(*pattern),
        Value::Text(_) => look.set_num_format("@"),
        Value::Blank => look,
    };
    if (top, first) != (bottom, last) {
        sheet.merge_range(top, first, bottom, last, "", &format)?;
    }
    match value {
        Value::Blank => sheet.write_blank(top, first, &format)?,
        Value::Text(text) => sheet.write_string_with_format(top, first, text, &format)?,
        Value::Number(number, _) => sheet.write_number_with_format(top, first, *number, &format)?,
        Value::Date(day, _) => sheet.write_datetime_with_format(top, first, day, &format)?,
    };
    Ok(())
}

/// What the library refused, in words for the clerk.
pub(super) fn refused_in(document: &Document, error: XlsxError) -> ReportError {
    match error {
        XlsxError::RowColumnLimitError => ReportError::TooLarge(document.title.clone()),
        other => refused(other),
    }
}

/// Whether a cell can hold a text.
pub(super) fn check(text: &str, place: impl Fn() -> String) -> Result<(), ReportError> {
    // Excel counts UTF-16 units.
    if text.encode_utf16().count() > LONGEST { Err(ReportError::TooLong(place())) } else { Ok(()) }
}

/// A row's number for the library.
pub(super) fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
