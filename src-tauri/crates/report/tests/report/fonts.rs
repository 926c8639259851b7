//! This computer's own fonts before those of the program, and what the program's fonts have.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use station_report::{Fonts, Pdf, Style, font_bytes, font_names, lacking, pdf};
use station_table::{Document, Part};

use crate::paper::{dense, said_by, text_of};
use crate::{made_at, samples};

/// A folder with some of the test fonts, as a computer has them.
fn folder(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/fixtures");
    std::fs::create_dir(folder.path().join("truetype")).unwrap();
    for file in files {
        std::fs::copy(fixtures.join(file), folder.path().join("truetype").join(file)).unwrap();
    }
    folder
}

fn found(files: &[&str]) -> Vec<(Style, String)> {
    let folder = folder(files);
    let fonts = Fonts::in_folders(&[folder.path().to_owned()]);
    fonts.own().map(|(style, name)| (style, name.to_owned())).collect()
}

fn made(document: &Document, fonts: &Fonts) -> Pdf {
    pdf(&[document], fonts, made_at(), &mut |_, _| Ok(())).unwrap()
}

#[test]
fn fonts_are_found_by_the_names_that_offices_know() {
    let all = ["fangsong.ttf", "biaosong.otf", "hei.ttc"];
    let expected = [(Style::Body, "仿宋_GB2312"), (Style::Heading, "黑体"), (Style::Title, "方正小标宋_GBK")];
    assert_eq!(found(&all), expected.map(|(style, name)| (style, name.to_owned())), "also in a folder within a folder");
    assert_eq!(found(&["restricted.ttf"]), [], "a font that must not be embedded is not");
    assert_eq!(found(&[]), [], "none, where there is none");
    assert_eq!(Fonts::in_folders(&[PathBuf::from("/no/such/folder")]).own().count(), 0, "nor where nothing is");
}

#[test]
fn own_fonts_draw_what_they_have() {
    let folder = folder(&["fangsong.ttf", "biaosong.otf", "hei.ttc"]);
    let own = Fonts::in_folders(&[folder.path().to_owned()]);
    let document = samples::card(&["王建国", "孙䶮"]);
    let pdf = made(&document, &own);
    let fonts = said_by("pdffonts", &[], &pdf.bytes, &[]);
    for (name, kind) in [("FangSong_GB2312", "TrueType"), ("FZXiaoBiaoSong-B05", "Type 0C"), ("SimHei", "TrueType")] {
        let line = fonts.lines().find(|l| l.contains(name)).unwrap_or_else(|| panic!("{name} in {fonts}"));
        assert!(line.contains(kind) && line.contains("yes yes yes"), "embedded, subset, with its characters: {line}");
    }
    for name in ["ZhuqueFangsong", "NotoSansSC-Medium", "NotoSerifSC-Bold", "NotoSerifSC-Regular"] {
        assert!(fonts.contains(name), "{name} draws what they lack, and all digits: {fonts}");
    }
    let text = dense(&text_of(&pdf));
    let lost: Vec<String> = document.shown().into_iter().filter(|cell| !text.contains(&dense(cell))).collect();
    assert_eq!(lost, Vec::<String>::new(), "each cell is one piece of text all the same");
    said_by("qpdf", &["--check"], &pdf.bytes, &[]);
    assert!(!said_by("pdffonts", &[], &made(&document, &Fonts::bundled()).bytes, &[]).contains("GB2312"), "when asked");
}

/// Blocks of Han characters as Unicode 17 has them: name, and first and last of each of its runs.
const BLOCKS: [(&str, &[(u32, u32)]); 13] = [
    ("基本区 4E00–9FFF", &[(0x4E00, 0x9FFF)]),
    ("扩展A 3400–4DBF", &[(0x3400, 0x4DBF)]),
    ("扩展B 20000–2A6DF", &[(0x20000, 0x2A6DF)]),
    ("扩展C 2A700–2B73F", &[(0x2A700, 0x2B73F)]),
    ("扩展D 2B740–2B81D", &[(0x2B740, 0x2B81D)]),
    ("扩展E 2B820–2CEAD", &[(0x2B820, 0x2CEAD)]),
    ("扩展F 2CEB0–2EBE0", &[(0x2CEB0, 0x2EBE0)]),
    ("扩展G 30000–3134A", &[(0x30000, 0x3134A)]),
    ("扩展H 31350–323AF", &[(0x31350, 0x323AF)]),
    ("扩展I 2EBF0–2EE5D", &[(0x2EBF0, 0x2EE5D)]),
    ("扩展J 323B0–33479", &[(0x323B0, 0x33479)]),
    ("兼容 F900–FAD9", &[(0xF900, 0xFA6D), (0xFA70, 0xFAD9)]),
    ("兼容补充 2F800–2FA1D", &[(0x2F800, 0x2FA1D)]),
];

