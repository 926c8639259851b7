//! 以姓名笔画为序: names by strokes, character by character, in the manner of people's congresses or with a blank in
//! names of two characters.

#[cfg(test)]
mod explain;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::characters::{counted, is_han, written};

/// How a name of two characters stands to longer ones of the same surname.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum TwoCharacterNames {
    /// 姓名笔画, as people's congresses order: 田大利 before 田富.
    #[default]
    NoBlank,
    /// 姓氏笔画: the blank in 田　富 counts as no stroke, so 田富 stands before 田大利.
    BlankMiddle,
}

/// The place of a name by strokes. Names of the same characters are equal, whatever their spaces, interpuncts and
/// notes in brackets.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct StrokeKey(Vec<u32>);

/// The place of a name by strokes.
pub fn stroke_key(name: &str, rule: TwoCharacterNames) -> StrokeKey {
    StrokeKey(places(name, rule).into_iter().map(|place| place.map_or(0, weight)).collect())
}

/// The characters of a name that are compared one by one; none = the blank.
fn places(name: &str, rule: TwoCharacterNames) -> Vec<Option<char>> {
    let mut places: Vec<Option<char>> = counted(name).map(Some).collect();
    if rule == TwoCharacterNames::BlankMiddle && places.len() == 2 {
        places.insert(1, None);
    }
    places
}

/// Characters of known strokes first, then other Chinese ones, then letters; these two by code point.
pub(super) fn weight(c: char) -> u32 {
    const CHINESE: u32 = 0x0100_0000;
    const LETTER: u32 = 0x0200_0000;
    match written(c) {
        Some(written) => 1 + u32::from(written.place),
        None if is_han(c) => CHINESE + u32::from(c),
        None => LETTER + u32::from(c),
    }
}
