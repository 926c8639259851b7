//! Where the boxes of a document stand, whatever they are drawn with: shared by pages and workbooks.

use station_table::{BoxRow, Column, Field, Grid, Table};

/// A cell of a table's header.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HeaderCell<'a> {
    /// First column that it covers.
    pub(crate) first: usize,
    /// Last column that it covers.
    pub(crate) last: usize,
    /// First level that it covers, 0 at the top.
    pub(crate) top: usize,
    /// Last level that it covers.
    pub(crate) bottom: usize,
    /// What it says.
    pub(crate) text: &'a str,
}

/// What a box of a grid holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Content<'a> {
    /// The field's label.
    Label(&'a str),
    /// The field's value.
    Value(&'a Field),
}

/// A box of a grid.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct GridBox<'a> {
    /// First row that it covers.
    pub(crate) row: usize,
    /// How many rows it covers.
    pub(crate) rows: usize,
    /// Left edge in millimetres from the grid's own.
    pub(crate) x: f32,
    /// Width in millimetres.
    pub(crate) width: f32,
    /// What it holds.
    pub(crate) content: Content<'a>,
}

/// Free between the cards of a board, in millimetres.
pub(crate) const CARD_GAP: f32 = 3.0;

/// Free inside a card at its edges, in millimetres.
pub(crate) const CARD_PAD: f32 = 2.0;

/// From this width on, in millimetres, a card's lines stand beside its photo.
const BESIDE: f32 = 62.0;

/// Width of a photo at most, in millimetres.
const PHOTO: f32 = 30.0;

/// The cards of a board, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CardShape {
    /// Left to right.
    pub(crate) width: f32,
    /// Width and height of the photo, 3 to 4.
    pub(crate) photo: (f32, f32),
    /// Whether its lines stand beside the photo, not under it.
    pub(crate) beside: bool,
}

/// Cards side by side on a width, their photos so much smaller than they can be.
#[expect(clippy::cast_precision_loss, reason = "a few cards")]
pub(crate) fn card(across: usize, width: f32, scale: f32) -> CardShape {
    let across = across.max(1) as f32;
    let width = (width - CARD_GAP * (across - 1.0)) / across;
    let beside = width >= BESIDE;
    let room = if beside { width * 0.36 } else { width - 2.0 * CARD_PAD };
    let photo = room.clamp(1.0, PHOTO) * scale;
    CardShape { width, photo: (photo, photo * 4.0 / 3.0), beside }
}

/// Levels of a table's header: two where a column stands under a common heading.
pub(crate) fn levels(table: &Table) -> usize {
    if table.columns.iter().any(|c| c.heading.is_some()) { 2 } else { 1 }
}

/// Edges of a table's columns in millimetres from its left: one more than there are columns.
pub(crate) fn edges(columns: &[Column], width: f32) -> Vec<f32> {
    let sum: f32 = columns.iter().map(|c| c.width.max(1.0)).sum();
    let mut edges = vec![0.0];
    let mut at = 0.0;
    for column in columns {
        at += column.width.max(1.0);
        edges.push(at / sum * width);
    }
    edges
}

/// The header's cells, level by level; a heading covers the neighbours that name the same.
pub(crate) fn header(table: &Table) -> Vec<HeaderCell<'_>> {
    let bottom = levels(table) - 1;
    let mut cells = Vec::new();
    let mut first = 0;
    for group in table.columns.chunk_by(|a, b| a.heading.is_some() && a.heading == b.heading) {
        let last = first + group.len() - 1;
        let heading = group.first().and_then(|c| c.heading.as_deref());
        if let Some(text) = heading {
            cells.push(HeaderCell { first, last, top: 0, bottom: 0, text });
        }
        for (at, column) in (first..).zip(group) {
            let top = if heading.is_some() { bottom } else { 0 };
            cells.push(HeaderCell { first: at, last: at, top, bottom, text: &column.label });
        }
        first = last + 1;
    }
    cells
}

