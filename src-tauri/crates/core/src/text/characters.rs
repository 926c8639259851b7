//! Characters of names: how each is written, its place by strokes, and whether it is one of 通用规范汉字表.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How a character is written.
pub(super) struct Written {
    /// One digit for each stroke in the order of writing: 横1 竖2 撇3 点4 折5.
    pub(super) strokes: &'static str,
    /// Number in 通用规范汉字表 (2013), 1 to 8105; none = not in it.
    pub(super) number: Option<u16>,
    /// Place among all characters of the table, from 0; no two have the same.
    pub(super) place: u16,
}

/// Every character whose strokes are known, by code point.
static WRITTEN: LazyLock<Vec<(char, Written)>> = LazyLock::new(|| {
    let numbers: HashMap<char, u16> = include_str!("../../../../../assets/strokes/tgh-order.txt")
        .lines()
        .filter_map(|line| {
            let (number, rest) = line.split_once('\t')?;
            Some((rest.chars().next_back()?, number.parse().ok()?))
        })
        .collect();
    let mut all: Vec<(char, Written)> = include_str!("../../../../../assets/strokes/strokes.tsv")
        .lines()
        .filter_map(|line| {
            let (c, strokes) = line.split_once('\t')?;
            let c = c.chars().next()?;
            Some((c, Written { strokes, number: numbers.get(&c).copied(), place: 0 }))
        })
        .collect();
    // GF 3003-1999: fewer strokes first, then stroke by stroke; the table's number carries the finer rules of shape.
    all.sort_unstable_by_key(|(c, w)| (w.strokes.len(), w.strokes, w.number.unwrap_or(u16::MAX), *c));
    for ((_, written), place) in all.iter_mut().zip(0..) {
        written.place = place;
    }
    all.sort_unstable_by_key(|(c, _)| *c);
    all
});

/// How a character is written; none where the table does not know it, and for all that is no Chinese character.
pub(super) fn written(c: char) -> Option<&'static Written> {
    let at = WRITTEN.binary_search_by_key(&c, |(c, _)| *c).ok()?;
    WRITTEN.get(at).map(|(_, written)| written)
}

/// Whether a character is a Chinese one, rare ones of all planes and those of the private-use area included.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '〇' | '々' | '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{E000}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The characters by which a name is ordered: without notes in brackets, interpuncts and spaces; letters in lower case.
pub(super) fn counted(name: &str) -> impl Iterator<Item = char> {
    let mut depth = 0_u32;
    let outside = move |c: &char| {
        match c {
            '(' | '（' | '[' | '［' | '【' | '〔' => depth += 1,
            ')' | '）' | ']' | '］' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ => return depth == 0 && (c.is_alphanumeric() || is_han(*c)),
        }
        false
    };
    name.chars().filter(outside).flat_map(char::to_lowercase)
}

/// Whether a character is one of the 8,105 of 通用规范汉字表.
pub fn is_common(c: char) -> bool {
    written(c).is_some_and(|w| w.number.is_some())
}

/// The Chinese characters of a name that are not in 通用规范汉字表, each once, in their order: what to look at twice
/// when a name is entered.
pub fn uncommon(name: &str) -> Vec<char> {
    let mut found = Vec::new();
    for c in counted(name).filter(|c| is_han(*c) && !is_common(*c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{counted, uncommon, written};

    #[test]
    fn only_what_is_written_of_a_name_counts() {
        let cases = [
            ("李静（女，回族）", "李静"),
            ("李静(女,回族)", "李静"),
            ("张　伟", "张伟"),
            ("阿依古丽·买买提", "阿依古丽买买提"),
            ("张【副组长】伟", "张伟"),
            ("王（女", "王"),
            ("李四）", "李四"),
            ("Anna Li", "annali"),
            ("（缺）", ""),
            ("丁\u{E81E}", "丁\u{E81E}"),
        ];
        for (name, expected) in cases {
            assert_eq!(counted(name).collect::<String>(), expected, "{name}");
        }
    }

    #[test]
    fn a_rare_character_is_told_once() {
        let cases = [
            ("王建国", ""),
            ("盖福𬭎", ""),
            ("周贵㵑", "㵑"),
            ("龑李龑", "龑"),
            ("陳龍", "陳龍"),
            ("𠮷田𠮷", "𠮷"),
            ("张·Anna（𠮷）", ""),
            ("丁\u{E81E}", "\u{E81E}"),
        ];
        for (name, expected) in cases {
            assert_eq!(uncommon(name).into_iter().collect::<String>(), expected, "{name}");
        }
    }

    #[test]
    fn both_files_are_read_to_the_last_line() {
        let all = super::WRITTEN.len();
        let common = super::WRITTEN.iter().filter(|(_, w)| w.number.is_some()).count();
        assert_eq!((all, common), (28_165, 8_105), "characters with strokes, and those of 通用规范汉字表 among them");
        let mut places: Vec<usize> = super::WRITTEN.iter().map(|(_, w)| usize::from(w.place)).collect();
        places.sort_unstable();
        assert!(places.into_iter().eq(0..all), "no two characters share a place");
        assert!(written('王').is_some_and(|w| w.strokes == "1121"), "王 is 横横竖横");
    }
}
