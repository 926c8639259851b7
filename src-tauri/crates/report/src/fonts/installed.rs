//! This computer's own fonts, where the station wants its paper to look as the office's other papers do.

use std::path::PathBuf;
use std::sync::Arc;

use fontdb::{Database, FaceInfo};
use printpdf::ParsedFont;
use subsetter::GlyphRemapper;
use ttf_parser::Permissions;

use super::Style;

/// Names of the fonts that official papers ask for (GB/T 9704-2012, 5.2.2 and 7.3) and of those that offices use in
/// their place, by how they begin; the best first.
const WANTED: [(Style, &[&str]); 3] = [
    (
        Style::Body,
        &[
            "仿宋_gb2312",
            "fangsong_gb2312",
            "仿宋",
            "fangsong",
            "simfang",
            "方正仿宋",
            "fzfangsong",
            "fzfs",
            "华文仿宋",
            "stfangsong",
        ],
    ),
    (Style::Heading, &["黑体", "simhei", "方正黑体", "fzhei", "fzht", "华文黑体", "stheiti"]),
    (Style::Title, &["方正小标宋", "fzxiaobiaosong", "fzxbs", "小标宋"]),
];

/// A font of this computer that may be, and can be, put into a file.
#[derive(Debug)]
pub(super) struct Installed {
    /// Name as people know it.
    pub(super) family: String,
    /// PostScript name, as far as it is one.
    pub(super) name: String,
    /// Number of the face in its file.
    pub(super) index: u32,
    /// The font file, or collection.
    pub(super) bytes: Arc<Vec<u8>>,
}

/// All fonts of this computer that its programs may use.
pub(super) fn of_this_computer() -> Database {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    fonts
}

/// All fonts in folders and the folders in them.
pub(super) fn in_folders(folders: &[PathBuf]) -> Database {
    let mut fonts = Database::new();
    for folder in folders {
        fonts.load_fonts_dir(folder);
    }
    fonts
}

/// The best font for each style that has one.
pub(super) fn best(fonts: &Database) -> Vec<(Style, Installed)> {
    let best = |(style, names): (Style, &[&str])| {
        let mut ranked: Vec<((usize, u16), &FaceInfo)> =
            fonts.faces().filter_map(|face| Some((rank(face, names)?, face))).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().find_map(|(_, face)| load(fonts, face)).map(|font| (style, font))
    };
    WANTED.into_iter().filter_map(best).collect()
}

/// How good a face is: where its name stands among those wanted, then how far it is from the usual weight.
fn rank(face: &FaceInfo, names: &[&str]) -> Option<(usize, u16)> {
    let own = face.families.iter().map(|f| &f.0).chain([&face.post_script_name]);
    let name = |own: &String| names.iter().position(|wanted| own.to_lowercase().starts_with(wanted));
    let upright = face.style == fontdb::Style::Normal;
    own.filter_map(name).min().filter(|_| upright).map(|at| (at, face.weight.0.abs_diff(400)))
}

fn load(fonts: &Database, face: &FaceInfo) -> Option<Installed> {
    let bytes = fonts.with_face_data(face.id, |data, index| can_be_embedded(data, index).then(|| data.to_vec()))??;
    let known = face.families.iter().find(|f| !f.0.is_ascii()).or(face.families.first());
    Some(Installed {
        family: known.map_or_else(|| face.post_script_name.clone(), |f| f.0.clone()),
        name: face.post_script_name.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect(),
        index: face.index,
        bytes: Arc::new(bytes),
    })
}

/// Whether a font allows that parts of it are embedded (OpenType, OS/2, fsType), and our libraries can do so.
fn can_be_embedded(data: &[u8], index: u32) -> bool {
    let Ok(face) = ttf_parser::Face::parse(data, index) else { return false };
    let allowed = face.permissions().is_some_and(|p| p != Permissions::Restricted)
        && face.is_subsetting_allowed()
        && face.is_outline_embedding_allowed();
    let varies = face.raw_face().table(ttf_parser::Tag::from_bytes(b"fvar")).is_some();
    let Some(glyph) = face.glyph_index('国').filter(|_| allowed && !varies) else { return false };
    let mut remapper = GlyphRemapper::new();
    remapper.remap(glyph.0);
    let subset = subsetter::subset(data, index, &remapper);
    subset.is_ok_and(|font| ParsedFont::from_bytes(&font, 0, &mut Vec::new()).is_some())
}
