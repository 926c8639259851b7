//! Values into cells: numbers as numbers, money in yuan, dates as dates where the template shows dates.

use chrono::NaiveDate;
use station_table::{Cell, Format, PartialDate};

use crate::strings;
use crate::styles::{Shows, Style};
use crate::tree::{Element, Node};

/// One value for one cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'a> {
    pub cell: &'a Cell,
    /// How its column shows it, where it goes in as text.
    pub format: Format,
}

/// Puts a value into a cell of that style; an empty one leaves an empty cell.
pub(crate) fn put(cell: &mut Element, value: Value, style: Style, from_1904: bool) {
    clear(cell);
    match (value.cell, style.shows) {
        (Cell::Empty, _) => {}
        (Cell::Number(number), _) => put_number(cell, &number.to_string()),
        (Cell::Money(_), _) => put_number(cell, &yuan(value.cell)),
        (Cell::Share(share), Shows::Share) => put_number(cell, &share.to_string()),
        (Cell::Date(PartialDate::Day(day)), Shows::Date) => match serial(*day, from_1904) {
            Some(days) => put_number(cell, &days.to_string()),
            None => strings::put_text(cell, &value.cell.shown_as(value.format)),
        },
        (other, _) => match other.shown_as(value.format) {
            text if text.is_empty() => {}
            text => strings::put_text(cell, &text),
        },
    }
}

/// Puts a plain number into a cell.
pub(crate) fn put_number(cell: &mut Element, number: &str) {
    let mut value = Element::new(cell.named("v"));
    value.set_text(number);
    cell.children = vec![Node::Element(value)];
}

/// Takes the value out of a cell; its style stays.
pub(crate) fn clear(cell: &mut Element) {
    cell.children.clear();
    cell.unset(&["t", "cm", "vm"]);
}

/// 123450 分 as `1234.5`.
fn yuan(money: &Cell) -> String {
    money.shown().trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The number of a day as workbooks count; none before March 1900, where Excel counts a day that never was.
fn serial(day: NaiveDate, from_1904: bool) -> Option<i64> {
    let (zero, first) = if from_1904 { ((1904, 1, 1), 0) } else { ((1899, 12, 30), 61) };
    let zero = NaiveDate::from_ymd_opt(zero.0, zero.1, zero.2)?;
    Some(day.signed_duration_since(zero).num_days()).filter(|days| *days >= first)
}

/// Whether a cell holds neither value nor formula.
pub(crate) fn is_empty(cell: &Element) -> bool {
    cell.elements().all(|e| !matches!(e.local(), "v" | "f" | "is"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cell: &Cell, format: Format, shows: Shows) -> String {
        let mut element = Element::new("c".to_owned());
        element.set("s", "3");
        put(&mut element, Value { cell, format }, Style { shows, ..Style::default() }, false);
        let kind = element.get("t").unwrap_or_default();
        let deepest = |e: &Element| e.child("t").map_or_else(|| e.text(), Element::text);
        kind + &element.elements().map(deepest).collect::<String>()
    }

    #[test]
    fn values_are_written_as_what_they_are() {
        let day = Cell::Date(PartialDate::day(2023, 12, 5).unwrap());
        let month = Cell::Date(PartialDate::month(1975, 8).unwrap());
        let early = Cell::Date(PartialDate::day(1900, 1, 5).unwrap());
        let cases = [
            (Cell::Empty, Format::Text, Shows::Number, ""),
            (Cell::text("13912340000"), Format::Text, Shows::Number, "inlineStr13912340000"),
            (Cell::text("甲\u{1}\n<乙>"), Format::Text, Shows::Number, "inlineStr甲\n<乙>"),
            (Cell::Number(12), Format::Number, Shows::Number, "12"),
            (Cell::Money(123_450), Format::Money, Shows::Number, "1234.5"),
            (Cell::Money(-5), Format::Money, Shows::Number, "-0.05"),
            (Cell::Money(0), Format::Money, Shows::Number, "0"),
            (Cell::Share(0.875), Format::Share, Shows::Share, "0.875"),
            (Cell::Share(0.875), Format::Share, Shows::Number, "inlineStr87.5%"),
            (day.clone(), Format::MonthDay, Shows::Date, "45265"),
            (day, Format::MonthDay, Shows::Number, "inlineStr12月5日"),
            (month, Format::Month, Shows::Date, "inlineStr1975-08"),
            (early, Format::Date, Shows::Date, "inlineStr1900-01-05"),
        ];
        for (cell, format, shows, expected) in cases {
            assert_eq!(written(&cell, format, shows), expected, "{cell:?} as {format:?} where {shows:?} is shown");
        }
    }
}
