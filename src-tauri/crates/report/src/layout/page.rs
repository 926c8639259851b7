//! A page: lines of ink and text at millimetre positions, measured from its upper left corner.

use std::fmt::Write as _;

use station_table::Picture;

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
    /// A picture, as large as it is drawn.
    Picture {
        /// Left edge, in millimetres.
        x: f32,
        /// Upper edge, in millimetres from the top.
        y: f32,
        /// In millimetres.
        width: f32,
        /// In millimetres.
        height: f32,
        /// The file.
        picture: Picture,
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
                Frame::Picture { x, y, width, height, picture } => {
                    writeln!(text, "  {x:.1},{y:.1} {width:.1}x{height:.1} {picture:?}")
                }
            };
        }
    }
    text
}
