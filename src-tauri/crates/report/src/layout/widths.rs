//! Widths of a table's columns: as they are said, but none too narrow for its numbers while others have room.

use station_table::{Column, Row, Table};

use super::band::PAD_X;
use crate::fonts::Style;
use crate::geometry;
use crate::typeset::{POINT, Setting, Typesetter};

/// Share of its width that a column gives to others at most, and one whose texts are broken anyway.
const GIVEN: (f32, f32) = (0.4, 0.1);

/// Share of the table up to which a column is widened: a longer word is parted instead.
const WIDEST: f32 = 0.15;

/// Added to what a text needs, in millimetres, so that rounding does not shrink it.
const MORE: f32 = 0.1;

/// So many characters of a label stay on one line.
const LABEL: usize = 4;

/// What a column needs, in millimetres.
struct Needs {
    /// So that no number and no name of a list is parted.
    least: f32,
    /// So that its names and its label stay as they are; it gives only what it has more.
    good: f32,
    /// So that no text is broken.
    whole: f32,
}

/// Edges of the columns in millimetres from the table's left, for texts of so many points.
pub(crate) fn edges(set: &Typesetter, table: &Table, width: f32, size: f32) -> Vec<f32> {
    let mut edges = geometry::edges(&table.columns, width);
    let said: Vec<f32> = edges.windows(2).map(|edge| edge[1] - edge[0]).collect();
    let needs = table.columns.iter().enumerate().map(|(at, column)| needs(set, table, (at, column), size));
    let apart = said.iter().zip(needs).map(|(said, needs)| {
        let lacks = (needs.least.min(WIDEST * width) - said).max(0.0);
        let given = if needs.whole > *said { GIVEN.1 } else { GIVEN.0 };
        (lacks, if lacks > 0.0 { 0.0 } else { (said - needs.good).clamp(0.0, given * said) })
    });
    let apart: Vec<(f32, f32)> = apart.collect();
    let (lacking, spare) = apart.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let moved = f32::min(lacking, spare);
    if moved <= 0.0 {
        return edges;
    }
    let mut shift = 0.0;
    for (edge, (lacks, spares)) in edges.iter_mut().skip(1).zip(&apart) {
        shift += (lacks / lacking - spares / spare) * moved;
        *edge += shift;
    }
    edges
}

fn needs(set: &Typesetter, table: &Table, (at, column): (usize, &Column), size: f32) -> Needs {
    let (body, heading) = (Setting { style: Style::Body, size }, Setting { style: Style::Heading, size });
    let texts = |rows: &[Row]| -> Vec<String> {
        rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.shown_as(column.format)).collect()
    };
    let (rows, totals) = (texts(&table.rows), texts(&table.totals));
    let widest = |texts: &[String], width: &dyn Fn(&str) -> f32| texts.iter().map(|t| width(t)).fold(0.0, f32::max);
    let summed = widest(&totals, &|text| set.good_width(text, heading));
    let edges = 2.0 * PAD_X * size * POINT + MORE;
    Needs {
        least: edges + widest(&rows, &|text| set.least_width(text, body)).max(summed),
        good: edges + widest(&rows, &|text| set.good_width(text, body)).max(summed).max(label(set, column, heading)),
        whole: edges + widest(&rows, &|text| set.width(text, body)),
    }
}

/// Width of a label on as few lines as it should have.
#[expect(clippy::cast_precision_loss, reason = "a label has some characters")]
fn label(set: &Typesetter, column: &Column, setting: Setting) -> f32 {
    set.width(&column.label, setting) / column.label.chars().count().div_ceil(LABEL).max(1) as f32
}
