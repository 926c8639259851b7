//! What a printer must know of a PDF beforehand: that it is one, how many pages it has, how large the first one is.

use lopdf::{Document, Object};

/// Sizes that a station prints (PWG 5101.1), shorter and longer edge in points.
const SIZES: [(&str, f32, f32); 2] = [("iso_a4_210x297mm", 595.3, 841.9), ("iso_a3_297x420mm", 841.9, 1190.6)];
/// Programs round to whole points or to tenths of a millimetre.
const NEAR: f32 = 3.0;

/// What a PDF says of itself.
pub(super) struct Pdf {
    /// How many pages it has; none where only the printer can read it.
    pub pages: Option<i32>,
    /// The name that printers have for the size of its first page; none for another one.
    pub paper: Option<&'static str>,
}

impl Pdf {
    /// Looks into a PDF; none where it is something else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if !bytes.starts_with(b"%PDF-") {
            return None;
        }
        let document = Document::load_mem(bytes).ok();
        let pages = document.as_ref().map(Document::get_pages);
        let first = pages.as_ref().and_then(|pages| pages.get(&1)).zip(document.as_ref());
        let paper = first.and_then(|(id, document)| media_box(document, document.get_object(*id).ok()?)).and_then(size);
        let pages = pages.filter(|pages| !pages.is_empty()).and_then(|pages| i32::try_from(pages.len()).ok());
        Some(Self { pages, paper })
    }
}

/// Left, bottom, right and top of a page, which may be said above it in the tree.
fn media_box(document: &Document, node: &Object) -> Option<[f32; 4]> {
    let node = node.as_dict().ok()?;
    let Ok(own) = node.get_deref(b"MediaBox", document) else {
        return media_box(document, node.get_deref(b"Parent", document).ok()?);
    };
    let number = |object: &Object| document.dereference(object).ok()?.1.as_float().ok();
    let numbers: Vec<f32> = own.as_array().ok()?.iter().filter_map(number).collect();
    numbers.try_into().ok()
}

fn size([left, bottom, right, top]: [f32; 4]) -> Option<&'static str> {
    let (width, height) = ((right - left).abs(), (top - bottom).abs());
    let (short, long) = (width.min(height), width.max(height));
    let near = |a: f32, b: f32| (a - b).abs() < NEAR;
    SIZES.iter().find(|(_, s, l)| near(*s, short) && near(*l, long)).map(|(name, ..)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_known_lying_and_standing() {
        let cases = [
            ([0.0, 0.0, 841.89, 595.3], Some("iso_a4_210x297mm")),
            ([0.0, 0.0, 595.0, 842.0], Some("iso_a4_210x297mm")),
            ([10.0, 10.0, 1200.55, 851.89], Some("iso_a3_297x420mm")),
            ([0.0, 0.0, 612.0, 792.0], None),
        ];
        for (edges, expected) in cases {
            assert_eq!(size(edges), expected, "{edges:?}");
        }
    }

    #[test]
    fn a_size_may_stand_above_the_page() {
        let mut document = Document::with_version("1.4");
        let pages = document.new_object_id();
        let page = document.add_object(lopdf::dictionary! { "Type" => "Page", "Parent" => pages });
        let edges = vec![0.into(), 0.into(), 595.into(), 842.into()];
        let node =
            lopdf::dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1, "MediaBox" => edges };
        document.objects.insert(pages, Object::Dictionary(node));
        let page = document.get_object(page).unwrap();
        assert_eq!(media_box(&document, page).and_then(size), Some("iso_a4_210x297mm"));
    }

    #[test]
    fn a_pdf_that_only_a_printer_can_read_is_one() {
        let read = |bytes: &[u8]| Pdf::read(bytes).map(|pdf| (pdf.pages, pdf.paper));
        assert_eq!(read(b"%PDF-1.4 and what nobody knows"), Some((None, None)), "it is sent as it is");
        assert_eq!(read(b"PK"), None, "what is none is not sent");
    }
}
