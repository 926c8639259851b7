//! One value in all its spellings, and anything at all without a panic.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::tests::{short, text};
use super::{Leaning, Parsed, Value, id, parse};
use crate::fields::Format;
use crate::numeral::is_han;
use crate::read::Raw;

fn formats() -> Vec<Format> {
    let names = [
        "text",
        "name",
        "names",
        "number",
        "ordinal",
        "date",
        "day",
        "days",
        "weekday",
        "phones",
        "id",
        "unit_and_done",
        "village",
        "group",
        "levels",
        "money",
        "code:nation",
    ];
    names.iter().filter_map(|n| Format::try_from((*n).to_owned()).ok()).collect()
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c })
        .collect()
}

proptest! {
    #[test]
    fn nothing_panics_whatever_a_cell_holds(words in "\\PC{0,40}", mixed in "[0-9年月日.、/()（）\u{3000} Ee+x张伟·—-]{0,24}", n in any::<f64>()) {
        let lean = Leaning { year: Some(2023), not_before: NaiveDate::from_ymd_opt(2023, 6, 1) };
        for format in formats() {
            for raw in [Raw::Text(words.clone()), Raw::Text(mixed.clone()), Raw::Number(n)] {
                if let Parsed::Doubtful(_, message) | Parsed::LeftOut(message) = parse(&format, &raw, lean) {
                    prop_assert!(message.ends_with('。'), "a message is a sentence: {message}");
                }
            }
        }
    }

    #[test]
    fn a_name_is_the_same_in_any_spelling(name in "[一-龥]{2,4}", other in "[一-龥]{3}") {
        prop_assume!(name.chars().chain(other.chars()).all(is_han) && !name.contains('等') && !other.contains('等'));
        prop_assume!(!matches!(name.as_str(), "暂无"));
        let padded: String = name.chars().map(String::from).collect::<Vec<_>>().join("\u{3000}");
        for words in [name.clone(), padded.clone(), format!(" {name} "), format!("{name}（女）"), format!("{padded}(女)")] {
            let Parsed::Value(Value::Name(read)) = text(&Format::Name, &words) else { panic!("{words} is a name") };
            prop_assert_eq!(&read.name, &name);
        }
        for mark in ["、", "，", ",", "；", "/", "\n"] {
            let Parsed::Value(Value::Names(read)) = text(&Format::Names, &format!("{name}{mark}{other}")) else { panic!("two names") };
            prop_assert_eq!(read.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), [name.as_str(), other.as_str()]);
        }
    }

    #[test]
    fn an_interpunct_is_the_same_in_any_spelling(front in "[一-龥]{2,4}", back in "[一-龥]{2,4}", dot in "[·•‧・.．･]") {
        prop_assume!(!front.contains('等') && !back.contains('等'));
        let Parsed::Value(Value::Name(read)) = text(&Format::Name, &format!("{front}{dot}{back}")) else { panic!("a name") };
        prop_assert_eq!(read.name, format!("{front}·{back}"));
    }

    #[test]
    fn a_date_is_the_same_in_any_spelling(y in 1930_i32..2030, m in 1_u32..=12, d in 1_u32..=28) {
        let day = NaiveDate::from_ymd_opt(y, m, d).map(|d| d.to_string()).unwrap_or_default();
        let whole = [
            format!("{y}.{m}.{d}"), format!("{y}.{m:02}.{d:02}"), format!("{y}-{m}-{d}"), format!("{y}/{m:02}/{d}"),
            format!("{y}年{m}月{d}日"), format!("{y}{m:02}{d:02}"), format!("{y}年{m}月{d}号"),
        ];
        for words in whole.iter().flat_map(|w| [w.clone(), full_width(w)]) {
            prop_assert_eq!(short(&text(&Format::Date, &words)), day.clone(), "{}", words);
            prop_assert_eq!(short(&text(&Format::Day, &words)), day.clone(), "{}", words);
        }
        for words in [format!("{y}.{m:02}"), format!("{y}年{m}月"), format!("{y}{m:02}"), format!("{y}-{m}")] {
            prop_assert_eq!(short(&text(&Format::Date, &words)), format!("{y}-{m:02}"), "{}", words);
        }
        let lean = Leaning { year: Some(y), not_before: None };
        for words in [format!("{m}月{d}日"), format!("{m}.{d}"), format!("{m}/{d:02}")] {
            prop_assert_eq!(short(&parse(&Format::Day, &Raw::Text(words), lean)), day.clone());
        }
    }

    #[test]
    fn a_phone_is_the_same_in_any_spelling(head in 13_u64..=19, rest in 0_u64..1_000_000_000) {
        let phone = format!("{head}{rest:09}");
        let (a, b, c) = (&phone[..3], &phone[3..7], &phone[7..]);
        for words in [phone.clone(), format!("{a} {b} {c}"), format!("{a}-{b}-{c}"), full_width(&phone), format!("+86{phone}"), format!("{phone}.0")] {
            prop_assert_eq!(short(&text(&Format::Phones, &words)), phone.clone());
        }
        let number = Raw::Number(phone.parse::<f64>().unwrap_or_default());
        prop_assert_eq!(short(&parse(&Format::Phones, &number, Leaning::default())), phone.clone());
    }

    #[test]
    fn an_id_number_is_the_same_in_any_spelling(area in 110_000_u32..660_000, y in 1930_i32..2006, m in 1_u32..=12, d in 1_u32..=28, order in 0_u32..1000) {
        let body = format!("{area}{y}{m:02}{d:02}{order:03}");
        let Some(check) = id::check_digit(&body) else { panic!("seventeen digits") };
        let number = format!("{body}{check}");
        let spaced = format!("{} {} {}", &number[..6], &number[6..14], &number[14..]);
        for words in [number.clone(), number.to_lowercase(), full_width(&number), spaced, format!("'{number}")] {
            let Parsed::Value(Value::Id(read)) = text(&Format::Id, &words) else { panic!("{words} is sound") };
            prop_assert_eq!(&read.number, &number);
            prop_assert_eq!(read.birth, NaiveDate::from_ymd_opt(y, m, d));
        }
        let wrong = if check == '0' { '1' } else { '0' };
        let misread = text(&Format::Id, &format!("{body}{wrong}"));
        prop_assert!(!matches!(misread, Parsed::Value(_)), "a wrong check digit is never accepted without a word");
    }
}
