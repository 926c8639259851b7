//! Registers on the screen and as the print preview.

use serde::{Deserialize, Serialize};
use station_core::number;
use station_core::register::{self, RegisterAsk, RegisterInfo};
use station_table::Document;

use crate::attachments::with_photos;
use crate::desk::Opened;
use crate::failure::Failure;
use crate::papers::{PdfShown, shown};

/// Registers of a period, both days included.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RegistersAsk {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Key or name of the set; none = the one in use.
    #[serde(default)]
    #[cfg_attr(test, ts(optional = nullable))]
    pub set_id: Option<String>,
    /// Rows of that campaign only.
    #[serde(default)]
    #[cfg_attr(test, ts(optional = nullable))]
    pub campaign_id: Option<String>,
}

/// The registers of a set with their rows in a period.
pub fn registers(opened: &mut Opened, ask: RegistersAsk) -> Result<Vec<RegisterInfo>, Failure> {
    let RegistersAsk { from, to, set_id, campaign_id } = ask;
    let ask = RegisterAsk { from, to, set_id, campaign_id, ..RegisterAsk::default() };
    Ok(register::infos(opened.db(), &ask, opened.today())?)
}

/// One register as it is printed.
pub fn register(opened: &mut Opened, ask: RegisterAsk) -> Result<Document, Failure> {
    document(opened, &ask)
}

/// One register as a PDF.
pub fn register_pdf(opened: &mut Opened, ask: RegisterAsk) -> Result<PdfShown, Failure> {
    let document = document(opened, &RegisterAsk { printed: true, ..ask })?;
    shown(opened, &[document])
}

/// One register with its photos. A blank form of no rows gets as many as fill a page.
pub(crate) fn document(opened: &Opened, ask: &RegisterAsk) -> Result<Document, Failure> {
    let ask = match ask.blank {
        Some(rows) if rows < 1 => {
            let one = RegisterAsk { blank: Some(1), ..ask.clone() };
            let fit = station_report::rows_on_a_page(&register::document(opened.db(), &one, opened.today())?)?;
            RegisterAsk { blank: i64::try_from(fit.max(1)).ok(), ..one }
        }
        _ => ask.clone(),
    };
    with_photos(opened, register::document(opened.db(), &ask, opened.today())?)
}

/// Numbers on a register that left the program are not given again; a blank form shows none.
pub(crate) fn left(opened: &Opened, ask: &RegisterAsk, documents: &[Document]) -> Result<(), Failure> {
    match ask.blank {
        Some(_) => Ok(()),
        None => Ok(number::left(&opened.store, (&ask.from, &ask.to), documents)?),
    }
}
