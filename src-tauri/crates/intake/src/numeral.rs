//! Numbers as Chinese office text writes them, and the plain form of its characters.

/// Full-width digits, Latin letters and ASCII signs in their plain form; ideographic spaces too. Chinese punctuation
/// that has no ASCII twin of the same meaning (、。《》) stays.
pub fn plain(text: &str) -> String {
    text.chars().map(plain_char).collect()
}

/// [`plain`] for digits, letters and the hyphen only: for words, whose punctuation must stay as written.
pub fn plain_digits(text: &str) -> String {
    let twin = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－').then(|| plain_char(c));
    text.chars().map(|c| twin(c).unwrap_or(c)).collect()
}

fn plain_char(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{00A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' => ' ',
        _ => c,
    }
}

/// Text without any white space, zero-width signs included.
pub fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect()
}

/// Signs that take no room: zero-width spaces and joiners, direction marks, the byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
        || (c.is_control() && !c.is_whitespace())
}

/// A Chinese character, rare ones outside the Basic Multilingual Plane and private-use ones included.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '〇' | '々'
        | '\u{20000}'..='\u{3FFFF}' | '\u{E000}'..='\u{F8FF}')
}

/// Value of a run of Chinese numerals: 十六 → 16, 二〇二三 → 2023, 一百零八 → 108.
pub fn chinese(run: &str) -> Option<u32> {
    let digits: Vec<Option<u32>> = run.chars().map(digit).collect();
    if run.is_empty() || run.chars().count() > 9 {
        return None;
    }
    if digits.iter().all(Option::is_some) {
        return digits.into_iter().flatten().try_fold(0_u32, |n, d| n.checked_mul(10)?.checked_add(d));
    }
    let (mut total, mut last) = (0_u32, None);
    for (c, value) in run.chars().zip(digits) {
        match (value, unit(c)) {
            (Some(value), _) => last = Some(value),
            (None, Some(unit)) => total = total.checked_add(last.take().unwrap_or(1).checked_mul(unit)?)?,
            (None, None) => return None,
        }
    }
    total.checked_add(last.unwrap_or(0))
}

fn digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九"
        .chars()
        .position(|d| d == c)
        .or(match c {
            '零' | '○' => Some(0),
            '两' => Some(2),
            _ => None,
        })
        .and_then(|d| u32::try_from(d).ok())
}

fn unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// Whether a character is a Chinese numeral.
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

/// The text with every run of Chinese numerals as Arabic digits: 二〇二三年五月三日 → 2023年5月3日.
pub fn arabic(text: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\0']) {
        if is_numeral(c) {
            run.push(c);
            continue;
        }
        if !run.is_empty() {
            out.push_str(&chinese(&run).map_or_else(|| run.clone(), |n| n.to_string()));
            run.clear();
        }
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

/// The first run of Arabic digits or Chinese numerals that stands directly before `after`: `届` in 第十六届 → 16.
pub fn before(text: &str, after: &str) -> Option<u32> {
    let text = plain(text);
    text.match_indices(after).find_map(|(end, _)| {
        let head = &text[..end];
        let head = head.trim_end();
        let run = |keep: fn(char) -> bool| {
            let start = head.char_indices().rev().take_while(|(_, c)| keep(*c)).last().map(|(at, _)| at)?;
            Some(&head[start..])
        };
        run(|c| c.is_ascii_digit()).and_then(|d| d.parse().ok()).or_else(|| run(is_numeral).and_then(chinese))
    })
}

#[cfg(test)]
mod tests {
    use super::{arabic, before, chinese, plain};

    #[test]
    fn numerals_of_titles_and_dates_are_read() {
        for (run, value) in [("五", 5), ("十", 10), ("十六", 16), ("二十三", 23), ("二〇二三", 2023), ("一百零八", 108)]
        {
            assert_eq!(chinese(run), Some(value), "{run}");
        }
        assert_eq!(arabic("二〇二三年十月二十日"), "2023年10月20日");
        assert_eq!(before("清河镇第十六届人民代表大会", "届"), Some(16));
        assert_eq!(before("第 １６ 届", "届"), Some(16), "full-width and spaced");
        assert_eq!(before("各届代表", "届"), None, "届 alone is no number");
    }

    #[test]
    fn full_width_signs_become_plain_and_chinese_ones_stay() {
        assert_eq!(plain("１４０Ｘ（女，回族）、。"), "140X(女,回族)、。");
    }
}
