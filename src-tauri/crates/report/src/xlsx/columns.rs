//! The columns of a sheet: wherever a table or a grid of the document has an edge.

use station_table::{Cards, Cell, Document, Format, Grid, Look, Part, Table};

use super::units;
use super::value::Value;
use crate::geometry::{self, CARD_GAP, CARD_PAD, Content};
use crate::layout::Sheet;
use crate::typeset::POINT;

/// Edges nearer than this, in millimetres, are one.
const NEAR: f32 = 1.5;

/// Pixels of a millimetre at 96 dots an inch.
const PIXELS: f32 = 96.0 / 25.4;

/// By how much a list may be widened for its labels.
const MOST_WIDENED: f32 = 1.2;

/// By how much a list may be wider than the paper for its long texts: its print is so much smaller.
const MOST_GROWN: f32 = 1.3;

/// By what share of itself a list may always be wider for them, even if it is wider than the paper already.
const ALWAYS_GROWN: f32 = 0.1;

/// Share of its width that a column gives to others at most.
const GIVEN: f32 = 0.4;

/// What a line of a label has at least.
const LABEL_LINE: &str = "标签";

/// Smallest print in points.
const LEAST: f32 = 6.0;

/// Size for which labels of grids get their room, in points.
const LABEL: f32 = 11.0;

/// First and last column of a cell.
pub(super) type Span = (u16, u16);

/// The columns of a sheet.
pub(super) struct Columns {
    edges: Vec<f32>,
    pixels: Vec<f32>,
}

impl Columns {
    /// The columns that a document needs.
    pub(super) fn of(document: &Document) -> Self {
        let width = width(document);
        let mut edges = vec![0.0, width];
        for part in document.subjects.iter().flat_map(|s| &s.parts) {
            match part {
                Part::Table(table) => edges.extend(geometry::edges(&table.columns, width)),
                Part::Grid(grid) => {
                    edges.extend(geometry::boxes(grid, width, LABEL * POINT).iter().map(|b| b.x + b.width));
                }
                Part::Cards(cards) => edges.extend(places(cards, width).flat_map(|p| [p.left, p.lines, p.right])),
                Part::Letter(_) | Part::Line { .. } => {}
            }
        }
        edges.sort_by(f32::total_cmp);
        edges.dedup_by(|next, kept| *next - *kept < NEAR);
        // A little less than the paper has, so that rounding never needs a second page beside the first.
        let pixels = edges.windows(2).map(|w| (w[1] - w[0]) * PIXELS * 0.97).collect();
        let mut columns = Self { edges, pixels };
        if document.look == Look::List {
            columns.widen(document);
            columns.grow(document);
        }
        columns.fit_unbroken(document);
        columns
    }

    /// Columns as wide as their dates and numbers, which Excel shows as ### where they have less room: it breaks texts
    /// only.
    fn fit_unbroken(&mut self, document: &Document) {
        let of_table = |table| self.needs(document, table, &|_| 0.0, &unbroken_pixels);
        let of_boxes = document.subjects.iter().flat_map(|s| &s.parts).filter_map(|part| match part {
            Part::Grid(grid) => Some(self.needs_of_boxes(document, grid)),
            Part::Table(_) | Part::Cards(_) | Part::Letter(_) | Part::Line { .. } => None,
        });
        let needs = document.tables().flat_map(of_table).chain(of_boxes.flatten()).collect();
        self.pixels = self.with_room(needs);
    }

