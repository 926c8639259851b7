//! Whether a cell of a workbook says what a cell of a register says: numbers, sums and dates as values, words as words.

use chrono::NaiveDate;
use station_intake::read::Raw;
use station_intake::{Format as Reads, Typing, Value, read_as};
use station_table::{Cell, Format, PartialDate};

/// Whether both say the same.
pub(super) fn same((cell, format): (&Cell, Format), raw: Option<&Raw>) -> bool {
    let text = text(raw);
    if words(&cell.shown_as(format), &text) || words(&cell.shown(), &text) {
        return true;
    }
    match cell {
        Cell::Empty => text.is_empty(),
        Cell::Number(n) => matches!(read(&Reads::Number, &text), Some(Value::Number(m)) if m == *n),
        Cell::Money(fen) => matches!(read(&Reads::Money, &text), Some(Value::Money(m)) if m == *fen),
        Cell::Date(date) => match read(&Reads::Date, &text) {
            // A column of months hides the day.
            Some(Value::Date(said)) if format == Format::Month => month(said) == month(*date),
            Some(Value::Date(said)) => said == *date,
            _ => false,
        },
        // A share is computed, a picture is no text.
        Cell::Share(_) | Cell::Picture(_) => true,
        Cell::Text(_) => false,
    }
}

fn month(date: PartialDate) -> String {
    date.to_string().chars().take(7).collect()
}

fn read(reads: &Reads, text: &str) -> Option<Value> {
    // Nothing that a register shows leaves out its year.
    let typing = Typing { today: NaiveDate::default(), past: false };
    read_as(reads, text, typing).ok().flatten()
}

/// The words of a cell of a workbook; empty when there is none.
pub(super) fn text(raw: Option<&Raw>) -> String {
    raw.map(Raw::shown).unwrap_or_default().replace("\r\n", "\n").trim().to_owned()
}

/// Whether two texts say the same but for blanks at the ends of lines and how lines end.
pub(super) fn words(a: &str, b: &str) -> bool {
    let lines = |text: &str| text.trim().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    lines(a) == lines(b)
}

#[cfg(test)]
mod tests {
    use station_intake::read::Raw;
    use station_table::{Cell, Format, PartialDate};

    use super::same;

    fn day(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn values_are_compared_not_how_they_are_written() {
        let text = |t: &str| Some(Raw::Text(t.to_owned()));
        let date = |t: &str| match day(t) {
            PartialDate::Day(day) => Some(Raw::Date(day)),
            other => panic!("{other} is no day"),
        };
        let cases = [
            (Cell::Number(3), Format::Number, Some(Raw::Number(3.0)), true),
            (Cell::Number(3), Format::Number, text("3人"), true),
            (Cell::Number(3), Format::Number, Some(Raw::Number(4.0)), false),
            (Cell::Money(1_200_000), Format::Money, Some(Raw::Number(12000.0)), true),
            (Cell::Money(1_200_000), Format::Money, text("1.2万元"), true),
            (Cell::Money(1_200_000), Format::Money, text("12,000.00"), true),
            (Cell::Money(1_200_050), Format::Money, Some(Raw::Number(12000.5)), true),
            (Cell::Date(day("2023-08-15")), Format::Date, date("2023-08-15"), true),
            (Cell::Date(day("2023-08-15")), Format::Date, text("2023年8月15日"), true),
            (Cell::Date(day("2023-08-15")), Format::MonthDay, text("8月15日"), true),
            (Cell::Date(day("1960-09-04")), Format::Month, text("1960-09"), true),
            (Cell::Date(day("1960-09-04")), Format::Month, text("1960.10"), false),
            (Cell::Date(day("1960-09")), Format::Date, date("1960-09-04"), false),
            (Cell::text("13092285142"), Format::Text, Some(Raw::Number(13_092_285_142.0)), true),
            (Cell::text("一\n二"), Format::Text, text("一 \r\n二\n"), true),
            (Cell::text("一二"), Format::Text, text("一 二"), false),
            (Cell::Empty, Format::Text, None, true),
            (Cell::Empty, Format::Text, text("新"), false),
            (Cell::text("旧"), Format::Text, None, false),
        ];
        for (cell, format, raw, expected) in cases {
            assert_eq!(same((&cell, format), raw.as_ref()), expected, "{cell:?} beside {raw:?}");
        }
    }
}
