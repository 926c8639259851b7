//! A sheet of paper: its two sides, and what is kept free at their edges.

use station_table::{Binding, Document, Orientation, PageSays, Paper};

use super::page::Page;

/// Nothing is printed nearer to an edge than printers can, nor so far from it that no room is left; in millimetres.
const MARGIN: (f32, f32) = (5.0, 60.0);

/// One side of a sheet, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Side {
    /// Left to right.
    pub(crate) width: f32,
    /// Top to bottom.
    pub(crate) height: f32,
    /// Free at the left.
    pub(crate) left: f32,
    /// Free at the right.
    pub(crate) right: f32,
    /// Free at the top.
    pub(crate) top: f32,
    /// Free at the bottom.
    pub(crate) bottom: f32,
    /// Baseline of the page number, from the top.
    pub(crate) number: f32,
}

/// The sides of the sheets that a document is printed on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sheet {
    front: Side,
    back: Side,
}

impl Sheet {
    /// As a document wants its paper.
    pub(crate) fn of(document: &Document) -> Self {
        let says = within_reason(document.page());
        let front = Side::bound(&says, document.orientation);
        let back = if says.mirrored { front.mirrored(&says) } else { front };
        Self { front, back }
    }

    /// The side that a page is printed on: the first page of a file, 0, is a front.
    pub(crate) fn side(&self, page: usize) -> Side {
        if page.is_multiple_of(2) { self.front } else { self.back }
    }

    /// Width that may be written on; the same on both sides.
    pub(crate) fn measure(&self) -> f32 {
        self.front.measure()
    }

    /// Height that may be written on on either side.
    pub(crate) fn room(&self) -> f32 {
        let room = |side: Side| side.end() - side.top;
        room(self.front).min(room(self.back))
    }
}

impl Side {
    fn bound(says: &PageSays, orientation: Orientation) -> Self {
        let (short, long) = match says.paper {
            Paper::A4 => (210.0, 297.0),
            Paper::A3 => (297.0, 420.0),
        };
        let (width, height) = match orientation {
            Orientation::Landscape => (long, short),
            Orientation::Portrait => (short, long),
        };
        let (top, left) = match says.binding {
            Binding::Top => (says.inner, says.outer),
            Binding::Left | Binding::None => (says.top, says.inner),
        };
        let number = height - says.bottom / 2.0;
        Self { width, height, left, right: says.outer, top, bottom: says.bottom, number }
    }

    /// The other side of the sheet, its bound edge opposite.
    fn mirrored(self, says: &PageSays) -> Self {
        match says.binding {
            Binding::Left => Self { left: self.right, right: self.left, ..self },
            Binding::Top => {
                let number = self.height - says.inner + says.bottom / 2.0;
                Self { top: says.top, bottom: says.inner, number, ..self }
            }
            Binding::None => self,
        }
    }

    /// A page of it with nothing on it.
    pub(crate) fn empty(&self) -> Page {
        Page { width: self.width, height: self.height, frames: Vec::new() }
    }

    /// Width that may be written on.
    pub(crate) fn measure(&self) -> f32 {
        self.width - self.left - self.right
    }

    /// Where what may be written on ends.
    pub(crate) fn end(&self) -> f32 {
        self.height - self.bottom
    }
}

fn within_reason(says: PageSays) -> PageSays {
    let margin = |millimetres: f32| millimetres.clamp(MARGIN.0, MARGIN.1);
    let (top, bottom) = (margin(says.top), margin(says.bottom));
    PageSays { top, bottom, inner: margin(says.inner), outer: margin(says.outer), ..says }
}

#[cfg(test)]
mod tests {
    use station_table::{Binding, Document, Orientation, PageSays, Paper};

    use super::Sheet;

    const WIDE: PageSays = PageSays {
        paper: Paper::A4,
        top: 20.0,
        bottom: 16.0,
        inner: 28.0,
        outer: 12.0,
        binding: Binding::Left,
        mirrored: true,
    };

    /// Left, right, top and bottom of a front and a back.
    fn margins(orientation: Orientation, says: PageSays) -> [[f32; 4]; 2] {
        let sheet = Sheet::of(&Document { orientation, page: Some(says), ..Document::default() });
        [0, 1].map(|page| sheet.side(page)).map(|s| [s.left, s.right, s.top, s.bottom])
    }

    #[test]
    fn the_bound_edge_changes_sides() {
        let top = PageSays { binding: Binding::Top, ..WIDE };
        let cases = [
            ("a book", Orientation::Portrait, WIDE, [[28.0, 12.0, 20.0, 16.0], [12.0, 28.0, 20.0, 16.0]]),
            ("a table in it", Orientation::Landscape, top, [[12.0, 12.0, 28.0, 16.0], [12.0, 12.0, 20.0, 28.0]]),
            (
                "one-sided",
                Orientation::Portrait,
                PageSays { mirrored: false, ..WIDE },
                [[28.0, 12.0, 20.0, 16.0], [28.0, 12.0, 20.0, 16.0]],
            ),
            (
                "out of reason",
                Orientation::Portrait,
                PageSays { inner: 500.0, outer: 0.0, ..WIDE },
                [[60.0, 5.0, 20.0, 16.0], [5.0, 60.0, 20.0, 16.0]],
            ),
        ];
        for (name, orientation, says, expected) in cases {
            assert_eq!(margins(orientation, says), expected, "{name}: left, right, top, bottom of front and back");
        }
    }

    #[test]
    fn paper_is_as_large_as_it_says() {
        let of = |orientation, paper| {
            let says = PageSays { paper, ..WIDE };
            let side = Sheet::of(&Document { orientation, page: Some(says), ..Document::default() }).side(0);
            (side.width, side.height)
        };
        assert_eq!(of(Orientation::Landscape, Paper::A3), (420.0, 297.0), "A3 lying");
        assert_eq!(of(Orientation::Portrait, Paper::A3), (297.0, 420.0), "A3 standing");
        assert_eq!(of(Orientation::Portrait, Paper::A4), (210.0, 297.0), "A4 standing");
    }
}
