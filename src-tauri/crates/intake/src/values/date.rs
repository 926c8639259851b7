//! Dates as offices write them: 1975.08, 1975年8月, 197508, 19750812, 8月15日, 2.15, real date cells, serial numbers.

use chrono::{Datelike, Days, NaiveDate};
use station_table::{Day, PartialDate};

use super::{Leaning, Parsed, Value};
use crate::numeral::{arabic, is_numeral, plain, without_spaces};
use crate::read::Raw;

/// A date as far as its words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// With its year.
    Whole(PartialDate),
    /// A month and a day of a year said elsewhere.
    MonthDay(u32, u32),
    /// A day of a month said elsewhere.
    DayOnly(u32),
}

/// Nothing that a station keeps happened earlier, and nobody whom it knows was born earlier.
const RECENT: i32 = 1900;

/// A date known to the year, the month or the day; never leans on a title.
pub fn partial(raw: &Raw) -> Parsed {
    if let Raw::Number(n) = raw
        && let Some(year) = one_decimal_of(*n, 1900.0)
    {
        let message = format!("“{n}”可能是1月，也可能是10月，只记到年份；请核对后补上月份。");
        return Parsed::Doubtful(Value::Date(PartialDate::Year(year)), message);
    }
    match written(raw, None) {
        Some(Written::Whole(date)) if date.year() < RECENT => {
            Parsed::Doubtful(Value::Date(date), format!("“{}”早于{RECENT}年；请核对。", raw.shown().trim()))
        }
        Some(Written::Whole(date)) => Parsed::Value(Value::Date(date)),
        Some(Written::MonthDay(..)) => Parsed::LeftOut(format!("“{}”没有年份；请写成1975-08这样的日期。", raw.shown())),
        _ => Parsed::LeftOut(unreadable(raw)),
    }
}

/// The day of an event; month and day alone take the year that the title says.
pub fn day(raw: &Raw, lean: Leaning) -> Parsed {
    let parsed = days(raw, lean);
    match parsed {
        Parsed::Value(Value::Days(from, until)) | Parsed::Doubtful(Value::Days(from, until), _) if from != until => {
            let message = format!("“{}”是一段日期，只取第一天；请核对。", raw.shown());
            Parsed::Doubtful(Value::Day(from), message)
        }
        Parsed::Value(Value::Days(from, _)) => Parsed::Value(Value::Day(from)),
        Parsed::Doubtful(Value::Days(from, _), message) => Parsed::Doubtful(Value::Day(from), message),
        other => other,
    }
}

/// A span of days, or one day as a span: 3月26日—27日, 3月30日至4月1日.
pub fn days(raw: &Raw, lean: Leaning) -> Parsed {
    if let Some(date) = written(raw, lean.year) {
        return one_day(raw, date, lean);
    }
    let text = squeezed(&raw.shown());
    let halves = span(&text).and_then(|(from, until)| Some((read(from, lean.year)?, read(until, lean.year)?)));
    let Some((first, last)) = halves else { return Parsed::LeftOut(unreadable(raw)) };
    let (from, year) = match one_day(raw, first, lean) {
        Parsed::Value(Value::Days(from, _)) | Parsed::Doubtful(Value::Days(from, _), _) => (from, from.year()),
        other => return other,
    };
    let until = match last {
        Written::Whole(PartialDate::Day(day)) => Some(day),
        Written::MonthDay(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Written::DayOnly(day) => NaiveDate::from_ymd_opt(year, from.month(), day),
        Written::Whole(_) => None,
    };
    match until.filter(|until| *until >= from) {
        Some(until) => Parsed::Value(Value::Days(from, until)),
        None => Parsed::LeftOut(unreadable(raw)),
    }
}

fn one_day(raw: &Raw, written: Written, lean: Leaning) -> Parsed {
    let text = raw.shown();
    match (written, lean.year) {
        (Written::Whole(PartialDate::Day(day)), _) if day.year() < RECENT => Parsed::LeftOut(unreadable(raw)),
        (Written::Whole(PartialDate::Day(day)), _) => Parsed::Value(Value::Days(day, day)),
        (Written::Whole(_), _) => Parsed::LeftOut(format!("“{text}”没有写明哪一天；请补全日期。")),
        (Written::MonthDay(..), None) => {
            Parsed::LeftOut(format!("“{text}”没有年份，标题里也没有；请在标题或单元格里写上年份。"))
        }
        (Written::MonthDay(month, day), Some(year)) => leaning_day(raw, (year, month, day), lean),
        (Written::DayOnly(_), _) => Parsed::LeftOut(unreadable(raw)),
    }
}

fn leaning_day(raw: &Raw, (year, month, day): (i32, u32, u32), lean: Leaning) -> Parsed {
    let text = raw.shown();
    let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else {
        return Parsed::LeftOut(format!("{year}年没有“{text}”这一天；请核对日期或年份。"));
    };
    if lean.not_before.is_some_and(|first| date < first) {
        let next = NaiveDate::from_ymd_opt(year + 1, month, day).unwrap_or(date);
        let message = format!("“{text}”早于本行的登记日期，按次年{}年记；请核对。", year + 1);
        return Parsed::Doubtful(Value::Days(next, next), message);
    }
    match raw {
        // 2.1 as a number may have been 2.10, 2.2 may have been 2.20.
        Raw::Number(n) if day <= 3 && *n < 13.0 && two_decimals(*n) == day * 10 => {
            let message = format!("“{text}”可能是{month}月{day}日，也可能是{month}月{day}0日，按前者记；请核对。");
            Parsed::Doubtful(Value::Days(date, date), message)
        }
        _ => Parsed::Value(Value::Days(date, date)),
    }
}

/// The two digits behind the point: 2.1 → 10, 2.15 → 15.
fn two_decimals(n: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let digits = ((n - n.trunc()) * 100.0).round().abs() as u32;
    digits
}

fn unreadable(raw: &Raw) -> String {
    format!("“{}”不像日期；请写成2023-08-15这样的日期。", raw.shown())
}

/// The whole part as a year, when a number has the single decimal 1: 1975.1.
fn one_decimal_of(n: f64, least: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "between 1900 and 2100 where it is used")]
    let year = n.trunc() as i32;
    (n >= least && n < 2100.0 && two_decimals(n) == 10).then_some(year)
}

