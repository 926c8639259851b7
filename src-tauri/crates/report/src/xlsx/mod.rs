//! Documents as a workbook: a sheet for each, with typed cells, ready to be printed.

mod board;
mod boxes;
mod breaks;
mod columns;
mod looks;
mod names;
mod pictures;
mod setup;
mod sheet;
mod table;
mod trace;
mod units;
mod value;

use chrono::NaiveDateTime;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};
use station_table::{Document, Trace};

use crate::ReportError;
use crate::progress::{Progress, Steps};
use crate::{layout, xlsx::names::Names};

/// Subjects on one sheet at most; each but the first needs a page break, of which a sheet can have 1023.
const SUBJECTS: usize = 1000;

/// Documents as an .xlsx file with a sheet each; `created` is the time that it is said to be made.
///
/// # Errors
/// When `progress` asks to stop, a text is longer than a cell can hold, or a table larger than a sheet.
pub fn workbook(
    documents: &[&Document],
    created: NaiveDateTime,
    progress: Progress<'_>,
) -> Result<Vec<u8>, ReportError> {
    let mut steps = Steps::new(progress, documents.iter().map(|d| layout::steps(d)).sum());
    let mut workbook = Workbook::new();
    let mut names = Names::default();
    // The default of Chinese Excel: its font, 18 pixels high, columns of 72 pixels.
    let default = Format::new().set_font_name("宋体").set_font_size(11).set_align(FormatAlign::VerticalCenter);
    workbook.set_default_format(&default, 18, 72).map_err(refused)?;
    workbook.set_properties(&properties(documents, created)?);
    let hidden: Vec<Option<String>> =
        documents.iter().map(|d| d.trace.as_ref().map(|_| names.take(Trace::SHEET))).collect();
    let mut traces = Vec::new();
    for (document, hidden) in documents.iter().zip(hidden) {
        let mut traced = Vec::new();
        for subjects in layout::subjects(document).chunks(SUBJECTS) {
            let sheet = workbook.add_worksheet();
            sheet.set_name(names.take(&document.name)).map_err(refused)?;
            traced.extend(sheet::write(sheet, document, subjects, &mut steps)?);
        }
        traces.extend(document.trace.as_ref().zip(hidden).map(|(trace, name)| (trace, name, traced)));
    }
    for (trace, name, columns) in traces {
        trace::write(&mut workbook, name, (trace, &columns)).map_err(refused)?;
    }
    workbook.save_to_buffer().map_err(refused)
}

fn properties(documents: &[&Document], created: NaiveDateTime) -> Result<DocProperties, ReportError> {
    let titles: Vec<&str> = documents.iter().map(|d| d.title.as_str()).collect();
    let seconds = created.and_utc().timestamp();
    let time = ExcelDateTime::from_timestamp(seconds).map_err(refused)?;
    Ok(DocProperties::new().set_title(titles.join("、")).set_creation_datetime(&time))
}

fn refused(error: XlsxError) -> ReportError {
    ReportError::Write(error.to_string())
}
