//! An official letter after GB/T 9704-2012: 22 lines of 28 characters on 156 × 225 mm.

use station_table::{Align, Letter, Paragraph, Part, Subject};

use super::flow::Flow;
use super::page::{Frame, Page};
use super::sheet::Side;
use crate::fonts::Style;
use crate::typeset::{POINT, Setting, Typesetter};

/// 3号: 28 characters of it are the width that is written on.
const BODY: f32 = 15.75;

/// 2号, of the title.
const TITLE: f32 = 22.0;

/// 4号, of page numbers and 抄送.
const SMALL: f32 = 14.0;

/// From one line to the next: 22 of them are the height that is written on, in millimetres.
const LINE: f32 = 225.0 / 22.0;

/// From one line of the title to the next, in millimetres.
const TITLE_LINE: f32 = 11.6;

/// From a line's top to its baseline, in millimetres.
const DROP: f32 = 7.0;

/// A character of the body in millimetres.
const EM: f32 = BODY * POINT;

/// From the end of what is written on to the baseline of page numbers, in millimetres.
const NUMBER: f32 = 7.0 + 0.5 * SMALL * POINT;

/// Free at the right of the date, in characters.
const AFTER_DATE: f32 = 4.0;

/// Free at the right of a signature without a date, in characters.
const AFTER_SIGNATURE: f32 = 2.0;

/// How text is set.
const TEXT: Setting = Setting { style: Style::Body, size: BODY };

/// How what stands at the foot is set.
const FOOT: Setting = Setting { style: Style::Body, size: SMALL };

/// Whether a subject is a letter.
pub(super) fn of_subject(subject: &Subject) -> bool {
    matches!(subject.parts.first(), Some(Part::Letter(_)))
}

/// Draws a letter from the top of its page.
pub(super) fn draw(flow: &mut Flow<'_>, title: &str, letter: &Letter) {
    over_title(flow, letter);
    heading(flow, title);
    let mut lines = Vec::new();
    lines.extend(letter.salutation().iter().flat_map(|text| broken(flow, text, TEXT)));
    lines.extend(letter.body.iter().flat_map(|paragraph| set_paragraph(flow, paragraph)));
    let enclosures = letter.enclosure_lines();
    if !enclosures.is_empty() {
        lines.push(Line::default());
        lines.extend(enclosures.iter().flat_map(|text| broken(flow, &format!("　　{text}"), TEXT)));
    }
    let end = ending(flow, letter);
    // The last two lines of text go with the signature: it never stands on a page alone.
    let kept = lines.len().saturating_sub(if end.is_empty() { 0 } else { 2 });
    for line in lines.drain(..kept) {
        put(flow, &line);
    }
    let both = lines.len() + end.len();
    flow.need(LINE * count(both));
    for line in lines.iter().chain(&end) {
        put(flow, line);
    }
    for note in letter.note_lines() {
        for line in broken(flow, &format!("　　{note}"), TEXT) {
            put(flow, &line);
        }
    }
    copies(flow, letter);
}

/// One line of a letter: what it says, and how much is free at its left.
#[derive(Clone, Debug, Default)]
struct Line {
    text: String,
    style: Option<Style>,
    size: f32,
    left: f32,
}

fn over_title(flow: &mut Flow<'_>, letter: &Letter) {
    if letter.mark.is_empty() && letter.number.is_empty() {
        return;
    }
    let across = (flow.side.left, flow.measure());
    let setting = Setting { style: Style::Heading, ..TEXT };
    let mark = flow.set.legible(setting.style, &letter.mark).into_owned();
    flow.line(&mark, setting, (across, Align::Left), flow.y + DROP);
    let number = flow.set.legible(TEXT.style, &letter.number).into_owned();
    flow.line(&number, TEXT, (across, Align::Right), flow.y + DROP);
    flow.y += 2.0 * LINE;
}

/// The title in lines about equally long, and a free line under it.
fn heading(flow: &mut Flow<'_>, title: &str) {
    let setting = Setting { style: Style::Title, size: TITLE };
    let fitted = flow.set.fit_evenly(title, setting, flow.measure() - 2.0 * EM);
    let setting = Setting { size: fitted.size, ..setting };
    for line in &fitted.lines {
        let across = ((flow.side.left, flow.measure()), Align::Center);
        flow.line(line, setting, across, flow.y + DROP + 1.0);
        flow.y += TITLE_LINE;
    }
    flow.y += LINE;
}

