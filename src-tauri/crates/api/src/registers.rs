//! Registers on the screen and as the print preview.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use station_core::register::{self, RegisterAsk, RegisterInfo};
use station_table::Document;

use crate::desk::Opened;
use crate::exports::{missing_sentences, pdf_of};
use crate::failure::Failure;
use crate::stations::Between;

/// A PDF for the print preview.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PdfShown {
    /// The file.
    pub base64: String,
    /// How many pages.
    pub pages: usize,
    /// What could not be printed as it is, a sentence each.
    pub warnings: Vec<String>,
}

/// All registers with their rows in a period.
pub fn registers(opened: &mut Opened, ask: Between) -> Result<Vec<RegisterInfo>, Failure> {
    Ok(register::infos(opened.db(), (&ask.from, &ask.to), opened.today())?)
}

/// One register as it is printed.
pub fn register(opened: &mut Opened, ask: RegisterAsk) -> Result<Document, Failure> {
    Ok(register::document(opened.db(), &ask, opened.today())?)
}

/// One register as a PDF.
pub fn register_pdf(opened: &mut Opened, ask: RegisterAsk) -> Result<PdfShown, Failure> {
    let document = register::document(opened.db(), &ask, opened.today())?;
    let pdf = pdf_of(opened, &document)?;
    Ok(PdfShown { base64: BASE64.encode(&pdf.bytes), pages: pdf.pages, warnings: missing_sentences(&pdf) })
}
