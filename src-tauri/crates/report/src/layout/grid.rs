//! Labelled boxes on pages.

use station_table::{Align, Cell, Field, Grid};

use super::band::{Band, TextBox, Upright};
use super::flow::Flow;
use crate::fonts::Style;
use crate::geometry::{self, Content, GridBox};
use crate::picture::UNREADABLE;
use crate::typeset::{POINT, Setting};

/// Least height of a row in em of its text.
const ROW: f32 = 2.3;

/// Height of a picture at most where its row has none of its own, in millimetres.
const PICTURE: f32 = 50.0;

/// Room that the beginning of boxes higher than a page should have, in millimetres.
const PARTED: f32 = 40.0;

/// Draws the boxes in `size` points; rows beside which a photo reaches down stay together, and the last one with what
/// follows in `tail` millimetres.
pub(crate) fn draw(flow: &mut Flow<'_>, grid: &Grid, size: f32, tail: f32) {
    let boxes = geometry::boxes(grid, flow.measure(), size * POINT);
    let mut row = 0;
    while row < grid.rows.len() {
        let end = boxes.iter().filter(|b| b.row == row).map(|b| b.row + b.rows).max().unwrap_or(row + 1);
        let own: Vec<&GridBox<'_>> = boxes.iter().filter(|b| (row..end).contains(&b.row)).collect();
        let whole = band(flow, grid, &own, size);
        if whole.height <= flow.page_room() || end == row + 1 {
            let after = if end == grid.rows.len() { tail } else { 0.0 };
            if whole.height + after <= flow.page_room() {
                flow.need(whole.height + after);
            }
            place(flow, whole);
        } else {
            for row in row..end {
                let own: Vec<GridBox<'_>> =
                    own.iter().filter(|b| b.row == row).map(|b| GridBox { rows: 1, ..(*b).clone() }).collect();
                let band = band(flow, grid, &own.iter().collect::<Vec<_>>(), size);
                place(flow, band);
            }
        }
        row = end;
    }
}

/// Height of all rows, in millimetres.
pub(crate) fn height(flow: &Flow<'_>, grid: &Grid, size: f32) -> f32 {
    let boxes = geometry::boxes(grid, flow.measure(), size * POINT);
    band(flow, grid, &boxes.iter().collect::<Vec<_>>(), size).height
}

fn place(flow: &mut Flow<'_>, band: Band) {
    flow.need(if band.height > flow.page_room() { PARTED } else { band.height });
    let mut rest = band;
    while rest.height > flow.room() + 0.01 && rest.has_text() {
        let (now, later) = rest.part(flow.room());
        flow.band(&now);
        flow.turn();
        rest = later;
        if !rest.has_text() {
            return;
        }
    }
    flow.band(&rest);
}

/// Rows as one band: each as high as its own boxes need, the last one higher where a box over several needs it.
fn band(flow: &Flow<'_>, grid: &Grid, own: &[&GridBox<'_>], size: f32) -> Band {
    let said = |row: usize| grid.rows.get(row).map_or(0.0, |r| r.height);
    let first = own.first().map_or(0, |b| b.row);
    let end = own.iter().map(|b| b.row + b.rows).max().unwrap_or(first);
    let mut boxes: Vec<TextBox> = own.iter().map(|b| text_box(flow, b, (size, said(b.row)))).collect();
    let least = |row: usize| said(row).max(ROW * size * POINT);
    let mut heights: Vec<f32> = (first..end)
        .map(|row| {
            let single = own.iter().zip(&boxes).filter(|(b, _)| b.row == row && b.rows == 1);
            single.map(|(_, text)| text.area.height).fold(least(row), f32::max)
        })
        .collect();
    for (whole, text) in own.iter().zip(&boxes).filter(|(b, _)| b.rows > 1) {
        let from = whole.row - first;
        let have: f32 = heights[from..from + whole.rows].iter().sum();
        heights[from + whole.rows - 1] += (text.area.height - have).max(0.0);
    }
    for (whole, text) in own.iter().zip(&mut boxes) {
        let from = whole.row - first;
        text.area.y = heights[..from].iter().sum();
        text.area.height = heights[from..from + whole.rows].iter().sum();
        let tall = said(whole.row) > ROW * size * POINT;
        if tall && whole.rows == 1 && text.style == Style::Body && text.align == Align::Left {
            text.upright = Upright::Top;
        }
    }
    Band { height: heights.iter().sum(), boxes }
}

/// A label stands in the middle; so does a value on one line in a narrow box; other values are prose. `height` is what
/// the box's row is said to have.
fn text_box(flow: &Flow<'_>, whole: &GridBox<'_>, (size, height): (f32, f32)) -> TextBox {
    let across = (whole.x, whole.width);
    match whole.content {
        Content::Label(label) => {
            let setting = Setting { style: Style::Heading, size: size - 0.5 };
            TextBox::of(flow.set, &spread(label), setting, across, Align::Center)
        }
        Content::Value(Field { value: Cell::Picture(name), .. }) => match flow.album.get(name) {
            Some(photo) => TextBox::photo(flow.set, photo, across, if height > 0.0 { height } else { PICTURE }),
            None => TextBox::of(flow.set, UNREADABLE, Setting { style: Style::Body, size }, across, Align::Center),
        },
        Content::Value(field) => {
            let setting = Setting { style: Style::Body, size };
            let mut text = TextBox::of(flow.set, &field.value.shown(), setting, across, Align::Left);
            if text.text.lines.len() == 1 && (whole.width < 70.0 || field.label.is_empty()) {
                text.align = Align::Center;
            }
            text
        }
    }
}

/// A label of two characters as wide as one of three: `姓　名`.
fn spread(label: &str) -> String {
    let characters: Vec<char> = label.chars().collect();
    match characters[..] {
        [first, second] if !first.is_ascii() && !second.is_ascii() => format!("{first}　{second}"),
        _ => label.to_owned(),
    }
}
