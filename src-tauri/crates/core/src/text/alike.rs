//! How alike two texts are: the share of pairs of neighbouring characters that the shorter one has in common with the
//! other. Signs and small words, which every sentence has, do not count.

use std::collections::HashSet;

/// Characters that say nothing of what a sentence is about.
const SMALL: &str = "的了吗呢吧啊是在有和与也都就还又很不没请把被我们你他她它这那";

/// So many pairs must be in common: one pair alone is a word that many sentences have.
const LEAST: usize = 2;

/// From 0, nothing in common, to 1, the shorter is contained in the longer or is the same.
pub(crate) fn alike(one: &str, other: &str) -> f64 {
    let (one, other) = (pairs(one), pairs(other));
    let common = one.intersection(&other).count();
    let shorter = one.len().min(other.len());
    if common < LEAST { 0.0 } else { ratio(common, shorter) }
}

fn pairs(text: &str) -> HashSet<(char, char)> {
    let telling = |c: &char| c.is_alphanumeric() && !SMALL.contains(*c);
    let letters: Vec<char> = text.chars().filter(telling).flat_map(char::to_lowercase).collect();
    letters.iter().copied().zip(letters.iter().copied().skip(1)).collect()
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn texts_about_one_thing_are_more_alike_than_others() {
        let cases = [
            ("村口水井抽不上水", "村口水井抽不上水", 0.99, 1.0, "the same"),
            ("村口水井抽不上水", "村口的水井，不出水了", 0.4, 0.9, "one thing in other words"),
            ("路灯坏了", "二组村口的路灯坏了三个月没人修", 0.99, 1.0, "the shorter within the longer"),
            ("路灯坏了", "希望增设路灯", 0.0, 0.0, "one word in common is not one thing"),
            ("低保没有评上", "路灯不亮", 0.0, 0.0, "nothing in common"),
            ("", "路灯不亮", 0.0, 0.0, "nothing typed yet"),
            ("水", "水", 0.0, 0.0, "one character says nothing"),
        ];
        for (one, other, least, most, why) in cases {
            let found = alike(one, other);
            assert!((least..=most).contains(&found), "{why}: {one} / {other} = {found}");
            assert!((found - alike(other, one)).abs() < 1e-9, "either way round");
        }
    }
}
