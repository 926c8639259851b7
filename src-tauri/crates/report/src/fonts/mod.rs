//! Which font draws a character: a chain of fonts for each style, looked up once for all characters of a job.
//!
//! ASCII and digits always come from 宋, whose digits are of one width, so that numbers line up.

mod embedded;

use std::collections::{BTreeSet, HashMap};

pub(crate) use embedded::File;

use crate::ReportError;

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
            Self::Body => &[File::Fang, File::Song, File::RareOne, File::RareTwo],
            Self::Heading => &[File::Hei, File::Song, File::Fang, File::RareOne, File::RareTwo],
            Self::Title => &[File::Title, File::Song, File::Fang, File::RareOne, File::RareTwo],
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
        let passed_on = file == File::Fang && character.is_ascii();
        let glyph = face.glyph_index(character).filter(|id| id.0 != 0 && !passed_on);
        let Some(id) = glyph else { return true };
        let advance = face.glyph_hor_advance(id).map_or(1.0, |units| f32::from(units) / em);
        found.insert((style, character), Glyph { file, id: id.0, advance });
        false
    });
    Ok(())
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
            ('龘', Style::Body, File::Song),
            ('𬭎', Style::Body, File::Fang),
            ('㛃', Style::Body, File::Fang),
            ('𪚥', Style::Body, File::RareTwo),
        ];
        let glyphs = Glyphs::of(&cases.iter().map(|c| c.0).collect()).unwrap();
        let found: Vec<_> = cases.iter().map(|c| (c.0, glyphs.get(c.1, c.0).map(|g| g.file))).collect();
        let expected: Vec<_> = cases.iter().map(|c| (c.0, Some(c.2))).collect();
        assert_eq!(found, expected, "a later font is asked only for what the earlier ones lack");
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
