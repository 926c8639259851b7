//! Which font draws a character: a chain of fonts for each style, looked up once for all characters of a job.
//!
//! ASCII always comes from 宋, whose digits are all given one width so that numbers line up; symbols that 仿宋 lacks
//! (①, ㎡) come from 黑, boxes to tick from 楷.

mod coverage;
mod embedded;
mod installed;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

pub use coverage::{font_bytes, font_names, lacking};
pub(crate) use embedded::File;
use installed::Installed;
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
    /// 楷体, for headings of the second level.
    Subheading,
    /// 小标宋, for the title.
    Title,
}

/// The fonts that print: those of the program, and before them this computer's own where the station wants so.
#[derive(Clone, Debug, Default)]
pub struct Fonts {
    own: Vec<(Style, Arc<Installed>)>,
}

/// One of [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Font {
    /// This computer's own for a style.
    Own(Style),
    /// One of the program.
    Bundled(File),
}

/// What a font is made of.
pub(crate) struct Source {
    /// Name under which it is embedded.
    pub(crate) name: String,
    /// The font file, or a collection of several.
    pub(crate) bytes: Arc<Vec<u8>>,
    /// Number of the face in the file.
    pub(crate) index: u32,
}

/// A glyph of a font.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    /// The font that has it.
    pub(crate) font: Font,
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
    /// Those that every job may use; 楷体 is looked up where a letter has such headings.
    const USUAL: [Self; 3] = [Self::Body, Self::Heading, Self::Title];

    /// Fonts in the order in which they are asked.
    fn chain(self) -> &'static [File] {
        match self {
            Self::Body => &[File::Fang, File::Song, File::Hei, File::RareOne, File::RareTwo, File::Kai],
            Self::Heading => &[File::Hei, File::Song, File::Fang, File::RareOne, File::RareTwo, File::Kai],
            Self::Subheading => &[File::Kai, File::Song, File::Fang, File::Hei, File::RareOne, File::RareTwo],
            Self::Title => &[File::Title, File::Song, File::Fang, File::RareOne, File::RareTwo, File::Kai],
        }
    }
}

impl Fonts {
    /// Only those of the program: the same paper on every computer.
    pub fn bundled() -> Self {
        Self::default()
    }

    /// This computer's own 仿宋, 黑体 and 小标宋 before those of the program, as far as it has them and they may be
    /// embedded. Reads the folders of fonts, which takes a moment.
    pub fn installed() -> Self {
        Self::with(installed::best(&installed::of_this_computer()))
    }

    /// As [`Fonts::installed`], of the fonts in folders.
    pub fn in_folders(folders: &[PathBuf]) -> Self {
        Self::with(installed::best(&installed::in_folders(folders)))
    }

    /// Which of this computer's fonts are used, by the name under which people know them.
    pub fn own(&self) -> impl Iterator<Item = (Style, &str)> {
        self.own.iter().map(|(style, font)| (*style, font.family.as_str()))
    }

    fn with(found: Vec<(Style, Installed)>) -> Self {
        Self { own: found.into_iter().map(|(style, font)| (style, Arc::new(font))).collect() }
    }

    /// Fonts in the order in which they are asked for a style.
    fn chain(&self, style: Style) -> impl Iterator<Item = Font> {
        let own = self.own.iter().filter(move |(s, _)| *s == style).map(|(s, _)| Font::Own(*s));
        own.chain(style.chain().iter().map(|&file| Font::Bundled(file)))
    }

    /// What a font of the chain is made of.
    ///
    /// # Errors
    /// When a font inside the program is damaged.
    pub(crate) fn source(&self, font: Font) -> Result<Source, ReportError> {
        let file = match font {
            Font::Bundled(file) => file,
            Font::Own(style) => match self.own.iter().find(|(s, _)| *s == style) {
                Some((_, own)) => {
                    let (name, bytes) = (own.name.clone(), Arc::clone(&own.bytes));
                    return Ok(Source { name, bytes, index: own.index });
                }
                None => style.chain()[0],
            },
        };
        Ok(Source { name: file.name().to_owned(), bytes: file.bytes()?, index: 0 })
    }
}

