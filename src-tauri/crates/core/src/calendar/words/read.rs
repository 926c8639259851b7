//! The usual phrasings of a rule: 每月15、20日, 每周五上午, 每月第一个星期一、星期二, 单月15日, 农历逢二五八, 节假日顺延.

use station_intake::chinese_number;

use super::{DAYS, DIGITS};
use crate::calendar::shift::{How, Shift};
use crate::calendar::when::When;

/// What words say of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The days.
    pub when: When,
    /// What happens on a day off.
    pub how: How,
    /// Hours as written: 上午9:00-11:00.
    pub hours: Option<String>,
}

/// Reads a rule; none where its days are not understood.
pub fn read(words: &str) -> Option<Read> {
    let bare: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let (about_days, about_off) = apart(&bare);
    let (days, hours) = without_hours(&about_days);
    let when = when(&days)?;
    Some(Read { when, how: how(&about_off), hours })
}

/// The clauses about the days, and those about days off.
fn apart(words: &str) -> (String, String) {
    let clauses = words.split(['，', '。', '；', ';', '（', '）', '(', ')']);
    let (off, days): (Vec<&str>, Vec<&str>) = clauses.partition(|clause| is_about_off(clause));
    (days.concat(), off.concat())
}

fn is_about_off(clause: &str) -> bool {
    ["顺延", "节假日", "假期", "双休日", "周末", "照常", "不接待"].iter().any(|word| clause.contains(word))
}

fn how(words: &str) -> How {
    let has = |all: &[&str]| all.iter().any(|word| words.contains(word));
    let shift = match () {
        () if has(&["下周", "下一周", "下个星期", "次周"]) => Shift::WeekLater,
        () if has(&["顺延"]) => Shift::NextWorkday,
        () if has(&["照常"]) => Shift::Keep,
        () if has(&["不接待", "停止", "取消"]) => Shift::Skip,
        () => Shift::default(),
    };
    How { shift, weekends: has(&["双休日", "周末", "休息日"]) && shift == Shift::NextWorkday }
}

