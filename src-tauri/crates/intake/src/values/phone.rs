//! Phone numbers: as numbers, with spaces and dashes, several in a cell.

use super::{Parsed, Value};
use crate::numeral::plain;

/// The phone numbers of a cell; what is no number is kept as it stands, with doubt.
pub fn several(text: &str) -> Parsed {
    let text = plain(text);
    if let Some(parsed) = scientific(text.trim()) {
        return parsed;
    }
    let mut phones: Vec<String> = Vec::new();
    let mut odd = None;
    for piece in
        text.split(['、', ',', ';', '/', '\n', '\r', '\t', '|', '。']).filter(|p| p.chars().any(char::is_alphanumeric))
    {
        if let Some(numbers) = split(piece) {
            phones.extend(numbers);
        } else {
            odd = Some(piece.trim().to_owned());
            phones.push(piece.trim().to_owned());
        }
    }
    phones.dedup();
    match odd {
        _ if phones.is_empty() => Parsed::LeftOut(format!("“{}”不像电话号码，未导入；请核对。", text.trim())),
        None => Parsed::Value(Value::Phones(phones)),
        Some(odd) => Parsed::Doubtful(Value::Phones(phones), format!("“{odd}”不像电话号码；请核对。")),
    }
}

/// 1.8053246119E10 is a whole number; 1.80532E+10 has lost its last digits.
fn scientific(text: &str) -> Option<Parsed> {
    let (mantissa, _) = text.split_once(['E', 'e'])?;
    let n: f64 = text.parse().ok()?;
    let lost = mantissa.chars().filter(char::is_ascii_digit).count() < 9;
    let digits = format!("{n:.0}");
    Some(match number(&digits) {
        Some(phone) if !lost => Parsed::Value(Value::Phones(vec![phone])),
        _ => Parsed::LeftOut("电话号码被表格软件改成了科学计数，末几位已失真，未导入；请重新填写。".to_owned()),
    })
}

/// The numbers of a piece in which only spaces may divide.
fn split(piece: &str) -> Option<Vec<String>> {
    let piece = piece.trim().trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+' && c != '(');
    if let Some(phone) = number(piece) {
        return Some(vec![phone]);
    }
    let words: Vec<&str> = piece.split_whitespace().collect();
    // 130 9228 5142 139 0000 1111: words are put together until they make a number.
    let mut phones = Vec::new();
    let mut begun = String::new();
    for word in words {
        begun.push_str(word);
        if let Some(phone) = number(&begun).filter(|p| p.len() >= 11) {
            phones.push(phone);
            begun.clear();
        }
    }
    (begun.is_empty() && !phones.is_empty()).then_some(phones)
}

/// One number in its plain form: 13092285142, 0355-8123456.
fn number(text: &str) -> Option<String> {
    let allowed =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '—' | '–' | '(' | ')' | '+' | '.' | '·');
    if !text.chars().all(allowed) {
        return None;
    }
    let text = text.trim().strip_suffix(".0").unwrap_or(text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bare = ["0086", "86"].iter().find_map(|c| digits.strip_prefix(c).filter(|d| d.len() == 11)).unwrap_or(&digits);
    let mobile = bare.len() == 11
        && bare.starts_with('1')
        && !bare.starts_with("10")
        && !bare.starts_with("11")
        && !bare.starts_with("12");
    let area = if bare.starts_with("01") || bare.starts_with("02") { 3 } else { 4 };
    match bare.len() {
        11 if mobile => Some(bare.to_owned()),
        10..=12 if bare.starts_with('0') => bare.split_at_checked(area).map(|(area, own)| format!("{area}-{own}")),
        7 | 8 if !bare.starts_with(['0', '1']) => Some(bare.to_owned()),
        _ => None,
    }
}
