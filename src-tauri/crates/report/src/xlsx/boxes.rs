//! Labelled boxes on a sheet.

use station_table::{Align, Format, Grid};

use super::columns::width;
use super::looks::Role;
use super::sheet::{POINTS, Shown, Writer, check, row};
use super::units::{HIGHEST, lines};
use super::value::Value;
use crate::ReportError;
use crate::geometry::{self, Content, GridBox};

/// Least height of a row, in points.
const BOX: f64 = 24.0;

/// Writes the boxes as cells; one beside which rows stand covers as many.
///
/// # Errors
/// When a text is too long, or the sheet too small.
pub(super) fn write(writer: &mut Writer<'_>, grid: &Grid) -> Result<(), ReportError> {
    let heights = heights(writer, grid);
    let first = writer.row;
    for part in parts(writer, grid) {
        let span = writer.columns.span(part.x, part.x + part.width);
        let rows = (first + row(part.row), first + row(part.row + part.rows - 1));
        let (look, shown) = look_of(writer, &part)?;
        writer.put_shown(rows, span, look, shown)?;
    }
    heights.into_iter().try_for_each(|height| writer.end_row(height))
}

/// Heights of the rows, in points.
pub(super) fn heights(writer: &Writer<'_>, grid: &Grid) -> Vec<f64> {
    let said: Vec<f64> = grid.rows.iter().map(|r| f64::from(r.height) * POINTS).collect();
    let mut heights: Vec<f64> = said.iter().map(|height| height.max(BOX)).collect();
    for part in parts(writer, grid).into_iter().filter(|part| part.rows == 1) {
        let shown = shown(writer, &part);
        // A picture in a row that has a height is fitted into it.
        if shown.photo.is_none() || said[part.row] <= 0.0 {
            let span = writer.columns.span(part.x, part.x + part.width);
            heights[part.row] = heights[part.row].max(writer.needed_by(&shown, span).min(HIGHEST));
        }
    }
    heights
}

fn parts<'a>(writer: &Writer<'_>, grid: &'a Grid) -> Vec<GridBox<'a>> {
    geometry::boxes(grid, width(writer.document), 11.0 * crate::typeset::POINT)
}

fn shown(writer: &Writer<'_>, part: &GridBox<'_>) -> Shown {
    match part.content {
        Content::Label(label) => Shown { text: label.to_owned(), value: Value::Text(label.to_owned()), photo: None },
        Content::Value(field) => writer.shown(&field.value, Format::Date),
    }
}

fn look_of(writer: &Writer<'_>, part: &GridBox<'_>) -> Result<((Role, Align), Shown), ReportError> {
    let shown = shown(writer, part);
    let Content::Value(field) = part.content else { return Ok(((Role::Heading, Align::Center), shown)) };
    check(&shown.text, || format!("《{}》“{}”", writer.document.title, field.label))?;
    let narrow = part.width < 70.0 || field.label.is_empty();
    let span = writer.columns.span(part.x, part.x + part.width);
    let short = narrow && lines(&shown.text, writer.columns.pixels(span)) == 1;
    Ok(((Role::Value, if short { Align::Center } else { Align::Left }), shown))
}
