//! Headings of columns, and the fields that they mean.

use crate::fields::Field;
use crate::numeral::{is_invisible, plain};

/// A heading without what does not matter: spaces, line breaks, marks, signs at its ends.
pub fn squeezed(heading: &str) -> String {
    let plain = plain(heading).replace(['【', '〔', '['], "(").replace(['】', '〕', ']'], ")");
    let kept: String = plain.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect();
    let marks = ["(必填)", "(选填)", "(必填项)", "(选填项)", "(可选)"];
    let kept = marks.iter().fold(kept, |text, mark| text.replace(mark, ""));
    kept.trim_matches(['*', ':', '：', '、', '.', '★', '※', '。']).to_uppercase()
}

/// The heading without brackets and what they say: 户数(户) → 户数.
fn bare(squeezed: &str) -> Option<String> {
    let (begin, end) = (squeezed.find('(')?, squeezed.rfind(')')?);
    let rest = squeezed.get(end + 1..)?;
    let bare = format!("{}{rest}", &squeezed[..begin]);
    (begin < end && !bare.is_empty()).then_some(bare)
}

/// How well a heading names a field: 0 is best; none when it does not.
pub fn rank(heading: &str, field: &Field) -> Option<u8> {
    let heading = squeezed(heading);
    if heading.is_empty() {
        return None;
    }
    let names = |word: &str| squeezed(word) == heading;
    if names(&field.label) {
        return Some(0);
    }
    if field.aliases.iter().any(|a| names(a)) {
        return Some(1);
    }
    let bare_heading = bare(&heading);
    let loosely = |word: &str| {
        let word = squeezed(word);
        bare_heading.as_ref() == Some(&word) || bare(&word).as_ref() == Some(&heading)
    };
    (loosely(&field.label) || field.aliases.iter().any(|a| loosely(a))).then_some(2)
}

#[cfg(test)]
mod tests {
    use super::{rank, squeezed};
    use crate::fields::fields;

    #[test]
    fn a_heading_names_its_field_in_any_dress() {
        let cases = [
            ("person.birth", "出生\n日期", Some(1)),
            ("person.birth", " 出生年月（必填） ", Some(0)),
            ("person.name", "姓　　名*", Some(0)),
            ("person.phone", "手机号码（11位）", Some(2)),
            ("person.idno", "身份证号码：", Some(1)),
            ("district.villages", "所辖村（组）", Some(0)),
            ("matter.title", "案由", Some(1)),
            ("deed.households", "受益户数(户)", Some(2)),
            ("person.name", "民族", None),
            ("person.name", "", None),
        ];
        for (key, heading, expected) in cases {
            let Some(field) = fields().get(key) else { panic!("{key} is gone") };
            assert_eq!(rank(heading, field), expected, "{heading:?} for {key}");
        }
        assert_eq!(squeezed("★联 系\r\n电话【必填】"), "联系电话");
    }
}
