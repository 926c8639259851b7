//! The yearly notice itself, as it is copied from a page: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。

use chrono::{Datelike, NaiveDate};
use station_intake::chinese_number;

use super::{HolidayDraft, HolidayPreview};
use crate::calendar::days::Day;

/// Reads a notice; what it does not say of the year must be given.
pub fn read(text: &str, given: Option<i64>) -> HolidayPreview {
    let text = plain(text);
    let year = given.or_else(|| year_of(&text)).unwrap_or_default();
    let mut preview = HolidayPreview { draft: HolidayDraft { year, ..HolidayDraft::default() }, ..Default::default() };
    preview.draft.notice = notice_number(&text);
    preview.draft.issued_on = issued_on(&text);
    let mut name = String::new();
    for line in text.split(['。', '；', '\n']).filter(|line| !line.is_empty()) {
        let said = match line.split_once('：') {
            Some((heading, rest)) if is_holiday(heading) => {
                name = holiday(heading);
                rest
            }
            _ => line,
        };
        take(&mut preview, &name, said);
    }
    if year == 0 {
        preview.notes.push("通知里没有写是哪一年，请填写年份。".to_owned());
    }
    preview
}

/// Without spaces and without what stands in brackets: weekdays and lunar dates.
fn plain(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace() || *c == '\n') {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => out.push('：'),
            '０'..='９' => out.extend(char::from_u32(c as u32 - '０' as u32 + '0' as u32)),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// 关于2026年部分节假日安排的通知, also over two lines; 现将2026年元旦….
fn year_of(text: &str) -> Option<i64> {
    let whole: String = text.lines().collect();
    ["年部分节假日", "年节假日", "年元旦", "年放假"].into_iter().find_map(|mark| {
        let (before, _) = whole.split_once(mark)?;
        before.get(before.len().checked_sub(4)?..)?.parse().ok()
    })
}

/// 国办发明电〔2025〕7号.
fn notice_number(text: &str) -> Option<String> {
    let from = text.find("国办发")?;
    let rest = &text[from..];
    let end = rest.find('号')? + '号'.len_utf8();
    Some(rest[..end].to_owned()).filter(|number| number.chars().count() < 24)
}

/// A line of its own that is a whole date: 2025年11月4日.
fn issued_on(text: &str) -> Option<String> {
    text.lines().rev().find_map(|line| {
        let bare = line.trim_end_matches('日');
        let (year, rest) = bare.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        Some(date.to_string())
    })
}

fn is_holiday(heading: &str) -> bool {
    heading.contains('节') || heading.contains("元旦")
}

/// 一、元旦 → 元旦.
fn holiday(heading: &str) -> String {
    // A title may stand before the first item on its line.
    let heading = heading.rsplit_once("通知").map_or(heading, |(_, item)| item);
    match heading.split_once('、') {
        Some((number, name)) if chinese_number(number).is_some() || number.parse::<u32>().is_ok() => name.to_owned(),
        _ => heading.to_owned(),
    }
}

/// Takes the days of one sentence: those before 放假 are off, those before 上班 are worked on.
fn take(preview: &mut HolidayPreview, name: &str, sentence: &str) {
    let advice = sentence.contains("鼓励") || sentence.contains("带薪");
    let mut rest = sentence;
    let mut taken = 0;
    while let Some((at, off)) = next_verb(rest).filter(|_| !advice && !name.is_empty()) {
        let days = days(&rest[..at], preview.draft.year);
        if off {
            count(preview, name, days.len(), &rest[at..]);
        }
        taken += days.len();
        for date in days {
            add(preview, Day { date, name: name.to_owned(), off });
        }
        rest = &rest[at + "放假".len()..];
    }
    let heading = ["通知", "安排如下", "国办发"].iter().any(|word| sentence.contains(word));
    if taken == 0 && !heading && sentence.chars().any(|c| c != '：') {
        preview.unread.push(sentence.to_owned());
    }
}

fn next_verb(text: &str) -> Option<(usize, bool)> {
    let off = text.find("放假").map(|at| (at, true));
    let work = text.find("上班").map(|at| (at, false));
    [off, work].into_iter().flatten().min()
}

fn add(preview: &mut HolidayPreview, day: Day) {
    if i64::from(day.date.year()) != preview.draft.year {
        let what = if day.off { "放假" } else { "上班" };
        preview.notes.push(format!("{} {what}不在这一年，没有计入；请在那一年的安排里补上。", day.date));
    } else if preview.draft.days.iter().all(|known| known.date != day.date) {
        preview.draft.days.push(day);
    }
}

/// 共3天: said and found must agree.
fn count(preview: &mut HolidayPreview, name: &str, found: usize, after: &str) {
    let said = after.split_once('共').and_then(|(_, rest)| rest.split_once('天')).map(|(n, _)| n);
    let said =
        said.and_then(|n| n.parse::<usize>().ok().or_else(|| chinese_number(n).and_then(|n| usize::try_from(n).ok())));
    if let Some(said) = said.filter(|said| *said != found) {
        preview.notes.push(format!("{name}：通知写共{said}天，读出{found}天，请核对。"));
    }
}

/// The days of a list: 1月1日至3日, 2月14日、2月28日; the year and the month go on until others are named.
fn days(text: &str, year: i64) -> Vec<NaiveDate> {
    let mut reader =
        Reader { year: i32::try_from(year).unwrap_or_default(), month: 0, days: Vec::new(), through: false };
    let mut digits = String::new();
    for c in text.chars() {
        match (c, digits.parse::<u32>().ok()) {
            ('0'..='9', _) => {
                digits.push(c);
                continue;
            }
            ('年', Some(n)) => reader.year = i32::try_from(n).unwrap_or(reader.year),
            ('月', Some(n)) => reader.month = n,
            ('日', Some(n)) => reader.day(n),
            ('至' | '到' | '-' | '—' | '－' | '~', _) => reader.through = true,
            _ => {}
        }
        digits.clear();
    }
    reader.days
}

struct Reader {
    year: i32,
    month: u32,
    days: Vec<NaiveDate>,
    through: bool,
}

impl Reader {
    fn day(&mut self, day: u32) {
        let Some(date) = NaiveDate::from_ymd_opt(self.year, self.month, day) else { return };
        match self.days.last().copied().filter(|_| self.through) {
            Some(from) => self.days.extend(from.iter_days().skip(1).take_while(|d| *d <= date)),
            None => self.days.push(date),
        }
        self.through = false;
    }
}