/// The boxes of a grid, row by row. All labels are of one width. Where the shares of a row leave as much of the width
/// as the unlabelled box at the end of the row above has, that box (a photo) reaches down beside it.
pub(crate) fn boxes(grid: &Grid, width: f32, em: f32) -> Vec<GridBox<'_>> {
    let label = label_width(grid, em);
    let mut boxes: Vec<GridBox<'_>> = Vec::new();
    let mut photo: Option<(f32, usize)> = None;
    for (row, fields) in grid.rows.iter().enumerate() {
        let sum = share(fields);
        photo = photo.filter(|(share, _)| (sum + share - 1.0).abs() < 0.02);
        let full = if photo.is_some() { 1.0 } else { sum };
        let mut x = 0.0;
        for field in &fields.fields {
            let wide = field.width / full * width;
            push_field(&mut boxes, field, (row, x, wide), label);
            x += wide;
        }
        match photo {
            Some((_, at)) => boxes[at].rows += 1,
            None => {
                photo = fields.fields.last().filter(|f| f.label.is_empty()).map(|f| (f.width / full, boxes.len() - 1));
            }
        }
    }
    boxes
}

fn share(row: &BoxRow) -> f32 {
    row.fields.iter().map(|f| f.width).sum()
}

fn push_field<'a>(boxes: &mut Vec<GridBox<'a>>, field: &'a Field, (row, x, width): (usize, f32, f32), label: f32) {
    let label = if field.label.is_empty() { 0.0 } else { label.min(width * 0.6) };
    if label > 0.0 {
        boxes.push(GridBox { row, rows: 1, x, width: label, content: Content::Label(&field.label) });
    }
    boxes.push(GridBox { row, rows: 1, x: x + label, width: width - label, content: Content::Value(field) });
}

/// Room for the longest label up to five characters; longer ones are broken.
#[expect(clippy::cast_precision_loss, reason = "a few characters")]
fn label_width(grid: &Grid, em: f32) -> f32 {
    let labels = grid.rows.iter().flat_map(|r| &r.fields).map(|f| f.label.chars().count());
    (labels.filter(|&n| n <= 5).max().unwrap_or(4).max(3) as f32 + 0.9) * em
}

#[cfg(test)]
mod tests {
    use station_table::{BoxRow, Cell, Column, Field, Grid, Mask, Table};

    use super::{boxes, edges, header};

    fn column(label: &str, heading: Option<&str>, width: f32) -> Column {
        let (align, format) = Default::default();
        let heading = heading.map(str::to_owned);
        Column {
            key: label.to_owned(),
            label: label.to_owned(),
            heading,
            width,
            align,
            format,
            mask: Mask::None,
            public: true,
        }
    }

    fn row(shares: &[(&str, f32)]) -> BoxRow {
        let field = |&(label, width): &(&str, f32)| Field {
            key: label.to_owned(),
            label: label.to_owned(),
            value: Cell::Empty,
            width,
            mask: Mask::None,
            public: true,
        };
        BoxRow { fields: shares.iter().map(field).collect(), height: 0.0 }
    }

    #[test]
    fn columns_fill_the_width() {
        let columns = [column("a", None, 10.0), column("b", None, 30.0)];
        assert_eq!(edges(&columns, 200.0), [0.0, 50.0, 200.0], "widths keep their proportion");
    }

    #[test]
    fn neighbours_share_a_heading() {
        let columns =
            vec![column("姓名", None, 1.0), column("应到", Some("人数"), 1.0), column("实到", Some("人数"), 1.0)];
        let table = Table { columns, ..Table::default() };
        let cells: Vec<_> = header(&table).into_iter().map(|c| (c.text, c.first, c.last, c.top, c.bottom)).collect();
        let expected = [("姓名", 0, 0, 0, 1), ("人数", 1, 2, 0, 0), ("应到", 1, 1, 1, 1), ("实到", 2, 2, 1, 1)];
        assert_eq!(cells, expected, "a column without a heading covers both levels");
    }

    #[test]
    fn a_photo_reaches_down_beside_shorter_rows() {
        let rows = vec![
            row(&[("姓名", 0.4), ("性别", 0.4), ("", 0.2)]),
            row(&[("民族", 0.4), ("学历", 0.4)]),
            row(&[("住址", 0.8)]),
            row(&[("简历", 1.0)]),
        ];
        let grid = Grid { rows };
        let found: Vec<_> = boxes(&grid, 100.0, 4.0).into_iter().map(|b| (b.row, b.rows, b.x + b.width)).collect();
        assert!(found.contains(&(0, 3, 100.0)), "the photo covers three rows: {found:?}");
        assert!(found.contains(&(2, 1, 80.0)), "the rows beside it end where it begins: {found:?}");
        assert!(found.contains(&(3, 1, 100.0)), "a full row is under it: {found:?}");
    }
}
