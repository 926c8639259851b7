//! Messages copied out of WeChat: who said what, when. WeChat copies them in two ways: each with a head of name and time on
//! a line of its own, or each with a head of the name and a colon; what stands before any head was said by nobody known.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// What one person said, one message after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Message {
    /// The name in the group; none where the text does not say.
    pub who: Option<String>,
    /// The day; none where the text does not say.
    pub date: Option<String>,
    /// The time, `10:11`.
    pub time: Option<String>,
    /// The words, a line for each message.
    pub words: String,
    /// Nothing but pictures, voices or emoticons: not to be taken in unseen.
    pub only_media: bool,
}

/// A line that says who speaks.
struct Head {
    who: String,
    date: Option<String>,
    time: Option<String>,
    /// Words on the same line.
    rest: String,
}

/// Names in a group are short, and sentences are not.
const LONGEST_NAME: usize = 20;

/// Words before a colon that are no names.
const NO_NAMES: [&str; 12] =
    ["注意", "说明", "附", "如下", "问题", "建议", "备注", "内容", "地址", "电话", "时间", "地点"];

/// What stands before a time.
const PARTS_OF_DAY: [&str; 6] = ["上午", "下午", "中午", "晚上", "凌晨", "早上"];

/// The messages of a copied text; messages of one person that follow each other on one day are one.
pub fn messages(text: &str, today: NaiveDate) -> Vec<Message> {
    let lines: Vec<&str> = text.lines().map(|line| line.trim_matches(['\u{feff}', ' ', '\t', '\u{3000}'])).collect();
    let timed = lines.iter().any(|line| timed_head(line, today).is_some());
    let mut found: Vec<Message> = Vec::new();
    let mut day: Option<String> = None;
    for line in lines {
        if let Some(date) = divider(line) {
            day = Some(date);
        } else if let Some(head) = if timed { timed_head(line, today) } else { named_head(line) } {
            speak(&mut found, head, day.as_ref());
        } else if !line.is_empty() {
            add(&mut found, line);
        }
    }
    found.retain(|message| !message.words.is_empty());
    found.into_iter().map(|m| Message { only_media: m.words.lines().all(is_media), ..m }).collect()
}

/// Begins what somebody says, or goes on with it.
fn speak(found: &mut Vec<Message>, head: Head, day: Option<&String>) {
    let date = head.date.or_else(|| day.cloned());
    let goes_on = found.last().is_some_and(|m| m.who.as_ref() == Some(&head.who) && m.date == date);
    if !goes_on {
        found.push(Message { who: Some(head.who), date, time: head.time, ..Message::default() });
    }
    if !head.rest.is_empty() {
        add(found, &head.rest);
    }
}

fn add(found: &mut Vec<Message>, line: &str) {
    if found.is_empty() {
        found.push(Message::default());
    }
    if let Some(message) = found.last_mut() {
        let gap = if message.words.is_empty() { "" } else { "\n" };
        message.words = format!("{}{gap}{line}", message.words);
    }
}

/// `—————  2026-01-05  —————`: the day of what follows.
fn divider(line: &str) -> Option<String> {
    let dashed = line.starts_with(['—', '-', '─', '=']);
    let middle = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '-' | '─' | '='));
    if dashed { date_of(middle) } else { None }
}

/// `张三 2026-01-05 10:11`, `张三 昨天 10:11`, `张三  10:11`.
fn timed_head(line: &str, today: NaiveDate) -> Option<Head> {
    let (before, last) = line.rsplit_once(char::is_whitespace)?;
    let time = time_of(last)?;
    let before = before.trim_end();
    let (who, date) = match before.rsplit_once(char::is_whitespace) {
        Some((name, said)) if day_said(said, today).is_some() => (name.trim_end(), day_said(said, today)),
        _ => (before, None),
    };
    is_name(who).then(|| Head { who: plain(who), date, time: Some(time), rest: String::new() })
}

/// `张三:` or `张三: 内容`.
fn named_head(line: &str) -> Option<Head> {
    let (who, rest) = line.split_once([':', '：'])?;
    let named = is_name(who) && !NO_NAMES.iter().any(|no| who.ends_with(no)) && !rest.starts_with("//");
    // A clock or a number before a colon is no name.
    let named = named && !who.chars().all(|c| c.is_ascii_digit());
    named.then(|| Head { who: plain(who), date: None, time: None, rest: rest.trim().to_owned() })
}

fn is_name(text: &str) -> bool {
    let sentence = |c: char| matches!(c, '，' | '。' | '！' | '？' | '；' | '、' | '“' | '”' | ',' | '!' | '?');
    !text.is_empty() && text.chars().count() <= LONGEST_NAME && !text.contains(sentence)
}

