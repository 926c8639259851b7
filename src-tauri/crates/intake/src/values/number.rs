//! Counts, ordinals and sums: 3人, 1,674, 第12选区, 1.2万元.

use super::{Parsed, Value};
use crate::numeral::{arabic, plain, without_spaces};

fn squeezed(text: &str) -> String {
    without_spaces(&plain(text))
}

/// A count: 3, 3人, 1,674, 三人.
pub fn count(text: &str) -> Parsed {
    let bare = arabic(&squeezed(text).replace([',', '，'], ""));
    let digits = bare.trim_end_matches(|c: char| !c.is_ascii_digit());
    let tail = &bare[digits.len()..];
    let (digits, about) = match digits.strip_prefix(['约', '近']) {
        Some(rest) => (rest, true),
        None => (digits, false),
    };
    let digits = digits.strip_suffix(".0").or_else(|| digits.strip_suffix(".00")).unwrap_or(digits);
    let value = digits.parse::<i64>().ok().filter(|n| *n >= 0 && digits.len() <= 12 && tail.chars().count() <= 3);
    match (value, about || tail.contains(['多', '余', '约', '+', '%', '万'])) {
        (Some(n), false) => Parsed::Value(Value::Number(n)),
        (Some(n), true) if !tail.contains(['%', '万']) => {
            Parsed::Doubtful(Value::Number(n), format!("“{}”不是确数，按{n}记；请核对。", text.trim()))
        }
        _ => Parsed::LeftOut(format!("“{}”不是整数；请只填数字。", text.trim())),
    }
}

/// A number that names something: 第1选区, 1号选区, 第十二选区, 12. Words without a number are kept as words.
pub fn ordinal(text: &str) -> Parsed {
    let squeezed = squeezed(text);
    let bare = squeezed.split('(').next().unwrap_or(&squeezed);
    let groups: Vec<String> = digit_groups(&arabic(bare));
    match groups.as_slice() {
        [one] if bare.starts_with('-') => match one.parse::<i64>() {
            Ok(n) => Parsed::Doubtful(Value::Number(n), format!("“{}”不像编号，按{n}记；请核对。", text.trim())),
            Err(_) => Parsed::LeftOut(format!("“{}”的编号太长；请核对。", text.trim())),
        },
        [one] => match one.parse::<i64>() {
            Ok(n) => Parsed::Value(Value::Number(n)),
            Err(_) => Parsed::LeftOut(format!("“{}”的编号太长；请核对。", text.trim())),
        },
        [] => Parsed::Doubtful(Value::Text(text.trim().to_owned()), format!("“{}”里没有编号；请核对。", text.trim())),
        _ => Parsed::LeftOut(format!("“{}”里不止一个编号；请只填一个。", text.trim())),
    }
}

fn digit_groups(text: &str) -> Vec<String> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    text.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).map(str::to_owned).collect()
}

/// A sum of money, in 分: 3600.5, 800元, 1.2万元.
pub fn money(text: &str) -> Parsed {
    let bare = squeezed(text).replace([',', '，', '¥', '￥'], "");
    let bare = bare.trim_end_matches("人民币").trim_end_matches('元');
    let (digits, fen) = match bare.strip_suffix('万') {
        Some(digits) => (digits, 1_000_000.0),
        None => (bare, 100.0),
    };
    let amount = digits.parse::<f64>().ok().map(|n| (n * fen).round()).filter(|n| (0.0..1e14).contains(n));
    match amount {
        #[expect(clippy::cast_possible_truncation, reason = "below 10^14")]
        Some(amount) => Parsed::Value(Value::Money(amount as i64)),
        None => Parsed::LeftOut(format!("“{}”不像金额；请写成12000或1.2万元。", text.trim())),
    }
}
