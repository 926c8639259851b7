//! A document as pages: title, head, parts, signatures and page numbers at millimetre positions.

mod band;
mod board;
mod flow;
mod grid;
mod letter;
mod page;
mod rules;
mod running;
mod sheet;
mod subject;
mod table;
mod widths;

use std::borrow::Cow;
use std::collections::BTreeSet;

use station_table::{Cell, Document, Paragraph, Part, Row, Subject};

pub use page::{Frame, Page, pages_as_text};
pub(crate) use running::continued;
pub(crate) use sheet::Sheet;
use sheet::Side;
use subject::Job;

use crate::fonts::{Fonts, Style};
use crate::picture::Album;
use crate::progress::Steps;
use crate::typeset::{Setting, Typesetter};
use crate::{Cancelled, ReportError};

/// Said where there is nothing to show.
pub(crate) const NOTHING: &str = "（无记录）";

/// Size of page numbers in points.
const NUMBER: f32 = 10.0;

/// More blank rows than this no page is asked for.
const MOST_ROWS: usize = 60;

/// Called for each row that is laid out; says when to stop.
pub(crate) type Tick<'a> = &'a mut dyn FnMut() -> Result<(), Cancelled>;

/// Documents laid out.
pub(crate) struct LaidOut {
    /// All pages, one document after the other.
    pub(crate) pages: Vec<Page>,
    /// Where documents and subjects begin: their name and their page, from 0.
    pub(crate) contents: Vec<(String, usize)>,
    /// Names of pictures that a document shows, but that it lacks or that cannot be drawn.
    pub(crate) unreadable: BTreeSet<String>,
}

/// Lays documents out, each with page numbers of its own. One that is printed on both sides begins a sheet of its own.
///
/// # Errors
/// When the clerk asked to stop.
pub(crate) fn lay_out(set: &Typesetter, documents: &[&Document], steps: &mut Steps<'_>) -> Result<LaidOut, Cancelled> {
    let mut all = LaidOut { pages: Vec::new(), contents: Vec::new(), unreadable: BTreeSet::new() };
    for document in documents {
        let (album, sheet) = (Album::of(document), Sheet::of(document));
        all.unreadable.extend(named_pictures(document).filter(|name| album.get(name).is_none()).cloned());
        if document.page().mirrored && !all.pages.len().is_multiple_of(2) {
            all.pages.push(sheet.side(all.pages.len()).empty());
        }
        let start = all.pages.len();
        if documents.len() > 1 {
            all.contents.push((document.title.clone(), start));
        }
        for subject in subjects(document).iter() {
            if !subject.name.is_empty() {
                all.contents.push((subject.name.clone(), all.pages.len()));
            }
            let job = Job { set, document, album: &album, subject, first: all.pages.len() };
            let mut pages = subject::lay_out(&job, &mut || steps.step())?;
            running::head(&job, &mut pages);
            all.pages.extend(pages);
            steps.step()?;
        }
        let pages = &mut all.pages[start..];
        if is_letter(document) {
            letter::number(set, pages, |at| sheet.side(start + at));
        } else {
            number(set, pages, |at| sheet.side(start + at));
        }
    }
    Ok(all)
}

/// The subjects, or one that says that there is none: a document always has a page and a sheet.
pub(crate) fn subjects(document: &Document) -> Cow<'_, [Subject]> {
    if !document.subjects.is_empty() {
        return Cow::Borrowed(&document.subjects);
    }
    let parts = vec![Part::Line { text: NOTHING.to_owned() }];
    Cow::Owned(vec![Subject { fact: None, name: String::new(), head: Vec::new(), parts, signature: Vec::new() }])
}

/// Whether a document is an official letter, whatever follows it.
fn is_letter(document: &Document) -> bool {
    document.subjects.iter().any(letter::of_subject)
}

/// How many times [`lay_out`] calls `step` for a document.
pub(crate) fn steps(document: &Document) -> usize {
    document.subjects.len().max(1) + document.tables().map(|t| t.rows.len()).sum::<usize>()
}

/// Pages of one document, as the print preview shows them.
///
/// # Errors
/// When a font inside the program is damaged.
pub fn pages(document: &Document) -> Result<Vec<Page>, ReportError> {
    let set = typesetter(&Fonts::bundled(), &[document])?;
    let mut go_on = |_, _| Ok(());
    Ok(lay_out(&set, &[document], &mut Steps::new(&mut go_on, 0))?.pages)
}

