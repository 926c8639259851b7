//! Names as offices write them: 张　伟, 李静(女,回族), 阿依古丽•买买提, 周贵㵑 吕强志.

use serde::{Deserialize, Serialize};

use super::{Parsed, Value};
use crate::codes::normalise;
use crate::numeral::{is_han, is_invisible, is_numeral, plain};

/// A person as a cell names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedAs {
    /// The name: no padding, an interpunct as U+00B7.
    pub name: String,
    /// 男 or 女, said in brackets behind the name.
    pub sex: Option<String>,
    /// Nation by label, said in brackets behind the name.
    pub nation: Option<String>,
    /// Whatever else the brackets say: 因病.
    pub note: Option<String>,
}

/// The name of one person.
pub fn one(text: &str) -> Parsed {
    let named = named(&text.replace(['\n', '\r', '\t'], " "));
    match doubt(&named) {
        None => Parsed::Value(Value::Name(named)),
        Some(message) if named.name.is_empty() => Parsed::LeftOut(message),
        Some(message) => Parsed::Doubtful(Value::Name(named), message),
    }
}

/// Names of several persons, divided by 、，；/ line breaks or spaces.
pub fn several(text: &str) -> Parsed {
    let names: Vec<NamedAs> = pieces(text).iter().flat_map(|p| persons(p)).collect();
    let names: Vec<NamedAs> = names.into_iter().filter(|n| !n.name.is_empty()).collect();
    if names.is_empty() {
        return Parsed::LeftOut(format!("“{}”里没有姓名；请核对。", text.trim()));
    }
    match names.iter().find_map(doubt) {
        None => Parsed::Value(Value::Names(names)),
        Some(message) => Parsed::Doubtful(Value::Names(names), message),
    }
}

/// Why somebody should look at a name.
fn doubt(named: &NamedAs) -> Option<String> {
    let name = &named.name;
    if name.is_empty() {
        Some("这里没有姓名，只有括号里的说明；请补上姓名。".to_owned())
    } else if name.chars().any(|c| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}' | '?')) {
        Some(format!("“{name}”里有显示不出的字；请核对并改成正确的字。"))
    } else if name.chars().count() == 1 {
        Some(format!("“{name}”只有一个字，可能被空格隔开了；请核对姓名。"))
    } else if name.chars().any(|c| c.is_ascii_digit()) {
        Some(format!("“{name}”里有数字；请核对姓名。"))
    } else {
        None
    }
}

/// The pieces between separators; those inside brackets divide nothing.
fn pieces(text: &str) -> Vec<String> {
    let mut depth = 0_u32;
    let mut pieces = vec![String::new()];
    for c in plain_keeping_pads(text).chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let divides = matches!(c, '、' | ',' | ';' | '/' | '|' | '\n' | '\r' | '\t' | '。');
        if divides && depth == 0 {
            pieces.push(String::new());
        } else if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

fn plain_keeping_pads(text: &str) -> String {
    plain(text).replace(['【', '〔', '[', '{'], "(").replace(['】', '〕', ']', '}'], ")")
}

/// The persons of a piece in which only spaces divide.
fn persons(piece: &str) -> Vec<NamedAs> {
    let mut tokens: Vec<(String, String)> = Vec::new();
    let mut rest = piece.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '(').unwrap_or(rest.len());
        let word = &rest[..end];
        if !word.is_empty() {
            tokens.push((word.to_owned(), String::new()));
        }
        rest = rest[end..].trim_start();
        if rest.starts_with('(') {
            let close = rest.find(')').map_or(rest.len(), |at| at + 1);
            match tokens.last_mut() {
                Some((_, note)) => note.push_str(&rest[..close]),
                None => tokens.push((String::new(), rest[..close].to_owned())),
            }
            rest = rest[close..].trim_start();
        }
    }
    joined(&tokens).iter().map(|t| named(t)).collect()
}

