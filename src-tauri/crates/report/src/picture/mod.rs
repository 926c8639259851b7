//! Picture files as far as paper needs them: whether they can be drawn, how large they are, which way up.

mod jpeg;
mod png;

use std::collections::BTreeMap;

use station_table::{Document, Picture};

pub(crate) use jpeg::Jpeg;
pub(crate) use png::Pixels;

/// Said in place of a picture that cannot be drawn.
pub(crate) const UNREADABLE: &str = "（照片无法读取）";

/// Said in the frame of a card without a photo.
pub(crate) const PHOTO: &str = "照片";

/// A picture that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Photo {
    /// The file.
    pub(crate) picture: Picture,
    /// Width by height as it is seen.
    pub(crate) aspect: f32,
}

/// What a file holds.
pub(crate) enum Read {
    /// A JPEG file, which goes into a PDF as it is.
    Jpeg(Jpeg),
    /// The pixels of a PNG file.
    Png(Pixels),
}

/// The pictures of a document that can be drawn, by name.
pub(crate) struct Album(BTreeMap<String, Photo>);

impl Album {
    /// Reads all pictures of a document.
    pub(crate) fn of(document: &Document) -> Self {
        let read = |(name, picture): (&String, &Picture)| Some((name.clone(), Photo::of(picture)?));
        Self(document.pictures.iter().filter_map(read).collect())
    }

    /// A picture; none where the document has none of that name, or it cannot be drawn.
    pub(crate) fn get(&self, name: &str) -> Option<&Photo> {
        self.0.get(name)
    }
}

impl Photo {
    #[expect(clippy::cast_precision_loss, reason = "some thousand pixels")]
    fn of(picture: &Picture) -> Option<Self> {
        let (width, height) = match read(picture)? {
            Read::Jpeg(jpeg) => jpeg.upright(),
            Read::Png(pixels) => (pixels.width, pixels.height),
        };
        Some(Self { picture: picture.clone(), aspect: width as f32 / height as f32 })
    }

    /// The largest size of the picture within a box.
    pub(crate) fn within(&self, width: f32, height: f32) -> (f32, f32) {
        if width / height > self.aspect { (height * self.aspect, height) } else { (width, width / self.aspect) }
    }
}

/// What a file holds; none where it is neither JPEG nor PNG, or damaged.
pub(crate) fn read(picture: &Picture) -> Option<Read> {
    let bytes = picture.bytes();
    jpeg::read(bytes).map(Read::Jpeg).or_else(|| png::read(bytes).map(Read::Png))
}
