//! A board of cards: photo, name and lines, side by side.

use station_table::{Align, Card, Cards};

use super::band::{Band, TextBox};
use super::flow::Flow;
use super::rules::Area;
use crate::fonts::Style;
use crate::geometry::{self, CARD_GAP, CARD_PAD, CardShape};
use crate::picture::PHOTO;
use crate::typeset::Setting;

/// Scales that are tried; the largest that needs no more pages than the smallest is taken.
const SCALES: [f32; 9] = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6];

/// Size of a name in points.
const NAME: f32 = 15.0;

/// Size of the other lines in points, and the least one.
const LINE: (f32, f32) = (11.0, 8.5);

/// Free between a photo and what stands under it, in millimetres.
const BEFORE_NAME: f32 = 1.0;

/// Free between a photo and what stands beside it, in millimetres.
const BESIDE: f32 = 1.5;

/// Free between lines, in millimetres.
const BETWEEN: f32 = 0.4;

/// The rows of a board; on each page but the first, `top` millimetres are taken by what is repeated there.
pub(crate) fn rows(flow: &Flow<'_>, data: &Cards, top: f32) -> Vec<Band> {
    let tried = SCALES.map(|scale| rows_in(flow, data, scale));
    let pages: Vec<usize> = tried.iter().map(|rows| pages(rows, flow.room(), flow.page_room() - top)).collect();
    let fewest = pages.iter().min().copied();
    let best = tried.into_iter().zip(pages).find(|(_, pages)| Some(*pages) == fewest);
    best.map(|(rows, _)| rows).unwrap_or_default()
}

/// How many pages rows fill.
fn pages(rows: &[Band], first: f32, other: f32) -> usize {
    let (mut pages, mut room) = (1, first);
    for row in rows {
        if row.height > room + 0.01 {
            pages += 1;
            room = other;
        }
        room -= row.height + CARD_GAP;
    }
    pages
}

fn rows_in(flow: &Flow<'_>, data: &Cards, scale: f32) -> Vec<Band> {
    let shape = geometry::card(data.across, flow.measure(), scale);
    let cards: Vec<Band> = data.cards.iter().map(|card| one(flow, card, shape, scale)).collect();
    // All as high as the highest, so that a board is even; but not for the sake of one that fills half a page.
    let even = cards.iter().map(|c| c.height).fold(0.0, f32::max).min(flow.page_room() / 2.0);
    cards.chunks(data.across.max(1)).map(|row| side_by_side(flow, row, shape.width, even)).collect()
}

fn side_by_side(flow: &Flow<'_>, cards: &[Band], width: f32, least: f32) -> Band {
    let height = cards.iter().map(|c| c.height).fold(least, f32::max);
    let mut boxes = Vec::new();
    let mut x = 0.0;
    for card in cards {
        let edge = TextBox::of(flow.set, "", setting(Style::Body, LINE.0), (x, width), Align::Center);
        boxes.push(TextBox { area: Area { x, y: 0.0, width, height }, ..edge });
        boxes.extend(card.boxes.iter().cloned().map(|b| TextBox { area: Area { x: b.area.x + x, ..b.area }, ..b }));
        x += width + CARD_GAP;
    }
    Band { height, boxes }
}

/// A card without its edge.
fn one(flow: &Flow<'_>, card: &Card, shape: CardShape, scale: f32) -> Band {
    let (width, height) = shape.photo;
    let x = if shape.beside { CARD_PAD } else { (shape.width - width) / 2.0 };
    let photo = photo(flow, card, Area { x, y: CARD_PAD, width, height });
    let bottom = CARD_PAD + height;
    let (column, mut y, align) = if shape.beside {
        ((x + width + BESIDE, shape.width - x - width - BESIDE - CARD_PAD), CARD_PAD, Align::Left)
    } else {
        ((0.0, shape.width), bottom + BEFORE_NAME, Align::Center)
    };
    let mut boxes = vec![photo];
    for (at, line) in card.lines.iter().enumerate() {
        let setting = if at == 0 {
            setting(Style::Heading, NAME * scale)
        } else {
            setting(Style::Body, (LINE.0 * scale).max(LINE.1))
        };
        let text = TextBox::of(flow.set, line, setting, column, align);
        let area = Area { y, height: text.text.height() + BETWEEN, ..text.area };
        y += area.height;
        boxes.push(TextBox { area, ruled: false, ..text });
    }
    Band { height: y.max(bottom) + CARD_PAD, boxes }
}

/// The photo, or its empty frame.
fn photo(flow: &Flow<'_>, card: &Card, area: Area) -> TextBox {
    let across = (area.x, area.width);
    match card.picture.as_deref().and_then(|name| flow.album.get(name)) {
        Some(photo) => {
            let photo = TextBox::photo(flow.set, photo, across, area.height);
            TextBox { area, ruled: false, ..photo }
        }
        None => TextBox { area, ..TextBox::of(flow.set, PHOTO, setting(Style::Body, LINE.1), across, Align::Center) },
    }
}

fn setting(style: Style, size: f32) -> Setting {
    Setting { style, size }
}
