//! The paper that a document lies on: its size, what stays free at its edges, where it is bound.

use serde::{Deserialize, Serialize};

/// Which way the paper lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// Lying.
    #[default]
    Landscape,
    /// Standing.
    Portrait,
}

/// Size of the paper (GB/T 148).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm: for a board on the wall.
    A3,
}

/// The edge at which printed pages are bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// At the left, as books and files are.
    Left,
    /// At the top: how a lying table is put among standing pages (GB/T 9704-2012, 11).
    Top,
    /// Not bound.
    #[default]
    None,
}

/// How a document wants its paper.
///
/// The bound edge has `inner` free. Bound at the left, `outer` is free at the right; bound at the top, it is free at
/// both sides. Not bound, `inner` is free at the left and `outer` at the right. `top` and `bottom` are free where they
/// are not the bound edge.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PageSays {
    /// Size of the paper.
    pub paper: Paper,
    /// Free at the top, in millimetres.
    pub top: f32,
    /// Free at the bottom, in millimetres; the page number stands in it.
    pub bottom: f32,
    /// Free at the bound edge, in millimetres.
    pub inner: f32,
    /// Free at the sides that are not bound, in millimetres.
    pub outer: f32,
    /// The bound edge.
    pub binding: Binding,
    /// Printed on both sides: every second page has its bound edge on the other side.
    pub mirrored: bool,
}

impl PageSays {
    /// What GB/T 9704-2012 gives an official letter: A4, 156 × 225 mm to write on, printed on both sides and bound left.
    pub fn of_letter() -> Self {
        let (top, bottom, inner, outer) = (37.0, 35.0, 28.0, 26.0);
        Self { paper: Paper::A4, top, bottom, inner, outer, binding: Binding::Left, mirrored: true }
    }

    /// What a sheet has where nobody says otherwise: A4, not bound.
    pub fn of(orientation: Orientation) -> Self {
        let (top, bottom, side) = match orientation {
            Orientation::Landscape => (18.0, 18.0, 15.5),
            Orientation::Portrait => (22.0, 20.0, 20.0),
        };
        Self { paper: Paper::A4, top, bottom, inner: side, outer: side, binding: Binding::None, mirrored: false }
    }
}
