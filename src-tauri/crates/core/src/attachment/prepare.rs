//! What is kept of a file: photos turned upright and made smaller, everything else as it came.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

use super::Role;
use crate::error::{Error, Result};

/// Largest file that may be attached, in bytes (50 MiB).
pub const LARGEST: u64 = 50 * 1024 * 1024;
/// Longer side of a photo as it is kept, in pixels.
const LONGER_SIDE: u32 = 1600;
/// Box into which the one photo of a person fits, in pixels; 3:4 as a 二寸 photo.
const PORTRAIT: (u32, u32) = (600, 800);
/// Quality of JPEG (of 100): smaller files than 90, no marks that show on paper.
const QUALITY: u8 = 85;
/// Longest side that a picture may have; more is no photo but an attack on memory.
const LONGEST_SIDE: u32 = 30_000;
/// Most bytes that a picture may take when it is unpacked (512 MiB): an A3 sheet scanned in colour at 600 dpi takes 200.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// A file that somebody wants to attach.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is to be.
    pub role: Role,
    /// Whether the whole picture is kept beside the smaller one.
    pub keep_original: bool,
}

/// A file as it is kept.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Its name as it came.
    pub name: String,
    /// Media type of `shown`.
    pub media: &'static str,
    /// What is shown and printed.
    pub shown: Vec<u8>,
    /// The whole picture.
    pub original: Option<Vec<u8>>,
}

/// Makes of a file what is kept of it. A picture becomes an upright JPEG without the place where it was taken.
///
/// # Errors
/// `TooLarge` above 50 MiB; `NoPhoto` when what should be the photo of a person cannot be shown.
pub fn prepare(given: Given) -> Result<Prepared> {
    let Given { name, bytes, role, keep_original } = given;
    if u64::try_from(bytes.len()).is_ok_and(|n| n > LARGEST) {
        return Err(Error::TooLarge(name));
    }
    match (smaller(&bytes, role), role) {
        (Some(shown), _) => Ok(Prepared { name, media: "image/jpeg", shown, original: keep_original.then_some(bytes) }),
        (None, Role::Photo) => Err(Error::NoPhoto(name)),
        (None, Role::File) => Ok(Prepared { media: media(&name, &bytes), name, shown: bytes, original: None }),
    }
}

/// The picture as it is kept; none when it is no picture, or one that cannot be read.
fn smaller(bytes: &[u8], role: Role) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LONGEST_SIDE), Some(LONGEST_SIDE));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    // The reader's own limit is not asked before the whole picture is laid out in memory.
    if decoder.total_bytes() > MOST_MEMORY {
        return None;
    }
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    let (width, height) = if role == Role::Photo { PORTRAIT } else { (LONGER_SIDE, LONGER_SIDE) };
    if picture.width() > width || picture.height() > height {
        picture = picture.resize(width, height, FilterType::Lanczos3);
    }
    let mut out = Vec::new();
    on_white(&picture).write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)).ok()?;
    Some(out)
}

/// JPEG knows no transparency: what is see-through becomes paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let rgba = picture.to_rgba8();
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [red, green, blue, alpha] = rgba.get_pixel(x, y).0.map(u32::from);
        let over = |colour: u32| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        Rgb([over(red), over(green), over(blue)])
    })
}

