//! Boxes that stay together on one page: a header, a row of a table, rows of labelled boxes.

use station_table::Align;

use super::rules::Area;
use crate::fonts::Style;
use crate::layout::flow::AROUND;
use crate::picture::Photo;
use crate::typeset::{Fitted, POINT, Setting, Typesetter};

/// Free inside a box at its left and right, in em of its text.
pub(crate) const PAD_X: f32 = 0.3;

/// Free inside a box at its top and bottom, in millimetres.
pub(crate) const PAD_Y: f32 = 1.2;

/// Where text stands in a box that is higher than it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Upright {
    /// In the middle.
    Middle,
    /// At the top.
    Top,
}

/// A box with its text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextBox {
    /// Where, from the band's upper left corner.
    pub(crate) area: Area,
    /// The text, broken for the box.
    pub(crate) text: Fitted,
    /// The voice.
    pub(crate) style: Style,
    /// Where lines stand.
    pub(crate) align: Align,
    /// Where the text stands.
    pub(crate) upright: Upright,
    /// Drawn in the box, which then has no text.
    pub(crate) picture: Option<Photo>,
    /// Whether there are lines around it.
    pub(crate) ruled: bool,
}

/// Boxes that are never parted while a page can hold them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Band {
    /// In millimetres.
    pub(crate) height: f32,
    /// In reading order.
    pub(crate) boxes: Vec<TextBox>,
}

impl TextBox {
    /// A box for a text: broken for its width, as high as it needs.
    pub(crate) fn of(set: &Typesetter, text: &str, setting: Setting, (x, width): (f32, f32), align: Align) -> Self {
        let inner = width - 2.0 * pad(setting.size);
        let text =
            if align == Align::Center { set.fit_evenly(text, setting, inner) } else { set.fit(text, setting, inner) };
        let height = text.height() + 2.0 * PAD_Y;
        let area = Area { x, y: 0.0, width, height };
        Self { area, text, style: setting.style, align, upright: Upright::Middle, picture: None, ruled: true }
    }

    /// A box for a picture: as high as the picture is at that width, but not higher than `most`.
    pub(crate) fn photo(set: &Typesetter, photo: &Photo, (x, width): (f32, f32), most: f32) -> Self {
        let inner = width - 2.0 * AROUND;
        let (_, height) = photo.within(inner, most - 2.0 * AROUND);
        let empty = Self::of(set, "", Setting { style: Style::Body, size: 10.0 }, (x, width), Align::Center);
        let area = Area { height: height + 2.0 * AROUND, ..empty.area };
        Self { area, picture: Some(photo.clone()), ..empty }
    }

    /// Left edge and width that its text has.
    pub(crate) fn inner(&self) -> (f32, f32) {
        let pad = pad(self.text.size);
        (self.area.x + pad, self.area.width - 2.0 * pad)
    }

    /// How the text is set.
    pub(crate) fn setting(&self) -> Setting {
        Setting { style: self.style, size: self.text.size }
    }
}

impl Band {
    /// A band of boxes side by side, all as high as the highest, and at least so high.
    pub(crate) fn row(mut boxes: Vec<TextBox>, least: f32) -> Self {
        let height = boxes.iter().map(|b| b.area.height).fold(least, f32::max);
        for whole in &mut boxes {
            whole.area.height = height;
        }
        Self { height, boxes }
    }

    /// A band too high for any page, parted at its lines: what fits into `room` millimetres, and the rest.
    pub(crate) fn part(self, room: f32) -> (Self, Self) {
        let (mut first, mut rest) = (Vec::new(), Vec::new());
        for mut whole in self.boxes {
            let fits = lines_in(room - whole.area.y - 2.0 * PAD_Y, whole.text.line());
            let left = whole.text.lines.split_off(fits.min(whole.text.lines.len()));
            whole.upright = Upright::Top;
            whole.area.height = whole.area.height.min(room - whole.area.y);
            let text = Fitted { lines: left, ..whole.text.clone() };
            let mut after = TextBox { text, picture: None, ..whole.clone() };
            after.area.y = 0.0;
            after.area.height = after.text.height() + 2.0 * PAD_Y;
            first.push(whole);
            rest.push(after);
        }
        (Self { height: room, boxes: first }, Self::row(rest, 0.0))
    }

    /// Whether any text is left in it.
    pub(crate) fn has_text(&self) -> bool {
        self.boxes.iter().any(|b| !b.text.lines.is_empty())
    }

    /// Baselines of a box's lines from the band's top, each with the line.
    pub(crate) fn baselines(whole: &TextBox) -> impl Iterator<Item = (f32, &String)> {
        let line = whole.text.line();
        let free = whole.area.height - whole.text.height();
        let top = whole.area.y + if whole.upright == Upright::Top { (2.0 * PAD_Y).min(free / 2.0) } else { free / 2.0 };
        // The em box stands in the middle of its line, its baseline 0.86 em under its top.
        let drop = (line - whole.text.size * POINT) / 2.0 + 0.86 * whole.text.size * POINT;
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        whole.text.lines.iter().enumerate().map(move |(at, words)| (top + drop + at as f32 * line, words))
    }
}

/// Free at the left and right of a text of so many points, in millimetres.
fn pad(size: f32) -> f32 {
    PAD_X * size * POINT
}

/// How many lines fit; at least one, so that parting comes to an end.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some tens of lines")]
fn lines_in(room: f32, line: f32) -> usize {
    ((room / line).floor().max(1.0)) as usize
}
