//! A board of cards on a sheet: a cell for the photo, one for its lines under or beside it.

use rust_xlsxwriter::{Format, XlsxError};
use station_table::{Align, Card, Cards};

use super::columns::{Place, Span, places, width};
use super::looks::{Role, look};
use super::refused;
use super::sheet::{POINTS, Shown, Writer, check, refused_in};
use super::units::{LINE, lines};
use super::value::Value;
use crate::ReportError;
use crate::geometry::{self, CARD_GAP, CARD_PAD};
use crate::layout::{NOTHING, Sheet};
use crate::picture::PHOTO;

/// Height of the line with a name, in points.
const NAME: f64 = 20.0;

/// Writes the cards row by row, as many rows on a printed page as it can hold whole.
///
/// # Errors
/// When a text is too long, or the sheet too small.
pub(super) fn write(writer: &mut Writer<'_>, data: &Cards) -> Result<(), ReportError> {
    if data.cards.is_empty() {
        return writer.line(NOTHING);
    }
    let places: Vec<Place> = places(data, width(writer.document)).collect();
    let top: f64 = writer.heights.iter().sum();
    if writer.row > 0 && writer.document.subjects.len() == 1 {
        writer.sheet.set_repeat_rows(0, writer.row - 1).map_err(refused)?;
    }
    let page = f64::from(Sheet::of(writer.document).room()) * POINTS - top;
    let mut room = page;
    for cards in data.cards.chunks(places.len()) {
        let height = row_height(writer, data, (cards, &places));
        if height > room && room < page {
            writer.breaks.before(writer.row);
            room = page;
        }
        room -= height;
        write_row(writer, data, (cards, &places))?;
    }
    Ok(())
}

/// Heights of a row's photos and of its lines, in points; beside each other it is one row of the sheet.
fn heights(writer: &Writer<'_>, data: &Cards, (cards, places): (&[Card], &[Place])) -> (f64, f64) {
    let shape = geometry::card(data.across, width(writer.document), 1.0);
    let photo = f64::from(shape.photo.1 + 2.0 * CARD_PAD) * POINTS;
    let needed = |(card, place): (&Card, &Place)| {
        let pixels = writer.columns.pixels(writer.columns.span(place.lines, place.right));
        let rest: usize = card.lines.iter().skip(1).map(|line| lines(line, pixels)).sum();
        NAME + f64::from(u32::try_from(rest).unwrap_or(u32::MAX)) * LINE + 6.0
    };
    let text = cards.iter().zip(places).map(needed).fold(0.0, f64::max);
    if shape.beside { (0.0, photo.max(text)) } else { (photo, text) }
}

fn row_height(writer: &Writer<'_>, data: &Cards, row: (&[Card], &[Place])) -> f64 {
    let (photo, text) = heights(writer, data, row);
    photo + text + f64::from(CARD_GAP) * POINTS
}

fn write_row(writer: &mut Writer<'_>, data: &Cards, row: (&[Card], &[Place])) -> Result<(), ReportError> {
    let (photo, text) = heights(writer, data, row);
    let first = writer.row;
    let beside = photo <= 0.0;
    for (card, place) in row.0.iter().zip(row.1) {
        let columns = &writer.columns;
        let own = columns.span(place.lines, place.right);
        let (span, under) = if beside { (columns.span(place.left, place.lines), first) } else { (own, first + 1) };
        let shown = shown(writer, card);
        writer.put_shown((first, first), span, (Role::Value, Align::Center), shown)?;
        let align = if beside { Align::Left } else { Align::Center };
        write_lines(writer, card, (under, own), align)?;
    }
    if !beside {
        writer.end_row(photo)?;
    }
    writer.end_row(text)?;
    writer.end_row(f64::from(CARD_GAP) * POINTS)
}

/// The photo, or what stands in its empty frame.
fn shown(writer: &Writer<'_>, card: &Card) -> Shown {
    let photo = card.picture.as_deref().and_then(|name| writer.album.get(name)).cloned();
    let value = if photo.is_some() { Value::Blank } else { Value::Text(PHOTO.to_owned()) };
    Shown { text: String::new(), value, photo }
}

/// The lines in one cell, the name larger.
fn write_lines(
    writer: &mut Writer<'_>,
    card: &Card,
    (row, span): (u32, Span),
    align: Align,
) -> Result<(), ReportError> {
    let text = card.lines.join("\n");
    check(&text, || format!("《{}》", writer.document.title))?;
    writer.put((row, row), span, (Role::Value, align), &Value::Text(text))?;
    let Some((name, rest)) = card.lines.split_first().filter(|(name, rest)| !name.is_empty() && !rest.is_empty())
    else {
        return Ok(());
    };
    let rest = format!("\n{}", rest.join("\n"));
    let (large, small) = (Format::new().set_font_name("黑体").set_font_size(13), look(Role::Outside, align));
    let cell = look(Role::Value, align).set_num_format("@");
    let written =
        writer.sheet.write_rich_string_with_format(row, span.0, &[(&large, name.as_str()), (&small, &rest)], &cell);
    written.map(drop).map_err(|e: XlsxError| refused_in(writer.document, e))
}
