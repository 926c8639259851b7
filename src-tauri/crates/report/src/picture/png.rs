//! PNG files as pixels of eight bits.

use std::io::Cursor;

use png::{ColorType, Decoder, Limits, Transformations};

/// Most memory that a picture may take, in bytes: a photo of 40 million pixels with transparency.
const MOST: usize = 160_000_000;

/// Pixels, row by row.
pub(crate) struct Pixels {
    /// Pixels in a row.
    pub(crate) width: u32,
    /// Rows.
    pub(crate) height: u32,
    /// Samples of a pixel: grey, grey and opacity, RGB, RGB and opacity.
    pub(crate) samples: usize,
    /// The samples.
    pub(crate) bytes: Vec<u8>,
}

/// Reads a file; none where it is no PNG, damaged or too large.
pub(super) fn read(bytes: &[u8]) -> Option<Pixels> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MOST });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let size = reader.output_buffer_size().filter(|size| *size <= MOST)?;
    let mut bytes = vec![0; size];
    let frame = reader.next_frame(&mut bytes).ok()?;
    let samples = match frame.color_type {
        ColorType::Grayscale | ColorType::Indexed => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
    };
    bytes.truncate(frame.buffer_size());
    Some(Pixels { width: frame.width, height: frame.height, samples, bytes })
}