fn plain(name: &str) -> String {
    name.trim().trim_end_matches([':', '：']).trim().to_owned()
}

fn day_said(text: &str, today: NaiveDate) -> Option<String> {
    let back = match text {
        "今天" => 0,
        "昨天" => 1,
        "前天" => 2,
        _ => return date_of(text),
    };
    today.checked_sub_days(Days::new(back)).map(|day| day.to_string())
}

/// `2026-01-05`, `2026/1/5`, `2026年1月5日`.
fn date_of(text: &str) -> Option<String> {
    let marked: String = text.chars().map(|c| if matches!(c, '/' | '.' | '年' | '月') { '-' } else { c }).collect();
    let day = NaiveDate::parse_from_str(marked.trim_end_matches('日'), "%Y-%m-%d").ok()?;
    Some(day.to_string())
}

/// `10:11` or `10:11:05`, with 上午 or 下午 before it.
fn time_of(text: &str) -> Option<String> {
    let afternoon = text.starts_with("下午") || text.starts_with("晚上");
    let clock = PARTS_OF_DAY.iter().find_map(|part| text.strip_prefix(part)).unwrap_or(text);
    let mut parts = clock.split([':', '：']).map(str::parse::<u32>);
    let (Some(Ok(hour)), Some(Ok(minute))) = (parts.next(), parts.next()) else { return None };
    let rest_is_seconds = parts.all(|part| part.is_ok_and(|second| second < 60));
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    (hour < 24 && minute < 60 && rest_is_seconds).then(|| format!("{hour}:{minute:02}"))
}

/// `[图片]`, `[语音] 12"`.
fn is_media(line: &str) -> bool {
    line.starts_with('[') && line.split_once(']').is_some_and(|(_, rest)| rest.chars().count() <= 5)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Message, messages};

    fn said(text: &str) -> Vec<String> {
        let today = NaiveDate::from_ymd_opt(2026, 1, 6).unwrap();
        let one = |m: Message| {
            let media = if m.only_media { "*" } else { "" };
            let [who, date, time] = [m.who, m.date, m.time].map(Option::unwrap_or_default);
            format!("{who}|{date}|{time}|{}{media}", m.words.replace('\n', "/"))
        };
        messages(text, today).into_iter().map(one).collect()
    }

    #[test]
    fn copied_messages_are_told_apart() {
        let cases: [(&str, &str, &[&str]); 11] = [
            (
                "a head with name, day and time",
                "张三 2026-01-05 10:11\n路灯坏了\n\n李四 2026/1/5 10:12:33\n我们组也是\n",
                &["张三|2026-01-05|10:11|路灯坏了", "李四|2026-01-05|10:12|我们组也是"],
            ),
            ("a head of the name alone", "张三:\n路灯坏了\n李四：\n是的", &["张三|||路灯坏了", "李四|||是的"]),
            ("words after the name", "张三: 路灯坏了\n李四: 是的", &["张三|||路灯坏了", "李四|||是的"]),
            (
                "one person's messages are one",
                "张三 2026-01-05 10:11\n路灯坏了\n张三 2026-01-05 10:12\n三天了\n[图片]",
                &["张三|2026-01-05|10:11|路灯坏了/三天了/[图片]"],
            ),
            (
                "but of one day",
                "张三 2026-01-04 10:11\n路灯坏了\n张三 2026-01-05 10:12\n修好了",
                &["张三|2026-01-04|10:11|路灯坏了", "张三|2026-01-05|10:12|修好了"],
            ),
            (
                "a picture alone is marked",
                "张三:\n[图片]\n李四:\n[语音] 12\"",
                &["张三|||[图片]*", "李四|||[语音] 12\"*"],
            ),
            ("lines without a head", "路灯坏了\n三天了", &["|||路灯坏了/三天了"]),
            (
                "the day on a line of its own",
                "—————  2026-01-03  —————\n\n张三  10:11\n\n路灯坏了",
                &["张三|2026-01-03|10:11|路灯坏了"],
            ),
            (
                "yesterday is a day, afternoon a time",
                "东关 张三 昨天 下午3:05\n问题：路灯坏了",
                &["东关 张三|2026-01-05|15:05|问题：路灯坏了"],
            ),
            (
                "a colon in a sentence is no head",
                "张三:\n地址：东关村2组\n见 http://a.cn",
                &["张三|||地址：东关村2组/见 http://a.cn"],
            ),
            ("nothing", " \n\n", &[]),
        ];
        for (why, text, expected) in cases {
            assert_eq!(said(text), expected, "{why}");
        }
    }
}
