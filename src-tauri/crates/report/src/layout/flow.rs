//! Pages that fill from top to bottom.

use station_table::Align;

use super::band::Band;
use super::page::{Frame, Page};
use super::rules::{Area, Rules};
use super::sheet::{Sheet, Side};
use crate::picture::{Album, Photo};
use crate::typeset::{Fitted, POINT, Setting, Typesetter};

/// Free around a picture in its box, in millimetres.
pub(crate) const AROUND: f32 = 0.6;

/// Pages being filled.
pub(crate) struct Flow<'a> {
    /// Measures and breaks texts.
    pub(crate) set: &'a Typesetter,
    /// The document's pictures.
    pub(crate) album: &'a Album,
    /// What is written on: the side of the page that is being filled.
    pub(crate) side: Side,
    /// Where the next thing begins, in millimetres from the top.
    pub(crate) y: f32,
    sheet: Sheet,
    first: usize,
    pages: Vec<Page>,
    rules: Rules,
    block: Option<f32>,
}

impl<'a> Flow<'a> {
    /// At the top of a page, which is the file's `first` from 0.
    pub(crate) fn new(set: &'a Typesetter, album: &'a Album, sheet: Sheet, first: usize) -> Self {
        let (side, pages, rules) = (sheet.side(first), Vec::new(), Rules::default());
        let mut flow = Self { set, album, side, y: 0.0, sheet, first, pages, rules, block: None };
        flow.open();
        flow
    }

    /// Millimetres left on the page.
    pub(crate) fn room(&self) -> f32 {
        self.side.end() - self.y
    }

    /// Millimetres that any empty page has.
    pub(crate) fn page_room(&self) -> f32 {
        self.sheet.room()
    }

    /// Width that may be written on.
    pub(crate) fn measure(&self) -> f32 {
        self.side.measure()
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
        if height > self.room() + 0.01 && self.y > self.side.top {
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
            let (x, width) = (self.side.left, self.measure());
            self.rules.outline(Area { x, y: top, width, height: self.y - top });
        }
    }

    /// Draws a band here, whether or not there is room.
    pub(crate) fn band(&mut self, band: &Band) {
        for whole in &band.boxes {
            let area = Area { x: self.side.left + whole.area.x, y: self.y + whole.area.y, ..whole.area };
            if whole.ruled {
                self.rules.around(area);
            }
            if let Some(photo) = &whole.picture {
                self.picture(photo, area, if whole.ruled { AROUND } else { 0.0 });
            }
            for (baseline, line) in Band::baselines(whole) {
                let (x, width) = whole.inner();
                let inner = (self.side.left + x, width);
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
            let across = ((self.side.left, self.measure()), align);
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

    /// Draws a line across here.
    pub(crate) fn rule(&mut self) {
        let (from, to) = ((self.side.left, self.y), (self.side.left + self.measure(), self.y));
        self.frame(Frame::Line { from, to, width: 1.0 });
    }

    /// Draws a picture in the middle of an area, as large as it can be there with so much free around it.
    fn picture(&mut self, photo: &Photo, area: Area, around: f32) {
        let (width, height) = photo.within(area.width - 2.0 * around, area.height - 2.0 * around);
        let (x, y) = (area.x + (area.width - width) / 2.0, area.y + (area.height - height) / 2.0);
        self.frame(Frame::Picture { x, y, width, height, picture: photo.picture.clone() });
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
        self.side = self.sheet.side(self.first + self.pages.len());
        self.pages.push(self.side.empty());
        self.y = self.side.top;
    }

    fn close(&mut self) {
        self.end_block();
        for line in std::mem::take(&mut self.rules).frames() {
            self.frame(line);
        }
    }
}
