//! Twenty rules over 2019–2026, each day found a second time: by looking at every one of the 2,922 days and asking whether
//! it fits, with the days off read anew from the files. Nothing of the recurrence or of the moving is used.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};
use serde_json::Value;

use crate::calendar::days::Calendar;
use crate::calendar::estimate::Outlook;
use crate::calendar::recur::ANCHOR;
use crate::calendar::shift::{How, Shift, all};
use crate::calendar::when::When;

type Fits = fn(NaiveDate) -> bool;

/// Days off and make-up days, straight from the files.
struct Notices {
    off: BTreeSet<NaiveDate>,
    work: BTreeSet<NaiveDate>,
}

fn notices() -> Notices {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/holidays");
    let (mut off, mut work) = (BTreeSet::new(), BTreeSet::new());
    for year in 2019..=2026 {
        let text = std::fs::read_to_string(folder.join(format!("{year}.json"))).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        for day in file["days"].as_array().unwrap() {
            let date: NaiveDate = day["date"].as_str().unwrap().parse().unwrap();
            let set = if day["off"].as_bool().unwrap() { &mut off } else { &mut work };
            set.insert(date);
        }
    }
    off.insert(NaiveDate::from_ymd_opt(2027, 1, 1).unwrap());
    Notices { off, work }
}

impl Notices {
    fn weekend(&self, day: NaiveDate) -> bool {
        day.weekday().number_from_monday() > 5 && !self.work.contains(&day) && !self.off.contains(&day)
    }

    fn moved(&self, how: How, day: NaiveDate) -> Option<NaiveDate> {
        let off = |d: NaiveDate| self.off.contains(&d) || (how.weekends && self.weekend(d));
        if !off(day) || how.shift == Shift::Keep {
            return Some(day);
        }
        let mut next = day;
        match how.shift {
            Shift::Skip => return None,
            Shift::WeekLater => {
                while off(next) {
                    next = next + Days::new(7);
                }
            }
            _ => {
                while self.off.contains(&next) || self.weekend(next) || next == day {
                    next = next + Days::new(1);
                }
            }
        }
        Some(next)
    }
}

fn number(day: NaiveDate) -> u32 {
    day.weekday().number_from_monday()
}

fn last_of_month(day: NaiveDate) -> bool {
    (day + Days::new(1)).month() != day.month()
}

/// Lunar market days, counted on from a list of first days of lunar months as the almanac prints them.
fn lunar_day(day: NaiveDate) -> u32 {
    // 2026: the first days of the lunar months from the eleventh of 2025 on.
    let firsts = [
        "2025-12-20",
        "2026-01-19",
        "2026-02-17",
        "2026-03-19",
        "2026-04-17",
        "2026-05-17",
        "2026-06-15",
        "2026-07-14",
        "2026-08-13",
        "2026-09-11",
        "2026-10-10",
        "2026-11-09",
        "2026-12-09",
        "2027-01-08",
    ];
    let first = firsts.iter().map(|t| t.parse::<NaiveDate>().unwrap()).rfind(|f| *f <= day);
    first.map_or(0, |first| u32::try_from((day - first).num_days()).unwrap() + 1)
}

const RULES: [(&str, Shift, bool, Fits); 20] = [
    ("FREQ=WEEKLY;BYDAY=FR", Shift::NextWorkday, false, |d| number(d) == 5),
    ("FREQ=WEEKLY;BYDAY=FR", Shift::WeekLater, false, |d| number(d) == 5),
    ("FREQ=WEEKLY;BYDAY=MO,WE", Shift::NextWorkday, false, |d| number(d) == 1 || number(d) == 3),
    ("FREQ=WEEKLY;BYDAY=SA", Shift::NextWorkday, true, |d| number(d) == 6),
    ("FREQ=WEEKLY;BYDAY=SU", Shift::Keep, false, |d| number(d) == 7),
    ("FREQ=MONTHLY;BYMONTHDAY=15", Shift::NextWorkday, false, |d| d.day() == 15),
    ("FREQ=MONTHLY;BYMONTHDAY=15", Shift::NextWorkday, true, |d| d.day() == 15),
    ("FREQ=MONTHLY;BYMONTHDAY=20", Shift::Skip, false, |d| d.day() == 20),
    ("FREQ=MONTHLY;BYMONTHDAY=15,20", Shift::WeekLater, false, |d| d.day() == 15 || d.day() == 20),
    ("FREQ=MONTHLY;BYMONTHDAY=31", Shift::NextWorkday, true, |d| d.day() == 31),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", Shift::Skip, true, last_of_month),
    ("FREQ=MONTHLY;BYDAY=1MO", Shift::WeekLater, false, |d| number(d) == 1 && d.day() <= 7),
    ("FREQ=MONTHLY;BYDAY=1MO,1TU", Shift::NextWorkday, false, |d| number(d) <= 2 && d.day() <= 7),
    ("FREQ=MONTHLY;BYDAY=3WE", Shift::NextWorkday, false, |d| number(d) == 3 && (15..=21).contains(&d.day())),
    ("FREQ=MONTHLY;BYDAY=-1FR", Shift::WeekLater, false, |d| number(d) == 5 && (d + Days::new(7)).month() != d.month()),
    ("FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=15", Shift::NextWorkday, false, |d| {
        d.month() % 2 == 1 && d.day() == 15
    }),
    ("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=1", Shift::NextWorkday, true, |d| d.month() % 3 == 1 && d.day() == 1),
    ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=8", Shift::NextWorkday, false, |d| d.month() % 2 == 1 && d.day() == 8),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", Shift::NextWorkday, false, |d| {
        // Thursday of the week that began 2018-01-01, and of every second week after it.
        number(d) == 4 && (d - ANCHOR).num_days() / 7 % 2 == 0
    }),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", Shift::NextWorkday, false, |d| {
        number(d) <= 5 && (d.day() == 1 || (number(d) == 1 && d.day() <= 3))
    }),
];

#[test]
fn twenty_rules_over_eight_years_agree_with_a_look_at_every_day() {
    let (from, to) = (NaiveDate::from_ymd_opt(2019, 1, 1).unwrap(), NaiveDate::from_ymd_opt(2026, 12, 31).unwrap());
    let every: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= to).collect();
    assert_eq!(every.len(), 2922, "eight years");
    let outlook = Outlook::new(Calendar::shipped(), (from, to));
    let notices = notices();
    let mut held = 0;
    for (rule, shift, weekends, fits) in RULES {
        let how = How { shift, weekends };
        let planned = When::Recur(rule.to_owned()).days(&outlook, ANCHOR, (from, to)).unwrap();
        let found: BTreeMap<_, _> = all(&outlook, how, &planned, false).iter().map(|h| (h.planned, h.held)).collect();
        let again: BTreeMap<_, _> =
            every.iter().filter(|day| fits(**day)).map(|day| (*day, notices.moved(how, *day))).collect();
        assert_eq!(found, again, "{rule} {shift:?} weekends {weekends}");
        held += found.len();
    }
    assert!(held > 3_000, "{held} days were compared");
}

#[test]
fn market_days_of_a_year_agree_with_the_almanac() {
    let (from, to) = (NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), NaiveDate::from_ymd_opt(2026, 12, 31).unwrap());
    let outlook = Outlook::new(Calendar::shipped(), (from, to));
    let found = When::Lunar(vec![2, 5, 8]).days(&outlook, from, (from, to)).unwrap();
    let again: Vec<_> =
        from.iter_days().take_while(|d| *d <= to).filter(|d| matches!(lunar_day(*d) % 10, 2 | 5 | 8)).collect();
    assert_eq!(found, again, "农历逢二五八");
}
