//! Which characters the fonts of the program have, and the fonts themselves for the window.

use std::sync::Arc;

use super::{File, Style, is_for};
use crate::typeset::{is_invisible, plain};

/// Characters of a text that no font of the program has, each once, in the order in which they stand.
pub fn lacking(text: &str) -> Vec<char> {
    let mut wanted: Vec<char> = Vec::new();
    for character in text.chars().filter(|c| !is_invisible(*c)) {
        if !wanted.contains(&character) {
            wanted.push(character);
        }
    }
    for &file in Style::Body.chain() {
        if wanted.is_empty() {
            break;
        }
        // A font that cannot be read has nothing.
        let Ok(bytes) = file.bytes() else { continue };
        let Ok(face) = ttf_parser::Face::parse(&bytes, 0) else { continue };
        wanted.retain(|&c| !is_for(file, plain(c)) || face.glyph_index(plain(c)).is_none_or(|glyph| glyph.0 == 0));
    }
    wanted
}

/// Names of the fonts of the program, those that are asked first before the others.
pub fn font_names() -> impl Iterator<Item = &'static str> {
    File::ALL.into_iter().map(File::name)
}

/// A font of the program by its name, as TrueType bytes; none where there is no such font.
pub fn font_bytes(name: &str) -> Option<Arc<Vec<u8>>> {
    File::ALL.into_iter().find(|file| file.name() == name)?.bytes().ok()
}
