//! Room in cells, counted as Excel's users do: an ASCII character is one, a Chinese one two.

/// Pixels of one unit at 10 points (5 points at 96 dots an inch, and a third).
pub(super) const UNIT: f32 = 6.67;

/// Pixels of a cell that its text cannot use.
const EDGES: f32 = 8.0;

/// Points of a line at 10 points.
pub(super) const LINE: f64 = 13.5;

/// Characters of a name, or of another word that is better not broken.
const NAME: usize = 4;

/// Width of a text in units.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Lines that a text takes in a cell of so many pixels, at 10 points.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cell is some hundred pixels wide")]
pub(super) fn lines(text: &str, pixels: f32) -> usize {
    let room = ((pixels - EDGES) / UNIT).floor().max(2.0) as usize;
    let paragraphs = text.lines().map(|paragraph| {
        let whole = units(paragraph);
        // A line may end one character early, so that no line begins with a mark.
        if whole <= room { 1 } else { whole.div_ceil((room - 1).max(2)) }
    });
    paragraphs.sum::<usize>().max(1)
}

/// Pixels without which a text would be broken where it should not be: its longest run of ASCII, all of a name, or of
/// two names.
#[expect(clippy::cast_precision_loss, reason = "a text that is not broken is short")]
pub(super) fn least_pixels(text: &str) -> f32 {
    let runs = text.split(|c: char| !c.is_ascii() || c == ' ' || c == '\n').map(str::len);
    let run = runs.max().unwrap_or(0).min(30);
    let longest = if text.contains('、') { 2 * NAME - 1 } else { NAME };
    let name = if text.chars().count() <= longest { units(text) } else { 0 };
    // Two units more for fonts whose digits are wider.
    (run + 2).max(name) as f32 * UNIT + EDGES
}

#[cfg(test)]
mod tests {
    use super::{least_pixels, lines};

    #[test]
    fn chinese_counts_double() {
        let cases =
            [("", 1), ("1234567890", 1), ("联系选民十户", 2), ("甲\n乙", 2), ("联系选民十户，提出建议一件。", 4)];
        for (text, expected) in cases {
            assert_eq!(lines(text, 10.5 * super::UNIT + super::EDGES), expected, "{text}");
        }
    }

    #[test]
    fn numbers_and_names_are_not_broken() {
        assert!(least_pixels("联系电话13910203040") > 11.0 * super::UNIT, "eleven digits in one line");
        assert!(least_pixels("欧阳佑春") > 8.0 * super::UNIT, "a name in one line");
        assert!(least_pixels("列入镇政府道路硬化计划") < 4.0 * super::UNIT, "prose may be broken");
    }
}
