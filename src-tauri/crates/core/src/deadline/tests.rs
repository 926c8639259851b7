//! Deadlines checked by hand: each with its article, across month ends, holidays, stops and extensions.

use chrono::NaiveDate;

use super::due::{due, extended};
use super::rules::{Rules, name, presets};
use super::{Kind, Unit};
use crate::calendar::days::Calendar;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What for, from when, stopped from … to …, until when, by which article; and why it is so.
type Case = (Kind, &'static str, &'static [(&'static str, &'static str)], &'static str, &'static str, &'static str);

const LAW: &str = "代表法第五十一条";
const CASES: [Case; 34] = [
    (Kind::Suggestion, "2026-05-25", &[], "2026-08-25", LAW, "three months, the same day"),
    (Kind::SuggestionExtended, "2026-05-25", &[], "2026-11-25", LAW, "six months"),
    (Kind::Suggestion, "2026-11-30", &[], "2027-02-28", LAW, "February has no 30th"),
    (Kind::Suggestion, "2027-11-30", &[], "2028-02-29", LAW, "in a leap year it has a 29th"),
    (Kind::Suggestion, "2026-11-29", &[], "2027-02-28", LAW, "nor a 29th in a common year"),
    (Kind::Suggestion, "2026-01-31", &[], "2026-04-30", LAW, "April has no 31st"),
    (Kind::Suggestion, "2026-03-31", &[], "2026-06-30", LAW, "nor June"),
    (Kind::Suggestion, "2026-05-31", &[], "2026-08-31", LAW, "August has one"),
    (Kind::Suggestion, "2026-10-15", &[], "2027-01-15", LAW, "over the turn of the year"),
    (Kind::SuggestionExtended, "2026-08-31", &[], "2027-02-28", LAW, "six months end in February"),
    (Kind::SuggestionExtended, "2023-08-31", &[], "2024-02-29", LAW, "and in a leap year"),
    (Kind::Suggestion, "2026-05-25", &[("2026-06-01", "2026-06-11")], "2026-09-04", LAW, "ten days stopped"),
    (
        Kind::Suggestion,
        "2026-05-25",
        &[("2026-06-01", "2026-06-01")],
        "2026-08-25",
        LAW,
        "stopped and restarted at once",
    ),
    (
        Kind::Suggestion,
        "2026-05-25",
        &[("2026-06-01", "2026-06-11"), ("2026-07-01", "2026-07-06")],
        "2026-09-09",
        LAW,
        "two stops add up",
    ),
    (
        Kind::SuggestionExtended,
        "2026-05-25",
        &[("2026-06-01", "2026-06-11")],
        "2026-12-05",
        LAW,
        "extended and stopped",
    ),
    (Kind::PetitionInform, "2026-02-10", &[], "2026-02-25", "信访工作条例第二十三条", "fifteen days, holidays count"),
    (Kind::PetitionInform, "2026-09-20", &[], "2026-10-05", "信访工作条例第二十三条", "may end within a holiday"),
    (Kind::Petition, "2026-01-01", &[], "2026-03-02", "信访工作条例第三十四条", "sixty days"),
    (Kind::Petition, "2024-01-01", &[], "2024-03-01", "信访工作条例第三十四条", "sixty days with a 29 February"),
    (Kind::PetitionExtended, "2026-01-01", &[], "2026-04-01", "信访工作条例第三十四条", "thirty days more"),
    (
        Kind::Petition,
        "2026-01-01",
        &[("2026-01-10", "2026-01-20")],
        "2026-03-12",
        "信访工作条例第三十四条",
        "ten days stopped",
    ),
    (
        Kind::PetitionObject,
        "2026-04-30",
        &[],
        "2026-05-11",
        "信访工作条例第二十三条",
        "6, 7, 8, make-up Saturday 9, 11 May",
    ),
    (Kind::PetitionObject, "2026-06-17", &[], "2026-06-25", "信访工作条例第二十三条", "over 端午: 18, 22, 23, 24, 25"),
    (
        Kind::Return,
        "2026-02-11",
        &[],
        "2026-03-03",
        "参照河南省代表建议办理办法第十四条",
        "12, 13, make-up 14, 24–28 (28 make-up), then 2 and 3 March",
    ),
    (
        Kind::Return,
        "2026-09-21",
        &[],
        "2026-10-12",
        "参照河南省代表建议办理办法第十四条",
        "22–24, 28–30 September, 8, 9, make-up Saturday 10 and 12 October",
    ),
    (Kind::Return, "2026-03-02", &[], "2026-03-16", "参照河南省代表建议办理办法第十四条", "two plain weeks"),
    (
        Kind::Return,
        "2026-03-02",
        &[("2026-03-04", "2026-03-09")],
        "2026-03-19",
        "参照河南省代表建议办理办法第十四条",
        "4, 5 and 6 March do not count",
    ),
    (Kind::Feedback, "2026-04-30", &[], "2026-05-18", "参照河南省代表建议办理办法第二十二条", "6–9, 11–15, 18 May"),
    (Kind::Tell, "2026-09-24", &[], "2026-10-09", "本站规定", "28, 29, 30, then 8 and 9 October"),
    (Kind::Tell, "2025-12-31", &[], "2026-01-08", "本站规定", "make-up Sunday 4, then 5–8 January"),
    (Kind::HandOn, "2026-01-30", &[], "2026-02-04", "本站规定", "over a plain weekend"),
    (Kind::HandOn, "2026-02-12", &[], "2026-02-24", "本站规定", "13, make-up Saturday 14, then 24 February"),
    (Kind::Opinion, "2026-01-20", &[], "2026-02-04", "本站规定", "fifteen days"),
    (Kind::Redo, "2026-01-31", &[], "2026-02-28", "参照河南省代表建议办理办法第二十二条", "a month ends with February"),
];

#[test]
fn deadlines_are_as_counted_by_hand() {
    for (kind, from, stops, until, article, why) in CASES {
        let rule = Rules::default().on(kind, from).unwrap();
        let stops: Vec<_> = stops.iter().map(|(from, to)| (day(from), day(to))).collect();
        let due = due(Calendar::shipped(), &rule, day(from), &stops);
        assert_eq!((due.date, due.article.as_str()), (day(until), article), "{kind:?} from {from}: {why}");
    }
}

#[test]
fn every_kind_ships_with_a_name_a_rule_and_an_article() {
    for kind in Kind::ALL {
        let rule = Rules::default().on(kind, "2026-01-01").unwrap();
        assert!(rule.amount > 0 && !rule.article.is_empty() && !name(kind).is_empty(), "{kind:?} can be explained");
    }
    assert!(presets().iter().any(|p| p.name == "山东"), "provinces can be taken over with one press");
}

#[test]
fn a_deadline_is_explained_in_one_line() {
    let rule = Rules::default().on(Kind::Suggestion, "2026-05-25").unwrap();
    let line = due(Calendar::shipped(), &rule, day("2026-05-25"), &[]).explained("交办", day("2026-05-25"));
    assert_eq!(
        line, "交办 2026-05-25，三个月，代表法第五十一条 → 2026-08-25",
        "what, how long, by which article, until"
    );
    assert_eq!(extended(Kind::Suggestion), Kind::SuggestionExtended, "an extension has a rule of its own");
}

#[test]
fn the_units_are_three() {
    for unit in [Unit::Month, Unit::Day, Unit::WorkingDay] {
        assert_eq!(Unit::of(unit.key()), Some(unit), "the store gives back what it was given");
    }
}
