//! Names in pinyin: 王建国 is found by `wjg` and by `wangjianguo`, and sorted by its syllables. A surname is read as
//! surnames are (单 is shàn); to be found, in all its readings.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyin;

use super::characters::{counted, is_han};
use super::strokes::weight;

/// Syllables of one reading, with their tones.
type Reading = Vec<&'static str>;

/// Surname → its readings, the one to sort by first.
static SURNAMES: LazyLock<HashMap<&'static str, Vec<Reading>>> = LazyLock::new(|| {
    let table = include_str!("../../../../../assets/strokes/surname-readings.tsv");
    let rows = table.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        let (surname, first, other) = (columns.next()?, columns.next()?, columns.next().unwrap_or_default());
        let readings = [first, other].into_iter().filter(|r| !r.is_empty());
        Some((surname, readings.map(|r| r.split(' ').collect()).collect()))
    });
    rows.collect()
});

/// The surname with which a text begins, if it is one with readings of its own; two characters before one.
fn surname(text: &str) -> Option<(&[Reading], &str, &str)> {
    [2, 1].into_iter().find_map(|length| {
        let end = text.char_indices().nth(length).map_or(text.len(), |(at, _)| at);
        let (head, rest) = text.split_at(end);
        SURNAMES.get(head).map(|readings| (readings.as_slice(), head, rest))
    })
}

/// Initials of a name or word, once for each reading of its surname, separated by a space: `gfm` or `shf dhf`.
pub fn initials(text: &str) -> String {
    found_by(text, |syllable| syllable.chars().take(1).collect())
}

/// The whole spelling of a name or word without tones, once for each reading of its surname, separated by a space:
/// `wangjianguo` or `shanmeilian danmeilian`. A ü is given as v and as u: `lvmei lumei`.
pub fn spelling(text: &str) -> String {
    let with_v = found_by(text, str::to_owned);
    if !with_v.contains('v') {
        return with_v;
    }
    let with_u = with_v.split(' ').filter(|word| word.contains('v')).map(|word| word.replace('v', "u"));
    [with_v.clone()].into_iter().chain(with_u).collect::<Vec<_>>().join(" ")
}

/// What is typed to find a text, each word once; `letters` takes from a syllable what is typed of it.
fn found_by(text: &str, letters: impl Fn(&str) -> String) -> String {
    let common = |part: &str| part.chars().filter_map(syllable).map(|s| letters(&s)).collect::<String>();
    let Some((readings, head, rest)) = surname(text) else { return common(text) };
    let rest = common(rest);
    let mut words: Vec<String> = Vec::new();
    // A word that is no name begins with the same character: its common reading counts too.
    let heads = readings.iter().map(|reading| reading.iter().map(|s| letters(&plain(s))).collect::<String>());
    for word in heads.chain([common(head)]).map(|head| head + &rest) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}

/// What a character is typed with, without tone; none for punctuation.
fn syllable(c: char) -> Option<String> {
    if c.is_ascii_alphanumeric() {
        return Some(c.to_ascii_lowercase().to_string());
    }
    c.to_pinyin().map(|p| plain(p.with_tone()))
}

/// A syllable without its tone, ü as v.
fn plain(syllable: &str) -> String {
    syllable.chars().filter_map(letter).map(|(letter, _)| letter).collect()
}

/// A letter of a syllable without its tone mark, and its tone, 0 = none; none for a mark that stands alone.
fn letter(c: char) -> Option<(char, u8)> {
    const MARKED: [(char, &str); 8] = [
        ('a', "āáǎà"),
        ('e', "ēéěè"),
        ('i', "īíǐì"),
        ('o', "ōóǒò"),
        ('u', "ūúǔù"),
        ('v', "ǖǘǚǜ"),
        // 嗯 and 呣 have no vowel, and no first tone of one character.
        ('n', "\0ńňǹ"),
        ('m', "\0ḿ"),
    ];
    match c {
        'a'..='z' => Some((c, 0)),
        'ü' => Some(('v', 0)),
        // 欸: the first and third tone are written with a mark of their own.
        'ê' => Some(('e', 0)),
        'ế' => Some(('e', 2)),
        'ề' => Some(('e', 4)),
        _ => MARKED.iter().find_map(|(letter, marked)| {
            let (_, tone) = marked.chars().zip(1..).find(|(m, _)| *m == c)?;
            Some((*letter, tone))
        }),
    }
}

