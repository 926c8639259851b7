//! Cells → typed values, by the format of their field.

mod date;
mod id;
mod name;
mod number;
mod phone;
mod status;
mod typed;
mod words;

use serde::{Deserialize, Serialize};
use station_table::{Day, PartialDate};

pub use id::IdNumber;
pub use name::NamedAs;
pub use status::without_status;
pub use typed::{Typing, read_as, read_value};
pub use words::weekday_of;

use crate::fields::Format;
use crate::read::Raw;

/// A typed value of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// Words.
    Text(String),
    /// A count, or a number that names something.
    Number(i64),
    /// A date known to the year, the month or the day.
    Date(PartialDate),
    /// The day of an event.
    Day(Day),
    /// First and last day of an event.
    Days(Day, Day),
    /// One person's name.
    Name(NamedAs),
    /// Names of several persons, in the order of the cell.
    Names(Vec<NamedAs>),
    /// An entry of a code list.
    Code(Coded),
    /// A citizen's ID number.
    Id(IdNumber),
    /// Phone numbers: mobile ones as eleven digits, others as area code, hyphen and number.
    Phones(Vec<String>),
    /// Levels of people's congresses, by label.
    Levels(Vec<String>),
    /// Money in 分.
    Money(i64),
    /// A unit that handles a matter and the day on which it was done with it; `take` gives them as two values.
    UnitAndDone(Option<String>, Option<Day>),
}

/// An entry of a code list as far as the file tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coded {
    /// Label of the list, or the file's own word where the list has none such.
    pub label: String,
    /// Whether the label is one of the list.
    pub known: bool,
}

/// What the reading of a cell came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Parsed {
    /// Nothing there, or a sign that says so: /, —, 无.
    Blank,
    /// Read without doubt.
    Value(Value),
    /// Read, but somebody should look: a Chinese sentence.
    Doubtful(Value, String),
    /// Not to be read: a Chinese sentence.
    LeftOut(String),
}

/// What other places of the file say that a cell leans on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaning {
    /// Year in the title.
    pub year: Option<i32>,
    /// Day of the same row before which this one cannot lie.
    pub not_before: Option<Day>,
}

/// Reads a cell by the format of its field.
pub fn parse(format: &Format, raw: &Raw, lean: Leaning) -> Parsed {
    if let Raw::Broken(sign) = raw {
        return Parsed::LeftOut(format!("单元格是公式错误“{sign}”；请在原表改正后再导入。"));
    }
    let text = raw.shown();
    if is_blank(&text, format) {
        return Parsed::Blank;
    }
    if is_masked(&text, format) {
        return Parsed::LeftOut(format!("“{}”是遮盖过的内容，遮盖过的内容不导入；请用没有遮盖的原表。", text.trim()));
    }
    match format {
        Format::Text => words::text(&text),
        Format::Name => name::one(&text),
        Format::Names => name::several(&text),
        Format::Number => number::count(&text),
        Format::Ordinal => number::ordinal(&text),
        Format::Money => number::money(&text),
        Format::Date => date::partial(raw),
        Format::Day => date::day(raw, lean),
        Format::Days => date::days(raw, lean),
        Format::Weekday => words::weekday(&text),
        Format::Phones => phone::several(&text),
        Format::Id => id::number(raw),
        Format::UnitAndDone => words::unit_and_done(&text, lean),
        Format::Village => words::village(&text),
        Format::Group => words::group(&text),
        Format::Levels => words::levels(&text),
        Format::Code(list) => words::code(list, &text),
    }
}

/// Whether a cell is as an edition for outside prints it: 130****5142, 张*, 保密. In a column of 是 and 否, 保密 says 是.
pub fn is_masked(text: &str, format: &Format) -> bool {
    text.contains(['*', '＊']) || text.trim() == "保密" && !matches!(format, Format::Code(_))
}

fn is_blank(text: &str, format: &Format) -> bool {
    let bare = crate::numeral::without_spaces(&crate::numeral::plain(text));
    let dash = bare.chars().all(|c| matches!(c, '/' | '\\' | '-' | '—' | '–' | '－' | '_' | '.' | '、'));
    let none = matches!(bare.as_str(), "无" | "空" | "暂无") && !matches!(format, Format::Text | Format::Code(_));
    dash || none
}

/// Text with characters of old code pages at their place in today's standard.
#[cfg(test)]
pub(crate) fn modernised(text: &str) -> String {
    text.chars().map(name::modern).collect()
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
