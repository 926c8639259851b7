//! Rosters of a few deputies by hand; of any deputies by chance; of a township of 115 over a year.

use std::collections::{BTreeSet, HashSet};
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{Rota, Slot, groups, propose};
use crate::entry::demo;
use crate::roster::Levels;
use crate::roster::deputies::{Deputy, Seat, deputies};
use crate::roster::tests::township;
use crate::site;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn levels() -> Levels {
    Levels { own: "镇代表".into(), upper: "县代表".into() }
}

/// A deputy of a point (empty = of none), of levels: `镇`, `县`, `县镇`.
fn deputy(name: &str, site: &str, of: &str) -> Deputy {
    let seat = |level: char| Seat {
        level: level.to_string(),
        upper: level == '县',
        since: String::new(),
        until: "9999".into(),
    };
    let site = (!site.is_empty()).then(|| site.to_owned());
    Deputy {
        id: name.into(),
        name: name.into(),
        point: site.is_some(),
        site_id: site.clone(),
        site,
        seats: of.chars().map(seat).collect(),
        ..Deputy::default()
    }
}

fn away(deputy: Deputy, since: &str, until: &str) -> Deputy {
    Deputy { leaves: vec![(since.into(), until.into())], ..deputy }
}

fn slot(date: &str, site: &str, (own, upper): (usize, usize)) -> Slot {
    let (site_id, point) = (Some(site.to_owned()), site != "镇联络站");
    Slot { date: day(date), site_id, site: site.into(), point, own, upper, sits: Vec::new() }
}

fn names(rota: &Rota, deputies: &[Deputy]) -> Vec<String> {
    let of = |seated: &Vec<super::Seated>| {
        seated.iter().map(|s| deputies[s.who].name.as_str()).collect::<Vec<_>>().join("、")
    };
    rota.days.iter().map(of).collect()
}

/// Why, who, when, whether points help each other out; who sits there, and what is told.
type Case<'a> = (&'a str, Vec<Deputy>, Vec<Slot>, bool, &'a [&'a str], &'a [&'a str]);

#[test]
fn each_wish_is_met_or_told() {
    let two = || vec![deputy("甲", "东关", "县镇"), deputy("乙", "东关", "镇"), deputy("丙", "西关", "县")];
    let cases: [Case<'_>; 7] = [
        ("one of each level together", two(), vec![slot("2026-03-20", "东关", (1, 1))], true, &["甲、乙"], &[]),
        (
            "leave is respected, and what is lacking is told with its reason",
            vec![away(deputy("甲", "东关", "县"), "2026-03-18", "2026-03-20"), deputy("乙", "东关", "镇")],
            vec![slot("2026-03-20", "东关", (1, 1))],
            true,
            &["乙"],
            &["2026-03-20 东关：没有可排的县代表（1人请假），只排镇代表。"],
        ),
        (
            "a deputy of both levels takes one seat, never both",
            vec![deputy("甲", "东关", "县镇")],
            vec![slot("2026-03-20", "东关", (1, 1))],
            true,
            &["甲"],
            &["2026-03-20 东关：没有可排的镇代表（没有这一级的代表），只排县代表。"],
        ),
        (
            "another point helps out, and it is told",
            two(),
            vec![slot("2026-03-20", "西关", (1, 1))],
            true,
            &["丙、乙"],
            &["2026-03-20 西关：本点没有可排的镇代表，由东关的乙值班。"],
        ),
        (
            "or does not, where the station does not wish it",
            two(),
            vec![slot("2026-03-20", "西关", (1, 1))],
            false,
            &["丙"],
            &["2026-03-20 西关：没有可排的镇代表（没有这一级的代表），只排县代表。"],
        ),
        (
            "nobody sits twice on a date: the point comes before the station",
            vec![deputy("甲", "东关", "县")],
            vec![slot("2026-03-20", "镇联络站", (0, 1)), slot("2026-03-20", "东关", (0, 1))],
            true,
            &["", "甲"],
            &["2026-03-20 镇联络站：没有可排的县代表（1人当天已排），暂时无人值班。"],
        ),
        (
            "two days running only where there is nobody else",
            vec![deputy("甲", "东关", "镇"), deputy("乙", "东关", "镇")],
            vec![slot("2026-03-19", "东关", (1, 0)), slot("2026-03-20", "东关", (2, 0))],
            true,
            &["甲", "乙、甲"],
            &["甲有2天与前后一天连着值班（首次2026-03-19）：人手不够，避不开。"],
        ),
    ];
    for (why, deputies, slots, borrow, days, unmet) in cases {
        let rota = propose(&slots, &deputies, (&levels(), borrow));
        assert_eq!(names(&rota, &deputies), days, "{why}");
        assert_eq!(rota.unmet, unmet, "{why}");
    }
}

