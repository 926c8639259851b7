//! A document on a sheet: its subjects one under the other, each beginning a new printed page.

use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};
use station_table::{Align, Cell, Document, Format, Grid, Look, Orientation, Part, Row, Subject, Table};

use super::columns::{Columns, Span, width};
use super::looks::{Role, look};
use super::refused;
use super::units::{LINE, lines};
use super::value::Value;
use crate::ReportError;
use crate::geometry::{self, Content};
use crate::progress::Steps;

/// Characters that a cell can hold.
const LONGEST: usize = 32_767;

/// Highest row that Excel knows, in points.
const HIGHEST: f64 = 409.0;

/// Points of a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// Least height of a row of a grid, in points.
const BOX: f64 = 24.0;

/// Least height of a row of a table, in points.
const ROW: f64 = 19.0;

/// A sheet being written.
struct Writer<'a> {
    sheet: &'a mut Worksheet,
    document: &'a Document,
    columns: Columns,
    row: u32,
}

/// Writes subjects of a document.
///
/// # Errors
/// When the clerk asked to stop, a text is too long or the document too large for a sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    subjects: &[Subject],
    steps: &mut Steps<'_>,
) -> Result<(), ReportError> {
    let mut writer = Writer { sheet, document, columns: Columns::of(document), row: 0 };
    let mut breaks = Vec::new();
    for subject in subjects {
        if writer.row > 0 {
            breaks.push(writer.row);
        }
        writer.subject(subject, steps)?;
        steps.step()?;
    }
    writer.set_up(&breaks).map_err(refused)
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
                Part::Grid(grid) => self.grid(grid)?,
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

    fn line(&mut self, text: &str) -> Result<(), ReportError> {
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
        let edges = geometry::edges(&table.columns, width(self.document.orientation));
        let spans: Vec<Span> = edges.windows(2).map(|w| self.columns.span(w[0], w[1])).collect();
        self.header(table, &spans)?;
        for row in &table.rows {
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
        heights.into_iter().try_for_each(|height| self.end_row(height))?;
        if self.document.look == Look::List && self.document.subjects.len() == 1 {
            self.sheet.set_repeat_rows(first, self.row - 1).map_err(refused)?;
            self.sheet.set_freeze_panes(self.row, 0).map_err(refused)?;
        }
        Ok(())
    }

    fn table_row(&mut self, table: &Table, data: &Row, spans: &[Span], role: Role) -> Result<(), ReportError> {
        let mut height = ROW;
        for (at, (column, &span)) in table.columns.iter().zip(spans).enumerate() {
            let cell = data.cells.get(at).unwrap_or(&Cell::Empty);
            let text = cell.shown_as(column.format);
            let place = || format!("《{}》第 {} 行“{}”", self.document.title, self.row + 1, column.label);
            check(&text, place)?;
            self.put((self.row, self.row), span, (role, column.align), &Value::of(cell, column.format))?;
            height = height.max(self.needed(&text, span));
        }
        self.end_row(height)
    }

    fn grid(&mut self, grid: &Grid) -> Result<(), ReportError> {
        let boxes = geometry::boxes(grid, width(self.document.orientation), 11.0 * crate::typeset::POINT);
        let first = self.row;
        let mut heights: Vec<f64> = grid.rows.iter().map(|r| (f64::from(r.height) * POINTS).max(BOX)).collect();
        for part in boxes {
            let span = self.columns.span(part.x, part.x + part.width);
            let rows = (first + row(part.row), first + row(part.row + part.rows - 1));
            let (needed, look, value) = match part.content {
                Content::Label(label) => {
                    (self.needed(label, span), (Role::Heading, Align::Center), Value::Text(label.to_owned()))
                }
                Content::Value(field) => {
                    let text = field.value.shown();
                    check(&text, || format!("《{}》“{}”", self.document.title, field.label))?;
                    let narrow = part.width < 70.0 || field.label.is_empty();
                    let short = narrow && lines(&text, self.columns.pixels(span)) == 1;
                    let align = if short { Align::Center } else { Align::Left };
                    (self.needed(&text, span), (Role::Value, align), Value::of(&field.value, Format::Date))
                }
            };
            if part.rows == 1 {
                heights[part.row] = heights[part.row].max(needed);
            }
            self.put(rows, span, look, &value)?;
        }
        heights.into_iter().try_for_each(|height| self.end_row(height))
    }

    fn text(&mut self, span: Span, role: Role, align: Align, text: &str) -> Result<(), ReportError> {
        check(text, || format!("《{}》", self.document.title))?;
        self.put((self.row, self.row), span, (role, align), &Value::Text(text.to_owned()))
    }

    /// Writes a value into a cell, or into the first of those that it covers.
    fn put(&mut self, rows: (u32, u32), span: Span, look: (Role, Align), value: &Value) -> Result<(), ReportError> {
        write_cell(self.sheet, (rows, span), look, value).map_err(|e| refused_in(self.document, e))
    }

    /// Height that a text needs, in points.
    fn needed(&self, text: &str, span: Span) -> f64 {
        let lines = u32::try_from(lines(text, self.columns.pixels(span))).unwrap_or(u32::MAX);
        f64::from(lines) * LINE + 5.0
    }

    fn end_row(&mut self, height: f64) -> Result<(), ReportError> {
        let height = height.min(HIGHEST);
        self.sheet.set_row_height(self.row, height).map_err(|e| refused_in(self.document, e))?;
        self.row += 1;
        Ok(())
    }

    /// Column widths and how the sheet is printed.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred pixels")]
    fn set_up(self, breaks: &[u32]) -> Result<(), XlsxError> {
        let sheet = self.sheet;
        for (column, pixels) in self.columns.widths() {
            sheet.set_column_width_pixels(column, pixels.round() as u32)?;
        }
        let page = match self.document.orientation {
            Orientation::Landscape => sheet.set_landscape(),
            Orientation::Portrait => sheet.set_portrait(),
        };
        page.set_paper_size(9).set_print_center_horizontally(true).set_footer("&C第 &P 页 共 &N 页");
        page.set_margins(0.5, 0.5, 0.7, 0.75, 0.3, 0.35);
        page.set_print_fit_to_pages(1, 0);
        page.set_page_breaks(breaks)?;
        let (_, last) = self.columns.all();
        page.ignore_error_range(0, 0, self.row, last, IgnoreError::NumberStoredAsText)?;
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

fn refused_in(document: &Document, error: XlsxError) -> ReportError {
    match error {
        XlsxError::RowColumnLimitError => ReportError::TooLarge(document.title.clone()),
        other => refused(other),
    }
}

fn check(text: &str, place: impl Fn() -> String) -> Result<(), ReportError> {
    // Excel counts UTF-16 units.
    if text.encode_utf16().count() > LONGEST { Err(ReportError::TooLong(place())) } else { Ok(()) }
}

fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
