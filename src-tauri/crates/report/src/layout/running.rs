//! The running head: what a page belongs to, over each page of a subject but its first.

use station_table::{Document, Part, Subject};

use super::page::{Frame, Page};
use super::sheet::Sheet;
use super::subject::Job;
use crate::fonts::Style;
use crate::typeset::Setting;

/// How it is set.
const SETTING: Setting = Setting { style: Style::Body, size: 9.0 };

/// From its baseline to what is written on, in millimetres.
const OVER: f32 = 1.8;

/// Writes it into the upper margin of a subject's pages, so that nothing else moves.
pub(crate) fn head(job: &Job<'_>, pages: &mut [Page]) {
    // Each page of a board has its title; a letter has nothing over its pages.
    if job.subject.parts.iter().any(|part| matches!(part, Part::Cards(_) | Part::Letter(_))) {
        return;
    }
    let sheet = Sheet::of(job.document);
    let text = words(job.document, job.subject, |text| job.set.width(text, SETTING) <= sheet.measure());
    let text = job.set.legible(SETTING.style, &text).into_owned();
    for (at, page) in pages.iter_mut().enumerate().skip(1) {
        let side = sheet.side(job.first + at);
        let (x, y) = (side.left, side.top - OVER);
        page.frames.push(Frame::Text { x, y, size: SETTING.size, style: SETTING.style, text: text.clone() });
    }
}

/// Title and name; of a list, which has no name, as many of its last head lines as fit: in a bound set the very last
/// says whose it is.
fn words(document: &Document, subject: &Subject, fits: impl Fn(&str) -> bool) -> String {
    let name = std::slice::from_ref(&subject.name);
    let about = if subject.name.is_empty() { subject.head.as_slice() } else { name };
    let with = |from: usize| continued(&[std::slice::from_ref(&document.title), &about[from..]].concat());
    (0..about.len()).map(with).find(|text| fits(text)).unwrap_or_else(|| with(about.len()))
}

/// What something is, as it is said where it goes on: `人大代表履职情况登记表　王建国（续）`.
pub(crate) fn continued<S: AsRef<str>>(words: &[S]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).filter(|word| !word.is_empty()).collect();
    format!("{}（续）", words.join("　"))
}
