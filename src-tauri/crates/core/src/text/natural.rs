//! Words with numbers in them, as people order them: 第二小组 before 第十小组, 9号 before 10号.

use station_intake::chinese_number;

use super::strokes::weight;

/// A piece of a word; numbers, by value, before characters, by strokes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// How many digits without leading zeros, then the digits: so a number of any length stands by its value.
    Number(usize, String),
    Character(u32),
}

/// The place of a word among others of its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NaturalKey(Vec<Piece>);

/// The place of a group by its name, or of a certificate by its number. Spaces and signs only divide.
pub(crate) fn natural_key(word: &str) -> NaturalKey {
    let (mut pieces, mut rest) = (Vec::new(), word);
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let (run, tail) = rest.split_at(end);
        rest = tail;
        let digits = match kind(first) {
            Kind::Digit => Some(run.to_owned()),
            Kind::Numeral => chinese_number(run).map(|n| n.to_string()),
            Kind::Word => None,
        };
        match digits.as_deref().map(|d| d.trim_start_matches('0')) {
            Some(number) => pieces.push(Piece::Number(number.len(), number.to_owned())),
            None => pieces.extend(run.chars().filter(|c| c.is_alphanumeric()).map(weight).map(Piece::Character)),
        }
    }
    NaturalKey(pieces)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Numeral,
    Word,
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digit,
        c if chinese_number(c.encode_utf8(&mut [0; 4])).is_some() => Kind::Numeral,
        _ => Kind::Word,
    }
}

#[cfg(test)]
mod tests {
    use super::natural_key;

    #[test]
    fn numbers_stand_by_their_value() {
        let runs = [
            "第一小组 第二小组 第十小组 第十一小组 第二十小组",
            "第1选区 第9选区 第10选区",
            "县2021-9 县2021-015 县2021-16 县2022-1",
            "1 007 99999999999999999999998 99999999999999999999999",
            "三里铺 东关 西关 鼓楼",
        ];
        for run in runs {
            let words: Vec<&str> = run.split(' ').collect();
            for pair in words.windows(2) {
                assert!(natural_key(pair[0]) < natural_key(pair[1]), "{} before {}", pair[0], pair[1]);
            }
        }
        assert_eq!(natural_key("县〔2021〕 015号"), natural_key("县2021-15号"), "signs and leading zeros only divide");
    }
}
