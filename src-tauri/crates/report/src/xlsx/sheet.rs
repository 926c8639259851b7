//! A document on a sheet: its subjects one under the other, each beginning a new printed page.

use std::slice::from_ref;

use rust_xlsxwriter::{Worksheet, XlsxError};
use station_table::{Align, Cell, Document, Format, Grid, Letter, Look, Part, Subject};

use super::breaks::Breaks;
use super::columns::{Columns, Span};
use super::looks::{Role, look};
use super::pictures::Placed;
use super::table::{Heads, Stands};
use super::trace::Traced;
use super::units::{HIGHEST, SIZE, height, lines};
use super::value::Value;
use super::{board, boxes, refused};
use crate::ReportError;
use crate::layout::{self, Sheet};
use crate::picture::{Album, Photo, UNREADABLE};
use crate::progress::Steps;

/// Characters that a cell can hold.
const LONGEST: usize = 32_767;

/// Points of a millimetre.
pub(super) const POINTS: f64 = 72.0 / 25.4;

/// Height of a picture in a cell at most, in points.
const PICTURE: f64 = 40.0 * POINTS;

/// Height of a line outside of tables, in points.
const OUTSIDE: f64 = 18.0;

/// Height of the free row before a part and before the signatures, in points.
const GAP: f64 = 8.0;

/// A sheet being written.
pub(super) struct Writer<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) document: &'a Document,
    pub(super) album: Album,
    pub(super) columns: Columns,
    /// Size to which a text is made smaller at most, in points.
    smallest: u8,
    /// Of the subject that is being written.
    name: &'a str,
    pub(super) row: u32,
    /// Of the rows so far, in points.
    pub(super) heights: Vec<f64>,
    pub(super) breaks: Breaks,
    pub(super) placed: Vec<Placed>,
    /// Columns of tables that can be read back.
    pub(super) traced: Vec<Traced>,
}

/// What a cell shows.
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) value: Value,
    pub(super) photo: Option<Photo>,
}

/// Writes subjects of a document; answers which columns can be read back.
///
/// # Errors
/// When the clerk asked to stop, a text is too long or the document too large for a sheet.
pub(super) fn write<'a>(
    sheet: &'a mut Worksheet,
    document: &'a Document,
    subjects: &'a [Subject],
    steps: &mut Steps<'_>,
) -> Result<Vec<Traced>, ReportError> {
    let (album, columns) = (Album::of(document), Columns::of(document));
    let (heights, placed, traced) = Default::default();
    let room = f64::from(Sheet::of(document).room() / columns.print_scale(document)) * POINTS;
    let (breaks, smallest) = (Breaks::new(room), columns.smallest(document));
    let (name, row) = ("", 0);
    let mut writer = Writer { sheet, document, album, columns, smallest, name, row, heights, breaks, placed, traced };
    for subject in subjects {
        if writer.row > 0 {
            writer.breaks.before(writer.row);
        }
        writer.name = &subject.name;
        writer.subject(subject, steps)?;
        steps.step()?;
    }
    writer.set_up().map_err(refused)?;
    Ok(writer.traced)
}

