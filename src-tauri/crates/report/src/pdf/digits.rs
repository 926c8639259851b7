//! The width of a glyph changed inside a font file, its shape kept in the middle.

/// Gives a glyph the advance `width`, in the font's units. Where the font lists no width of its own for the glyph
/// (it shares the last one), it follows that one.
pub(super) fn widen(font: &mut [u8], glyph: u16, width: u16) {
    let Some((widths, listed)) = table(font, *b"hmtx").zip(table(font, *b"hhea").and_then(|at| word(font, at + 34)))
    else {
        return;
    };
    let at = widths + 4 * usize::from(glyph.min(listed.saturating_sub(1)));
    let (Some(old), Some(side)) = (word(font, at), word(font, at + 2)) else { return };
    // The side bearing is signed; so is half of what is added.
    let shift = (width.cast_signed() - old.cast_signed()) / 2;
    set_word(font, at, width);
    if glyph < listed {
        set_word(font, at + 2, side.wrapping_add_signed(shift));
    }
}

/// Where a table begins, from the font's directory of 16-byte entries.
fn table(font: &[u8], tag: [u8; 4]) -> Option<usize> {
    let entries = font.get(12..)?.chunks_exact(16).take(usize::from(word(font, 4)?));
    let entry = entries.into_iter().find(|e| e.starts_with(&tag))?;
    Some(entry[8..12].iter().fold(0, |offset, &byte| offset << 8 | usize::from(byte)))
}

fn word(font: &[u8], at: usize) -> Option<u16> {
    font.get(at..at + 2).map(|b| u16::from_be_bytes([b[0], b[1]]))
}

fn set_word(font: &mut [u8], at: usize, word: u16) {
    font[at..at + 2].copy_from_slice(&word.to_be_bytes());
}
