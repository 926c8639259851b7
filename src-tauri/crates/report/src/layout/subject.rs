//! One subject on its own pages: title, head, parts, signatures.

use station_table::{Align, Cards, Document, Grid, Look, Part, Subject, Table};

use super::band::{Band, TextBox};
use super::flow::Flow;
use super::page::Page;
use super::sheet::Sheet;
use super::{NOTHING, Tick, board, grid, letter, table};
use crate::Cancelled;
use crate::fonts::Style;
use crate::geometry::CARD_GAP;
use crate::picture::Album;
use crate::typeset::{POINT, Setting, Typesetter};

/// Size of the title in points, on A4.
const TITLE: f32 = 22.0;

/// The shorter side of A4 in millimetres.
const A4: f32 = 210.0;

/// Size of head lines and signatures in points.
const HEAD: f32 = 11.0;

/// How head lines and signatures are set.
const HEAD_SETTING: Setting = Setting { style: Style::Body, size: HEAD };

/// Free between head lines that stand side by side, in millimetres.
const BETWEEN: f32 = 4.0;

/// Sizes that are tried until a card fits on its page; if none does, it runs over in the second.
const CARD_SIZES: [f32; 5] = [12.0, 11.0, 10.5, 10.0, 9.0];

/// By how much of its height a tall box of a card grows at most to fill the page.
const MOST_STRETCH: f32 = 0.6;

/// Free between parts of a sheet, in millimetres.
const GAP: f32 = 3.0;

/// Free above the signature line, in millimetres.
const BEFORE_SIGNATURE: f32 = 4.0;

/// A subject to be laid out.
pub(crate) struct Job<'a> {
    /// Measures and breaks texts.
    pub(crate) set: &'a Typesetter,
    /// Whose subject it is.
    pub(crate) document: &'a Document,
    /// The document's pictures.
    pub(crate) album: &'a Album,
    /// The subject.
    pub(crate) subject: &'a Subject,
    /// Its first page in the file, from 0.
    pub(crate) first: usize,
}

/// A subject being laid out.
struct Course<'a> {
    flow: Flow<'a>,
    look: Look,
    size: f32,
    /// Height of title and head, in millimetres.
    top: f32,
}

/// Pages of a subject, and where the last one ends in millimetres from the top.
type Laid = (Vec<Page>, f32);

/// Pages of a subject.
///
/// # Errors
/// When `tick`, called for each row, says so.
pub(crate) fn lay_out(job: &Job<'_>, tick: Tick<'_>) -> Result<Vec<Page>, Cancelled> {
    match job.document.look {
        Look::List => job.in_size(10.5, tick),
        Look::Sheet => job.in_size(11.0, tick),
        Look::Card => job.card(tick),
    }
    .map(|(pages, _)| pages)
}

impl Job<'_> {
    /// A card in the largest size in which it is one page, its tall boxes filling the page.
    fn card(&self, tick: Tick<'_>) -> Result<Laid, Cancelled> {
        for size in CARD_SIZES {
            let laid = self.in_size(size, &mut || Ok(()))?;
            if laid.0.len() > 1 {
                continue;
            }
            let free = Sheet::of(self.document).side(self.first).end() - laid.1;
            let stretched = stretched(self.subject, free);
            let filled = Job { subject: &stretched, ..*self }.in_size(size, &mut || Ok(()))?;
            return Ok(if filled.0.len() == 1 { filled } else { laid });
        }
        self.in_size(CARD_SIZES[1], tick)
    }

    fn in_size(&self, size: f32, tick: Tick<'_>) -> Result<Laid, Cancelled> {
        let flow = Flow::new(self.set, self.album, Sheet::of(self.document), self.first);
        Course { flow, look: self.document.look, size, top: 0.0 }.run(&self.document.title, self.subject, tick)
    }
}

