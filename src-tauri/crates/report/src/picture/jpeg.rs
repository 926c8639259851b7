//! What a JPEG file says of itself (ITU-T T.81, annex B): its size, its colours, which way up the camera was held.

use std::io::Cursor;

/// A JPEG file that PDF readers can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Jpeg {
    /// Pixels in a row of the file.
    pub(crate) width: u32,
    /// Rows of the file.
    pub(crate) height: u32,
    /// Samples of a pixel: 1 grey, 3 colour, 4 printing inks.
    pub(crate) samples: u8,
    /// Whether its inks are written the other way round, as Adobe's programs do.
    pub(crate) inverted: bool,
    /// How it must be turned to be seen upright: 1 to 8, as Exif has it (1: not at all).
    pub(crate) turn: u8,
}

impl Jpeg {
    /// Width and height as it is seen.
    pub(crate) fn upright(&self) -> (u32, u32) {
        if self.turn >= 5 { (self.height, self.width) } else { (self.width, self.height) }
    }
}

/// Reads a file; none where it is no JPEG, or of a kind that PDF does not know.
pub(super) fn read(bytes: &[u8]) -> Option<Jpeg> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut inverted = false;
    loop {
        let (marker, segment, after) = next_segment(rest)?;
        match marker {
            // Adobe's mark stands before the frame.
            0xEE => inverted |= segment.starts_with(b"Adobe"),
            // Baseline, extended and progressive frames; what else is there, PDF cannot draw.
            0xC0..=0xC2 => return frame(segment, inverted, turn(bytes)),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xDA => return None,
            _ => {}
        }
        rest = after;
    }
}

/// Marker, content and what comes after; filling bytes before a marker are passed over.
fn next_segment(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let filling = bytes.iter().take_while(|b| **b == 0xFF).count();
    let (marker, rest) = bytes.get(filling..)?.split_first().filter(|_| filling > 0)?;
    let length = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
    Some((*marker, rest.get(2..length)?, rest.get(length..)?))
}

fn frame(segment: &[u8], inverted: bool, turn: u8) -> Option<Jpeg> {
    let &[8, h1, h2, w1, w2, samples @ (1 | 3 | 4), ..] = segment else { return None };
    let [height, width] = [[h1, h2], [w1, w2]].map(|b| u32::from(u16::from_be_bytes(b)));
    let inverted = inverted && samples == 4;
    (width > 0 && height > 0).then_some(Jpeg { width, height, samples, inverted, turn })
}

fn turn(bytes: &[u8]) -> u8 {
    let exif = exif::Reader::new().read_from_container(&mut Cursor::new(bytes));
    let said = exif.ok().and_then(|e| e.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0));
    said.and_then(|turn| u8::try_from(turn).ok()).filter(|turn| (1..=8).contains(turn)).unwrap_or(1)
}