impl Glyphs {
    /// Looks the characters up in every usual style.
    ///
    /// # Errors
    /// When a font inside the program is damaged.
    pub(crate) fn of(fonts: &Fonts, characters: &BTreeSet<char>) -> Result<Self, ReportError> {
        let mut glyphs = Self { found: HashMap::new() };
        Style::USUAL.into_iter().try_for_each(|style| glyphs.add(fonts, style, characters))?;
        Ok(glyphs)
    }

    /// Looks the characters up in one style more.
    ///
    /// # Errors
    /// When a font inside the program is damaged.
    pub(crate) fn add(&mut self, fonts: &Fonts, style: Style, characters: &BTreeSet<char>) -> Result<(), ReportError> {
        let mut wanted: Vec<char> = characters.iter().copied().collect();
        for font in fonts.chain(style) {
            if !wanted.is_empty() {
                let source = fonts.source(font)?;
                take_from((font, &source), style, &mut wanted, &mut self.found)?;
            }
        }
        Ok(())
    }

    /// The glyph of a character; none when no font of the chain has it, or nobody asked for it in [`Glyphs::of`].
    pub(crate) fn get(&self, style: Style, character: char) -> Option<Glyph> {
        self.found.get(&(style, character)).copied()
    }
}

/// Moves the characters that `font` has from `wanted` to `found`.
fn take_from(
    (font, source): (Font, &Source),
    style: Style,
    wanted: &mut Vec<char>,
    found: &mut HashMap<(Style, char), Glyph>,
) -> Result<(), ReportError> {
    let damaged = |_| ReportError::Font(source.name.clone());
    let face = ttf_parser::Face::parse(&source.bytes, source.index).map_err(damaged)?;
    let em = f32::from(face.units_per_em());
    wanted.retain(|&character| {
        let glyph = face.glyph_index(character).filter(|id| id.0 != 0 && draws(font, character));
        let Some(id) = glyph else { return true };
        let id = if "“”‘’".contains(character) { full_width(&face, id).unwrap_or(id) } else { id };
        let advance = face.glyph_hor_advance(id).map_or(1.0, |units| f32::from(units) / em);
        let advance = if is_evened(font, character) { f32::from(DIGIT) / 1000.0 } else { advance };
        found.insert((style, character), Glyph { font, id: id.0, advance });
        false
    });
    Ok(())
}

/// Whether a font is asked for a character: this computer's own not for ASCII, so that numbers always line up.
fn draws(font: Font, character: char) -> bool {
    match font {
        Font::Own(_) => !character.is_ascii(),
        Font::Bundled(file) => is_for(file, character),
    }
}

/// Whether a font of the program is asked for a character: not 仿宋 for its ASCII, not the large rare fonts for what is no Han character.
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
pub(crate) fn is_evened(font: Font, character: char) -> bool {
    font == Font::Bundled(File::Song) && character.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::{File, Font, Fonts, Glyphs, Style};

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
        let glyphs = Glyphs::of(&Fonts::bundled(), &cases.iter().map(|c| c.0).collect()).unwrap();
        let found: Vec<_> = cases.iter().map(|c| (c.0, glyphs.get(c.1, c.0).map(|g| g.font))).collect();
        let expected: Vec<_> = cases.iter().map(|c| (c.0, Some(Font::Bundled(c.2)))).collect();
        assert_eq!(found, expected, "a later font is asked only for what the earlier ones lack");
    }

    #[test]
    fn chinese_quotation_marks_are_as_wide_as_characters() {
        let marks = "“”‘’".chars().collect();
        let glyphs = Glyphs::of(&Fonts::bundled(), &marks).unwrap();
        for style in [Style::Body, Style::Heading, Style::Title] {
            let wide = marks.iter().all(|&m| glyphs.get(style, m).is_some_and(|g| g.advance > 0.99));
            assert!(wide, "{style:?}: as a Chinese page has them");
        }
    }

    #[test]
    fn digits_are_of_one_width() {
        let digits = ('0'..='9').collect();
        let glyphs = Glyphs::of(&Fonts::bundled(), &digits).unwrap();
        let width = |d: &char| glyphs.get(Style::Body, *d).map(|g| g.advance.to_bits());
        let widths: std::collections::BTreeSet<_> = digits.iter().map(width).collect();
        assert_eq!(widths.len(), 1, "numbers below each other line up");
    }
}