impl Writer<'_> {
    fn subject(&mut self, subject: &Subject, steps: &mut Steps<'_>) -> Result<(), ReportError> {
        let all = self.columns.all();
        self.text(all, Role::Title, Align::Center, &self.document.title)?;
        self.end_row(32.0)?;
        self.slots(&subject.head, [Align::Left, Align::Center, Align::Right])?;
        let headed = self.headed(subject);
        for (at, part) in subject.parts.iter().enumerate() {
            if at > 0 && self.document.look == Look::Sheet {
                self.end_row(GAP)?;
            }
            let last = at + 1 == subject.parts.len();
            // What follows the table whose heading is repeated stands under a row of it.
            let heads = (headed == Some(at)).then_some(Heads { first: at == 0, last });
            let tail = if last || heads.is_some() { self.height_after(subject, at) } else { 0.0 };
            match part {
                Part::Table(table) => self.table(table, Stands { tail, heads }, steps)?,
                Part::Grid(grid) if last => self.last_boxes(grid, tail)?,
                Part::Grid(grid) => boxes::write(self, grid)?,
                Part::Cards(cards) => board::write(self, cards)?,
                Part::Letter(letter) => self.letter(letter)?,
                Part::Line { text } => self.line(text)?,
            }
        }
        if !subject.signature.is_empty() {
            self.end_row(GAP)?;
        }
        self.slots(&subject.signature, [Align::Left; 3])
    }

    /// Which part of a list has its heading on every page: its longest table. None where what follows that needs a page of
    /// its own, since its heading would stand there too.
    fn headed(&self, subject: &Subject) -> Option<usize> {
        if self.document.look != Look::List || self.document.subjects.len() != 1 {
            return None;
        }
        let tables = subject.parts.iter().enumerate().filter_map(|(at, part)| match part {
            Part::Table(table) if !table.columns.is_empty() => Some((at, table)),
            _ => None,
        });
        let (at, table) = tables.max_by_key(|(_, table)| table.rows.len())?;
        let end = self.header_height(table) + self.end_height(table);
        self.breaks.holds(end + self.height_after(subject, at)).then_some(at)
    }

    /// Height of all that stands under a part, in points.
    fn height_after(&self, subject: &Subject, at: usize) -> f64 {
        let parts: f64 = subject.parts.iter().skip(at + 1).map(|part| self.part_height(part)).sum();
        parts + if subject.signature.is_empty() { 0.0 } else { GAP + OUTSIDE }
    }

    fn part_height(&self, part: &Part) -> f64 {
        match part {
            Part::Table(table) => self.table_height(table),
            Part::Grid(grid) => boxes::heights(self, grid).iter().sum(),
            Part::Line { text } => self.line_height(text),
            // Neither stands under a table.
            Part::Cards(_) | Part::Letter(_) => 0.0,
        }
    }

    /// Opinions and signatures of a sheet, on one page.
    fn last_boxes(&mut self, grid: &Grid, tail: f64) -> Result<(), ReportError> {
        let height: f64 = boxes::heights(self, grid).iter().sum();
        if self.document.look == Look::Sheet {
            self.keep(height + tail)?;
        }
        boxes::write(self, grid)
    }

    /// Begins a page if so many points would be parted otherwise; on a sheet under the name of its subject.
    pub(super) fn keep(&mut self, points: f64) -> Result<(), ReportError> {
        if self.breaks.parts(points) { self.begin_page() } else { Ok(()) }
    }

    /// Begins a page if so many points might be parted in some program.
    pub(super) fn keep_surely(&mut self, points: f64) -> Result<(), ReportError> {
        if self.breaks.might_part(points) { self.begin_page() } else { Ok(()) }
    }

    fn begin_page(&mut self) -> Result<(), ReportError> {
        self.breaks.before(self.row);
        if self.document.look == Look::List {
            return Ok(());
        }
        self.line(&layout::continued(&[&self.document.title, self.name]))
    }

    /// Texts side by side in equal shares of the width, in as few lines as they fit in.
    fn slots(&mut self, texts: &[String], aligns: [Align; 3]) -> Result<(), ReportError> {
        let fit = |count: &usize| texts.chunks(*count).all(|line| self.fit_abreast(line, *count));
        let abreast = (1..texts.len()).map(|lines| texts.len().div_ceil(lines)).find(fit).unwrap_or(1);
        texts.chunks(abreast).try_for_each(|line| self.abreast(line, abreast, aligns))
    }

    fn fit_abreast(&self, texts: &[String], of: usize) -> bool {
        let spans: Vec<Span> = (0..of).map(|at| self.columns.share(at, of)).collect();
        let apart = spans.windows(2).all(|w| w[0].1 < w[1].0);
        apart && spans.iter().zip(texts).all(|(span, text)| lines(text, self.columns.pixels(*span)) == 1)
    }

    fn abreast(&mut self, texts: &[String], of: usize, [first, middle, last]: [Align; 3]) -> Result<(), ReportError> {
        let [text] = texts else {
            for (at, text) in texts.iter().enumerate() {
                let align = if at == 0 {
                    first
                } else if at + 1 == of {
                    last
                } else {
                    middle
                };
                self.text(self.columns.share(at, of), Role::Outside, align, text)?;
            }
            return self.end_row(OUTSIDE);
        };
        self.line(text)
    }

    /// A letter as plain rows of text, as they stand on paper but for their page.
    fn letter(&mut self, letter: &Letter) -> Result<(), ReportError> {
        let right = [from_ref(&letter.number), letter.signed.as_slice(), from_ref(&letter.dated)].concat();
        for text in letter.lines() {
            let align = if right.contains(&text) { Align::Right } else { Align::Left };
            self.text(self.columns.all(), Role::Outside, align, &text)?;
            self.end_row(self.needed(&text, self.columns.all()).max(OUTSIDE))?;
        }
        Ok(())
    }

    pub(super) fn line(&mut self, text: &str) -> Result<(), ReportError> {
        let all = self.columns.all();
        self.text(all, Role::Outside, Align::Left, text)?;
        self.end_row(self.line_height(text))
    }

    fn line_height(&self, text: &str) -> f64 {
        self.needed(text, self.columns.all()).max(OUTSIDE)
    }

    /// What a cell shows under a column's format.
    pub(super) fn shown(&self, cell: &Cell, format: Format) -> Shown {
        let Cell::Picture(name) = cell else {
            return Shown { text: cell.shown_as(format), value: Value::of(cell, format), photo: None };
        };
        match self.album.get(name).cloned() {
            Some(photo) => Shown { text: String::new(), value: Value::Blank, photo: Some(photo) },
            None => Shown { text: UNREADABLE.to_owned(), value: Value::Text(UNREADABLE.to_owned()), photo: None },
        }
    }

    /// Height that what is shown needs, in points.
    pub(super) fn needed_by(&self, shown: &Shown, span: Span) -> f64 {
        match (&shown.photo, &shown.value) {
            (Some(photo), _) => (f64::from(self.columns.pixels(span) / photo.aspect) * 0.75).min(PICTURE),
            // Only text is broken into lines.
            (None, Value::Number(..) | Value::Date(..)) => self.needed("", span),
            (None, _) => self.needed(&shown.text, span),
        }
    }

    /// Writes what is shown; a picture when the sheet is set up.
    pub(super) fn put_shown(
        &mut self,
        rows: (u32, u32),
        span: Span,
        look: (Role, Align),
        shown: Shown,
    ) -> Result<(), ReportError> {
        let pixels = self.columns.pixels(span);
        let look = match (look, self.size(&shown.text, span)) {
            ((Role::Value | Role::Long(_), align), size) if size < SIZE => (Role::Long(size), align),
            _ => look,
        };
        self.placed.extend(shown.photo.map(|photo| Placed { photo, rows, span, pixels }));
        self.put(rows, span, look, &shown.value)
    }

    pub(super) fn text(&mut self, span: Span, role: Role, align: Align, text: &str) -> Result<(), ReportError> {
        check(text, || format!("《{}》", self.document.title))?;
        self.put((self.row, self.row), span, (role, align), &Value::Text(text.to_owned()))
    }

    /// Writes a value into a cell, or into the first of those that it covers.
    pub(super) fn put(
        &mut self,
        rows: (u32, u32),
        span: Span,
        look: (Role, Align),
        value: &Value,
    ) -> Result<(), ReportError> {
        write_cell(self.sheet, (rows, span), look, value).map_err(|e| refused_in(self.document, e))
    }

    /// Height that a text needs, in points; more than a row can have where it is too long in any size.
    pub(super) fn needed(&self, text: &str, span: Span) -> f64 {
        height(text, self.columns.pixels(span), self.size(text, span))
    }

    /// Largest size, up to the usual one, in which a row can be high enough for a text.
    fn size(&self, text: &str, span: Span) -> u8 {
        let pixels = self.columns.pixels(span);
        let fits = |size: &u8| height(text, pixels, *size) <= HIGHEST;
        (self.smallest..=SIZE).rev().find(fits).unwrap_or(self.smallest)
    }

    pub(super) fn end_row(&mut self, height: f64) -> Result<(), ReportError> {
        let height = height.min(HIGHEST);
        self.heights.push(height);
        self.breaks.add(height);
        self.sheet.set_row_height(self.row, height).map_err(|e| refused_in(self.document, e))?;
        self.row += 1;
        Ok(())
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    ((top, bottom), (first, last)): ((u32, u32), Span),
    (role, align): (Role, Align),
    value: &Value,
) -> Result<(), XlsxError> {
    let look = look(role, align);
    let format = match value {
        Value::Number(_, pattern) | Value::Date(_, pattern) => look.set_num_format(*pattern),
        Value::Text(_) => look.set_num_format("@"),
        Value::Blank => look,
    };
    if (top, first) != (bottom, last) {
        sheet.merge_range(top, first, bottom, last, "", &format)?;
    }
    match value {
        Value::Blank => sheet.write_blank(top, first, &format)?,
        Value::Text(text) => sheet.write_string_with_format(top, first, text, &format)?,
        Value::Number(number, _) => sheet.write_number_with_format(top, first, *number, &format)?,
        Value::Date(day, _) => sheet.write_datetime_with_format(top, first, day, &format)?,
    };
    Ok(())
}

/// What the library refused, in words for the clerk.
pub(super) fn refused_in(document: &Document, error: XlsxError) -> ReportError {
    match error {
        XlsxError::RowColumnLimitError => ReportError::TooLarge(document.title.clone()),
        other => refused(other),
    }
}

/// Whether a cell can hold a text.
pub(super) fn check(text: &str, place: impl Fn() -> String) -> Result<(), ReportError> {
    // Excel counts UTF-16 units.
    if text.encode_utf16().count() > LONGEST { Err(ReportError::TooLong(place())) } else { Ok(()) }
}

/// A row's number for the library.
pub(super) fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