/// The days without the hours that follow them.
fn without_hours(words: &str) -> (String, Option<String>) {
    let named = ["上午", "下午", "全天", "早上", "晚上"].iter().filter_map(|word| words.find(word)).min();
    let clock = words.find([':', '：']).map(|at| words[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len());
    match named.into_iter().chain(clock).min() {
        Some(at) => (words[..at].to_owned(), Some(words[at..].to_owned())),
        None => (words.to_owned(), None),
    }
}

fn when(words: &str) -> Option<When> {
    if let Some((_, after)) = words.split_once('逢').filter(|_| words.contains("农历")) {
        return lunar(after);
    }
    if words.contains("工作日") {
        return ["每", "坐班", "值守", "值班"].iter().any(|word| words.contains(word)).then_some(When::Daily);
    }
    let rule = nth_weekdays(words).or_else(|| weekdays(words)).or_else(|| month_days(words))?;
    Some(When::Recur(rule))
}

fn lunar(words: &str) -> Option<When> {
    let digit =
        |c: char| c.to_digit(10).or_else(|| DIGITS.iter().position(|d| *d == c).and_then(|d| u32::try_from(d).ok()));
    let run = words.chars().take_while(|c| digit(*c).is_some() || "、，,和".contains(*c));
    let digits: Vec<u32> = run.filter_map(digit).collect();
    (!digits.is_empty()).then_some(When::Lunar(digits))
}

/// `BYMONTH=…;` of 单月, 双月, 每季度第一个月, 3、9月; empty for every month.
fn months(words: &str) -> String {
    let every =
        |first: u32, step: usize| (first..=12).step_by(step).map(|m| m.to_string()).collect::<Vec<_>>().join(",");
    let months = match words {
        _ if words.contains("单月") => every(1, 2),
        _ if words.contains("双月") => every(2, 2),
        _ if words.contains("季度第一个月") || words.contains("季度首月") => every(1, 3),
        _ => words.split_once('月').and_then(|(before, _)| numbers(before, 12)).unwrap_or_default(),
    };
    if months.is_empty() { months } else { format!("BYMONTH={months};") }
}

/// 每月第一个星期一、星期二; 每月第一、三个周五; 每月首个周一/周二; 每月第二周的周三.
fn nth_weekdays(words: &str) -> Option<String> {
    let words = words.replace("首个", "第一个").replace("最后一个", "第末个").replace("礼拜", "星期");
    let words = words.replace("周的周", "个周").replace("周周", "个周");
    let mut found: Vec<String> = Vec::new();
    for piece in words.split('第').skip(1) {
        let Some((ordinals, named)) = piece.split_once("个周").or_else(|| piece.split_once("个星期")) else {
            continue;
        };
        let ordinals: Vec<&str> = ordinals.split(['、', '和', '，', ',']).collect();
        for nth in ordinals.iter().filter_map(|o| ordinal(o)) {
            found.extend(weekdays_in(named).iter().map(|day| format!("{nth}{day}")));
        }
    }
    (!found.is_empty()).then(|| format!("FREQ=MONTHLY;{}BYDAY={}", months(&words.replace('第', "")), found.join(",")))
}

fn ordinal(word: &str) -> Option<i32> {
    if word == "末" {
        return Some(-1);
    }
    number(word).filter(|n| (1..=5).contains(n)).and_then(|n| i32::try_from(n).ok())
}

/// 每周五; 每周一、三、五; 每星期一至星期五; 隔周星期五.
fn weekdays(words: &str) -> Option<String> {
    let words = words.replace("礼拜", "周").replace("星期", "周");
    let (interval, words) = match words.strip_prefix("隔周").or_else(|| words.strip_prefix("每两周")) {
        Some(rest) => (2, rest.to_owned()),
        None => every_weeks(&words).unwrap_or((1, words)),
    };
    let days = weekdays_in(words.split_once('周')?.1);
    let interval = if interval > 1 { format!("INTERVAL={interval};") } else { String::new() };
    (!days.is_empty()).then(|| format!("FREQ=WEEKLY;{interval}BYDAY={}", days.join(",")))
}

/// 每2周.
fn every_weeks(words: &str) -> Option<(u32, String)> {
    let (count, rest) = words.strip_prefix('每')?.split_once('周')?;
    Some((number(count)?, rest.to_owned()))
}

/// 一、三、五 or 一至五; what comes after another kind of word is not looked at.
fn weekdays_in(words: &str) -> Vec<&'static str> {
    let mut days: Vec<usize> = Vec::new();
    let mut through = false;
    for c in words.chars() {
        match (place(c), c) {
            (Some(day), _) if through => {
                let from = days.last().map_or(day, |last| last + 1);
                days.extend(from..=day);
                through = false;
            }
            (Some(day), _) => days.push(day),
            (None, '至' | '到' | '-' | '—' | '～') => through = true,
            (None, '、' | '，' | ',' | '/' | '和' | '及' | '周' | '星' | '期') => {}
            (None, _) => break,
        }
    }
    days.dedup();
    days.into_iter().filter_map(|day| DAYS.get(day)).map(|(key, _)| *key).collect()
}

fn place(c: char) -> Option<usize> {
    let c = if c == '天' { '日' } else { c };
    DAYS.iter()
        .position(|(_, name)| *name == c)
        .or_else(|| c.to_digit(10).filter(|d| (1..=7).contains(d)).map(|d| d as usize - 1))
}

/// 每月15日、20日; 15、20日; 单月15日; 每月最后一天.
fn month_days(words: &str) -> Option<String> {
    let (_, after) = words.rsplit_once('月')?;
    if after.starts_with("最后一天") || after.starts_with("最后一日") {
        return Some(format!("FREQ=MONTHLY;{}BYMONTHDAY=-1", months(words)));
    }
    let end = after.rfind(['日', '号'])?;
    let days = numbers(&after[..end], 31)?;
    Some(format!("FREQ=MONTHLY;{}BYMONTHDAY={days}", months(words)))
}

/// Numbers of a list, with commas between them; none where a piece is none, or is above the highest.
fn numbers(words: &str, highest: u32) -> Option<String> {
    let pieces =
        words.split(['、', '，', ',', '和', '及', '/']).map(|piece| piece.trim_end_matches(['日', '号', '月']));
    let read = pieces.map(|piece| number(piece).filter(|n| (1..=highest).contains(n)).map(|n| n.to_string()));
    read.collect::<Option<Vec<_>>>().map(|all| all.join(","))
}

fn number(word: &str) -> Option<u32> {
    word.parse().ok().or_else(|| chinese_number(word))
}
