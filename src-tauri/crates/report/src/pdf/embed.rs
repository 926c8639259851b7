//! The glyphs of a file's texts as subset fonts.
//!
//! Some fonts draw two characters with one glyph, but a glyph of a PDF font can stand for one character only when text
//! is copied out of it. The second character then goes into another subset of the same font.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use subsetter::GlyphRemapper;

use super::digits;
use crate::ReportError;
use crate::fonts::{self, Font, Fonts, Source, Style};
use crate::layout::{Frame, Page};
use crate::typeset::Typesetter;

/// A subset: its font, and 0 or, for characters whose glyph is taken there, 1 and up.
type Subset = (Font, usize);

/// Which subset draws a character.
pub(super) struct Embedding {
    of: HashMap<(Font, char), Subset>,
    ids: BTreeMap<Subset, FontId>,
}

impl Embedding {
    /// A text cut into runs of one font.
    pub(super) fn runs(&self, set: &Typesetter, style: Style, text: &str) -> Vec<(&FontId, String)> {
        let mut runs: Vec<(&FontId, String)> = Vec::new();
        for character in text.chars() {
            let subset = set.glyph(style, character).and_then(|g| self.of.get(&(g.font, character)));
            let Some(id) = subset.and_then(|s| self.ids.get(s)) else { continue };
            match runs.last_mut() {
                Some((last, run)) if *last == id => run.push(character),
                _ => runs.push((id, character.to_string())),
            }
        }
        runs
    }
}

/// Puts the fonts of all texts of the pages into the file.
///
/// # Errors
/// When a font is damaged.
pub(super) fn embed(
    (fonts, set): (&Fonts, &Typesetter),
    pages: &[Page],
    file: &mut PdfDocument,
) -> Result<Embedding, ReportError> {
    let mut subsets: BTreeMap<Subset, BTreeMap<u16, char>> = BTreeMap::new();
    let mut uses: HashMap<(Font, u16), usize> = HashMap::new();
    let mut embedding = Embedding { of: HashMap::new(), ids: BTreeMap::new() };
    for (font, character, glyph) in used(set, pages) {
        let uses = uses.entry((font, glyph)).or_insert(0);
        let subset = (font, *uses);
        *uses += 1;
        subsets.entry(subset).or_default().insert(glyph, character);
        embedding.of.insert((font, character), subset);
    }
    for (at, (subset, glyphs)) in subsets.into_iter().enumerate() {
        // Not F1 to F14, which mean the fonts that every reader has.
        let id = FontId(format!("S{at}"));
        file.resources.fonts.map.insert(id.clone(), PdfFont::new(font((subset.0, &fonts.source(subset.0)?), &glyphs)?));
        embedding.ids.insert(subset, id);
    }
    Ok(embedding)
}

/// Font, character and glyph of everything that is drawn.
fn used(set: &Typesetter, pages: &[Page]) -> BTreeSet<(Font, char, u16)> {
    let frames = pages.iter().flat_map(|p| &p.frames);
    let texts = frames.filter_map(|f| match f {
        Frame::Text { style, text, .. } => Some((*style, text)),
        Frame::Line { .. } | Frame::Picture { .. } => None,
    });
    let glyph = |style, c| set.glyph(style, c).map(|g| (g.font, c, g.id));
    texts.flat_map(|(style, text)| text.chars().filter_map(move |c| glyph(style, c))).collect()
}

fn font((font, source): (Font, &Source), glyphs: &BTreeMap<u16, char>) -> Result<ParsedFont, ReportError> {
    let mut remapper = GlyphRemapper::new();
    for &glyph in glyphs.keys() {
        remapper.remap(glyph);
    }
    let damaged = || ReportError::Font(source.name.clone());
    let mut subset = subsetter::subset(&source.bytes, source.index, &remapper).map_err(|_| damaged())?;
    for (&glyph, _) in glyphs.iter().filter(|(_, c)| fonts::is_evened(font, **c)) {
        if let Some(new) = remapper.get(glyph) {
            digits::widen(&mut subset, new, fonts::DIGIT);
        }
    }
    let mut parsed = ParsedFont::from_bytes(&subset, 0, &mut Vec::new()).ok_or_else(damaged)?;
    for (&glyph, &character) in glyphs {
        if let Some(new) = remapper.get(glyph) {
            parsed.codepoint_to_glyph.insert(u32::from(character), new);
        }
    }
    parsed.font_name = Some(format!("{}+{}", tag(&source.name, glyphs), source.name));
    Ok(parsed)
}

/// Six letters that differ between subsets, as PDF wants them before the name of a subset font.
fn tag(name: &str, glyphs: &BTreeMap<u16, char>) -> String {
    let mut hasher = DefaultHasher::new();
    (name, glyphs).hash(&mut hasher);
    let mut rest = hasher.finish();
    let letter = |_| {
        let letter = b'A' + u8::try_from(rest % 26).unwrap_or(0);
        rest /= 26;
        char::from(letter)
    };
    (0..6).map(letter).collect()
}
