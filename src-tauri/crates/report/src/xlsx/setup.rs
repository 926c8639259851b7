//! How a sheet is printed: paper, margins, pages; widths and pictures when all rows are written.

use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};
use station_table::{Document, Orientation, Paper};

use super::sheet::Writer;
use crate::layout::Sheet;

/// Millimetres of an inch.
const INCH: f64 = 25.4;

impl Writer<'_> {
    /// Column widths, pictures, and how the sheet is printed.
    ///
    /// # Errors
    /// When the sheet is too small.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred pixels")]
    pub(super) fn set_up(&mut self) -> Result<(), XlsxError> {
        for (column, pixels) in self.columns.widths() {
            self.sheet.set_column_width_pixels(column, pixels.round() as u32)?;
        }
        for placed in &self.placed {
            placed.write(self.sheet, &self.heights)?;
        }
        set_paper(self.sheet, self.document);
        self.sheet.set_print_center_horizontally(true).set_footer("&C第 &P 页 共 &N 页");
        self.sheet.set_print_fit_to_pages(1, 0);
        self.sheet.set_page_breaks(self.breaks.rows())?;
        let (_, last) = self.columns.all();
        self.sheet.ignore_error_range(0, 0, self.row, last, IgnoreError::NumberStoredAsText)?;
        if !self.traced.is_empty() {
            self.hide_trace()?;
        }
        Ok(())
    }
}

fn set_paper(sheet: &mut Worksheet, document: &Document) {
    match document.orientation {
        Orientation::Landscape => sheet.set_landscape(),
        Orientation::Portrait => sheet.set_portrait(),
    };
    // Numbers of ECMA-376, 18.3.1.63.
    sheet.set_paper_size(match document.page().paper {
        Paper::A4 => 9,
        Paper::A3 => 8,
    });
    if document.page.is_none() {
        sheet.set_margins(0.5, 0.5, 0.7, 0.75, 0.3, 0.35);
        return;
    }
    // A sheet cannot have other margins on every second page: those of the front are taken for all.
    let side = Sheet::of(document).side(0);
    let inches = |millimetres: f32| f64::from(millimetres) / INCH;
    let footer = inches(side.bottom) / 2.0 - 0.06;
    sheet.set_margins(inches(side.left), inches(side.right), inches(side.top), inches(side.bottom), 0.2, footer);
}
