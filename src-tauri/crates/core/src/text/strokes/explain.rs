//! Why one name stands before another, in words.

use std::cmp::Ordering;

use super::super::characters::{Written, is_han, written};
use super::{TwoCharacterNames, places, weight};

/// The rule that decides between two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The same characters: neither stands first.
    Same,
    /// 名短在前: one name ends where the other goes on.
    Shorter,
    /// 空位在前: the blank in a name of two characters.
    Blank,
    /// 笔画数: fewer strokes first.
    Count,
    /// 笔顺: 横竖撇点折, stroke by stroke.
    Sequence,
    /// 字表序号: same strokes, hence the number in 通用规范汉字表; a character without number stands after.
    Number,
    /// 编码: same strokes and neither in 通用规范汉字表, or neither with known strokes, or both letters.
    CodePoint,
    /// 表外字在后: a character whose strokes are not known stands after those known.
    Unknown,
    /// 字母在后: letters stand after Chinese characters.
    Letter,
}

/// How two names stand to each other, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// How the first name stands to the second.
    pub ordering: Ordering,
    /// The rule that decides.
    pub by: Rule,
    /// At which character it decides, from 1; those before are the same. Of equal names 0.
    pub at: usize,
    /// The same as a Chinese sentence.
    pub sentence: String,
}

/// Why `a` stands before or after `b`; agrees with the order of their keys.
pub fn explain(a: &str, b: &str, rule: TwoCharacterNames) -> Explained {
    let (left, right) = (places(a, rule), places(b, rule));
    let same = left.iter().zip(&right).take_while(|(l, r)| l == r).count();
    let (left_at, right_at) = (left.get(same).copied(), right.get(same).copied());
    let Some((ordering, (by, why))) = decide(left_at, right_at) else {
        let sentence = "两个姓名用字相同，不分先后。".to_owned();
        return Explained { ordering: Ordering::Equal, by: Rule::Same, at: 0, sentence };
    };
    // The blank is no character.
    let before = left.iter().take(same).flatten().count();
    let at = before + 1;
    let sentence = if before == 0 {
        format!("首字：{why}。")
    } else {
        format!("前{before}字相同，第{at}字：{why}。")
    };
    Explained { ordering, by, at, sentence }
}

/// A place of a name: none = it has ended; a character, or none = the blank.
type Place = Option<Option<char>>;

fn decide(left: Place, right: Place) -> Option<(Ordering, (Rule, String))> {
    let key = |place: Place| place.map(|c| c.map_or(0, weight));
    let ordering = key(left).cmp(&key(right));
    let decided = match if ordering.is_lt() { (left, right) } else { (right, left) } {
        (None, None) => return None,
        (Some(Some(a)), Some(Some(b))) => between(a, b),
        (None, _) => (Rule::Shorter, "字少的姓名在前".to_owned()),
        _ => (Rule::Blank, "两字姓名中间的空位按零画计，在前".to_owned()),
    };
    Some((ordering, decided))
}

/// The rule between two different characters, the first of which stands first.
fn between(a: char, b: char) -> (Rule, String) {
    match (written(a), written(b)) {
        (Some(first), Some(second)) => by_strokes((a, first), (b, second)),
        _ if !is_han(b) && is_han(a) => (Rule::Letter, format!("“{b}”不是汉字，排在汉字“{a}”之后")),
        (Some(_), None) => (Rule::Unknown, format!("“{b}”不在笔画表内，排在“{a}”之后，可用手工顺序号调整")),
        _ => (Rule::CodePoint, by_code(a, b)),
    }
}

fn by_strokes((a, first): (char, &Written), (b, second): (char, &Written)) -> (Rule, String) {
    let (few, many) = (first.strokes.len(), second.strokes.len());
    if few != many {
        return (Rule::Count, format!("“{a}”{few}画，“{b}”{many}画，笔画少的在前"));
    }
    let mut pairs = first.strokes.bytes().zip(second.strokes.bytes()).enumerate();
    if let Some((at, (one, other))) = pairs.find(|(_, (one, other))| one != other) {
        let (n, one, other) = (at + 1, stroke(one), stroke(other));
        return (Rule::Sequence, format!("“{a}”“{b}”都是{few}画，按横竖撇点折，第{n}笔“{a}”为{one}、“{b}”为{other}"));
    }
    match (first.number, second.number) {
        (Some(n), Some(m)) => {
            (Rule::Number, format!("“{a}”“{b}”笔画和笔顺相同，按《通用规范汉字表》序号，{n}号在{m}号之前"))
        }
        (Some(_), None) => (Rule::Number, format!("“{a}”“{b}”笔画和笔顺相同，“{a}”在《通用规范汉字表》内，“{b}”不在")),
        _ => (Rule::CodePoint, by_code(a, b)),
    }
}

fn by_code(a: char, b: char) -> String {
    format!("“{a}”“{b}”没有别的规则可分，按字符编码，“{a}”在前")
}

fn stroke(digit: u8) -> char {
    match digit {
        b'1' => '横',
        b'2' => '竖',
        b'3' => '撇',
        b'4' => '点',
        _ => '折',
    }
}
