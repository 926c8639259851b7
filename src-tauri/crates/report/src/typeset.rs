//! Text measured and broken into lines; characters that no font has, made legible.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::ReportError;
use crate::breaks::Breaks;
use crate::fonts::{Fonts, Glyph, Glyphs, Style};

/// Millimetres of a point.
pub(crate) const POINT: f32 = 25.4 / 72.0;

/// Height of a line in em.
pub(crate) const LEADING: f32 = 1.3;

/// Smallest scale to which a number or a piece without a break is shrunk before it is cut.
const SMALLEST: f32 = 0.7;

/// Smallest scale to which a short text, which could be broken, is shrunk instead.
const SMALLEST_SHORT: f32 = 0.9;

/// Nothing is shrunk below so many points.
const LEAST: f32 = 7.5;

/// Nor is a short text, which may be broken instead: what is printed must be read without glasses.
const LEAST_SHORT: f32 = 7.5;

/// Texts of so many characters at most are short: a name.
const SHORT: usize = 5;

/// Characters that the layout itself writes, or puts in place of others.
const OWN: &str = " 　〓U+0123456789ABCDEF第页共（）无记录续：照片法读取—";

/// Knows the glyphs of a job; measures and breaks its texts.
pub(crate) struct Typesetter {
    glyphs: Glyphs,
    breaks: Breaks,
}

/// How text is to be set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Setting {
    /// The voice.
    pub(crate) style: Style,
    /// In points.
    pub(crate) size: f32,
}

/// Text broken into lines for a width.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fitted {
    /// In points; smaller than asked for where a piece would not fit otherwise.
    pub(crate) size: f32,
    /// Top to bottom; none for an empty text.
    pub(crate) lines: Vec<String>,
}

impl Fitted {
    /// Height of a line in millimetres.
    pub(crate) fn line(&self) -> f32 {
        self.size * LEADING * POINT
    }

    /// Height of all lines in millimetres.
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    pub(crate) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.line()
    }
}

impl Typesetter {
    /// A typesetter for the characters given and those of the layout itself.
    ///
    /// # Errors
    /// When a font inside the program is damaged.
    pub(crate) fn of(fonts: &Fonts, mut characters: BTreeSet<char>) -> Result<Self, ReportError> {
        characters.extend(OWN.chars());
        Ok(Self { glyphs: Glyphs::of(fonts, &characters)?, breaks: Breaks::new() })
    }

    /// Learns the characters of headings of the second level.
    ///
    /// # Errors
    /// When a font inside the program is damaged.
    pub(crate) fn learn_subheadings(&mut self, fonts: &Fonts, characters: &BTreeSet<char>) -> Result<(), ReportError> {
        let all = characters.iter().copied().chain(OWN.chars()).collect();
        self.glyphs.add(fonts, Style::Subheading, &all)
    }

    /// The glyph of a character.
    pub(crate) fn glyph(&self, style: Style, character: char) -> Option<Glyph> {
        self.glyphs.get(style, character)
    }

    /// Characters of a text that no font has.
    pub(crate) fn unknown(&self, text: &str) -> Vec<char> {
        text.chars().filter(|&c| !is_invisible(c) && self.glyph(Style::Body, plain(c)).is_none()).collect()
    }

