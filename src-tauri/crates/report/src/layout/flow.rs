//! Pages that fill from top to bottom.

use station_table::Align;

use super::band::Band;
use super::page::{Frame, Page, Paper};
use super::rules::{Area, Rules};
use crate::typeset::{Fitted, POINT, Setting, Typesetter};

/// Pages being filled.
pub(crate) struct Flow<'a> {
    /// Measures and breaks texts.
    pub(crate) set: &'a Typesetter,
    /// What is written on.
    pub(crate) paper: Paper,
    /// Where the next thing begins, in millimetres from the top.
    pub(crate) y: f32,
    pages: Vec<Page>,
    rules: Rules,
    block: Option<f32>,
}

impl<'a> Flow<'a> {
    /// At the top of a first page.
    pub(crate) fn new(set: &'a Typesetter, paper: Paper) -> Self {
        let mut flow = Self { set, paper, y: 0.0, pages: Vec::new(), rules: Rules::default(), block: None };
        flow.open();
        flow
    }

    /// Millimetres left on the page.
    pub(crate) fn room(&self) -> f32 {
        self.paper.end() - self.y
    }

    /// Millimetres that an empty page has.
    pub(crate) fn page_room(&self) -> f32 {
        self.paper.end() - self.paper.top
    }

    /// Goes on to the next page.
    pub(crate) fn turn(&mut self) {
        let continued = self.block.is_some();
        self.close();
        self.open();
        if continued {
            self.begin_block();
        }
    }

    /// Goes on to the next page unless so many millimetres are left, or the page is empty.
    pub(crate) fn need(&mut self, height: f32) {
        if height > self.room() + 0.01 && self.y > self.paper.top {
            self.turn();
        }
    }

    /// Bands from here on have a heavier line around them, page by page.
    pub(crate) fn begin_block(&mut self) {
        if self.block.is_none() {
            self.block = Some(self.y);
        }
    }

    /// Ends what [`Flow::begin_block`] began.
    pub(crate) fn end_block(&mut self) {
        let Some(top) = self.block.take() else { return };
        if self.y > top {
            let (x, width) = (self.paper.side, self.paper.measure());
            self.rules.outline(Area { x, y: top, width, height: self.y - top });
        }
    }

    /// Draws a band here, whether or not there is room.
    pub(crate) fn band(&mut self, band: &Band) {
        for whole in &band.boxes {
            let area = Area { x: self.paper.side + whole.area.x, y: self.y + whole.area.y, ..whole.area };
            self.rules.around(area);
            for (baseline, line) in Band::baselines(whole) {
                let (x, width) = whole.inner();
                let inner = (self.paper.side + x, width);
                self.line(line, whole.setting(), (inner, whole.align), self.y + baseline);
            }
        }
        self.y += band.height;
    }

    /// Draws a broken text here, line under line, turning the page where it ends.
    pub(crate) fn prose(&mut self, text: &Fitted, setting: Setting, align: Align) {
        let setting = Setting { size: text.size, ..setting };
        for line in &text.lines {
            self.need(text.line());
            let across = ((self.paper.side, self.paper.measure()), align);
            self.line(line, setting, across, self.y + 1.01 * setting.size * POINT);
            self.y += text.line();
        }
    }

    /// Draws one line at a baseline within (left, width).
    pub(crate) fn line(&mut self, text: &str, setting: Setting, ((x, width), align): ((f32, f32), Align), y: f32) {
        let free = width - self.set.width(text, setting);
        let x = x + match align {
            Align::Left => 0.0,
            Align::Center => free / 2.0,
            Align::Right => free,
        };
        let text = text.to_owned();
        self.frame(Frame::Text { x, y, size: setting.size, style: setting.style, text });
    }

    /// All pages.
    pub(crate) fn finish(mut self) -> Vec<Page> {
        self.close();
        self.pages
    }

    fn frame(&mut self, frame: Frame) {
        if let Some(page) = self.pages.last_mut() {
            page.frames.push(frame);
        }
    }

    fn open(&mut self) {
        self.pages.push(Page { width: self.paper.width, height: self.paper.height, frames: Vec::new() });
        self.y = self.paper.top;
    }

    fn close(&mut self) {
        self.end_block();
        for line in std::mem::take(&mut self.rules).frames() {
            self.frame(line);
        }
    }
}