#[test]
fn leave_in_the_second_half_is_made_up_for_in_the_first() {
    let deputies = vec![away(deputy("甲", "东关", "镇"), "2026-07-01", "2026-12-31"), deputy("乙", "东关", "镇")];
    let months = (1..=12).map(|m| slot(&format!("2026-{m:02}-20"), "东关", (1, 0)));
    let slots: Vec<Slot> = months.collect();
    let rota = propose(&slots, &deputies, (&levels(), true));
    let of = |who: usize| rota.days.iter().flatten().filter(|s| s.who == who).count();
    assert_eq!((of(0), of(1)), (6, 6), "甲 takes all of the first half");
    assert!(rota.unmet.is_empty(), "{:?}", rota.unmet);
}

#[test]
fn what_was_served_before_counts_and_a_difference_that_is_too_great_is_told() {
    let before = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"].map(day).to_vec();
    let deputies = vec![Deputy { served: before, ..deputy("甲", "东关", "镇") }, deputy("乙", "东关", "镇")];
    let slots = [slot("2026-02-20", "东关", (1, 0)), slot("2026-03-20", "东关", (1, 0))];
    let rota = propose(&slots, &deputies, (&levels(), true));
    assert_eq!(names(&rota, &deputies), ["乙", "乙"], "who served least comes first");
    assert_eq!(rota.unmet, ["东关镇代表：最多值班4次，最少2次；乙此前值班比别人少，这段时间补不齐。"]);
}

/// Days of a proposal by chance: which site, how many days after the one before, how many seats.
type Given = (usize, u64, usize, usize);

fn slots_of(given: &[Given]) -> Vec<Slot> {
    let mut date = day("2026-01-01");
    let one = |(site, after, own, upper): &Given| {
        date = date + Days::new(*after);
        slot(&date.to_string(), ["镇联络站", "东关", "西关"][*site], (*own, *upper))
    };
    given.iter().map(one).collect()
}

