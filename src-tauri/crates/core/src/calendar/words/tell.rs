//! A rule as a clerk would write it.

use super::{DAYS, DIGITS};
use crate::calendar::when::When;

/// The rule in words: 每月15日、20日.
pub fn tell(when: &When) -> String {
    match when {
        When::Daily => "每个工作日坐班".to_owned(),
        When::Lunar(digits) => {
            let named = digits.iter().filter_map(|d| DIGITS.get(*d as usize)).map(char::to_string);
            format!("农历逢{}", named.collect::<Vec<_>>().join("、"))
        }
        When::Recur(rule) => recurring(rule).unwrap_or_else(|| format!("按规则 {rule}")),
    }
}

/// The parts of a rule that have words; none where it has others.
#[derive(Default)]
struct Parts<'a> {
    freq: &'a str,
    interval: Option<&'a str>,
    months: Option<&'a str>,
    month_days: Option<&'a str>,
    days: Option<&'a str>,
}

fn parts(rule: &str) -> Option<Parts<'_>> {
    let mut parts = Parts::default();
    for part in rule.trim_start_matches("RRULE:").split(';') {
        match part.split_once('=')? {
            ("FREQ", freq) => parts.freq = freq,
            ("INTERVAL", "1") => {}
            ("INTERVAL", interval) => parts.interval = Some(interval),
            ("BYMONTH", months) => parts.months = Some(months),
            ("BYMONTHDAY", days) => parts.month_days = Some(days),
            ("BYDAY", days) => parts.days = Some(days),
            _ => return None,
        }
    }
    Some(parts)
}

fn recurring(rule: &str) -> Option<String> {
    let parts = parts(rule)?;
    match (parts.freq, parts.month_days, parts.days) {
        ("DAILY", None, None) => Some(match parts.interval {
            Some(interval) => format!("每{interval}天"),
            None => "每天".to_owned(),
        }),
        ("WEEKLY", None, Some(days)) if parts.months.is_none() => weekly(parts.interval, days),
        ("MONTHLY", Some(days), None) => Some(format!("{}{}", months(&parts)?, month_days(days)?)),
        ("MONTHLY", None, Some(days)) => Some(format!("{}{}", months(&parts)?, nth_days(days)?)),
        _ => None,
    }
}

fn weekly(interval: Option<&str>, days: &str) -> Option<String> {
    let names: Vec<String> =
        days.split(',').map(|day| weekday(day).map(|c| format!("周{c}"))).collect::<Option<_>>()?;
    let every = interval.map_or_else(|| "每".to_owned(), |n| format!("每{n}周"));
    Some(format!("{every}{}", names.join("、")))
}

fn months(parts: &Parts<'_>) -> Option<String> {
    if let Some(interval) = parts.interval {
        return parts.months.is_none().then(|| format!("每{interval}个月"));
    }
    Some(match parts.months {
        None => "每月".to_owned(),
        Some("1,3,5,7,9,11") => "单月".to_owned(),
        Some("2,4,6,8,10,12") => "双月".to_owned(),
        Some(months) => format!("{}月", months.replace(',', "、")),
    })
}

fn month_days(days: &str) -> Option<String> {
    let named = days.split(',').map(|day| match day {
        "-1" => Some("最后一天".to_owned()),
        day => day.parse::<u32>().ok().map(|day| format!("{day}日")),
    });
    Some(named.collect::<Option<Vec<_>>>()?.join("、"))
}

/// 第一个星期一、星期二: the number is said again only where it changes.
fn nth_days(days: &str) -> Option<String> {
    let mut last = "";
    let mut words = Vec::new();
    for day in days.split(',') {
        let (nth, name) = day.split_at_checked(day.len().checked_sub(2)?)?;
        let ordinal = match nth {
            "-1" => "最后一个".to_owned(),
            nth => format!("第{}个", DIGITS.get(nth.parse::<usize>().ok()?).filter(|_| nth != "0")?),
        };
        let shown = if nth == last { String::new() } else { ordinal };
        words.push(format!("{shown}星期{}", weekday(name)?));
        last = nth;
    }
    Some(words.join("、"))
}

fn weekday(code: &str) -> Option<char> {
    DAYS.iter().find(|(key, _)| *key == code).map(|(_, name)| *name)
}
