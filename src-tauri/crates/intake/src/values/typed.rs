//! One cell as a clerk types or pastes it into a sheet of the program: what a file may say, and dates in their short
//! forms. Nobody can be asked there, so what could only be read with doubt is refused.

use chrono::{Datelike, Days, Months, NaiveDate};
use station_table::{Day, PartialDate};

use super::date::{Written, written};
use super::{Leaning, Parsed, Value, parse};
use crate::fields::{Format, fields};
use crate::numeral::plain;
use crate::read::Raw;

/// What a typed cell leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typing {
    /// The day that 今天 means.
    pub today: Day,
    /// Whether a day without a year is the last such day, not a coming one.
    pub past: bool,
}

/// Reads what was typed into a cell of a field of `fields.toml`; none when it says nothing (blank, `/`, 无).
///
/// A word that is in no code list comes back as [`Value::Code`] with `known` false, an ID number with a wrong check
/// digit as [`Value::Id`] with `sound` false: the caller says what becomes of them.
///
/// # Errors
/// One Chinese sentence: what is wrong with the text, what to write instead.
pub fn read_value(field_key: &str, text: &str, typing: Typing) -> Result<Option<Value>, String> {
    let field = fields().get(field_key).ok_or_else(|| format!("没有“{field_key}”这一栏；请核对。"))?;
    read_as(&field.format, text, typing)
}

/// [`read_value`] of a cell whose field is not in `fields.toml`: a column of the station's own.
///
/// # Errors
/// One Chinese sentence: what is wrong with the text, what to write instead.
pub fn read_as(format: &Format, text: &str, typing: Typing) -> Result<Option<Value>, String> {
    let short = match format {
        Format::Date => date(text, typing, true).map(Value::Date),
        Format::Day => date(text, typing, false).and_then(whole).map(Value::Day),
        Format::Days => date(text, typing, false).and_then(whole).map(|day| Value::Days(day, day)),
        _ => None,
    };
    if short.is_some() {
        return Ok(short);
    }
    let lean = Leaning { year: Some(typing.today.year()), not_before: None };
    match parse(format, &Raw::Text(text.to_owned()), lean) {
        Parsed::Blank => Ok(None),
        Parsed::Value(Value::Day(_)) => Err(format!("“{}”不像日期；请写成0305、3.5或2023-08-15。", text.trim())),
        Parsed::Value(value) | Parsed::Doubtful(value @ Value::Id(_), _) => Ok(Some(value)),
        Parsed::Doubtful(_, message) | Parsed::LeftOut(message) => Err(message),
    }
}

fn whole(date: PartialDate) -> Option<Day> {
    match date {
        PartialDate::Day(day) => Some(day),
        _ => None,
    }
}

/// 今天, 0305, 3.5, 5日, 20260305, 26-3-5; where months and years are dates too, also 197508 and 1975.
fn date(text: &str, typing: Typing, partial: bool) -> Option<PartialDate> {
    let text = plain(text);
    let text = text.trim();
    let back = ["今天", "昨天", "前天"].iter().position(|word| *word == text);
    if let Some(days) = back.and_then(|n| u64::try_from(n).ok()) {
        return typing.today.checked_sub_days(Days::new(days)).map(PartialDate::Day);
    }
    if text == "明天" {
        return typing.today.checked_add_days(Days::new(1)).map(PartialDate::Day);
    }
    if !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) {
        return digits(text, typing, partial);
    }
    // The first number is a year of two digits where two more follow it.
    let first: i32 = text.split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse().ok()).unwrap_or(0);
    match written(&Raw::Text(text.to_owned()), Some(2000 + first % 100))? {
        Written::Whole(date) => Some(date).filter(|d| partial || whole(*d).is_some()),
        Written::MonthDay(month, day) => without_year(month, day, typing),
        Written::DayOnly(day) => day_alone(day, typing),
    }
}

fn digits(text: &str, typing: Typing, partial: bool) -> Option<PartialDate> {
    let number: u32 = text.parse().ok()?;
    let year = |n: u32| i32::try_from(n).ok().filter(|y| (1900..=2100).contains(y));
    match text.len() {
        1 | 2 => day_alone(number, typing),
        4 if partial && year(number).is_some() => year(number).map(PartialDate::Year),
        3 | 4 => without_year(number / 100, number % 100, typing),
        6 if partial => PartialDate::month(year(number / 100)?, number % 100),
        6 => PartialDate::day(year(2000 + number / 10_000)?, number / 100 % 100, number % 100),
        8 => PartialDate::day(year(number / 10_000)?, number / 100 % 100, number % 100),
        _ => None,
    }
}

