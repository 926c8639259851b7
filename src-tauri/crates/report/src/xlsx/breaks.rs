//! Where the pages of a sheet end: those that are asked for, and the others as far as they can be foreseen.

/// Share of a page that is counted on: office programs round heights in their own ways.
const COUNTED: f64 = 0.98;

/// The pages of a sheet, in points of its rows.
#[derive(Debug, Default)]
pub(super) struct Breaks {
    room: f64,
    repeated: f64,
    used: f64,
    /// Whether a second page has begun.
    begun: bool,
    rows: Vec<u32>,
}

impl Breaks {
    /// Pages that have `room` points.
    pub(super) fn new(room: f64) -> Self {
        Self { room: room * COUNTED, ..Self::default() }
    }

    /// From here on each page begins with rows of so many points.
    pub(super) fn repeat(&mut self, points: f64) {
        self.repeated = points;
    }

    /// A row of so many points follows.
    pub(super) fn add(&mut self, points: f64) {
        let fits = self.used + points <= self.room;
        self.begun |= !fits;
        self.used = if fits { self.used } else { self.repeated } + points;
    }

    /// A page begins before a row.
    pub(super) fn before(&mut self, row: u32) {
        self.rows.push(row);
        self.begun = true;
        self.used = self.repeated;
    }

    /// Whether what follows, so many points high, should begin a page in order to stay together.
    pub(super) fn parts(&self, points: f64) -> bool {
        self.used > self.repeated && self.used + points > self.room && self.repeated + points <= self.room
    }

    /// Whether a page holds so many points.
    pub(super) fn holds(&self, points: f64) -> bool {
        points <= self.room
    }

    /// Whether what follows might be parted by some office program: their pages hold more or less, by the fonts of the
    /// computer, so that only the first can be foreseen.
    pub(super) fn might_part(&self, points: f64) -> bool {
        self.parts(points) || self.begun && self.used > self.repeated && self.repeated + points <= self.room
    }

    /// Rows before which a page was asked for.
    pub(super) fn rows(&self) -> &[u32] {
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::Breaks;

    #[test]
    fn what_belongs_together_is_not_parted() {
        let mut pages = Breaks::new(100.0);
        pages.add(60.0);
        assert!(pages.parts(50.0), "it would begin on this page and end on the next");
        assert!(!pages.parts(30.0), "it fits");
        assert!(!pages.parts(120.0), "no page holds it");
        pages.add(50.0);
        assert!(!pages.parts(45.0), "a page has begun by itself");
        assert!(pages.might_part(45.0), "but another program may have begun it elsewhere");
        pages.before(2);
        assert!(!pages.might_part(45.0), "what has been asked for is so in all of them");
        assert!(!pages.parts(98.0), "the page is empty");
    }
}
