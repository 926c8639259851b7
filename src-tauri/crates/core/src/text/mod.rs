//! Words as a clerk types and reads them: labels of fields, what a search finds, names by strokes and by pinyin, masked
//! numbers, periods.

mod alike;
mod characters;
mod mask;
mod natural;
mod numeral;
mod pinyin;
mod span;
mod strokes;

pub use self::pinyin::{PinyinKey, pinyin_key};
pub use characters::uncommon;
pub use strokes::{StrokeKey, TwoCharacterNames, stroke_key};

/// Text that says something, or none.
pub(crate) fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned)
}

pub(crate) use self::pinyin::{initials, spelling};
pub(crate) use alike::alike;
pub(crate) use mask::{id_number, phones};
pub(crate) use natural::{NaturalKey, natural_key};
pub(crate) use numeral::numeral;
pub(crate) use span::{Span, day_in_words};

/// The Chinese labels of fields, in their order.
pub(crate) fn labels(keys: &[String]) -> Vec<String> {
    let label = |key: &String| station_intake::fields().get(key).map_or_else(|| key.clone(), |f| f.label.clone());
    keys.iter().map(label).collect()
}

/// Whether any of the words contains what is searched; nothing searched is found everywhere.
pub(crate) fn contains(search: Option<&str>, words: &[&str]) -> bool {
    let wanted = search.unwrap_or_default().trim().to_lowercase();
    wanted.is_empty() || words.iter().any(|word| word.to_lowercase().contains(&wanted))
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let pairs = bytes.iter().flat_map(|b| [b >> 4, b & 0x0f]);
    pairs.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
