//! Papers of every kind as previews and files: registers, blank forms, sign-in sheets, the public board; how paper is set.

use std::path::PathBuf;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::entry::Saved;
use station_core::number;
use station_core::paper::roster;
use station_core::paper::schedule::{self, ScheduleAsk};
use station_core::paper::talk;
use station_core::register::board::{self, BoardAsk};
use station_core::register::paper::{self, PaperSetting};
use station_core::register::{self, RegisterAsk, blank, sign_in};
use station_table::Document;

use crate::attachments::with_photos;
use crate::desk::Opened;
use crate::exports::{FileKind, Written, files_of, missing_sentences, names, pdf_of_all, write_all};
use crate::failure::Failure;
use crate::registers;

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

/// A paper that can be shown, printed or written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum PaperAsk {
    /// A register, or a blank form of it.
    Register(Box<RegisterAsk>),
    /// The sign-in sheet of an activity.
    SignIn {
        /// The activity.
        id: String,
    },
    /// The public board.
    Board(BoardAsk),
    /// The record of a talk.
    Talk {
        /// The talk.
        id: String,
    },
    /// 接待群众（选民）工作安排表.
    Schedule(ScheduleAsk),
    /// A deputy's bound set of blank forms, with a cover.
    Bound(BoundAsk),
    /// 代表值班接待安排表.
    Roster(roster::Ask),
}

/// Whose bound set, and for when.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct BoundAsk {
    /// The deputy.
    pub person_id: String,
    /// As it is printed: `2026年`.
    pub period: String,
    /// Key or name of the set of registers; none = the one in use.
    pub set_id: Option<String>,
    /// Rows of each form; none = as many as fill its page.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub rows: Option<i64>,
}

/// A paper as a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportPaperAsk {
    /// Which.
    pub paper: PaperAsk,
    /// Kind of file.
    pub format: FileKind,
    /// Folder.
    pub out: PathBuf,
}

/// A paper as a PDF.
pub fn paper_pdf(opened: &mut Opened, ask: PaperAsk) -> Result<PdfShown, Failure> {
    let documents = papers(opened, &ask)?;
    shown(opened, &documents)
}

/// Writes a paper as a file.
pub fn export_paper(opened: &mut Opened, ask: ExportPaperAsk) -> Result<Written, Failure> {
    let documents = papers(opened, &ask.paper)?;
    let mut warnings = Vec::new();
    let ready = files_of(opened, &documents, (ask.format, &mut warnings))?;
    let files = write_all(opened, &ask.out, ready, |_| Ok(None))?;
    match &ask.paper {
        PaperAsk::Register(ask) => registers::left(opened, ask, &documents)?,
        PaperAsk::Talk { id } => number_left(opened, id, &documents)?,
        _ => {}
    }
    opened.log(Op::Export { what: names(&files) })?;
    Ok(Written { folder: ask.out.display().to_string(), files, edition: None, warnings })
}

/// The documents of a paper, one after the other, with their photos.
pub(crate) fn papers(opened: &Opened, ask: &PaperAsk) -> Result<Vec<Document>, Failure> {
    let made = match ask {
        PaperAsk::Register(ask) => vec![registers::document(opened, ask)?],
        PaperAsk::SignIn { id } => vec![sign_in::sheet(opened.db(), id)?],
        PaperAsk::Talk { id } => vec![talk::card(opened.db(), id)?],
        PaperAsk::Board(ask) => vec![board::board(opened.db(), ask, opened.today())?],
        PaperAsk::Schedule(ask) => vec![schedule::schedule(opened.db(), ask)?],
        PaperAsk::Bound(ask) => bound(opened, ask)?,
        PaperAsk::Roster(ask) => vec![roster::roster(opened.db(), ask)?],
    };
    made.into_iter().map(|document| with_photos(opened, document)).collect()
}

/// The number of a talk stands on paper now.
pub(crate) fn number_left(opened: &Opened, talk_id: &str, documents: &[Document]) -> Result<(), Failure> {
    let day = station_core::entry::talk::load(opened.db(), talk_id)?.happened_on;
    Ok(number::left(&opened.store, (&day, &day), documents)?)
}

fn bound(opened: &Opened, ask: &BoundAsk) -> Result<Vec<Document>, Failure> {
    let BoundAsk { person_id, period, set_id, rows } = ask.clone();
    let ask = RegisterAsk { person_id: Some(person_id), set_id, blank: rows.or(Some(0)), ..RegisterAsk::default() };
    let keys = register::keys(opened.db(), ask.set_id.as_deref())?;
    let form = |key| registers::document(opened, &RegisterAsk { key: Some(key), ..ask.clone() });
    let forms = keys.into_iter().map(form).collect::<Result<_, _>>()?;
    Ok(blank::bound(opened.db(), &ask, &period, forms)?)
}

/// Documents as one PDF.
pub(crate) fn shown(opened: &Opened, documents: &[Document]) -> Result<PdfShown, Failure> {
    let all: Vec<&Document> = documents.iter().collect();
    let pdf = pdf_of_all(opened, &all)?;
    Ok(PdfShown { base64: BASE64.encode(&pdf.bytes), pages: pdf.pages, warnings: missing_sentences(&pdf) })
}

/// What the station says of its paper.
pub fn paper_setting(opened: &mut Opened, _: ()) -> Result<PaperSetting, Failure> {
    Ok(paper::load(opened.db())?)
}

/// Saves it.
pub fn save_paper_setting(opened: &mut Opened, says: PaperSetting) -> Result<Saved, Failure> {
    opened.write(|tx| {
        paper::save(tx, &says)?;
        let label = "已保存打印设置".to_owned();
        Ok((Op::SavePaper, Saved { id: String::new(), number: None, label, writes: Vec::new() }))
    })
}
