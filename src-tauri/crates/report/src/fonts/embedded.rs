//! The font files inside the program, brotli-compressed: one binary prints without any file beside it.

use std::io::Read;
use std::sync::{Arc, Mutex, PoisonError};

use crate::ReportError;

/// A font file that ships; the order is that of [`FILES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum File {
    /// 仿宋: Zhuque Fangsong.
    Fang,
    /// 宋: Noto Serif SC, for ASCII and for what 仿宋 lacks.
    Song,
    /// 黑: Noto Sans SC Medium.
    Hei,
    /// 小标宋: Noto Serif SC Bold.
    Title,
    /// Rare characters of Extensions B to I in mainland forms.
    RareOne,
    /// The remaining rare characters of Extensions B to F.
    RareTwo,
    /// 楷: LXGW WenKai, for symbols that no other font has.
    Kai,
}

/// Name inside a PDF, length when unpacked, compressed bytes.
static FILES: [(&str, usize, &[u8]); 7] = [
    ("ZhuqueFangsong", 8_824_084, include_bytes!("../../../../../assets/fonts/Fang-ZhuqueFangsong-Regular.ttf.br")),
    (
        "NotoSerifSC-Regular",
        8_677_664,
        include_bytes!("../../../../../assets/fonts/Song-NotoSerifSC-Regular-rest.ttf.br"),
    ),
    ("NotoSansSC-Medium", 7_822_104, include_bytes!("../../../../../assets/fonts/Hei-NotoSansSC-Medium-gbk.ttf.br")),
    ("NotoSerifSC-Bold", 4_264_104, include_bytes!("../../../../../assets/fonts/Title-NotoSerifSC-Bold-tgh.ttf.br")),
    ("RareHanOne", 26_727_424, include_bytes!("../../../../../assets/fonts/RareHanOne.ttf.br")),
    ("RareHanTwo", 18_179_144, include_bytes!("../../../../../assets/fonts/RareHanTwo.ttf.br")),
    ("LXGWWenKaiGBLite", 14_116_284, include_bytes!("../../../../../assets/fonts/Kai-LXGWWenKaiGBLite-Regular.ttf.br")),
];

/// What has been unpacked in this process, by [`File`]: a font is unpacked when a character first needs it.
static UNPACKED: [Mutex<Option<Arc<Vec<u8>>>>; 7] = [const { Mutex::new(None) }; 7];

impl File {
    /// All of them.
    pub(crate) const ALL: [Self; 7] =
        [Self::Fang, Self::Song, Self::Hei, Self::Title, Self::RareOne, Self::RareTwo, Self::Kai];

    /// PostScript name under which the font is embedded.
    pub(crate) fn name(self) -> &'static str {
        FILES[self as usize].0
    }

    /// The font as TrueType bytes; the first call in a process unpacks it.
    ///
    /// # Errors
    /// When the program file itself is damaged.
    pub(crate) fn bytes(self) -> Result<Arc<Vec<u8>>, ReportError> {
        let mut slot = UNPACKED[self as usize].lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = &*slot {
            return Ok(Arc::clone(bytes));
        }
        let bytes = Arc::new(self.unpack()?);
        *slot = Some(Arc::clone(&bytes));
        Ok(bytes)
    }

    fn unpack(self) -> Result<Vec<u8>, ReportError> {
        let (name, length, packed) = FILES[self as usize];
        let mut bytes = Vec::with_capacity(length);
        let read = brotli::Decompressor::new(packed, 1 << 16).read_to_end(&mut bytes);
        if read.is_ok_and(|n| n == length) { Ok(bytes) } else { Err(ReportError::Font(name.to_owned())) }
    }
}
