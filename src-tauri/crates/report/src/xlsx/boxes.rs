//! Labelled boxes on a sheet.

use station_table::{Align, Format, Grid};

use super::columns::width;
use super::looks::Role;
use super::sheet::{POINTS, Shown, Writer, check, row};
use super::units::lines;
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
    let boxes = geometry::boxes(grid, width(writer.document), 11.0 * crate::typeset::POINT);
    let first = writer.row;
    let said: Vec<f64> = grid.rows.iter().map(|r| f64::from(r.height) * POINTS).collect();
    let mut heights: Vec<f64> = said.iter().map(|height| height.max(BOX)).collect();
    for part in boxes {
        let span = writer.columns.span(part.x, part.x + part.width);
        let rows = (first + row(part.row), first + row(part.row + part.rows - 1));
        let (look, shown) = look_of(writer, &part)?;
        // A picture in a row that has a height is fitted into it.
        if part.rows == 1 && (shown.photo.is_none() || said[part.row] <= 0.0) {
            heights[part.row] = heights[part.row].max(writer.needed_by(&shown, span));
        }
        writer.put_shown(rows, span, look, shown)?;
    }
    heights.into_iter().try_for_each(|height| writer.end_row(height))
}

fn look_of(writer: &Writer<'_>, part: &GridBox<'_>) -> Result<((Role, Align), Shown), ReportError> {
    let field = match part.content {
        Content::Label(label) => {
            let (text, value) = (label.to_owned(), Value::Text(label.to_owned()));
            return Ok(((Role::Heading, Align::Center), Shown { text, value, photo: None }));
        }
        Content::Value(field) => field,
    };
    let shown = writer.shown(&field.value, Format::Date);
    check(&shown.text, || format!("《{}》“{}”", writer.document.title, field.label))?;
    let narrow = part.width < 70.0 || field.label.is_empty();
    let span = writer.columns.span(part.x, part.x + part.width);
    let short = narrow && lines(&shown.text, writer.columns.pixels(span)) == 1;
    Ok(((Role::Value, if short { Align::Center } else { Align::Left }), shown))
}