/// A paragraph begins two characters in.
fn set_paragraph(flow: &Flow<'_>, paragraph: &Paragraph) -> Vec<Line> {
    let style = match paragraph {
        Paragraph::Text(_) => Style::Body,
        Paragraph::Heading(_) => Style::Heading,
        Paragraph::Subheading(_) => Style::Subheading,
        Paragraph::Blank => return vec![Line::default()],
    };
    let setting = Setting { style, ..TEXT };
    paragraph.text().lines().flat_map(|text| broken(flow, &format!("　　{text}"), setting)).collect()
}

fn broken(flow: &Flow<'_>, text: &str, setting: Setting) -> Vec<Line> {
    let fitted = flow.set.fit(text, setting, flow.measure());
    let line = |text: &String| Line { text: text.clone(), style: Some(setting.style), size: fitted.size, left: 0.0 };
    fitted.lines.iter().map(line).collect()
}

/// Signature and date, with a free line over them for the seal.
fn ending(flow: &Flow<'_>, letter: &Letter) -> Vec<Line> {
    if letter.signed.is_empty() && letter.dated.is_empty() {
        return Vec::new();
    }
    let measure = flow.measure();
    let dated = flow.set.width(&letter.dated, TEXT);
    let date_left = measure - AFTER_DATE * EM - dated;
    let signature = |text: &String| {
        let wide = flow.set.width(text, TEXT);
        let centred = (date_left + (dated - wide) / 2.0).min(measure - wide);
        let left = if dated > 0.0 { centred } else { measure - AFTER_SIGNATURE * EM - wide };
        Line { left: left.max(0.0), ..plain(flow, text) }
    };
    let signed = letter.signed.iter().map(signature);
    let date = Some(Line { left: date_left, ..plain(flow, &letter.dated) }).filter(|_| !letter.dated.is_empty());
    [Line::default(), Line::default()].into_iter().chain(signed).chain(date).collect()
}

fn plain(flow: &Flow<'_>, text: &str) -> Line {
    let text = flow.set.legible(TEXT.style, text).into_owned();
    Line { text, style: Some(TEXT.style), size: TEXT.size, left: 0.0 }
}

fn put(flow: &mut Flow<'_>, line: &Line) {
    flow.need(LINE);
    let parts_nothing = line.style.is_none() && flow.y <= flow.side.top;
    if parts_nothing {
        return;
    }
    if let Some(style) = line.style {
        let setting = Setting { style, size: line.size };
        let across = (flow.side.left + line.left, flow.measure() - line.left);
        flow.line(&line.text, setting, (across, Align::Left), flow.y + DROP);
    }
    flow.y += LINE;
}

/// 抄送 between two lines at the foot of the page, one character in at both sides.
fn copies(flow: &mut Flow<'_>, letter: &Letter) {
    let Some(text) = letter.copy_line() else { return };
    let em = SMALL * POINT;
    let fitted = flow.set.fit(&text, FOOT, flow.measure() - 2.0 * em);
    let height = count(fitted.lines.len()) * LINE;
    flow.need(height);
    flow.y = flow.side.end() - height;
    flow.rule();
    for line in &fitted.lines {
        let across = (flow.side.left + em, flow.measure() - 2.0 * em);
        let setting = Setting { size: fitted.size, ..FOOT };
        flow.line(line, setting, (across, Align::Left), flow.y + DROP - 0.3);
        flow.y += LINE;
    }
    flow.rule();
}

/// `— 1 —` under what is written on: at the right of a front, at the left of a back, one character in.
pub(super) fn number(set: &Typesetter, pages: &mut [Page], side: impl Fn(usize) -> Side) {
    for (at, page) in pages.iter_mut().enumerate() {
        let text = format!("— {} —", at + 1);
        let (side, em) = (side(at), SMALL * POINT);
        let x =
            if at.is_multiple_of(2) { side.width - side.right - em - set.width(&text, FOOT) } else { side.left + em };
        let y = side.end() + NUMBER;
        page.frames.push(Frame::Text { x, y, size: SMALL, style: FOOT.style, text });
    }
}

#[expect(clippy::cast_precision_loss, reason = "some lines")]
fn count(lines: usize) -> f32 {
    lines as f32
}
