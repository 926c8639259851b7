//! Pages as a PDF file: selectable text in subset fonts, an outline of its subjects.

mod digits;
mod embed;
mod finish;
mod pictures;

use chrono::NaiveDateTime;
use printpdf::{
    Line, LinePoint, Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, TextItem, TextMatrix,
};
use station_table::Document;

use crate::fonts::Fonts;
use crate::layout::{self, Frame, Page};
use crate::pdf::embed::Embedding;
use crate::pdf::pictures::Prints;
use crate::progress::{Progress, Steps};
use crate::typeset::{POINT, Typesetter};
use crate::{Cancelled, ReportError};

/// A PDF file and what the clerk should know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font has, drawn as 〓 and their number, each with the text in which it stands.
    pub missing: Vec<(char, String)>,
    /// Names of pictures that the documents lack, or that are neither JPEG nor PNG; said so on paper.
    pub unreadable: Vec<String>,
}

/// Documents as one PDF file, one after the other; `printed` is the time that it is said to be made.
///
/// # Errors
/// When `progress` asks to stop, or a font is damaged.
pub fn pdf(
    documents: &[&Document],
    fonts: &Fonts,
    printed: NaiveDateTime,
    progress: Progress<'_>,
) -> Result<Pdf, ReportError> {
    let set = layout::typesetter(fonts, documents)?;
    // Drawing the pages is about as much work again as laying them out.
    let steps: usize = documents.iter().map(|d| layout::steps(d)).sum();
    let laid = layout::lay_out(&set, documents, &mut Steps::new(&mut *progress, 2 * steps))?;
    let mut file = PdfDocument::new("");
    let ink = Ink {
        set: &set,
        fonts: embed::embed((fonts, &set), &laid.pages, &mut file)?,
        prints: pictures::embed(&laid.pages, &mut file),
    };
    for (name, page) in laid.contents {
        file.add_bookmark(&name, page + 1);
    }
    file.pages =
        draw(&ink, &laid.pages, &mut |done| progress(steps + steps * done / laid.pages.len().max(1), 2 * steps))?;
    let title: Vec<&str> = documents.iter().map(|d| d.title.as_str()).collect();
    let bytes = finish::finish(
        file.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new()),
        &title.join("、"),
        printed,
    )?;
    let unreadable = laid.unreadable.into_iter().collect();
    Ok(Pdf { bytes, pages: laid.pages.len(), missing: missing(&set, documents), unreadable })
}

/// What pages are drawn with.
struct Ink<'a> {
    set: &'a Typesetter,
    fonts: Embedding,
    prints: Prints,
}

/// Characters that no font has, with the texts in which they stand.
fn missing(set: &Typesetter, documents: &[&Document]) -> Vec<(char, String)> {
    let mut missing = std::collections::BTreeSet::new();
    for document in documents {
        layout::each_text(document, &mut |text| {
            missing.extend(set.unknown(text).into_iter().map(|c| (c, text.to_owned())));
        });
    }
    missing.into_iter().collect()
}

fn draw(
    ink: &Ink<'_>,
    pages: &[Page],
    done: &mut dyn FnMut(usize) -> Result<(), Cancelled>,
) -> Result<Vec<PdfPage>, Cancelled> {
    let mut drawn = Vec::with_capacity(pages.len());
    for page in pages {
        drawn.push(PdfPage::new(Mm(page.width), Mm(page.height), page_ops(ink, page)));
        done(drawn.len())?;
    }
    Ok(drawn)
}

fn page_ops(ink: &Ink<'_>, page: &Page) -> Vec<Op> {
    let mut ops: Vec<Op> = page.frames.iter().flat_map(|f| picture_ops(ink, page, f)).collect();
    let mut thickness = 0.0;
    for frame in &page.frames {
        let Frame::Line { from, to, width } = *frame else { continue };
        if width.to_bits() != f32::to_bits(thickness) {
            ops.push(Op::SetOutlineThickness { pt: Pt(width) });
            thickness = width;
        }
        let points = [from, to].map(|(x, y)| LinePoint { p: point(page, x, y), bezier: false });
        ops.push(Op::DrawLine { line: Line { points: points.to_vec(), is_closed: false } });
    }
    ops.push(Op::StartTextSection);
    let mut pen = Pen::default();
    for frame in &page.frames {
        if let Frame::Text { x, y, size, style, text } = frame {
            let at = point(page, *x, *y);
            ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(at.x, at.y) });
            for (font, run) in ink.fonts.runs(ink.set, *style, text) {
                pen.write(&mut ops, font, *size, run);
            }
        }
    }
    ops.push(Op::EndTextSection);
    ops
}

fn picture_ops(ink: &Ink<'_>, page: &Page, frame: &Frame) -> Vec<Op> {
    let Frame::Picture { x, y, width, height, picture } = frame else { return Vec::new() };
    let (lower, upper) = (point(page, *x, y + height), point(page, x + width, *y));
    ink.prints.ops(picture, [lower.x.0, lower.y.0, upper.x.0 - lower.x.0, upper.y.0 - lower.y.0])
}

/// The font in the content stream, set only when it changes.
#[derive(Default)]
struct Pen {
    font: Option<(printpdf::FontId, f32)>,
}

impl Pen {
    fn write(&mut self, ops: &mut Vec<Op>, font: &printpdf::FontId, size: f32, text: String) {
        let same = self.font.as_ref().is_some_and(|(id, set)| id == font && set.to_bits() == size.to_bits());
        if !same {
            ops.push(Op::SetFont { font: PdfFontHandle::External(font.clone()), size: Pt(size) });
            self.font = Some((font.clone(), size));
        }
        ops.push(Op::ShowText { items: vec![TextItem::Text(text)] });
    }
}

/// From millimetres under the upper left corner to points over the lower left one, to a hundredth.
fn point(page: &Page, x: f32, y: f32) -> Point {
    let points = |millimetres: f32| Pt((millimetres / POINT * 100.0).round() / 100.0);
    Point { x: points(x), y: points(page.height - y) }
}
