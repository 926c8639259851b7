//! Citizens' ID numbers (GB 11643).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use station_table::Day;

use super::{Parsed, Value};
use crate::numeral::{plain, without_spaces};
use crate::read::Raw;

/// A citizen's ID number with what it tells of its holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdNumber {
    /// Eighteen digits, the last perhaps an X; or fifteen of the old kind.
    pub number: String,
    /// Day of birth; none when the number is not sound.
    pub birth: Option<Day>,
    /// 男 or 女; none when the number is not sound.
    pub sex: Option<String>,
    /// Whether the check digit and the date agree; an old number has no check digit and is never sound.
    pub sound: bool,
}

const ROUNDED: &str = "身份证号被表格软件改成了数字，末几位已失真，未导入；请把该列设为“文本”格式后重新填写。";

/// Reads an ID number; refuses one that a spreadsheet has rounded.
pub fn number(raw: &Raw) -> Parsed {
    if let Raw::Number(n) = raw
        && n.abs() >= 1e15
    {
        return Parsed::LeftOut(ROUNDED.to_owned());
    }
    let shown = raw.shown();
    let text: String =
        without_spaces(&plain(&shown)).chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '-' | '`')).collect();
    let text = text.to_uppercase();
    if text.contains("E+") || (text.contains('E') && text.parse::<f64>().is_ok()) {
        return Parsed::LeftOut(ROUNDED.to_owned());
    }
    match text.len() {
        18 => modern(&text),
        15 => old(&text),
        length if text.chars().all(|c| c.is_ascii_digit() || c == 'X') => {
            Parsed::LeftOut(format!("身份证号应为18位，这里是{length}位，未导入；请核对。"))
        }
        _ => Parsed::LeftOut(format!("“{shown}”不像身份证号，未导入；请核对。")),
    }
}

fn modern(text: &str) -> Parsed {
    let (body, last) = text.split_at_checked(17).unwrap_or((text, ""));
    if !body.bytes().all(|b| b.is_ascii_digit()) || !last.bytes().all(|b| b.is_ascii_digit() || b == b'X') {
        return Parsed::LeftOut("身份证号里有不该有的字符，未导入；请核对。".to_owned());
    }
    let birth = birth_of(&text[6..14]);
    let sound = check_digit(body) == last.chars().next() && birth.is_some();
    // The last digits of a number of 18 digits are lost at the sixteenth.
    if !sound && text.ends_with("000") {
        return Parsed::LeftOut(ROUNDED.to_owned());
    }
    let id = IdNumber {
        number: text.to_owned(),
        birth: birth.filter(|_| sound),
        sex: sound.then(|| sex_of(&text[16..17])),
        sound,
    };
    match (sound, birth) {
        (true, _) => Parsed::Value(Value::Id(id)),
        (false, None) => Parsed::Doubtful(Value::Id(id), "身份证号里的出生日期不存在；请核对。".to_owned()),
        (false, Some(_)) => {
            Parsed::Doubtful(Value::Id(id), "身份证号的校验位不对，可能有一位写错；请核对。".to_owned())
        }
    }
}

fn old(text: &str) -> Parsed {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Parsed::LeftOut("身份证号里有不该有的字符，未导入；请核对。".to_owned());
    }
    let birth = birth_of(&format!("19{}", &text[6..12]));
    let sex = birth.map(|_| sex_of(&text[14..15]));
    let id = IdNumber { number: text.to_owned(), birth, sex, sound: false };
    Parsed::Doubtful(Value::Id(id), "这是15位的旧身份证号；请换成18位号码。".to_owned())
}

fn birth_of(digits: &str) -> Option<Day> {
    NaiveDate::parse_from_str(digits, "%Y%m%d").ok().filter(|d| d.format("%Y%m%d").to_string() == digits)
}

fn sex_of(digit: &str) -> String {
    let odd = digit.bytes().next().is_some_and(|b| b % 2 == 1);
    if odd { "男" } else { "女" }.to_owned()
}

/// The check digit for seventeen digits.
pub(crate) fn check_digit(body: &str) -> Option<char> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits: Vec<u32> = body.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    if digits.len() != WEIGHTS.len() {
        return None;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    "10X98765432".chars().nth(usize::try_from(sum % 11).ok()?)
}
