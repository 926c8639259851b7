//! Pinyin initials, so that 王建国 is found by `wjg`. A surname is read as surnames are (单 is shàn), in all its readings.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyin;

/// Surname → initials of each of its readings.
static SURNAMES: LazyLock<HashMap<&'static str, Vec<String>>> = LazyLock::new(|| {
    let table = include_str!("../../../../../assets/strokes/surname-readings.tsv");
    let rows = table.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        let (surname, first, other) = (columns.next()?, columns.next()?, columns.next().unwrap_or_default());
        let mut readings = Vec::new();
        for reading in [first, other].into_iter().filter(|r| !r.is_empty()) {
            let letters = of_reading(surname, reading);
            if !readings.contains(&letters) {
                readings.push(letters);
            }
        }
        Some((surname, readings))
    });
    rows.collect()
});

/// Initials of a written reading: one letter of a surname of one character; two of 尉迟 yùchí, by its characters' own.
fn of_reading(surname: &str, reading: &str) -> String {
    reading.chars().next().map(plain).into_iter().chain(surname.chars().skip(1).filter_map(letter)).collect()
}

/// A letter without its tone.
fn plain(letter: char) -> char {
    match letter {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        other => other.to_ascii_lowercase(),
    }
}

/// The letter by which a character is typed; none for punctuation.
fn letter(c: char) -> Option<char> {
    if c.is_ascii_alphanumeric() {
        return Some(c.to_ascii_lowercase());
    }
    c.to_pinyin().and_then(|p| p.plain().chars().next())
}

/// Initials of a name or word, once for each reading of its surname, separated by a space: `gfm` or `shf dhf`.
pub(crate) fn initials(text: &str) -> String {
    let surname = [2, 1].into_iter().find_map(|length| {
        let end = text.char_indices().nth(length).map_or(text.len(), |(at, _)| at);
        let (head, rest) = text.split_at(end);
        SURNAMES.get(head).map(|readings| (readings, head, rest))
    });
    let letters = |part: &str| part.chars().filter_map(letter).collect::<String>();
    let Some((readings, head, rest)) = surname else { return letters(text) };
    // A word that is no name begins with the same character: its common reading counts too.
    let common = letters(head);
    let mut heads: Vec<&String> = readings.iter().collect();
    if !readings.contains(&common) {
        heads.push(&common);
    }
    heads.into_iter().map(|head| format!("{head}{}", letters(rest))).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn surnames_are_read_as_surnames_and_as_words() {
        let cases = [
            ("王建国", "wjg"),
            ("单梅莲", "sml dml"),
            ("尉迟恭", "ycg wcg"),
            ("盖福𬭎", "gfh"),
            ("姚㛃", "yj"),
            ("阿依古丽·买买提", "ayglmmt"),
            ("第3选区", "d3xq"),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected, "{name} is found by its initials");
        }
    }
}