/// A day of this month; where the past is meant, the last such day: on 10 March 28 is the 28th of February.
fn day_alone(day: u32, typing: Typing) -> Option<PartialDate> {
    let this = typing.today.with_day(1)?;
    let back = if typing.past { 12 } else { 1 };
    let months = (0..back).filter_map(|n| this.checked_sub_months(Months::new(n)));
    let mut days = months.map(|month| month.with_day(day));
    let fits = |found: &Option<NaiveDate>| found.is_some_and(|date| !typing.past || date <= typing.today);
    days.find(fits).flatten().map(PartialDate::Day)
}

fn without_year(month: u32, day: u32, typing: Typing) -> Option<PartialDate> {
    let this_year = NaiveDate::from_ymd_opt(typing.today.year(), month, day);
    match this_year {
        Some(coming) if typing.past && coming > typing.today => {
            NaiveDate::from_ymd_opt(typing.today.year() - 1, month, day)
        }
        found => found,
    }
    .map(PartialDate::Day)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Typing, read_as, read_value};
    use crate::fields::Format;
    use crate::values::Parsed;
    use crate::values::tests::short;

    /// The value in short; `!` when refused.
    fn typed(key: &str, text: &str, past: bool) -> String {
        let typing = Typing { today: NaiveDate::from_ymd_opt(2026, 3, 10).unwrap_or_default(), past };
        match read_value(key, text, typing) {
            Ok(None) => String::new(),
            Ok(Some(value)) => short(&Parsed::Value(value)),
            Err(message) => {
                assert!(message.ends_with('。'), "a message is a sentence: {message}");
                "!".to_owned()
            }
        }
    }

    #[test]
    fn a_typed_date_means_what_the_forms_make_of_it() {
        let cases = [
            ("0305", "2026-03-05"),
            ("305", "2026-03-05"),
            ("3.5", "2026-03-05"),
            ("3-5", "2026-03-05"),
            ("3月5号", "2026-03-05"),
            ("8", "2026-03-08"),
            ("8日", "2026-03-08"),
            ("20260305", "2026-03-05"),
            ("260305", "2026-03-05"),
            ("26-3-5", "2026-03-05"),
            ("25.12.28", "2025-12-28"),
            ("２０２６．３．５", "2026-03-05"),
            ("今天", "2026-03-10"),
            ("前天", "2026-03-08"),
            ("明天", "2026-03-11"),
            ("", ""),
            ("0229", "!"),
            ("1332", "!"),
            ("2026-02-30", "!"),
            ("2026", "!"),
            ("2026-03", "!"),
            ("12345", "!"),
            ("x", "!"),
        ];
        for (text, expected) in cases {
            assert_eq!(typed("contact.date", text, false), expected, "{text:?}");
        }
        let past = [
            ("1228", "2025-12-28"),
            ("0310", "2026-03-10"),
            ("20261228", "2026-12-28"),
            ("10", "2026-03-10"),
            ("28", "2026-02-28"),
            ("28日", "2026-02-28"),
            ("31", "2026-01-31"),
            ("32", "!"),
        ];
        for (text, expected) in past {
            assert_eq!(typed("contact.date", text, true), expected, "{text:?} of something past");
        }
        for (text, expected) in [("1975", "1975"), ("197508", "1975-08"), ("1975.08", "1975-08"), ("1975-13", "!")] {
            assert_eq!(typed("person.birth", text, false), expected, "{text:?} known in part");
        }
        for (text, expected) in [("0326", "2026-03-26..2026-03-26"), ("3月26日—27日", "2026-03-26..2026-03-27")] {
            assert_eq!(typed("activity.date", text, false), expected, "{text:?} as a span");
        }
    }

    #[test]
    fn what_could_only_be_read_with_doubt_is_refused() {
        let cases = [
            ("deed.money", "1.2万元", "1200000"),
            ("deed.money", "若干", "!"),
            ("contact.people", "3人", "3"),
            ("contact.people", "约30人", "!"),
            ("contact.way", "电 话", "电话"),
            ("contact.way", "飞鸽传书", "飞鸽传书*"),
            ("person.phone", "130 9228 5142", "13092285142"),
            ("person.idno", "110105194912310021", "110105194912310021"),
            ("activity.expected", "张　伟、李静(女)", "张伟|李静(女)"),
            ("contact.village", "东关村", "东关"),
            ("contact.opinion", "第５组\r\n修路", "第5组\n修路"),
            ("contact.nothing", "1", "!"),
        ];
        for (key, text, expected) in cases {
            assert_eq!(typed(key, text, false), expected, "{key}: {text:?}");
        }
        let typing = Typing { today: NaiveDate::default(), past: false };
        assert!(matches!(read_as(&Format::Number, "12", typing), Ok(Some(_))), "a column of the station's own");
    }
}
