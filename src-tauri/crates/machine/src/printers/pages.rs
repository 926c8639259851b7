//! Which pages: `2-3,5` as people write it, in order and without doubles as printers want it (RFC 8011, 5.2.7).

use super::PrintError;

/// The last page where a document does not say how many it has.
const MANY: i32 = 99_999;

/// First and last page of each range within a document of so many pages, rising; none where all pages are meant.
pub(super) fn ranges(text: Option<&str>, pages: Option<i32>) -> Result<Vec<(i32, i32)>, PrintError> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(Vec::new()) };
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
    let wrong = || PrintError::Pages { text: text.to_owned() };
    let mut ranges = plain.split(',').map(range).collect::<Option<Vec<_>>>().ok_or_else(wrong)?;
    let last = pages.unwrap_or(MANY);
    ranges.retain_mut(|(first, end)| {
        *end = last.min(*end);
        *first <= last
    });
    if ranges.is_empty() {
        // A print service takes such ranges, prints nothing and calls it done.
        return Err(PrintError::NoSuchPage { pages: last });
    }
    ranges.sort_unstable();
    let mut joined: Vec<(i32, i32)> = Vec::new();
    for (first, last) in ranges {
        match joined.last_mut() {
            // A service refuses ranges that lie in each other.
            Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
            _ => joined.push((first, last)),
        }
    }
    Ok(joined)
}

fn range(text: &str) -> Option<(i32, i32)> {
    let number = |text: &str| text.parse::<i32>().ok().filter(|n| (1..=MANY).contains(n));
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (number(first)?, if last.is_empty() { MANY } else { number(last)? });
    (first <= last).then_some((first, last))
}

/// The signs of a Chinese keyboard as those of a printer.
fn plain(c: char) -> char {
    match c {
        '，' | '、' | '；' | ';' => ',',
        '－' | '—' | '–' | '～' | '~' | '至' | '到' => '-',
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_as_people_write_them() {
        let cases: [(&str, &[(i32, i32)]); 9] = [
            ("2-3,5", &[(2, 3), (5, 5)]),
            (" ５，２至３ ", &[(2, 3), (5, 5)]),
            ("1、2、3", &[(1, 3)]),
            ("4-9,1-5", &[(1, 9)]),
            ("3", &[(3, 3)]),
            ("4-", &[(4, 9)]),
            ("8-20,30", &[(8, 9)]),
            ("", &[]),
            ("  ", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(ranges(Some(text), Some(9)).unwrap(), expected, "{text:?}");
        }
        for text in ["3-2", "0", "a", "-", "-3", "1,,2", "2-3-4", "-o raw", "1 -d"] {
            let told = ranges(Some(text), None).map_err(|e| e.code());
            assert_eq!(told, Err("print.pages"), "{text:?} names no pages");
        }
        let beyond = ranges(Some("10-12"), Some(9)).map_err(|e| e.to_string());
        assert!(beyond.is_err_and(|told| told.contains("只有9页")), "nothing would be printed");
    }
}
