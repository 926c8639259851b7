//! A document as pages: title, head, parts, signatures and page numbers at millimetre positions.

mod band;
mod flow;
mod grid;
mod page;
mod rules;
mod subject;
mod table;

use std::borrow::Cow;
use std::collections::BTreeSet;

use station_table::{Align, Document, Part, Subject};

pub use page::{Frame, Page, pages_as_text};

use crate::fonts::Style;
use crate::layout::page::Paper;
use crate::progress::Steps;
use crate::typeset::{Setting, Typesetter};
use crate::{Cancelled, ReportError};

/// Said where there is nothing to show.
pub(crate) const NOTHING: &str = "（无记录）";

/// Size of page numbers in points.
const NUMBER: f32 = 10.0;

/// Called for each row that is laid out; says when to stop.
pub(crate) type Tick<'a> = &'a mut dyn FnMut() -> Result<(), Cancelled>;

/// Documents laid out.
pub(crate) struct Pages {
    /// All pages, one document after the other.
    pub(crate) pages: Vec<Page>,
    /// Where documents and subjects begin: their name and their page, from 0.
    pub(crate) contents: Vec<(String, usize)>,
}

/// Lays documents out, each with page numbers of its own.
///
/// # Errors
/// When the clerk asked to stop.
pub(crate) fn lay_out(set: &Typesetter, documents: &[&Document], steps: &mut Steps<'_>) -> Result<Pages, Cancelled> {
    let mut all = Pages { pages: Vec::new(), contents: Vec::new() };
    for document in documents {
        let paper = Paper::a4(document.orientation);
        let start = all.pages.len();
        if documents.len() > 1 {
            all.contents.push((document.title.clone(), start));
        }
        for subject in subjects(document).iter() {
            if !subject.name.is_empty() {
                all.contents.push((subject.name.clone(), all.pages.len()));
            }
            let pages = subject::lay_out(set, document, subject, &mut || steps.step())?;
            all.pages.extend(pages);
            steps.step()?;
        }
        number(set, &mut all.pages[start..], paper);
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

/// How many times [`lay_out`] calls `step` for a document.
pub(crate) fn steps(document: &Document) -> usize {
    document.subjects.len().max(1) + document.tables().map(|t| t.rows.len()).sum::<usize>()
}

/// Pages of one document, as the print preview shows them.
///
/// # Errors
/// When a font inside the program is damaged.
pub fn pages(document: &Document) -> Result<Vec<Page>, ReportError> {
    let set = Typesetter::of(characters(&[document]))?;
    let mut go_on = |_, _| Ok(());
    Ok(lay_out(&set, &[document], &mut Steps::new(&mut go_on, 0))?.pages)
}

/// All characters of documents.
pub(crate) fn characters(documents: &[&Document]) -> BTreeSet<char> {
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
        subject.head.iter().chain(&subject.signature).for_each(|text| each(text));
        for part in &subject.parts {
            match part {
                Part::Table(table) => {
                    table.caption.iter().for_each(|text| each(text));
                    table.columns.iter().flat_map(|c| c.heading.iter().chain([&c.label])).for_each(|text| each(text));
                }
                Part::Grid(grid) => grid.rows.iter().flat_map(|r| &r.fields).for_each(|f| each(&f.label)),
                Part::Line { .. } => {}
            }
        }
    }
}

/// `第 x 页　共 y 页` at the foot of each page.
fn number(set: &Typesetter, pages: &mut [Page], paper: Paper) {
    let total = pages.len();
    let setting = Setting { style: Style::Body, size: NUMBER };
    for (at, page) in (1..).zip(pages) {
        let text = format!("第 {at} 页　共 {total} 页");
        let x = (page.width - set.width(&text, setting)) / 2.0;
        let y = page.height - paper.bottom / 2.0;
        page.frames.push(Frame::Text { x, y, size: NUMBER, style: Style::Body, text });
    }
}

/// Where something stands across the whole width of a sheet.
fn across(paper: &Paper, align: Align) -> ((f32, f32), Align) {
    ((paper.side, paper.measure()), align)
}