/// How many blank rows of its height a document's one table can have on one page: for forms that are filled in by hand.
///
/// # Errors
/// When a font inside the program is damaged.
pub fn rows_on_a_page(document: &Document) -> Result<usize, ReportError> {
    let set = typesetter(&Fonts::bundled(), &[document])?;
    let mut form = document.clone();
    let mut go_on = |_, _| Ok(());
    for rows in 1..=MOST_ROWS {
        for part in form.subjects.iter_mut().flat_map(|s| &mut s.parts) {
            if let Part::Table(table) = part {
                table.rows = vec![Row { fact: None, cells: vec![Cell::Empty; table.columns.len()] }; rows];
            }
        }
        if lay_out(&set, &[&form], &mut Steps::new(&mut go_on, 0))?.pages.len() > 1 {
            return Ok(rows - 1);
        }
    }
    Ok(MOST_ROWS)
}

/// Knows all characters of documents in the styles that they have.
///
/// # Errors
/// When a font inside the program is damaged.
pub(crate) fn typesetter(fonts: &Fonts, documents: &[&Document]) -> Result<Typesetter, ReportError> {
    let mut set = Typesetter::of(fonts, characters(documents))?;
    let parts = documents.iter().flat_map(|d| &d.subjects).flat_map(|s| &s.parts);
    let letters = parts.filter_map(|p| if let Part::Letter(letter) = p { Some(letter) } else { None });
    let headings = letters.flat_map(|l| &l.body).filter(|p| matches!(p, Paragraph::Subheading(_)));
    let characters: BTreeSet<char> = headings.flat_map(|p| p.text().chars()).collect();
    if !characters.is_empty() {
        set.learn_subheadings(fonts, &characters)?;
    }
    Ok(set)
}

/// All characters of documents.
fn characters(documents: &[&Document]) -> BTreeSet<char> {
    let mut characters = BTreeSet::new();
    for document in documents {
        each_text(document, &mut |text| characters.extend(text.chars()));
    }
    characters
}

/// Calls `each` with every text of a document.
pub(crate) fn each_text(document: &Document, each: &mut dyn FnMut(&str)) {
    each(&document.title);
    document.shown().iter().for_each(|text| each(text));
    for subject in &document.subjects {
        each(&subject.name);
        subject.head.iter().chain(&subject.signature).for_each(|text| each(text));
        for part in &subject.parts {
            match part {
                Part::Table(table) => {
                    table.caption.iter().for_each(|text| each(text));
                    table.columns.iter().flat_map(|c| c.heading.iter().chain([&c.label])).for_each(|text| each(text));
                }
                Part::Grid(grid) => grid.rows.iter().flat_map(|r| &r.fields).for_each(|f| each(&f.label)),
                Part::Cards(_) | Part::Letter(_) | Part::Line { .. } => {}
            }
        }
    }
}

/// Names of pictures that a document shows.
fn named_pictures(document: &Document) -> impl Iterator<Item = &String> {
    fn named(cell: &Cell) -> Option<&String> {
        if let Cell::Picture(name) = cell { Some(name) } else { None }
    }
    document.subjects.iter().flat_map(|s| &s.parts).flat_map(|part| -> Vec<&String> {
        match part {
            Part::Table(table) => table.rows.iter().flat_map(|r| &r.cells).filter_map(named).collect(),
            Part::Grid(grid) => grid.rows.iter().flat_map(|r| &r.fields).filter_map(|f| named(&f.value)).collect(),
            Part::Cards(cards) => cards.cards.iter().filter_map(|c| c.picture.as_ref()).collect(),
            Part::Letter(_) | Part::Line { .. } => Vec::new(),
        }
    })
}

/// `第 x 页　共 y 页` at the foot of each page, in the middle of what is written on; `side` by the page, from 0.
fn number(set: &Typesetter, pages: &mut [Page], side: impl Fn(usize) -> Side) {
    let total = pages.len();
    let setting = Setting { style: Style::Body, size: NUMBER };
    for (at, page) in pages.iter_mut().enumerate() {
        let text = format!("第 {} 页　共 {total} 页", at + 1);
        let side = side(at);
        let x = side.left + (side.measure() - set.width(&text, setting)) / 2.0;
        let y = side.number;
        page.frames.push(Frame::Text { x, y, size: NUMBER, style: Style::Body, text });
    }
}