/// Single characters put together again: 张 伟 is one name, 周贵㵑 吕强志 are two.
fn joined(tokens: &[(String, String)]) -> Vec<String> {
    let is_single = |token: &(String, String)| token.0.chars().count() == 1 && token.0.chars().all(is_han);
    let mut names: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let run = tokens[at..].iter().take_while(|t| is_single(t)).count();
        // A lone character begins the name behind it; a run of three is one name, a longer one goes by pairs.
        let take = match run {
            1 if token.1.is_empty() => 2,
            0 | 1 => 1,
            3 => 3,
            _ => 2,
        };
        let end = (at + take).min(tokens.len());
        let whole: String = tokens[at..end].iter().flat_map(|(word, note)| [word.as_str(), note.as_str()]).collect();
        let leftover = run == 1 && end - at == 1;
        match names.last_mut() {
            Some(last) if leftover && !last.ends_with(')') => last.push_str(&whole),
            _ => names.push(whole),
        }
        at = end;
    }
    names
}

/// A name with what its brackets say.
fn named(text: &str) -> NamedAs {
    let text = plain_keeping_pads(text);
    let (name, notes) = match text.find('(') {
        Some(at) => (&text[..at], text[at..].replace(['(', ')'], ",")),
        None => (text.as_str(), String::new()),
    };
    let (name, among) = without_others(name.trim());
    let mut named = NamedAs { name: tidy(name), ..NamedAs::default() };
    let mut others: Vec<&str> = among.into_iter().collect();
    for part in notes.split([',', '、', ' ', ';', '/']).filter(|p| !p.is_empty()) {
        match (normalise("sex", part), normalise("nation", part)) {
            (Some(sex), _) => named.sex = Some(sex.to_owned()),
            (None, Some(nation)) => named.nation = Some(nation.to_owned()),
            (None, None) => others.push(part),
        }
    }
    named.note = (!others.is_empty()).then(|| others.join("、"));
    named
}

/// 李四等5人 → 李四, and 等5人.
fn without_others(name: &str) -> (&str, Option<&str>) {
    let Some(at) = name.rfind('等').filter(|at| *at > 0) else { return (name, None) };
    let tail = name[at..].trim_start_matches('等');
    let count = tail.trim_end_matches(['人', '名', '位', '户']);
    let is_count = count.chars().all(|c| c.is_ascii_digit() || is_numeral(c));
    if is_count { (&name[..at], Some(&name[at..])) } else { (name, None) }
}

/// Without padding, with U+00B7 between the parts of a long name.
fn tidy(name: &str) -> String {
    let kept: Vec<char> = name.trim().chars().filter(|c| !is_invisible(*c)).collect();
    let latin = kept.iter().any(char::is_ascii_alphabetic);
    let spaced: Vec<char> = kept.into_iter().filter(|c| latin || !c.is_whitespace()).collect();
    let mut out = String::new();
    for (at, c) in spaced.iter().enumerate() {
        let between =
            at > 0 && spaced.get(at - 1).is_some_and(|c| is_han(*c)) && spaced.get(at + 1).is_some_and(|c| is_han(*c));
        out.push(if between && is_dot(*c) { '·' } else { modern(*c) });
    }
    out.trim_matches(|c: char| is_dot(c) || matches!(c, '*' | ':' | '-')).to_owned()
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '・' | '･' | '.' | '∙' | '⋅' | '●' | '᛫' | '。' | '﹒' | '˙' | '—' | '-')
}

/// A character that an old code page kept in the private-use area, at its place in today's standard.
pub(crate) fn modern(c: char) -> char {
    const OLD: [(char, char); 14] = [
        ('\u{E816}', '\u{20087}'),
        ('\u{E817}', '\u{20089}'),
        ('\u{E818}', '\u{200CC}'),
        ('\u{E81E}', '\u{9FB4}'),
        ('\u{E826}', '\u{9FB5}'),
        ('\u{E82B}', '\u{9FB6}'),
        ('\u{E82C}', '\u{9FB7}'),
        ('\u{E831}', '\u{215D7}'),
        ('\u{E832}', '\u{9FB8}'),
        ('\u{E83B}', '\u{2298F}'),
        ('\u{E843}', '\u{9FB9}'),
        ('\u{E854}', '\u{9FBA}'),
        ('\u{E855}', '\u{241FE}'),
        ('\u{E864}', '\u{9FBB}'),
    ];
    OLD.iter().find(|(old, _)| *old == c).map_or(c, |(_, new)| *new)
}