/// The subject with `free` millimetres given to the boxes that have a height, in proportion and within reason.
fn stretched(subject: &Subject, free: f32) -> Subject {
    let mut subject = subject.clone();
    let grids = subject.parts.iter_mut().filter_map(|p| if let Part::Grid(grid) = p { Some(grid) } else { None });
    let tall: Vec<&mut f32> = grids.flat_map(|g| &mut g.rows).map(|r| &mut r.height).filter(|h| **h > 0.0).collect();
    let sum: f32 = tall.iter().map(|h| **h).sum();
    let factor = 1.0 + (free / sum.max(1.0)).min(MOST_STRETCH);
    for height in tall {
        *height *= factor;
    }
    subject
}

impl Course<'_> {
    fn run(mut self, title: &str, subject: &Subject, tick: Tick<'_>) -> Result<Laid, Cancelled> {
        if !letter::of_subject(subject) {
            self.top(title, &subject.head);
        }
        let signature = signature_height(&subject.signature);
        for (at, part) in subject.parts.iter().enumerate() {
            let last = at + 1 == subject.parts.len();
            let tail = if last { signature } else { 0.0 };
            match part {
                Part::Table(table) => self.table(table, tail, tick)?,
                Part::Grid(grid) => self.grid(grid, tail),
                Part::Cards(cards) => self.cards(cards, title, &subject.head),
                Part::Letter(data) => letter::draw(&mut self.flow, title, data),
                Part::Line { text } => self.remark(std::slice::from_ref(text)),
            }
            if !last && self.look != Look::Card {
                self.flow.end_block();
                self.flow.y += GAP;
            }
        }
        self.flow.end_block();
        self.signature(&subject.signature);
        let end = self.flow.y;
        Ok((self.flow.finish(), end))
    }

    /// What stands over everything else.
    fn top(&mut self, title: &str, head: &[String]) {
        let start = self.flow.y;
        self.title(title);
        self.head(head);
        self.top = self.flow.y - start;
    }

    fn title(&mut self, title: &str) {
        let side = self.flow.side;
        let size = (TITLE * side.width.min(side.height) / A4).round();
        let setting = Setting { style: Style::Title, size };
        let text = self.flow.set.fit(title, setting, self.flow.measure());
        self.flow.prose(&text, setting, Align::Center);
        self.flow.y += 3.0;
    }

    /// In as few lines as they fit in.
    fn head(&mut self, head: &[String]) {
        for texts in head.chunks(self.abreast(head)) {
            if self.between(texts) < 0.0 { self.paragraphs(texts) } else { self.across(texts) }
        }
        self.flow.y += 1.5;
    }

    /// How many of the texts stand side by side: all where they fit on one line, else half of them, and so on.
    fn abreast(&self, texts: &[String]) -> usize {
        let fit = |count: &usize| texts.chunks(*count).all(|line| self.between(line) >= BETWEEN);
        (1..texts.len()).map(|lines| texts.len().div_ceil(lines)).find(fit).unwrap_or(1)
    }

    /// Free between texts that stand side by side, in millimetres.
    fn between(&self, texts: &[String]) -> f32 {
        let sum: f32 = texts.iter().map(|text| self.flow.set.width(text, HEAD_SETTING)).sum();
        (self.flow.measure() - sum) / gaps(texts.len())
    }

    /// From the left edge to the right one on one line.
    fn across(&mut self, texts: &[String]) {
        let between = self.between(texts);
        let mut x = self.flow.side.left;
        for text in texts {
            let width = self.flow.set.width(text, HEAD_SETTING);
            let text = self.flow.set.legible(HEAD_SETTING.style, text);
            self.flow.line(&text, HEAD_SETTING, ((x, width), Align::Left), self.flow.y + 1.01 * HEAD * POINT);
            x += width + between;
        }
        self.flow.y += line_height(texts);
    }

    fn table(&mut self, data: &Table, tail: f32, tick: Tick<'_>) -> Result<(), Cancelled> {
        if data.columns.is_empty() {
            return Ok(());
        }
        let size = if self.look == Look::Card { self.size - 1.0 } else { self.size };
        let layout = table::Layout::new(self.flow.set, data, self.flow.measure(), size);
        if let Some(caption) = data.caption.as_deref().filter(|c| !c.is_empty()) {
            self.caption(caption, layout.head(&self.flow));
        }
        self.flow.need(layout.head(&self.flow));
        self.flow.begin_block();
        layout.draw(&mut self.flow, tail, tick)
    }

    /// A box of the card, or a heading over the table, on the page of what follows it.
    fn caption(&mut self, caption: &str, following: f32) {
        let setting = Setting { style: Style::Heading, size: self.size };
        if self.look == Look::Card {
            let text = TextBox::of(self.flow.set, caption, setting, (0.0, self.flow.measure()), Align::Center);
            let band = Band::row(vec![text], 2.0 * self.size * POINT);
            self.flow.need(band.height + following);
            self.flow.begin_block();
            self.flow.band(&band);
            return;
        }
        let text = self.flow.set.fit(caption, setting, self.flow.measure());
        self.flow.need(text.height() + following);
        self.flow.prose(&text, setting, Align::Left);
        self.flow.y += 1.0;
    }

    fn grid(&mut self, data: &Grid, tail: f32) {
        let whole = grid::height(&self.flow, data, self.size) + tail;
        if self.look == Look::Sheet && whole <= self.flow.page_room() {
            self.flow.need(whole);
        }
        self.flow.begin_block();
        grid::draw(&mut self.flow, data, self.size, tail);
    }

    /// Rows of cards; each page stands on its own, with the title over it.
    fn cards(&mut self, data: &Cards, title: &str, head: &[String]) {
        if data.cards.is_empty() {
            self.remark(&[NOTHING.to_owned()]);
        }
        self.flow.end_block();
        for row in board::rows(&self.flow, data, self.top) {
            if row.height > self.flow.room() + 0.01 {
                self.flow.turn();
                self.top(title, head);
            }
            self.flow.band(&row);
            self.flow.y += CARD_GAP;
        }
    }

    fn remark(&mut self, text: &[String]) {
        self.flow.end_block();
        if self.look == Look::Card {
            self.flow.y += GAP / 2.0;
        }
        self.paragraphs(text);
        if self.look == Look::Card {
            self.flow.y += GAP / 2.0;
        }
    }

    /// One text under the other.
    fn paragraphs(&mut self, texts: &[String]) {
        for text in texts {
            let text = self.flow.set.fit(text, HEAD_SETTING, self.flow.measure());
            self.flow.prose(&text, HEAD_SETTING, Align::Left);
        }
    }

    /// Under the last part, each in a slot of its own with room to write in.
    fn signature(&mut self, signature: &[String]) {
        if signature.is_empty() {
            return;
        }
        self.flow.need(signature_height(signature));
        self.flow.y += BEFORE_SIGNATURE;
        let slot = self.flow.measure() / slots(signature.len());
        if signature.iter().any(|t| self.flow.set.width(t, HEAD_SETTING) > slot) {
            self.paragraphs(signature);
            return;
        }
        let mut x = self.flow.side.left;
        for text in signature {
            let text = self.flow.set.legible(HEAD_SETTING.style, text);
            self.flow.line(&text, HEAD_SETTING, ((x, slot), Align::Left), self.flow.y + 1.01 * HEAD * POINT);
            x += slot;
        }
        self.flow.y += line_height(signature);
    }
}

/// What the signature line takes, in millimetres.
fn signature_height(signature: &[String]) -> f32 {
    if signature.is_empty() { 0.0 } else { BEFORE_SIGNATURE + line_height(signature) }
}

fn line_height(texts: &[String]) -> f32 {
    if texts.is_empty() { 0.0 } else { HEAD * crate::typeset::LEADING * POINT }
}

#[expect(clippy::cast_precision_loss, reason = "a few texts")]
fn gaps(count: usize) -> f32 {
    count.saturating_sub(1).max(1) as f32
}

#[expect(clippy::cast_precision_loss, reason = "a few texts")]
fn slots(count: usize) -> f32 {
    count.max(1) as f32
}
