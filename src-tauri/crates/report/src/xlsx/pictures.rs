//! Pictures on a sheet: placed when all rows have their height, over the cells that are theirs.

use rust_xlsxwriter::{Image, ObjectMovement, Worksheet, XlsxError};
use station_table::Align;

use super::columns::Span;
use super::looks::{Role, look};
use crate::picture::{Photo, UNREADABLE};

/// Pixels kept free around a picture.
const AROUND: f64 = 3.0;

/// Pixels of a point.
const PIXELS: f64 = 96.0 / 72.0;

/// A picture and the cells that it stands in.
pub(super) struct Placed {
    /// The picture.
    pub(super) photo: Photo,
    /// First and last row.
    pub(super) rows: (u32, u32),
    /// First and last column.
    pub(super) span: Span,
    /// Width of the columns in pixels.
    pub(super) pixels: f32,
}

impl Placed {
    /// Puts the picture in the middle of its cells; `heights` are those of all rows, in points.
    ///
    /// # Errors
    /// When the sheet is too small for it.
    pub(super) fn write(&self, sheet: &mut Worksheet, heights: &[f64]) -> Result<(), XlsxError> {
        let Ok(image) = Image::new_from_buffer(self.photo.picture.bytes()) else {
            let format = look(Role::Value, Align::Center);
            return sheet.write_string_with_format(self.rows.0, self.span.0, UNREADABLE, &format).map(drop);
        };
        let points: f64 = (self.rows.0..=self.rows.1).filter_map(|row| heights.get(row as usize)).sum();
        let (wide, high) = (f64::from(self.pixels), points * PIXELS);
        let scale = scale(&image, wide - 2.0 * AROUND, high - 2.0 * AROUND);
        let (width, height) = (size(image.width(), image.width_dpi()), size(image.height(), image.height_dpi()));
        let offset = |free: f64, used: f64| pixels((free - used * scale) / 2.0);
        let (x, y) = (offset(wide, width), offset(high, height));
        let image = image
            .set_scale_width(scale)
            .set_scale_height(scale)
            .set_object_movement(ObjectMovement::MoveAndSizeWithCells)
            .set_alt_text("照片");
        sheet.insert_image_with_offset(self.rows.0, self.span.0, &image, x, y).map(drop)
    }
}

/// How much larger or smaller a picture is to be drawn to fit into a box.
fn scale(image: &Image, wide: f64, high: f64) -> f64 {
    (wide / size(image.width(), image.width_dpi())).min(high / size(image.height(), image.height_dpi())).max(0.001)
}

/// Pixels of the screen that a side of a picture takes.
fn size(pixels: f64, dpi: f64) -> f64 {
    (pixels * 96.0 / dpi).max(1.0)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred pixels")]
fn pixels(offset: f64) -> u32 {
    offset.round().max(0.0) as u32
}
