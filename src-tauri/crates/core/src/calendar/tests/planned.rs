//! The days of a store: rules, collisions, what was entered by hand.

use chrono::NaiveDate;

use crate::calendar::ReceptionRule;
use crate::calendar::days::Calendar;
use crate::calendar::plan::{PlannedDay, planned};
use crate::entry::day::{DayDraft, save};
use crate::world::{World, world};
use crate::{Hand, Op};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn change(world: &mut World, body: impl FnOnce(&mut crate::store::Tx<'_>) -> crate::Result<()>) {
    let mut hand = Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 50_000);
    world.store.transact(&mut hand, Op::Demo, body).unwrap();
}

fn with_rules(rules: &[(&str, &str)]) -> World {
    let mut world = world();
    let site_id = Some(world.station.clone());
    change(&mut world, |tx| {
        for (sort, (rule, collision)) in (0..).zip(rules) {
            let (id, created) = tx.fresh();
            let collision = Some((*collision).to_owned());
            let (site_id, rule) = (site_id.clone(), (*rule).to_owned());
            tx.insert(&ReceptionRule { id, created, site_id, rule, collision, sort, ..ReceptionRule::default() })?;
        }
        Ok(())
    });
    world
}

fn between(world: &World, from: &str, to: &str) -> Vec<PlannedDay> {
    planned(world.store.db(), Calendar::shipped(), Some(&world.station), (day(from), day(to))).unwrap()
}

fn held(days: &[PlannedDay]) -> Vec<String> {
    days.iter().map(|d| d.held.map_or("-".to_owned(), |held| held.to_string())).collect()
}

#[test]
fn two_days_that_fall_together_are_joined_or_go_on_as_the_rule_says() {
    let joined = between(&with_rules(&[("每月15日、20日，节假日顺延", "merge")]), "2026-02-01", "2026-02-28");
    assert_eq!(held(&joined), ["2026-02-24"], "one day");
    let why = joined[0].why.clone().unwrap();
    assert!(why.contains("2026-02-15 和 2026-02-20 的接待日同在 2026-02-24，合并为一天"), "{why}");
    let apart = between(&with_rules(&[("每月15日、20日，节假日顺延", "next_workday")]), "2026-02-01", "2026-02-28");
    assert_eq!(held(&apart), ["2026-02-24", "2026-02-25"], "two days");
    assert!(apart[1].why.clone().unwrap().contains("再顺延到 2026-02-25"), "and it says why");
    let two_rules = with_rules(&[("每月15日", "merge"), ("每周五", "next_workday")]);
    let may = between(&two_rules, "2026-05-10", "2026-05-24");
    assert_eq!(held(&may), ["2026-05-15", "2026-05-18", "2026-05-22"], "two rules of one site on Friday the 15th");
}

#[test]
fn daily_duty_gives_way_to_a_reception_day() {
    let week = between(&with_rules(&[("每个工作日坐班", "merge"), ("每月15日", "merge")]), "2026-05-11", "2026-05-17");
    assert_eq!(week.len(), 5, "one entry a workday");
    let rule = &week.iter().find(|d| d.planned == day("2026-05-15")).unwrap().rule_id;
    assert_ne!(rule, &week[0].rule_id, "the 15th is the reception day");
}

#[test]
fn days_are_moved_across_the_edges_of_the_window() {
    let world = with_rules(&[("每月30日", "merge")]);
    assert_eq!(held(&between(&world, "2025-01-01", "2025-01-31")), [""; 0], "January 30, 2025 is 春节");
    assert_eq!(held(&between(&world, "2025-02-01", "2025-02-28")), ["2025-02-05"], "and is held in February");
}

#[test]
fn what_was_entered_is_matched_by_its_date_or_by_its_rule() {
    let mut world = with_rules(&[("每月15日", "merge")]);
    let found = between(&world, "2023-01-01", "2023-03-31");
    assert_eq!(held(&found), ["2023-01-15", "2023-02-15", "2023-03-15"], "January and March were entered");
    assert!(found[0].activity_id.is_some() && found[1].activity_id.is_none(), "by date");
    let (rule_id, site_id) = (found[1].rule_id.clone(), Some(world.station.clone()));
    let moved = DayDraft {
        date: "2023-02-17".into(),
        site_id: site_id.clone(),
        rule_id,
        planned_on: Some("2023-02-15".into()),
        ..DayDraft::default()
    };
    let extra = DayDraft { date: "2023-02-21".into(), site_id: site_id.clone(), ..DayDraft::default() };
    let none = DayDraft { date: "2023-04-17".into(), site_id, held: Some(false), ..DayDraft::default() };
    change(&mut world, |tx| [moved, extra, none].iter().try_for_each(|draft| save(tx, draft).map(drop)));
    let found = between(&world, "2023-02-01", "2023-04-30");
    assert_eq!(
        held(&found),
        ["2023-02-17", "2023-02-21", "2023-03-15", "2023-04-15", "-"],
        "moved by hand, extra, cancelled"
    );
    assert_eq!(found[0].planned, day("2023-02-15"), "the day by the rule is kept");
    assert_eq!(found[0].why.as_deref(), Some("按规则是 2023-02-15，改到 2023-02-17"), "and that it was moved");
    assert_eq!(
        (found[1].rule_id.clone(), found[4].why.as_deref()),
        (None, Some("取消")),
        "without a rule; with a reason"
    );
}

#[test]
fn a_rule_holds_only_for_its_time() {
    let mut world = with_rules(&[("每周五", "merge")]);
    change(&mut world, |tx| {
        let rule = tx.db().having::<ReceptionRule>("rule", "每周五")?.pop().unwrap();
        tx.update(&ReceptionRule { since: Some("2026-05-10".into()), until: Some("2026-05-25".into()), ..rule })
    });
    assert_eq!(held(&between(&world, "2026-05-01", "2026-06-30")), ["2026-05-15", "2026-05-22"], "two Fridays");
}