    fn needs_of_boxes(&self, document: &Document, grid: &Grid) -> Vec<(Span, f32)> {
        let boxes = geometry::boxes(grid, width(document), LABEL * POINT);
        let need = |content: &Content<'_>| match content {
            Content::Value(field) => unbroken_pixels(&field.value, Format::Date),
            Content::Label(_) => 0.0,
        };
        boxes.iter().map(|b| (self.span(b.x, b.x + b.width), need(&b.content))).collect()
    }

    /// Columns of a list wider where a text would need a higher row than Excel knows: others with room to spare are
    /// narrower for it, and the sheet is wider.
    fn grow(&mut self, document: &Document) {
        let sum = |pixels: &[f32]| pixels.iter().sum::<f32>();
        let grown = self.widened(document, |_| 0.0, units::enough_pixels);
        let (spares, have) = (self.spares(document), sum(&self.pixels));
        let (want, spare) = (sum(&grown) - have, sum(&spares));
        let room = (MOST_GROWN * width(document) * PIXELS - have).max(ALWAYS_GROWN * have);
        let given = spare.min(want);
        let taken = given + room.min(want - given);
        for ((pixels, grown), spares) in self.pixels.iter_mut().zip(grown).zip(spares) {
            *pixels += (grown - *pixels) * taken / want.max(1.0) - spares * given / spare.max(1.0);
        }
    }

    /// What each column can give to others: nothing where a text would be broken for it.
    fn spares(&self, document: &Document) -> Vec<f32> {
        let needed = Self { edges: self.edges.clone(), pixels: vec![units::whole_pixels(LABEL_LINE); self.count()] };
        let needed = needed.widened(document, |_| 0.0, units::whole_pixels);
        self.pixels.iter().zip(needed).map(|(have, need)| (have - need).clamp(0.0, GIVEN * have)).collect()
    }

    /// How much smaller the sheet is printed so that it is one page wide.
    pub(super) fn print_scale(&self, document: &Document) -> f32 {
        (width(document) * PIXELS / self.pixels(self.all())).min(1.0)
    }

    /// Smallest size in points that is still legible in print.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 6 and 10")]
    pub(super) fn smallest(&self, document: &Document) -> u8 {
        ((LEAST / self.print_scale(document)).round() as u8).min(units::SIZE)
    }

    /// Columns of a list as wide as their numbers and names need, and their labels too where that does not make the
    /// print small: the sheet is scaled to the page.
    fn widen(&mut self, document: &Document) {
        let whole = self.widened(document, units::least_pixels, units::least_pixels);
        let most = MOST_WIDENED * self.pixels.iter().sum::<f32>();
        let labels_fit = whole.iter().sum::<f32>() <= most;
        self.pixels = if labels_fit { whole } else { self.widened(document, |_| 0.0, units::least_pixels) };
    }

    /// Pixels of the columns, but none less than its label and its cells ask for.
    fn widened(
        &self,
        document: &Document,
        for_label: impl Fn(&str) -> f32,
        for_cell: impl Fn(&str) -> f32,
    ) -> Vec<f32> {
        let of_cell = |cell: &Cell, format| for_cell(&cell.shown_as(format));
        let of_table = |table| self.needs(document, table, &for_label, &of_cell);
        // A cell over several columns of the sheet has its texts broken instead.
        self.with_room(document.tables().flat_map(of_table).filter(|((first, last), _)| first == last).collect())
    }

    /// What the columns of a table need, each where it stands.
    fn needs(
        &self,
        document: &Document,
        table: &Table,
        for_label: &impl Fn(&str) -> f32,
        for_cell: &impl Fn(&Cell, Format) -> f32,
    ) -> Vec<(Span, f32)> {
        let edges = geometry::edges(&table.columns, width(document));
        let columns = table.columns.iter().enumerate().map(|(at, column)| {
            let cells = table.rows.iter().chain(&table.totals).filter_map(|r| r.cells.get(at));
            let needs = cells.map(|cell| for_cell(cell, column.format));
            (self.span(edges[at], edges[at + 1]), needs.fold(for_label(&column.label), f32::max))
        });
        columns.collect()
    }

    /// Pixels of the columns with what is needed in each span; columns that share one grow in proportion.
    fn with_room(&self, mut needs: Vec<(Span, f32)>) -> Vec<f32> {
        let mut pixels = self.pixels.clone();
        needs.sort_by_key(|((first, last), _)| last - first);
        for ((first, last), need) in needs {
            let shared = &mut pixels[usize::from(first)..=usize::from(last)];
            let have: f32 = shared.iter().sum();
            if have < need {
                for pixels in shared {
                    *pixels *= need / have;
                }
            }
        }
        pixels
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.pixels.len()
    }

    /// All columns.
    pub(super) fn all(&self) -> Span {
        (0, index(self.count().saturating_sub(1)))
    }

    /// Width of each in pixels.
    pub(super) fn widths(&self) -> impl Iterator<Item = (u16, f32)> {
        (0..).zip(self.pixels.iter().copied())
    }

    /// The columns from one edge to another, in millimetres.
    pub(super) fn span(&self, from: f32, to: f32) -> Span {
        let first = self.nearest(from).min(self.count().saturating_sub(1));
        let last = self.nearest(to).saturating_sub(1).max(first);
        (index(first), index(last))
    }

    /// The columns of one of so many equal shares of the width.
    #[expect(clippy::cast_precision_loss, reason = "a few shares")]
    pub(super) fn share(&self, at: usize, of: usize) -> Span {
        let whole = self.edges.last().copied().unwrap_or(0.0) / of as f32;
        self.span(whole * at as f32, whole * (at + 1) as f32)
    }

    /// Pixels of a span.
    pub(super) fn pixels(&self, (first, last): Span) -> f32 {
        self.pixels.get(usize::from(first)..=usize::from(last)).unwrap_or_default().iter().sum()
    }

    fn nearest(&self, x: f32) -> usize {
        let far = |at: &usize| (self.edges[*at] - x).abs();
        (0..self.edges.len()).min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(0)
    }
}

/// Pixels without which a date or number is not shown; nothing for what is broken into lines.
fn unbroken_pixels(cell: &Cell, format: Format) -> f32 {
    match Value::of(cell, format) {
        Value::Date(..) | Value::Number(..) => units::whole_pixels(&cell.shown_as(format)),
        Value::Text(_) | Value::Blank => 0.0,
    }
}

/// Width that a sheet's print has, in millimetres.
pub(super) fn width(document: &Document) -> f32 {
    Sheet::of(document).measure()
}

/// Where a card stands, in millimetres from the left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its left edge.
    pub(super) left: f32,
    /// Where its lines begin: beside the photo, or at the left.
    pub(super) lines: f32,
    /// Its right edge.
    pub(super) right: f32,
}

/// Where the cards of a row stand.
pub(super) fn places(cards: &Cards, width: f32) -> impl Iterator<Item = Place> {
    let shape = geometry::card(cards.across, width, 1.0);
    let beside = if shape.beside { shape.photo.0 + 2.0 * CARD_PAD } else { 0.0 };
    let mut left = 0.0;
    (0..cards.across.max(1)).map(move |_| {
        let place = Place { left, lines: left + beside, right: left + shape.width };
        left = place.right + CARD_GAP;
        place
    })
}

fn index(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}