/// Media types by the end of a file's name; pictures are told by their bytes.
const MEDIA: [(&str, &str); 14] = [
    ("pdf", "application/pdf"),
    ("ofd", "application/ofd"),
    ("txt", "text/plain"),
    ("doc", "application/msword"),
    ("wps", "application/vnd.ms-works"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xls", "application/vnd.ms-excel"),
    ("et", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("zip", "application/zip"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
];

/// The media type of a file; of an unknown one, that it is some file.
pub fn media(name: &str, bytes: &[u8]) -> &'static str {
    if let Ok(format) = image::guess_format(bytes) {
        return ImageFormat::to_mime_type(&format);
    }
    let end = name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    MEDIA.iter().find(|(known, _)| *known == end).map_or("application/octet-stream", |(_, media)| media)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

    use super::{Given, LARGEST, media, prepare};
    use crate::attachment::Role;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let image =
            RgbaImage::from_fn(width, height, |x, _| if x * 2 < width { Rgba([200, 0, 0, 255]) } else { Rgba([0; 4]) });
        let mut out = Cursor::new(Vec::new());
        let image = DynamicImage::ImageRgba8(image);
        let image = if format == ImageFormat::Png { image } else { DynamicImage::ImageRgb8(image.to_rgb8()) };
        image.write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    fn given(name: &str, bytes: Vec<u8>, role: Role) -> Given {
        Given { name: name.to_owned(), bytes, role, keep_original: true }
    }

    #[test]
    fn a_photo_fits_its_box_and_is_never_made_larger() {
        let cases = [
            (ImageFormat::Jpeg, (4000, 3000), Role::File, (1600, 1200)),
            (ImageFormat::Png, (3000, 4000), Role::Photo, (600, 800)),
            (ImageFormat::WebP, (2000, 1000), Role::Photo, (600, 300)),
            (ImageFormat::Bmp, (300, 200), Role::File, (300, 200)),
        ];
        for (format, (width, height), role, expected) in cases {
            let bytes = picture(width, height, format);
            let kept = prepare(given("a", bytes.clone(), role)).unwrap();
            let shown = image::load_from_memory_with_format(&kept.shown, ImageFormat::Jpeg).unwrap();
            assert_eq!((shown.width(), shown.height()), expected, "{format:?} becomes a JPEG of that size");
            assert_eq!((kept.media, kept.original), ("image/jpeg", Some(bytes)), "the whole picture stays beside it");
        }
    }

    #[test]
    fn what_is_see_through_becomes_paper() {
        let kept = prepare(given("a.png", picture(40, 20, ImageFormat::Png), Role::File)).unwrap();
        let shown = image::load_from_memory(&kept.shown).unwrap().to_rgb8();
        assert!(
            shown.get_pixel(38, 10).0.iter().all(|c| *c > 240),
            "nothing is drawn there, so it is white, not black"
        );
    }

    /// A JPEG with the EXIF orientation 6: the camera was held upright, the picture lies on its side.
    fn lying() -> Vec<u8> {
        let jpeg = picture(80, 40, ImageFormat::Jpeg);
        let tiff = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xFF, 0xE1], &length, tiff, &jpeg[2..]].concat()
    }

    #[test]
    fn a_photo_taken_upright_stands_upright_and_says_nothing_of_the_camera() {
        let kept = prepare(given("a.jpg", lying(), Role::File)).unwrap();
        let shown = image::load_from_memory(&kept.shown).unwrap().to_rgb8();
        assert_eq!(shown.dimensions(), (40, 80), "turned by a quarter");
        assert!(shown.get_pixel(20, 10).0[0] > 150, "what was left is now above");
        assert!(!kept.shown.windows(4).any(|w| w == b"Exif"), "where it was taken is nobody's business");
    }

    #[test]
    fn other_files_stay_as_they_are() {
        let broken = picture(80, 40, ImageFormat::Jpeg)[..60].to_vec();
        for (name, bytes, expected) in [
            ("签到表.PDF", b"%PDF-1.7".to_vec(), "application/pdf"),
            ("记录.wps", vec![0xD0, 0xCF], "application/vnd.ms-works"),
            ("截断.jpg", broken, "image/jpeg"),
            ("无名", vec![1], "application/octet-stream"),
        ] {
            assert_eq!(media(name, &bytes), expected, "{name}");
            let kept = prepare(given(name, bytes.clone(), Role::File)).unwrap();
            assert_eq!((kept.shown, kept.original), (bytes.clone(), None), "{name} is kept as it came");
            let refused = prepare(given(name, bytes, Role::Photo)).err().map(|e| e.code());
            assert_eq!(refused, Some("no_photo"), "{name} is no photo of a person");
        }
        let large = vec![0; usize::try_from(LARGEST).unwrap() + 1];
        let refused = prepare(given("录像.mp4", large, Role::File)).err().map(|e| e.sentence());
        assert_eq!(refused.as_deref(), Some("“录像.mp4”超过50兆，不能作为附件，请压缩或拆开后再添加。"));
    }
}
