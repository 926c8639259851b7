//! Room in cells, counted as Excel's users do: an ASCII character is one, a Chinese one two.

/// Pixels of one unit at 10 points (5 points at 96 dots an inch, and a third).
pub(super) const UNIT: f32 = 6.67;

/// Pixels of a cell that its text cannot use.
const EDGES: f32 = 8.0;

/// Size of what is filled in, in points.
pub(super) const SIZE: u8 = 10;

/// Points of a line at 10 points: 13.5 in 宋体, more in the fonts that stand in for it where it is not installed.
pub(super) const LINE: f64 = 15.0;

/// Points of a row that its lines cannot use.
const AROUND: f64 = 2.0;

/// Highest row that Excel knows, in points.
pub(super) const HIGHEST: f64 = 409.0;

/// Characters of a name, or of another word that is better not broken.
const NAME: usize = 4;

/// Width of a text in units.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Lines that a text takes in a cell of so many pixels, at 10 points.
pub(super) fn lines(text: &str, pixels: f32) -> usize {
    lines_of(text, (pixels - EDGES) / UNIT)
}

/// Height in points that a text needs in a cell of so many pixels, in a size of so many points.
pub(super) fn height(text: &str, pixels: f32, size: u8) -> f64 {
    let lines = lines_of(text, (pixels - EDGES) / (UNIT * scale(size)));
    f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE * f64::from(scale(size)) + AROUND
}

fn scale(size: u8) -> f32 {
    f32::from(size) / f32::from(SIZE)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cell is some hundred units wide")]
fn lines_of(text: &str, room: f32) -> usize {
    let room = room.floor().max(2.0) as usize;
    let paragraphs = text.lines().map(|paragraph| {
        let whole = units(paragraph);
        // A line may end one character early, so that no line begins with a mark.
        if whole <= room { 1 } else { whole.div_ceil((room - 1).max(2)) }
    });
    paragraphs.sum::<usize>().max(1)
}

/// Pixels with which a text needs no row higher than Excel knows.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some tens of lines")]
#[expect(clippy::cast_precision_loss, reason = "a text of a cell has some thousand characters")]
pub(super) fn enough_pixels(text: &str) -> f32 {
    // Each paragraph may end with a line that is hardly filled.
    let lines = ((HIGHEST - AROUND) / LINE) as usize;
    let filled = lines.saturating_sub(text.lines().count()).max(1);
    // What has a unit for each line fits anywhere.
    if units(text) <= filled { 0.0 } else { (units(text).div_ceil(filled) + 2) as f32 * UNIT + EDGES }
}

/// Pixels with which a text stands on one line.
#[expect(clippy::cast_precision_loss, reason = "a text of a cell has some thousand characters")]
pub(super) fn whole_pixels(text: &str) -> f32 {
    // Two units more for fonts whose digits are wider.
    (units(text) + 2) as f32 * UNIT + EDGES
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
    use super::{HIGHEST, SIZE, enough_pixels, height, least_pixels, lines};

    #[test]
    fn chinese_counts_double() {
        let cases =
            [("", 1), ("1234567890", 1), ("联系选民十户", 2), ("甲\n乙", 2), ("联系选民十户，提出建议一件。", 4)];
        for (text, expected) in cases {
            assert_eq!(lines(text, 10.5 * super::UNIT + super::EDGES), expected, "{text}");
        }
    }

    #[test]
    fn a_long_text_fits_where_it_has_enough() {
        for text in ["问".repeat(570), "第一段。\n".repeat(12) + &"问".repeat(400), "1".repeat(3000)] {
            let high = height(&text, enough_pixels(&text), SIZE);
            assert!(high <= HIGHEST, "{high} points for {} characters", text.chars().count());
        }
    }

    #[test]
    fn numbers_and_names_are_not_broken() {
        assert!(least_pixels("联系电话13910203040") > 11.0 * super::UNIT, "eleven digits in one line");
        assert!(least_pixels("欧阳佑春") > 8.0 * super::UNIT, "a name in one line");
        assert!(least_pixels("列入镇政府道路硬化计划") < 4.0 * super::UNIT, "prose may be broken");
    }
}