fn deputy_of((site, of, leave): (usize, usize, Option<(u64, u64)>), at: usize) -> Deputy {
    let made = deputy(&format!("代表{at}"), ["", "东关", "西关"][site], ["镇", "县", "县镇"][of]);
    let from = |days| (day("2026-01-01") + Days::new(days)).to_string();
    match leave {
        Some((since, days)) => away(made, &from(since), &from(since + days)),
        None => made,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn no_roster_breaks_a_rule_and_each_difference_has_its_reason(
        days in prop::collection::vec((0..3_usize, 0..12_u64, 0..3_usize, 0..3_usize), 1..40),
        people in prop::collection::vec((0..3_usize, 0..3_usize, prop::option::weighted(0.3, (0..300_u64, 0..90_u64))), 1..18),
        borrow: bool,
    ) {
        let slots = slots_of(&days);
        let deputies: Vec<Deputy> = people.iter().enumerate().map(|(at, says)| deputy_of(*says, at)).collect();
        let rota = propose(&slots, &deputies, (&levels(), borrow));
        let mut busy = HashSet::new();
        for (slot, day) in slots.iter().zip(&rota.days) {
            let text = slot.date.to_string();
            for seated in day {
                let who = &deputies[seated.who];
                prop_assert!(!who.is_away(&text), "{} is on leave on {text}", who.name);
                prop_assert!(busy.insert((seated.who, slot.date)), "{} sits twice on {text}", who.name);
                let (above, own) = who.holds(&text);
                prop_assert!(if seated.upper { above } else { own }, "{} has no such mandate", who.name);
            }
            for (upper, wished, label) in [(true, slot.upper, "县代表"), (false, slot.own, "镇代表")] {
                let found = day.iter().filter(|s| s.upper == upper).count();
                let said = rota.unmet.iter().any(|s| s.starts_with(&format!("{text} {}：", slot.site)) && s.contains(label));
                prop_assert!(found <= wished && (found == wished || said), "{found} of {wished} {label} on {text} and nothing told");
            }
        }
        for group in groups(&deputies) {
            let counts: Vec<usize> = group.iter().map(|who| rota.days.iter().flatten().filter(|s| s.who == *who).count()).collect();
            let (most, least) = (counts.iter().max().unwrap(), counts.iter().min().unwrap());
            let label = super::label(&deputies[group[0]]);
            prop_assert!(most - least <= 1 || rota.unmet.iter().any(|s| s.starts_with(&label)), "{label}: {counts:?}, {:?}", rota.unmet);
        }
        prop_assert_eq!(rota, propose(&slots, &deputies, (&levels(), borrow)), "the same every time");
    }

    #[test]
    fn deputies_who_can_stand_for_each_other_are_within_one(
        days in prop::collection::vec((0..3_usize, 1..12_u64, 0..3_usize, 0..2_usize), 1..40),
        people in prop::collection::vec((0..3_usize, 0..2_usize), 1..18),
    ) {
        let slots = slots_of(&days);
        let deputies: Vec<Deputy> = people.iter().enumerate().map(|(at, (site, of))| deputy_of((*site, *of, None), at)).collect();
        let rota = propose(&slots, &deputies, (&levels(), true));
        for group in groups(&deputies) {
            let counts: BTreeSet<usize> = group.iter().map(|who| rota.days.iter().flatten().filter(|s| s.who == *who).count()).collect();
            let spread = counts.last().unwrap() - counts.first().unwrap();
            prop_assert!(spread <= 1, "nobody was away, no date comes twice: {counts:?}");
        }
    }
}

/// Twelve 15ths at the station and 20ths at the points; or every week at all of them.
fn year(sites: &[(Option<String>, String)], weekly: bool) -> Vec<Slot> {
    let months = |(at, (site_id, site)): (usize, &(Option<String>, String))| {
        let (point, site_id, site) = (at > 0, site_id.clone(), site.clone());
        let first = day("2026-01-02");
        let monthly = |m| NaiveDate::from_ymd_opt(2026, m, if point { 20 } else { 15 });
        let dates: Vec<NaiveDate> = if weekly {
            (0..52).map(|week| first + Days::new(week * 7)).collect()
        } else {
            (1..=12).filter_map(monthly).collect()
        };
        let slot = move |date| Slot {
            date,
            site_id: site_id.clone(),
            site: site.clone(),
            point,
            own: 2,
            upper: 1,
            sits: Vec::new(),
        };
        dates.into_iter().map(slot).collect::<Vec<_>>()
    };
    sites.iter().enumerate().flat_map(months).collect()
}

#[test]
fn a_years_roster_of_115_deputies_is_even_and_quick() {
    let (store, _folder) = township(day("2026-01-05"));
    let deputies = deputies(store.db(), ("2026-01-01", "2026-12-31")).unwrap();
    let sites: Vec<_> = site::edit::all(store.db()).unwrap().into_iter().map(|s| (Some(s.id), s.name)).collect();
    assert_eq!((deputies.len(), sites.len()), (demo::DEPUTIES, 6), "one station and five points");
    for weekly in [false, true] {
        let slots = year(&sites, weekly);
        let began = Instant::now();
        let rota = propose(&slots, &deputies, (&levels(), true));
        let took = began.elapsed();
        assert!(took < Duration::from_secs(1), "{took:?}");
        assert!(rota.days.iter().all(|day| day.len() == 3), "every seat is taken");
        for group in groups(&deputies) {
            let of = |who: &usize| rota.days.iter().flatten().filter(|s| s.who == *who).count();
            let counts: BTreeSet<usize> = group.iter().map(of).collect();
            assert!(counts.last().unwrap() - counts.first().unwrap() <= 1, "{counts:?}");
        }
        assert!(rota.unmet.is_empty(), "{:?}", rota.unmet);
    }
}

/// A roster as the slots of the next one: whoever sits there, sits there already.
fn standing(slots: &[Slot], rota: &Rota, deputies: &[Deputy]) -> Vec<Slot> {
    let sits = |day: &Vec<super::Seated>| day.iter().map(|s| deputies[s.who].id.clone()).collect();
    slots.iter().zip(&rota.days).map(|(slot, day)| Slot { sits: sits(day), ..slot.clone() }).collect()
}

/// How many seats somebody else has taken.
fn changed(before: &Rota, after: &Rota) -> usize {
    let of = |(old, new): (&Vec<super::Seated>, &Vec<super::Seated>)| {
        new.iter().filter(|s| !old.iter().any(|was| was.who == s.who)).count()
    };
    before.days.iter().zip(&after.days).map(of).sum()
}

#[test]
fn a_leave_of_one_month_changes_its_own_days_and_as_many_to_make_up_for_them() {
    let (store, _folder) = township(day("2026-01-05"));
    let deputies = deputies(store.db(), ("2026-01-01", "2026-12-31")).unwrap();
    let sites: Vec<_> = site::edit::all(store.db()).unwrap().into_iter().map(|s| (Some(s.id), s.name)).collect();
    for weekly in [false, true] {
        let slots = year(&sites, weekly);
        let first = propose(&slots, &deputies, (&levels(), true));
        let slots = standing(&slots, &first, &deputies);
        assert_eq!(changed(&first, &propose(&slots, &deputies, (&levels(), true))), 0, "nothing happened");
        for who in 0..deputies.len() {
            let mut now = deputies.clone();
            now[who] = away(now[who].clone(), "2026-03-01", "2026-03-31");
            let of_leave = |at: &usize| {
                slots[*at].date.to_string().starts_with("2026-03") && first.days[*at].iter().any(|s| s.who == who)
            };
            let days = (0..slots.len()).filter(of_leave).count();
            let moved = changed(&first, &propose(&slots, &now, (&levels(), true)));
            assert!(moved <= 2 * days, "{}: {days} days of leave, {moved} seats changed", now[who].name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn who_still_may_keeps_the_seat_and_evenness_holds(
        days in prop::collection::vec((0..3_usize, 1..12_u64, 0..3_usize, 0..2_usize), 1..40),
        people in prop::collection::vec((0..3_usize, 0..2_usize), 1..18),
        (who, since, length) in (0..18_usize, 0..200_u64, 0..31_u64),
    ) {
        let slots = slots_of(&days);
        let mut deputies: Vec<Deputy> = people.iter().enumerate().map(|(at, (site, of))| deputy_of((*site, *of, None), at)).collect();
        let first = propose(&slots, &deputies, (&levels(), true));
        let slots = standing(&slots, &first, &deputies);
        prop_assert_eq!(&first.days, &propose(&slots, &deputies, (&levels(), true)).days, "nothing happened");
        let who = who % deputies.len();
        let from = |days| (day("2026-01-01") + Days::new(days)).to_string();
        deputies[who] = away(deputies[who].clone(), &from(since), &from(since + length));
        let lost = slots.iter().zip(&first.days)
            .filter(|(slot, day)| deputies[who].is_away(&slot.date.to_string()) && day.iter().any(|s| s.who == who)).count();
        let then = propose(&slots, &deputies, (&levels(), true));
        let moved = changed(&first, &then);
        prop_assert!(moved <= 3 * lost, "{lost} days of leave, {moved} seats changed");
    }
}
