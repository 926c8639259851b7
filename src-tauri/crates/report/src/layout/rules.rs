//! The lines around boxes, gathered for a page so that a line shared by two boxes is drawn once.

use std::collections::BTreeMap;

use super::page::Frame;

/// Between boxes, in points.
const THIN: f32 = 0.5;

/// Around a block, in points.
const HEAVY: f32 = 1.0;

/// A rectangle in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    /// Left edge.
    pub(crate) x: f32,
    /// Upper edge.
    pub(crate) y: f32,
    /// Left to right.
    pub(crate) width: f32,
    /// Top to bottom.
    pub(crate) height: f32,
}

/// Lines of a page by where they stand, in hundredths of a millimetre.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    across: BTreeMap<i32, Vec<(i32, i32)>>,
    down: BTreeMap<i32, Vec<(i32, i32)>>,
    outlines: Vec<Area>,
}

impl Rules {
    /// A box: its four edges.
    pub(crate) fn around(&mut self, area: Area) {
        let (left, right) = (hundredths(area.x), hundredths(area.x + area.width));
        let (top, bottom) = (hundredths(area.y), hundredths(area.y + area.height));
        for y in [top, bottom] {
            self.across.entry(y).or_default().push((left, right));
        }
        for x in [left, right] {
            self.down.entry(x).or_default().push((top, bottom));
        }
    }

    /// A heavier line around a block of boxes.
    pub(crate) fn outline(&mut self, area: Area) {
        self.outlines.push(area);
    }

    /// The lines as frames, each as long as it can be.
    pub(crate) fn frames(self) -> Vec<Frame> {
        let across = self
            .across
            .into_iter()
            .flat_map(|(y, spans)| joined(spans).into_iter().map(move |(from, to)| line((from, y), (to, y))));
        let down = self
            .down
            .into_iter()
            .flat_map(|(x, spans)| joined(spans).into_iter().map(move |(from, to)| line((x, from), (x, to))));
        across.chain(down).chain(self.outlines.into_iter().flat_map(heavy)).collect()
    }
}

/// Spans that touch or overlap as one.
fn joined(mut spans: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    spans.sort_unstable();
    let mut whole: Vec<(i32, i32)> = Vec::new();
    for (from, to) in spans {
        match whole.last_mut() {
            Some(last) if from <= last.1 + 1 => last.1 = last.1.max(to),
            _ => whole.push((from, to)),
        }
    }
    whole
}

fn line(from: (i32, i32), to: (i32, i32)) -> Frame {
    let at = |(x, y)| (millimetres(x), millimetres(y));
    Frame::Line { from: at(from), to: at(to), width: THIN }
}

fn heavy(area: Area) -> [Frame; 4] {
    let (left, right, top, bottom) = (area.x, area.x + area.width, area.y, area.y + area.height);
    // Half a line longer at both ends, so that the corners are closed.
    let half = HEAVY * crate::typeset::POINT / 2.0;
    let draw = |from, to| Frame::Line { from, to, width: HEAVY };
    [
        draw((left - half, top), (right + half, top)),
        draw((left - half, bottom), (right + half, bottom)),
        draw((left, top), (left, bottom)),
        draw((right, top), (right, bottom)),
    ]
}

#[expect(clippy::cast_possible_truncation, reason = "a page has some 30,000 hundredths")]
fn hundredths(millimetres: f32) -> i32 {
    (millimetres * 100.0).round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "a page has some 30,000 hundredths")]
fn millimetres(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}
