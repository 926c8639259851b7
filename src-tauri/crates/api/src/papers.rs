//! Papers of every kind as previews and files: registers, blank forms, sign-in sheets, the public board, the papers of
//! matters and their ledgers; how paper is set.

use std::path::PathBuf;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use station_core::entry::{Saved, paper as entry};
use station_core::paper::ledger::{self, Ask as LedgerAsk};
use station_core::paper::offers::{self, PaperOffer};
use station_core::paper::roster;
use station_core::paper::schedule::{self, ScheduleAsk};
use station_core::paper::talk;
use station_core::paper::{Ask as MatterPaperAsk, blank as blank_form, document, notice, numbers_on, to_number};
use station_core::register::board::{self, BoardAsk};
use station_core::register::paper::{self, PaperSetting};
use station_core::register::{self, RegisterAsk, blank, sign_in};
use station_core::{Op, number};
use station_table::{Document, Edition};

use crate::attachments::with_photos;
use crate::desk::Opened;
use crate::exports::{FileKind, Written, files_of, missing_sentences, names, pdf_of_all, write_all};
use crate::failure::Failure;
use crate::registers;
use crate::stations::OfFact;

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
    /// A paper of a matter: 交办单, 催办函 …
    Matter(MatterPaperAsk),
    /// The notice of a reception day.
    Notice {
        /// The activity.
        activity_id: String,
    },
    /// A ledger of matters.
    Ledger(LedgerAsk),
    /// 代表建议专用纸 with nothing on it.
    Blank {
        /// That of motions.
        motion: bool,
    },
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
    numbered(opened, &ask.paper)?;
    let documents = papers(opened, &ask.paper)?;
    let mut warnings = Vec::new();
    let ready = files_of(opened, (&documents, edition(&ask.paper)), (ask.format, &mut warnings))?;
    let files = write_all(opened, &ask.out, ready, |_| Ok(None))?;
    left(opened, &ask.paper, || Ok(documents))?;
    opened.log(Op::Export { what: names(&files) })?;
    Ok(Written { folder: ask.out.display().to_string(), files, edition: None, warnings })
}

/// The edition that is asked for, of papers of which there are several.
fn edition(ask: &PaperAsk) -> Option<Edition> {
    match ask {
        PaperAsk::Register(ask) => ask.edition,
        PaperAsk::Ledger(ask) => ask.edition,
        PaperAsk::Roster(ask) => Some(ask.edition),
        PaperAsk::SignIn { .. }
        | PaperAsk::Board(_)
        | PaperAsk::Talk { .. }
        | PaperAsk::Schedule(_)
        | PaperAsk::Bound(_)
        | PaperAsk::Matter(_)
        | PaperAsk::Notice { .. }
        | PaperAsk::Blank { .. } => None,
    }
}

/// Numbers on a paper that has left the program are not given again; its documents are asked for only where they say.
pub(crate) fn left(
    opened: &Opened,
    ask: &PaperAsk,
    documents: impl FnOnce() -> Result<Vec<Document>, Failure>,
) -> Result<(), Failure> {
    match ask {
        PaperAsk::Register(ask) => registers::left(opened, ask, &documents()?),
        PaperAsk::Ledger(ask) => Ok(number::left(&opened.store, (&ask.from, &ask.to), &documents()?)?),
        PaperAsk::Matter(ask) => {
            Ok(numbers_on(opened.db(), ask)?.iter().try_for_each(|number| number::printed(&opened.store, number))?)
        }
        PaperAsk::Talk { id } => number_left(opened, id, &documents()?),
        PaperAsk::SignIn { .. }
        | PaperAsk::Board(_)
        | PaperAsk::Schedule(_)
        | PaperAsk::Roster(_)
        | PaperAsk::Bound(_)
        | PaperAsk::Notice { .. }
        | PaperAsk::Blank { .. } => Ok(()),
    }
}

/// The documents of a paper, one after the other, with their photos.
pub(crate) fn papers(opened: &Opened, ask: &PaperAsk) -> Result<Vec<Document>, Failure> {
    made(opened, ask)?.into_iter().map(|document| with_photos(opened, document)).collect()
}

/// The documents of a paper without their photos.
pub(crate) fn made(opened: &Opened, ask: &PaperAsk) -> Result<Vec<Document>, Failure> {
    Ok(match ask {
        PaperAsk::Register(ask) => {
            vec![registers::document(opened, &RegisterAsk { printed: true, ..RegisterAsk::clone(ask) })?]
        }
        PaperAsk::SignIn { id } => vec![sign_in::sheet(opened.db(), id)?],
        PaperAsk::Talk { id } => vec![talk::card(opened.db(), id)?],
        PaperAsk::Board(ask) => vec![board::board(opened.db(), ask, opened.today())?],
        PaperAsk::Schedule(ask) => vec![schedule::schedule(opened.db(), ask)?],
        PaperAsk::Bound(ask) => bound(opened, ask)?,
        PaperAsk::Roster(ask) => vec![roster::roster(opened.db(), ask)?],
        PaperAsk::Matter(ask) => vec![document(opened.db(), ask, opened.today())?],
        PaperAsk::Notice { activity_id } => vec![notice(opened.db(), activity_id, opened.today())?],
        PaperAsk::Ledger(ask) => vec![ledger::ledger(opened.db(), ask, opened.today())?],
        PaperAsk::Blank { motion } => vec![blank_form(opened.db(), *motion)?],
    })
}

/// The papers that make sense for a matter now, and why the others do not.
pub fn matter_papers(opened: &mut Opened, ask: OfFact) -> Result<Vec<PaperOffer>, Failure> {
    Ok(offers::of_matter(opened.db(), &ask.id)?)
}

/// A paper that leaves the program is given its number first, where it takes one; looked at, it needs none.
fn numbered(opened: &mut Opened, ask: &PaperAsk) -> Result<(), Failure> {
    let PaperAsk::Matter(ask) = ask else { return Ok(()) };
    match to_number(opened.db(), ask)? {
        Some(id) => number_step(opened, OfFact { id }).map(drop),
        None => Ok(()),
    }
}

/// A paper of a matter as it is printed: with its number, which the preview need not have.
pub(crate) fn as_printed(opened: &mut Opened, ask: &PaperAsk) -> Result<Option<Vec<u8>>, Failure> {
    if !matches!(ask, PaperAsk::Matter(_)) {
        return Ok(None);
    }
    numbered(opened, ask)?;
    let documents = papers(opened, ask)?;
    let all: Vec<&Document> = documents.iter().collect();
    Ok(Some(pdf_of_all(opened, &all)?.bytes))
}

/// Gives a step the number of its paper, unless it has one.
pub fn number_step(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = entry::number_step(tx, &ask.id)?;
        Ok((Op::NumberStep { number: saved.number.clone().unwrap_or_default() }, saved))
    })
}

/// Says that the notice of an activity went out today.
pub fn mark_notified(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let title = tx.db().get::<station_core::activity::Activity>(&ask.id)?.title;
        Ok((Op::MarkNotified { title }, entry::mark_notified(tx, &ask.id)?))
    })
}

/// The number of a talk stands on paper now.
fn number_left(opened: &Opened, talk_id: &str, documents: &[Document]) -> Result<(), Failure> {
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