/// Han characters of GB 18030-2022, implementation level 3: those of Unicode 11, with twelve of the compatibility block.
const LEVEL_3: [(u32, u32); 12] = [
    (0x4E00, 0x9FEF),
    (0x3400, 0x4DB5),
    (0x20000, 0x2A6D6),
    (0x2A700, 0x2B734),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
    (0xFA0E, 0xFA0F),
    (0xFA11, 0xFA11),
    (0xFA13, 0xFA14),
    (0xFA1F, 0xFA1F),
    (0xFA21, 0xFA21),
];

/// The rest of the twelve.
const LEVEL_3_REST: [(u32, u32); 2] = [(0xFA23, 0xFA24), (0xFA27, 0xFA29)];

fn all_of(runs: &[(u32, u32)]) -> Vec<char> {
    runs.iter().flat_map(|(first, last)| *first..=*last).filter_map(char::from_u32).collect()
}

/// 通用规范汉字表: number, level and character on a line.
fn standard_characters() -> Vec<char> {
    let table = include_str!("../../../../../assets/strokes/tgh-order.txt");
    table.lines().filter_map(|line| line.rsplit('\t').next()?.chars().next()).collect()
}

/// Each set of characters that a name can be written in.
fn sets() -> Vec<(&'static str, Vec<char>)> {
    let level_3 = [LEVEL_3.as_slice(), LEVEL_3_REST.as_slice()].concat();
    let named = [("通用规范汉字表", standard_characters()), ("GB 18030-2022 级别3", all_of(&level_3))];
    named.into_iter().chain(BLOCKS.iter().map(|(name, runs)| (*name, all_of(runs)))).collect()
}

/// The table of coverage: how many characters of each set the fonts have, all together and each.
fn coverage() -> String {
    let fonts: Vec<(&str, _)> = font_names().map(|name| (name, font_bytes(name).unwrap())).collect();
    let faces: Vec<ttf_parser::Face<'_>> =
        fonts.iter().map(|(_, bytes)| ttf_parser::Face::parse(bytes, 0).unwrap()).collect();
    let mut table = format!("字集 | 字数 | 本程序字体 | {}\n", font_names().collect::<Vec<_>>().join(" | "));
    for (name, characters) in sets() {
        let have = |face: &ttf_parser::Face<'_>| characters.iter().filter(|c| face.glyph_index(**c).is_some()).count();
        let each: Vec<String> = faces.iter().map(|face| have(face).to_string()).collect();
        let lacked = lacking(&characters.iter().collect::<String>()).len();
        let (all, ours) = (characters.len(), characters.len() - lacked);
        let _ = writeln!(table, "{name} | {all} | {ours} | {}", each.join(" | "));
    }
    table
}

#[test]
fn the_fonts_have_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/coverage.txt");
    let found = coverage();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(&path).unwrap_or_default(), "a font was exchanged: look at the table");
    for set in ["通用规范汉字表 | 8105 | 8105 |", "GB 18030-2022 级别3 | 87887 | 87887 |"] {
        assert!(found.contains(set), "all that the standards ask for: {set}");
    }
}

#[test]
fn what_no_font_has_is_told() {
    assert_eq!(lacking("王建国 2026-01-15 ①㎡☑“”"), Vec::<char>::new(), "nothing of what a register holds");
    assert_eq!(lacking("钱𬭎、孙䶮\u{FE0F}\u{200B}\n"), Vec::<char>::new(), "nor a mark without a shape");
    assert_eq!(lacking("李\u{323B0}某\u{10FFFD}、\u{323B0}"), ['\u{323B0}', '\u{10FFFD}'], "each once, as they stand");
}

#[test]
fn a_page_shows_a_rare_character_of_each_block() {
    let rare = |runs: &[(u32, u32)]| all_of(runs).into_iter().rev().find(|c| lacking(&c.to_string()).is_empty());
    let shown: Vec<(&str, char)> = BLOCKS.iter().filter_map(|(name, runs)| Some((*name, rare(runs)?))).collect();
    assert_eq!(shown.len(), BLOCKS.len(), "of each block, even the newest");
    let mut document = samples::sheet(&["王建国"]);
    let line = |text: String| Part::Line { text };
    document.subjects[0].parts = shown.iter().map(|(block, c)| line(format!("{block}：李{c}{c}"))).collect();
    let unknown = "扩展J 323B0–33479：李\u{323B0}";
    document.subjects[0].parts.push(line(unknown.to_owned()));
    let pdf = made(&document, &Fonts::bundled());
    let text = dense(&text_of(&pdf));
    for (block, character) in shown {
        assert!(text.contains(&format!("李{character}{character}")), "{block}: {character} comes out as it went in");
    }
    assert!(text.contains("李〓U+323B0"), "what no font has is named on paper: {text}");
    assert_eq!(pdf.missing, [('\u{323B0}', unknown.to_owned())], "and for the clerk");
    if let Some(folder) = std::env::var_os("REPORT_SAMPLES") {
        std::fs::write(Path::new(&folder).join("rare.pdf"), pdf.bytes).unwrap();
    }
}
