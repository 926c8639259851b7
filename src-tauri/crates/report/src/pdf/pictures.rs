//! Pictures in the file: JPEG as it is, PNG as its pixels; each once, however often it is drawn.

use std::collections::BTreeMap;

use printpdf::{
    CurTransMat, DictItem, ExternalStream, ExternalXObject, Op, PdfDocument, RawImage, RawImageData, RawImageFormat,
    XObject, XObjectId, XObjectTransform,
};
use station_table::Picture;

use crate::layout::{Frame, Page};
use crate::picture::{self, Jpeg, Pixels, Read};

/// The pictures of a file: the name of each, and how it must be turned.
pub(super) struct Prints(BTreeMap<Picture, (XObjectId, u8)>);

/// Puts the pictures of all pages into the file.
pub(super) fn embed(pages: &[Page], file: &mut PdfDocument) -> Prints {
    let mut prints = Prints(BTreeMap::new());
    for frame in pages.iter().flat_map(|p| &p.frames) {
        let Frame::Picture { picture, .. } = frame else { continue };
        if prints.0.contains_key(picture) {
            continue;
        }
        let (object, turn) = match picture::read(picture) {
            Some(Read::Jpeg(jpeg)) => (as_it_is(jpeg, picture), jpeg.turn),
            Some(Read::Png(pixels)) => (XObject::Image(raw(pixels)), 1),
            None => continue,
        };
        let id = XObjectId(format!("P{}", prints.0.len()));
        file.resources.xobjects.map.insert(id.clone(), object);
        prints.0.insert(picture.clone(), (id, turn));
    }
    prints
}

impl Prints {
    /// What draws a picture into a box: left and lower edge, width and height in points.
    pub(super) fn ops(&self, picture: &Picture, area: [f32; 4]) -> Vec<Op> {
        let Some((id, turn)) = self.0.get(picture) else { return Vec::new() };
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        vec![
            Op::SaveGraphicsState,
            Op::SetTransformationMatrix { matrix: CurTransMat::Raw(turned(*turn, area)) },
            Op::UseXobject { id: id.clone(), transform },
            Op::RestoreGraphicsState,
        ]
    }
}

/// The matrix that brings the unit square of a picture into a box, upright for each of the eight ways of Exif.
fn turned(turn: u8, [x, y, w, h]: [f32; 4]) -> [f32; 6] {
    match turn {
        2 => [-w, 0.0, 0.0, h, x + w, y],
        3 => [-w, 0.0, 0.0, -h, x + w, y + h],
        4 => [w, 0.0, 0.0, -h, x, y + h],
        5 => [0.0, -h, -w, 0.0, x + w, y + h],
        6 => [0.0, -h, w, 0.0, x, y + h],
        7 => [0.0, h, w, 0.0, x, y],
        8 => [0.0, h, -w, 0.0, x + w, y],
        _ => [w, 0.0, 0.0, h, x, y],
    }
}

/// PDF readers know JPEG: the file goes in without being read into pixels and written anew.
fn as_it_is(jpeg: Jpeg, picture: &Picture) -> XObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let colours = match jpeg.samples {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        _ => "DeviceCMYK",
    };
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Filter".to_owned(), name("DCTDecode")),
        ("ColorSpace".to_owned(), name(colours)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("Width".to_owned(), DictItem::Int(jpeg.width.into())),
        ("Height".to_owned(), DictItem::Int(jpeg.height.into())),
    ]);
    if jpeg.inverted {
        let ends = [1, 0].repeat(4).into_iter().map(DictItem::Int);
        dict.insert("Decode".to_owned(), DictItem::Array(ends.collect()));
    }
    let stream = ExternalStream { dict, content: picture.bytes().to_vec(), compress: false };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn raw(pixels: Pixels) -> RawImage {
    let data_format = match pixels.samples {
        1 => RawImageFormat::R8,
        2 => RawImageFormat::RG8,
        3 => RawImageFormat::RGB8,
        _ => RawImageFormat::RGBA8,
    };
    RawImage {
        pixels: RawImageData::U8(pixels.bytes),
        width: pixels.width as usize,
        height: pixels.height as usize,
        data_format,
        tag: Vec::new(),
    }
}
