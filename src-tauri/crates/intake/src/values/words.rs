//! Words: free text, places, levels, entries of code lists, and a unit with the day on which it was done.

use chrono::Datelike;
use station_table::Day;

use super::name::modern;
use super::{Coded, Leaning, Parsed, Value, date, without_status};
use crate::codes::{level_in, normalise};
use crate::numeral::{is_invisible, plain, plain_digits, without_spaces};
use crate::read::Raw;

/// Words as they stand; full-width digits become plain, lines lose the spaces at their ends.
pub fn text(text: &str) -> Parsed {
    Parsed::Value(Value::Text(tidy(text)))
}

fn tidy(text: &str) -> String {
    let kept: String = text.chars().map(modern).filter(|c| !is_invisible(*c)).collect();
    let lines: Vec<String> = kept.lines().map(|l| plain_digits(l.trim())).collect();
    lines.join("\n").trim().to_owned()
}

/// A village by its name, without the last 村: 长垣村 → 长垣, 南村村 → 南村; but 南村 stays.
pub fn village(text: &str) -> Parsed {
    let name = tidy(&without_spaces(text));
    let short = name.strip_suffix("村委会").or_else(|| name.strip_suffix('村')).filter(|s| s.chars().count() >= 2);
    Parsed::Value(Value::Text(short.unwrap_or(&name).to_owned()))
}

/// A group of deputies by its name, without 代表小组.
pub fn group(text: &str) -> Parsed {
    let name = tidy(&without_spaces(text));
    let ends = ["人大代表小组", "代表小组", "小组", "代表组", "组"];
    let short = ends.iter().find_map(|end| name.strip_suffix(end)).filter(|s| !s.is_empty());
    Parsed::Value(Value::Text(short.unwrap_or(&name).to_owned()))
}

/// An entry of a code list.
pub fn code(list: &str, text: &str) -> Parsed {
    let known = normalise(list, text);
    let label = known.map_or_else(|| tidy(text), str::to_owned);
    Parsed::Value(Value::Code(Coded { label, known: known.is_some() }))
}

/// Levels of people's congresses: 县、镇.
pub fn levels(text: &str) -> Parsed {
    let pieces: Vec<String> = plain(text).split([',', '、', ';', '/', ' ', '\n']).map(without_spaces).collect();
    let pieces: Vec<&String> = pieces.iter().filter(|p| !p.is_empty()).collect();
    let levels: Vec<String> =
        pieces.iter().filter_map(|p| normalise("level", p).or_else(|| level_in(p))).map(str::to_owned).collect();
    if levels.is_empty() || levels.len() < pieces.len() {
        return Parsed::LeftOut(format!("“{}”不是代表层级；请写全国、省、市、县或镇。", text.trim()));
    }
    Parsed::Value(Value::Levels(levels))
}

/// The weekday of a day: 星期三.
pub fn weekday_of(day: Day) -> &'static str {
    let names = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
    names.into_iter().nth(day.weekday().num_days_from_monday() as usize).unwrap_or_default()
}

/// The weekday as 星期三.
pub fn weekday(text: &str) -> Parsed {
    let bare = without_spaces(&plain(text));
    let last = bare.chars().last().map(|c| match c {
        '1'..='6' => "一二三四五六".chars().nth(c as usize - '1' as usize).unwrap_or(c),
        '7' | '天' | '末' => '日',
        _ => c,
    });
    match last.filter(|c| "一二三四五六日".contains(*c)) {
        Some(day) => Parsed::Value(Value::Text(format!("星期{day}"))),
        None => Parsed::LeftOut(format!("“{}”不是星期几；请核对。", text.trim())),
    }
}

/// 水利站、5月3日办结: a unit, the day on which it was done, or both.
pub fn unit_and_done(text: &str, lean: Leaning) -> Parsed {
    let bare = plain(text).replace(['(', ')'], " ");
    let bare = bare.trim().trim_end_matches(['。', ';', '、', ',', ' ']);
    let (open, status) = without_status(bare);
    if let Some(status) = status.filter(|word| !word.starts_with('已') && !matches!(*word, "办结" | "办理完毕"))
    {
        let unit = Some(tidy(open)).filter(|unit| !unit.is_empty());
        let message = format!("“{status}”是办理情况，不作单位，也不作办结；请核对。");
        return Parsed::Doubtful(Value::UnitAndDone(unit, None), message);
    }
    let ends = ["已办理完毕", "办理完毕", "已办结", "办结完成", "办结", "完成", "办完", "答复"];
    let (head, says_done) = match ends.iter().find_map(|end| bare.strip_suffix(end)) {
        Some(head) => (head, true),
        None => (bare, false),
    };
    let begin = head.find(|c: char| c.is_ascii_digit()).unwrap_or(head.len());
    let unit = tidy(head[..begin].trim_matches(|c: char| c.is_whitespace() || "、,;:于".contains(c)));
    let unit = (!unit.is_empty()).then_some(unit);
    let words = head[begin..].trim().trim_matches(['、', ',', ';']);
    if words.is_empty() {
        let value = Value::UnitAndDone(unit, None);
        let message = "写了办结，但没有日期；请补上办结日期。".to_owned();
        return if says_done { Parsed::Doubtful(value, message) } else { Parsed::Value(value) };
    }
    match date::day(&Raw::Text(words.to_owned()), lean) {
        Parsed::Value(Value::Day(day)) => Parsed::Value(Value::UnitAndDone(unit, Some(day))),
        Parsed::Doubtful(Value::Day(day), message) => Parsed::Doubtful(Value::UnitAndDone(unit, Some(day)), message),
        Parsed::LeftOut(message) if says_done => Parsed::Doubtful(Value::UnitAndDone(unit, None), message),
        // No date at all: 110指挥中心, 第2村民小组.
        _ => Parsed::Value(Value::UnitAndDone(Some(tidy(text)), None)),
    }
}
