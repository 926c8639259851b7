//! Vectors computed by hand from the notices.

use chrono::NaiveDate;

use crate::calendar::days::Calendar;
use crate::calendar::estimate::Outlook;
use crate::calendar::recur;
use crate::calendar::shift::{Held, How, Shift, all, held};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moved(shift: Shift, weekends: bool, text: &str) -> Held {
    let planned = day(text);
    held(&Outlook::new(Calendar::shipped(), (planned, planned)), How { shift, weekends }, planned)
}

#[test]
fn days_off_go_on_to_the_next_workday() {
    for (planned, to) in [
        ("2026-01-02", "2026-01-04"),
        ("2026-02-20", "2026-02-24"),
        ("2026-05-01", "2026-05-06"),
        ("2026-06-19", "2026-06-22"),
        ("2026-09-25", "2026-09-28"),
        ("2026-10-02", "2026-10-08"),
        ("2026-02-15", "2026-02-24"),
        ("2026-09-20", "2026-09-20"),
        ("2026-03-15", "2026-03-15"),
        ("2026-05-04", "2026-05-06"),
        ("2026-05-05", "2026-05-06"),
        ("2026-10-05", "2026-10-08"),
        ("2026-10-06", "2026-10-08"),
    ] {
        assert_eq!(moved(Shift::NextWorkday, false, planned).held, Some(day(to)), "{planned}");
    }
}

#[test]
fn plain_weekends_move_only_where_the_station_says_so() {
    for (planned, to) in [
        ("2026-03-15", "2026-03-16"),
        ("2026-08-15", "2026-08-17"),
        ("2026-11-15", "2026-11-16"),
        ("2026-09-20", "2026-09-20"),
    ] {
        assert_eq!(moved(Shift::NextWorkday, true, planned).held, Some(day(to)), "{planned}");
        assert_eq!(moved(Shift::NextWorkday, false, planned).held, Some(day(planned)), "{planned} without weekends");
    }
}

#[test]
fn one_township_moved_the_first_monday_and_tuesday_by_a_week() {
    let january = (day("2022-01-01"), day("2022-01-31"));
    let planned = recur::days("FREQ=MONTHLY;BYDAY=1MO,1TU", recur::ANCHOR, january).unwrap();
    assert_eq!(planned, [day("2022-01-03"), day("2022-01-04")], "by the rule");
    let outlook = Outlook::new(Calendar::shipped(), january);
    let how = How { shift: Shift::WeekLater, weekends: false };
    let held: Vec<Held> = all(&outlook, how, &planned, true);
    let to: Vec<_> = held.iter().filter_map(|day| day.held).collect();
    assert_eq!(to, [day("2022-01-10"), day("2022-01-11")], "the Tuesday goes with its Monday");
    assert_eq!(
        held[1].why.as_deref(),
        Some("2022-01-04 与同一周放假的 2022-01-03 一起顺延到下周同日 2022-01-11"),
        "and says why"
    );
    let apart: Vec<_> = all(&outlook, how, &planned, false).iter().filter_map(|day| day.held).collect();
    assert_eq!(apart, [day("2022-01-10"), day("2022-01-04")], "days of a week that are no sitting move each alone");
}

#[test]
fn the_reason_is_said_in_words() {
    for (shift, weekends, planned, why) in [
        (Shift::NextWorkday, false, "2026-02-20", Some("2026-02-20 是春节假期，顺延到下一个工作日 2026-02-24")),
        (Shift::NextWorkday, true, "2026-03-15", Some("2026-03-15 是星期日，顺延到下一个工作日 2026-03-16")),
        (Shift::WeekLater, false, "2026-05-01", Some("2026-05-01 是劳动节假期，顺延到下周同日 2026-05-08")),
        (Shift::Skip, false, "2026-10-02", Some("2026-10-02 是国庆节假期，当日不接待")),
        (Shift::Keep, false, "2026-10-02", None),
        (Shift::NextWorkday, false, "2026-03-13", None),
    ] {
        assert_eq!(moved(shift, weekends, planned).why.as_deref(), why, "{planned} {shift:?}");
    }
}

#[test]
fn a_year_without_a_notice_is_estimated_and_says_so() {
    let first = moved(Shift::NextWorkday, false, "2027-02-06");
    assert_eq!(first.held, Some(day("2027-02-09")), "初一 to 初三, and then the first Tuesday");
    assert!(first.estimated && first.why.unwrap().contains("尚未公布"), "it rests on a guess");
    assert!(moved(Shift::NextWorkday, false, "2027-03-10").estimated, "an ordinary day may still become one");
    assert!(!moved(Shift::Keep, false, "2027-02-06").estimated, "what never moves rests on nothing");
    assert!(!moved(Shift::NextWorkday, false, "2026-03-10").estimated, "2026 is announced");
}