pub(super) fn written(raw: &Raw, year: Option<i32>) -> Option<Written> {
    match raw {
        Raw::Date(day) => Some(Written::Whole(PartialDate::Day(*day))),
        Raw::Month(first) => PartialDate::month(first.year(), first.month()).map(Written::Whole),
        Raw::Number(n) => {
            serial(*n).map(|day| Written::Whole(PartialDate::Day(day))).or_else(|| read(&raw.shown(), year))
        }
        Raw::Text(text) => read(&squeezed(text), year),
        Raw::Broken(_) => None,
    }
}

/// The day that a spreadsheet's serial number means, between 1927 and 2118.
pub fn serial(n: f64) -> Option<Day> {
    if !(10_000.0..80_000.0).contains(&n) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 10,000 and 80,000")]
    let days = n.trunc() as u64;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// Plain characters, no spaces, without a time of day, a weekday in brackets or 生 at the end.
fn squeezed(text: &str) -> String {
    let text = plain(text);
    let text = text.trim();
    let day = text.split_once(['T', ' ']).filter(|(_, rest)| rest.contains(':')).map_or(text, |(day, _)| day);
    let bare = without_spaces(day.split('(').next().unwrap_or(day));
    let bare =
        ["上午", "下午", "晚上", "全天", "出生", "生"].iter().fold(bare.as_str(), |t, end| t.trim_end_matches(end));
    let bare = bare.find("星期").or_else(|| bare.find('周')).map_or(bare, |at| &bare[..at]);
    if bare.chars().any(is_numeral) { arabic(bare) } else { bare.to_owned() }
}

/// The two ends of a span; a hyphen divides only when longer dashes and 至 do not.
fn span(text: &str) -> Option<(&str, &str)> {
    ["——", "—", "–", "~", "～", "至", "到"].iter().find_map(|mark| text.split_once(mark)).or_else(|| {
        let at = text.rfind('-')?;
        Some((&text[..at], &text[at + 1..]))
    })
}

fn read(text: &str, year: Option<i32>) -> Option<Written> {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
    let marks: String = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let numbers: Vec<u32> = groups.iter().map(|g| g.parse().ok()).collect::<Option<_>>()?;
    if text.starts_with(|c: char| !c.is_ascii_digit()) {
        return None;
    }
    match (numbers.as_slice(), marks.as_str()) {
        ([n], "" | "年") => run_of_digits(groups.first()?.len(), *n, &marks),
        ([y, m], "年月" | "年" | "." | "-" | "/" | ".." | "、") if *y >= 1800 => {
            whole(PartialDate::month(year_of(*y)?, *m))
        }
        ([m, d], "月日" | "月号" | "月" | "." | "-" | "/") => month_day(*m, *d),
        ([y, m, d], "年月日" | "年月号" | "年月" | ".." | "--" | "//" | "..." | "、、") => {
            let y = full_year(*y, groups.first()?.len(), year)?;
            whole(PartialDate::day(y, *m, *d))
        }
        ([d], "日" | "号") => (1..=31).contains(d).then_some(Written::DayOnly(*d)),
        _ => None,
    }
}

fn whole(date: Option<PartialDate>) -> Option<Written> {
    date.filter(|d| (1800..=2100).contains(&d.year())).map(Written::Whole)
}

fn month_day(month: u32, day: u32) -> Option<Written> {
    // A leap year, so that 2月29日 is a date as long as no year says otherwise.
    NaiveDate::from_ymd_opt(2000, month, day).map(|_| Written::MonthDay(month, day))
}

/// 19750812, 197508, 1975; a bare day after a dash: 27.
fn run_of_digits(length: usize, n: u32, marks: &str) -> Option<Written> {
    match (length, marks) {
        (8, "") => whole(PartialDate::day(year_of(n / 10_000)?, n / 100 % 100, n % 100)),
        (6, "") => whole(PartialDate::month(year_of(n / 100)?, n % 100)),
        (5, "") => serial(f64::from(n)).map(|day| Written::Whole(PartialDate::Day(day))),
        (4, _) => whole(Some(PartialDate::Year(year_of(n)?))),
        (1 | 2, "") => (1..=31).contains(&n).then_some(Written::DayOnly(n)),
        _ => None,
    }
}

fn year_of(n: u32) -> Option<i32> {
    i32::try_from(n).ok()
}

/// A year of four digits, or of two when they are those of the title's year.
fn full_year(n: u32, digits: usize, title: Option<i32>) -> Option<i32> {
    let year = year_of(n)?;
    if digits == 4 { Some(year) } else { title.filter(|t| digits == 2 && t % 100 == year) }
}