    /// The text with what cannot be drawn in words: 〓U+20BB7 for a character that no font has, nothing for one that
    /// has no shape.
    pub(crate) fn legible<'a>(&self, style: Style, text: &'a str) -> Cow<'a, str> {
        let drawn = |c: char| c == '\n' || self.glyph(style, c).is_some();
        if text.chars().all(drawn) {
            return Cow::Borrowed(text);
        }
        let mut legible = String::with_capacity(text.len());
        for character in text.replace("\r\n", "\n").chars().map(plain) {
            if drawn(character) {
                legible.push(character);
            } else if !is_invisible(character) {
                let _ = write!(legible, "〓U+{:04X}", u32::from(character));
            }
        }
        Cow::Owned(legible)
    }

    /// Width of a legible text on one line, in millimetres.
    pub(crate) fn width(&self, text: &str, Setting { style, size }: Setting) -> f32 {
        let em: f32 = text.chars().map(|c| self.glyph(style, c).map_or(0.0, |g| g.advance)).sum();
        em * size * POINT
    }

    /// Breaks a text into lines of a width in millimetres. A short text, a number and a piece that has no break are
    /// shrunk a little to stay on one line; what is still too wide is broken at a character.
    pub(crate) fn fit(&self, text: &str, setting: Setting, width: f32) -> Fitted {
        let text = self.legible(setting.style, text);
        let text = text.trim_end();
        if text.is_empty() {
            return Fitted { size: setting.size, lines: Vec::new() };
        }
        let size = setting.size * self.scale(text, setting, width);
        let setting = Setting { size, ..setting };
        Fitted { size, lines: self.lines(text, setting, width) }
    }

    /// As [`Typesetter::fit`], with lines about equally long.
    pub(crate) fn fit_evenly(&self, text: &str, setting: Setting, width: f32) -> Fitted {
        let widest = self.fit(text, setting, width);
        let text = self.legible(setting.style, text);
        let text = text.trim_end();
        let setting = Setting { size: widest.size, ..setting };
        let mut best = widest.lines;
        let step = setting.size * POINT / 2.0;
        let pieces = self.widths(text, setting).filter(|piece| *piece <= width);
        let narrowest = pieces.fold(width / 2.0, f32::max);
        let mut narrower = width - step;
        while best.len() > 1 && narrower >= narrowest {
            let lines = self.lines(text, setting, narrower);
            if lines.len() > best.len() {
                break;
            }
            best = lines;
            narrower -= step;
        }
        Fitted { size: setting.size, lines: best }
    }

    /// How much smaller a text is to be set so that it is broken well.
    fn scale(&self, text: &str, setting: Setting, width: f32) -> f32 {
        let whole = width / self.width(text, setting);
        let smallest = SMALLEST.max(LEAST / setting.size).min(1.0);
        let on_one_line = |smallest: f32| whole >= smallest && !text.contains('\n');
        let short = is_short(text) && on_one_line(SMALLEST_SHORT.max(LEAST_SHORT / setting.size));
        if short || is_number(text) && on_one_line(smallest) {
            return steps(whole).max(smallest);
        }
        let scale = width / self.widths(text, setting).fold(0.0, f32::max);
        if scale >= smallest { steps(scale).max(smallest) } else { 1.0 }
    }

    /// Width without which a text would be broken where it should not be, in millimetres: all of a number, else the
    /// widest piece.
    pub(crate) fn least_width(&self, text: &str, setting: Setting) -> f32 {
        let text = self.legible(setting.style, text);
        let text = text.trim_end();
        if is_number(text) { self.width(text, setting) } else { self.widths(text, setting).fold(0.0, f32::max) }
    }

    /// Width from which on a text looks as it should, in millimetres: as [`Typesetter::least_width`], but all of a
    /// short text.
    pub(crate) fn good_width(&self, text: &str, setting: Setting) -> f32 {
        if is_short(text) { self.width(text, setting) } else { self.least_width(text, setting) }
    }

    /// Widths of the pieces that are not to be broken, in millimetres.
    fn widths<'a>(&'a self, text: &'a str, setting: Setting) -> impl Iterator<Item = f32> + 'a {
        text.lines().flat_map(|p| self.breaks.pieces(p)).map(move |p| self.width(p.trim_end(), setting))
    }

    fn lines(&self, text: &str, setting: Setting, width: f32) -> Vec<String> {
        text.lines().flat_map(|p| self.paragraph(p, setting, width)).collect()
    }

    fn paragraph(&self, text: &str, setting: Setting, width: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut used = 0.0;
        for piece in self.breaks.pieces(text) {
            let seen = self.width(piece.trim_end(), setting);
            if used > 0.0 && used + seen > width {
                lines.push(String::new());
                used = 0.0;
            }
            if seen <= width {
                push(&mut lines, piece);
                used += self.width(piece, setting);
                continue;
            }
            for character in piece.chars() {
                let wide = self.width(character.encode_utf8(&mut [0; 4]), setting);
                if used > 0.0 && used + wide > width {
                    lines.push(String::new());
                    used = 0.0;
                }
                push(&mut lines, character.encode_utf8(&mut [0; 4]));
                used += wide;
            }
        }
        lines.into_iter().map(|line| line.trim_end_matches(' ').to_owned()).collect()
    }
}

/// A name or a word.
fn is_short(text: &str) -> bool {
    text.chars().count() <= SHORT
}

/// A number, a date or a phone: read in one piece where there is room.
fn is_number(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_graphic()) && text.contains(|c: char| c.is_ascii_digit())
}

