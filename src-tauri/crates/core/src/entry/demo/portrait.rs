//! A drawn picture in place of a photo, so that the practice township has some.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

use crate::error::{Error, Result};

/// Size in pixels, 3:4 as a 二寸 photo.
const SIZE: (u32, u32) = (240, 320);
const HAIR: [Rgb<u8>; 3] = [Rgb([40, 36, 34]), Rgb([70, 60, 56]), Rgb([130, 128, 126])];
const COATS: [Rgb<u8>; 4] = [Rgb([44, 62, 92]), Rgb([60, 60, 66]), Rgb([120, 40, 44]), Rgb([52, 84, 70])];
const SKIN: Rgb<u8> = Rgb([232, 196, 168]);
const GROUND: Rgb<u8> = Rgb([176, 204, 232]);

/// A picture as a PNG, one of twelve: head and shoulders before light blue.
///
/// # Errors
/// When it cannot be written as a PNG.
pub fn portrait(at: usize) -> Result<Vec<u8>> {
    let (hair, coat) = (HAIR[at % HAIR.len()], COATS[at % COATS.len()]);
    // Whether a point lies in the ellipse around the middle at that height, so wide and tall.
    let inside = |(x, y): (f32, f32), (height, wide, tall): (f32, f32, f32)| {
        ((x - 120.0) / wide).powi(2) + ((y - height) / tall).powi(2) < 1.0
    };
    let picture = RgbImage::from_fn(SIZE.0, SIZE.1, |x, y| {
        #[expect(clippy::cast_precision_loss, reason = "some hundred pixels")]
        let point = (x as f32, y as f32);
        match () {
            () if inside(point, (140.0, 52.0, 66.0)) && !inside(point, (84.0, 66.0, 26.0)) => SKIN,
            () if inside(point, (128.0, 62.0, 78.0)) && point.1 < 150.0 => hair,
            () if inside(point, (215.0, 24.0, 40.0)) && point.1 < 240.0 => SKIN,
            () if inside(point, (330.0, 112.0, 110.0)) => coat,
            () => GROUND,
        }
    });
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).map_err(|e| Error::NoPhoto(e.to_string()))?;
    Ok(png.into_inner())
}
