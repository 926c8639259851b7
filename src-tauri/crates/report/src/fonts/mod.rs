//! Which font draws a character: a chain of fonts for each style, looked up once for all characters of a job.
//!
//! ASCII always comes from 宋, whose digits are all given one width so that numbers line up; symbols that 仿宋 lacks
//! (①, ㎡) come from 黑, boxes to tick from 楷.

mod embedded;

use std::collections::{BTreeSet, HashMap};

pub(crate) use embedded::File;
use ttf_parser::GlyphId;
use ttf_parser::gsub::{SingleSubstitution, SubstitutionSubtable};

use crate::ReportError;

/// Width that all digits of 宋 are given, in thousandths of an em: that of most of them; the 1 alone is narrower.
pub(crate) const DIGIT: u16 = 558;

/// A voice of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// 仿宋, for what is filled in.
    Body,
    /// 黑体, for headings and labels.
    Heading,
    /// 小标宋, for the title.
    Title,
}

/// A glyph of a font that ships.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    /// The font that has it.
    pub(crate) file: File,
    /// Its number there.
    pub(crate) id: u16,
    /// Its width in em.
    pub(crate) advance: f32,
}

/// The glyphs of all characters of a job.
pub(crate) struct Glyphs {
    found: HashMap<(Style, char), Glyph>,
}

impl Style {
    const ALL: [Self; 3] = [Self::Body, Self::Heading, Self::Title];

    /// Fonts in the order in which they are asked.
    fn chain(self) -> &'static [File] {
        match self {
            Self::Body => &[File::Fang, File::Song, File::Hei, File::RareOne, File::RareTwo, File::Kai],
            Self::Heading => &[File::Hei, File::Song, File::Fang, File::RareOne, File::RareTwo, File::Kai],
            Self::Title => &[File::Title, File::Song, File::Fang, File::RareOne, File::RareTwo, File::Kai],
        }
    }
}

impl Glyphs {
    /// Looks the characters up in every style.
    ///
    /// # Errors
    /// When a font inside the program is damaged.
    pub(crate) fn of(characters: &BTreeSet<char>) -> Result<Self, ReportError> {
        let mut found = HashMap::new();
        for style in Style::ALL {
            let mut wanted: Vec<char> = characters.iter().copied().collect();
            for &file in style.chain() {
                if !wanted.is_empty() {
                    take_from(file, style, &mut wanted, &mut found)?;
                }
            }
        }
        Ok(Self { found })
    }

    /// The glyph of a character; none when no font of the chain has it, or nobody asked for it in [`Glyphs::of`].
    pub(crate) fn get(&self, style: Style, character: char) -> Option<Glyph> {
        self.found.get(&(style, character)).copied()
    }
}

/// Moves the characters that `file` has from `wanted` to `found`.
fn take_from(
    file: File,
    style: Style,
    wanted: &mut Vec<char>,
    found: &mut HashMap<(Style, char), Glyph>,
) -> Result<(), ReportError> {
    let bytes = file.bytes()?;
    let face = ttf_parser::Face::parse(&bytes, 0).map_err(|_| ReportError::Font(file.name()))?;
    let em = f32::from(face.units_per_em());
    wanted.retain(|&character| {
        let glyph = face.glyph_index(character).filter(|id| id.0 != 0 && is_for(file, character));
        let Some(id) = glyph else { return true };
        let id = if "“”‘’".contains(character) { full_width(&face, id).unwrap_or(id) } else { id };
        let advance = face.glyph_hor_advance(id).map_or(1.0, |units| f32::from(units) / em);
        let advance = if is_evened(file, character) { f32::from(DIGIT) / 1000.0 } else { advance };
        found.insert((style, character), Glyph { file, id: id.0, advance });
        false
    });
    Ok(())
}

/// Whether a font is asked for a character: not 仿宋 for its ASCII, not the large rare fonts for what is no Han character.
fn is_for(file: File, character: char) -> bool {
    match file {
        File::Fang => !character.is_ascii(),
        File::RareOne | File::RareTwo => is_han(character),
        File::Song | File::Hei | File::Title | File::Kai => true,
    }
}

/// Whether a character is a Han character or a part of one.
pub(crate) fn is_han(character: char) -> bool {
    matches!(u32::from(character), 0x2E80..=0x2FDF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// The glyph as wide as a Han character, which Chinese quotation marks are, where the font has one.
fn full_width(face: &ttf_parser::Face<'_>, glyph: GlyphId) -> Option<GlyphId> {
    let table = face.tables().gsub?;
    let feature = table.features.find(ttf_parser::Tag::from_bytes(b"fwid"))?;
    let lookups = feature.lookup_indices.into_iter().filter_map(|at| table.lookups.get(at));
    let mut steps = lookups.flat_map(|l| l.subtables.into_iter::<SubstitutionSubtable<'_>>());
    steps.find_map(|step| match step {
        SubstitutionSubtable::Single(SingleSubstitution::Format1 { coverage, delta }) => {
            coverage.get(glyph).map(|_| GlyphId(glyph.0.wrapping_add_signed(delta)))
        }
        SubstitutionSubtable::Single(SingleSubstitution::Format2 { coverage, substitutes }) => {
            substitutes.get(coverage.get(glyph)?)
        }
        _ => None,
    })
}

/// Whether a character is drawn in the width of [`DIGIT`].
pub(crate) fn is_evened(file: File, character: char) -> bool {
    file == File::Song && character.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::{File, Glyphs, Style};

    #[test]
    fn each_character_comes_from_the_first_font_that_has_it() {
        let cases = [
            ('王', Style::Body, File::Fang),
            ('王', Style::Heading, File::Hei),
            ('王', Style::Title, File::Title),
            ('8', Style::Body, File::Song),
            ('囍', Style::Body, File::Song),
            ('①', Style::Body, File::Hei),
            ('☑', Style::Body, File::Kai),
            ('𬭎', Style::Body, File::Fang),
            ('𪚥', Style::Body, File::RareOne),
            ('𠀣', Style::Body, File::RareTwo),
        ];
        let glyphs = Glyphs::of(&cases.iter().map(|c| c.0).collect()).unwrap();
        let found: Vec<_> = cases.iter().map(|c| (c.0, glyphs.get(c.1, c.0).map(|g| g.file))).collect();
        let expected: Vec<_> = cases.iter().map(|c| (c.0, Some(c.2))).collect();
        assert_eq!(found, expected, "a later font is asked only for what the earlier ones lack");
    }

    #[test]
    fn chinese_quotation_marks_are_as_wide_as_characters() {
        let marks = "“”‘’".chars().collect();
        let glyphs = Glyphs::of(&marks).unwrap();
        for style in [Style::Body, Style::Heading, Style::Title] {
            let wide = marks.iter().all(|&m| glyphs.get(style, m).is_some_and(|g| g.advance > 0.99));
            assert!(wide, "{style:?}: as a Chinese page has them");
        }
    }

    #[test]
    fn digits_are_of_one_width() {
        let digits = ('0'..='9').collect();
        let glyphs = Glyphs::of(&digits).unwrap();
        let width = |d: &char| glyphs.get(Style::Body, *d).map(|g| g.advance.to_bits());
        let widths: std::collections::BTreeSet<_> = digits.iter().map(width).collect();
        assert_eq!(widths.len(), 1, "numbers below each other line up");
    }
}