/// A scale in steps of a hundredth, at most 1.
fn steps(scale: f32) -> f32 {
    (scale * 100.0).floor().min(100.0) / 100.0
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

/// A space for the other spaces that fonts lack.
pub(crate) fn plain(character: char) -> char {
    if matches!(character, '\t' | '\u{A0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' | '\u{202F}') {
        ' '
    } else {
        character
    }
}

/// Characters without a shape: controls, joiners, marks of direction, variation selectors.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character), 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x2064 | 0xFE00..=0xFE0F | 0xFEFF)
        || matches!(u32::from(character), 0xE0100..=0xE01EF)
}

#[cfg(test)]
mod tests {
    use super::{Setting, Typesetter};
    use crate::fonts::{Fonts, Style};

    const SETTING: Setting = Setting { style: Style::Body, size: 10.0 };

    fn broken(text: &str, width: f32) -> Vec<String> {
        let set = Typesetter::of(&Fonts::bundled(), text.chars().collect()).unwrap();
        let fitted = set.fit(text, SETTING, width);
        let setting = Setting { size: fitted.size, ..SETTING };
        assert!(
            fitted.lines.iter().all(|l| set.width(l, setting) <= width + 0.001),
            "no line leaves its box: {fitted:?}"
        );
        fitted.lines
    }

    #[test]
    fn lines_end_where_chinese_lines_may_end() {
        // Seven and a half characters of 10 pt.
        let cases: [(&str, &[&str]); 6] = [
            ("反映东关村二组机，井水泵损坏", &["反映东关村二组", "机，井水泵损坏"]),
            ("落实“两不愁三保障”政策情况", &["落实“两不愁三", "保障”政策情况"]),
            ("共投入资金1,234.50元，受益", &["共投入资金", "1,234.50元，受", "益"]),
            ("第一行\n第二行", &["第一行", "第二行"]),
            ("艾力·买买提反映的问题", &["艾力·买买提反映", "的问题"]),
            ("41282719750812003X4128271975", &["4128271975081", "2003X41282719", "75"]),
        ];
        for (text, expected) in cases {
            assert_eq!(broken(text, 7.5 * 3.528), expected, "{text}");
        }
    }

    #[test]
    fn lines_of_a_label_are_even() {
        let text = "参加工作时间";
        let set = Typesetter::of(&Fonts::bundled(), text.chars().collect()).unwrap();
        assert_eq!(set.fit_evenly(text, SETTING, 5.5 * 3.528).lines, ["参加工", "作时间"], "no character stands alone");
    }

    #[test]
    fn short_text_shrinks_before_it_breaks() {
        assert_eq!(broken("欧阳佑春", 3.6 * 3.528), ["欧阳佑春"], "a name stays on one line");
        assert_eq!(broken("社保民政", 3.2 * 3.528), ["社保民", "政"], "but is not made hard to read");
        assert_eq!(broken("JD-2026-0031", 5.0 * 3.528), ["JD-2026-0031"], "a number stays on one line");
    }

    #[test]
    fn numbers_and_names_are_broken_between_their_parts() {
        let cases: [(&str, f32, &[&str]); 6] = [
            ("JD-2026-0031", 4.4, &["JD-2026-", "0031"]),
            ("2026-08-15", 3.5, &["2026-", "08-15"]),
            ("王伟、欧阳佑春、李静", 6.0, &["王伟、", "欧阳佑春、", "李静"]),
            ("罗建、郭斌占、上官新洋等113人", 6.0, &["罗建、", "郭斌占、", "上官新洋等", "113人"]),
            ("康辉昇（因病）、邓燕（外出）", 9.0, &["康辉昇（因病）、", "邓燕（外出）"]),
            ("修水渠、架桥，使两岸群众出行方便", 6.0, &["修水渠、架", "桥，使两岸群", "众出行方便"]),
        ];
        for (text, em, expected) in cases {
            assert_eq!(broken(text, em * 3.528), expected, "{text}");
        }
    }

    #[test]
    fn what_no_font_has_is_said() {
        let text = "王\u{10FFFD}\u{FE0F}某";
        let set = Typesetter::of(&Fonts::bundled(), text.chars().collect()).unwrap();
        assert_eq!(set.legible(Style::Body, text), "王〓U+10FFFD某", "unknown character in words, selector left out");
        assert_eq!(set.unknown(text), ['\u{10FFFD}'], "and listed");
    }
}
