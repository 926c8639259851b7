//! Where a line of Chinese may end: the Unicode standard in its strict form, and what it lacks.

use std::collections::BTreeSet;
use std::ops::Range;

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use crate::fonts::is_han;

/// Finds the places where a line may end.
pub(crate) struct Breaks {
    standard: LineSegmenterBorrowed<'static>,
}

impl Breaks {
    /// With the standard's strict rules.
    pub(crate) fn new() -> Self {
        let mut options = LineBreakOptions::default();
        options.strictness = Some(LineBreakStrictness::Strict);
        Self { standard: LineSegmenter::new_auto(options) }
    }

    /// A paragraph cut where a line may end; no name of a list is cut.
    pub(crate) fn pieces<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let names = names(text);
        let standard: BTreeSet<usize> = self.standard.segment_str(text).collect();
        let mut pieces = Vec::new();
        let mut start = 0;
        let mut before = None;
        for (at, next) in text.char_indices() {
            let parts = next.is_ascii_digit() && ends_a_part(&text[start..at]);
            if let Some(before) = before
                && !names.iter().any(|name| name.start < at && at < name.end)
                && may_break(before, next, standard.contains(&at) || parts)
            {
                pieces.push(&text[start..at]);
                start = at;
            }
            before = Some(next);
        }
        pieces.push(&text[start..]);
        pieces
    }
}

/// Where the names and other short terms of a list stand, if there is one: what is between two `、`, without a reason
/// in brackets and without `等113人`.
fn names(text: &str) -> Vec<Range<usize>> {
    if !text.contains('、') {
        return Vec::new();
    }
    let mut start = 0;
    let mut names = Vec::new();
    for term in text.split_inclusive('、') {
        let end = term.find(['、', '（', '(', '等']).unwrap_or(term.len());
        if (2..=4).contains(&term[..end].chars().count()) {
            names.push(start..start + end);
        }
        start += term.len();
    }
    names
}

/// Whether a date or a number may be parted here: after the hyphen behind its year, `2023-` and `JD-2023-`.
fn ends_a_part(text: &str) -> bool {
    let year = text.strip_suffix('-').unwrap_or_default();
    year.chars().rev().take_while(char::is_ascii_digit).count() == 4
}

/// What the standard's breaks lack for Chinese: none before · — …, one before “ and one after ” within Chinese text.
fn may_break(before: char, next: char, standard: bool) -> bool {
    const OPENING: &str = "“‘（《〈「『【〔([";
    if "·•—…".contains(next) {
        return false;
    }
    let opens = "“‘".contains(next) && !before.is_ascii() && !OPENING.contains(before);
    let closes = "”’".contains(before) && (is_han(next) || OPENING.contains(next));
    standard || opens || closes
}
