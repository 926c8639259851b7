//! A page: lines of ink and text at millimetre positions, measured from its upper left corner.

use std::fmt::Write as _;

use station_table::Orientation;

use crate::fonts::Style;

/// A thing on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Frame {
    /// A run of text on one line.
    Text {
        /// Left end, in millimetres.
        x: f32,
        /// Baseline, in millimetres from the top.
        y: f32,
        /// In points.
        size: f32,
        /// The voice.
        style: Style,
        /// What it says.
        text: String,
    },
    /// A straight line.
    Line {
        /// One end, in millimetres from left and top.
        from: (f32, f32),
        /// The other end.
        to: (f32, f32),
        /// In points.
        width: f32,
    },
}

/// A page of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// In millimetres.
    pub width: f32,
    /// In millimetres.
    pub height: f32,
    /// In the order in which they are drawn and read.
    pub frames: Vec<Frame>,
}

/// A sheet of paper and what is kept free at its edges, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Paper {
    /// Left to right.
    pub(crate) width: f32,
    /// Top to bottom.
    pub(crate) height: f32,
    /// Free at the left and at the right.
    pub(crate) side: f32,
    /// Free at the top.
    pub(crate) top: f32,
    /// Free at the bottom; the page number stands in it.
    pub(crate) bottom: f32,
}

impl Paper {
    /// A4 as a document lies on it.
    pub(crate) fn a4(orientation: Orientation) -> Self {
        match orientation {
            Orientation::Landscape => Self { width: 297.0, height: 210.0, side: 15.5, top: 18.0, bottom: 18.0 },
            Orientation::Portrait => Self { width: 210.0, height: 297.0, side: 20.0, top: 22.0, bottom: 20.0 },
        }
    }

    /// Width that may be written on.
    pub(crate) fn measure(&self) -> f32 {
        self.width - 2.0 * self.side
    }

    /// Where what may be written on ends.
    pub(crate) fn end(&self) -> f32 {
        self.height - self.bottom
    }
}

/// Pages as text, one frame a line, to compare layouts with.
pub fn pages_as_text(pages: &[Page]) -> String {
    let mut text = String::new();
    for (number, page) in (1..).zip(pages) {
        let _ = writeln!(text, "page {number} {}x{}", page.width, page.height);
        for frame in &page.frames {
            let _ = match frame {
                Frame::Text { x, y, size, style, text: words } => {
                    writeln!(text, "  {x:.1},{y:.1} {size}pt {style:?} {words}")
                }
                Frame::Line { from, to, width } => {
                    writeln!(text, "  {:.1},{:.1} - {:.1},{:.1} {width}pt", from.0, from.1, to.0, to.1)
                }
            };
        }
    }
    text
}