/// The place of a name by pinyin: character by character its letters (ü after u), then its tone, then its strokes, so that
/// those of one surname stand together. Characters without reading stand after the others, letters last.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PinyinKey(Vec<(u64, u32)>);

/// The place of a name by pinyin. A surname of several readings has the one that is usual for it.
pub fn pinyin_key(name: &str) -> PinyinKey {
    const UNREAD: u64 = u64::MAX - 1;
    const LETTER: u64 = u64::MAX;
    let name: String = counted(name).collect();
    let usual = surname(&name).and_then(|(readings, _, _)| readings.first());
    let read = |(at, c): (usize, char)| {
        let spoken = usual.and_then(|reading| reading.get(at).copied()).or_else(|| Some(c.to_pinyin()?.with_tone()));
        let sound = spoken.map_or(if is_han(c) { UNREAD } else { LETTER }, sound);
        (sound, weight(c))
    };
    PinyinKey(name.chars().enumerate().map(read).collect())
}

/// A syllable as a number that sorts: six letters, whether it has a ü, the tone; no syllable is longer.
fn sound(syllable: &str) -> u64 {
    let (mut bytes, mut at) = ([0_u8; 8], 0);
    for (letter, tone) in syllable.chars().filter_map(letter) {
        if let Some(place) = bytes.get_mut(at).filter(|_| at < 6) {
            *place = if letter == 'v' { b'u' } else { u8::try_from(letter).unwrap_or_default() };
        }
        at += 1;
        bytes[6] |= u8::from(letter == 'v');
        bytes[7] |= tone;
    }
    // The light tone is the fifth.
    if bytes[7] == 0 {
        bytes[7] = 5;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::{initials, pinyin_key, spelling};

    #[test]
    fn surnames_are_read_as_surnames_and_as_words() {
        let cases = [
            ("王建国", "wjg", "wangjianguo"),
            ("单梅莲", "sml dml", "shanmeilian danmeilian"),
            ("尉迟恭", "ycg wcg", "yuchigong weichigong"),
            ("万俟春", "mqc wqc", "moqichun wanqichun"),
            ("盖福𬭎", "gfh", "gefuhong gaifuhong"),
            ("任红", "rh", "renhong"),
            ("姚㛃", "yj", "yaojie"),
            ("吕略", "ll", "lvlve lulue"),
            ("覃绿", "ql tl", "qinlv tanlv qinlu tanlu"),
            ("阿依古丽·买买提", "ayglmmt", "ayigulimaimaiti"),
            ("第3选区", "d3xq", "di3xuanqu"),
            ("", "", ""),
        ];
        for (name, short, long) in cases {
            assert_eq!(initials(name), short, "{name} is found by its initials");
            assert_eq!(spelling(name), long, "{name} is found by its spelling");
        }
    }

    #[test]
    fn every_common_character_can_be_typed() {
        let table = include_str!("../../../../../assets/strokes/tgh-order.txt");
        for c in table.lines().filter_map(|line| line.chars().next_back()) {
            let typed = super::syllable(c).unwrap_or_default();
            let letters = (1..=6).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_lowercase());
            assert!(letters, "{c} is typed with {typed}");
        }
    }

    #[test]
    fn names_stand_by_syllable_then_tone_then_strokes() {
        // Each before the next: one surname together, ü after u, the surname's reading, the shorter name, rare and Latin last.
        let runs = [
            "安平 白云 陈二 曾一 张爱 张波 章安 赵一",
            "黎二 李二 厉一",
            "卢三 鲁二 陆一 吕二 栾一 罗一",
            "任一 单一 尚一",
            "高一 盖一 葛一 耿一",
            "尉迟恭 袁一",
            "王一 王一帆 王艺 王易",
            "张伟 章伟",
            "祖一 𱁬一 Anna Bob",
        ];
        for run in runs {
            let names: Vec<&str> = run.split(' ').collect();
            for pair in names.windows(2) {
                assert!(pinyin_key(pair[0]) < pinyin_key(pair[1]), "{} before {}", pair[0], pair[1]);
            }
        }
        assert_eq!(pinyin_key("李静（女）"), pinyin_key("李　静"), "notes and spaces do not count");
    }
}
