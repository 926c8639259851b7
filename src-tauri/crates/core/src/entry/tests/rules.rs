//! Rules of reception days: by structure, in words, several of a site; and the site's own form beside them.

use crate::calendar::ReceptionRule;
use crate::entry::rule::{RuleDraft, preview, rules, save, void};
use crate::entry::station;
use crate::store::Tx;
use crate::world::{World, world};
use crate::{Hand, Op, Result};

fn change<T>(world: &mut World, from: u64, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    let mut hand = Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), from);
    world.store.transact(&mut hand, Op::Demo, body).map(|done| done.value)
}

fn draft(world: &World) -> RuleDraft {
    RuleDraft { site_id: Some(world.station.clone()), ..RuleDraft::default() }
}

#[test]
fn a_rule_is_told_in_words_and_words_become_a_rule() {
    let mut world = world();
    let built = RuleDraft { rrule: Some("FREQ=MONTHLY;BYMONTHDAY=15,20".into()), ..draft(&world) };
    let typed = RuleDraft { words: "每周五上午，节假日不接待".into(), ..draft(&world) };
    let loose = RuleDraft { words: "另行通知".into(), ..draft(&world) };
    change(&mut world, 50_000, |tx| [built, typed, loose].iter().try_for_each(|d| save(tx, d).map(drop))).unwrap();
    let rows = rules(world.store.db()).unwrap();
    assert_eq!(rows[0].draft.words, "每月15日、20日", "the structure has words");
    assert_eq!(rows[1].draft.rrule.as_deref(), Some("FREQ=WEEKLY;BYDAY=FR"), "the words have a structure");
    assert_eq!(
        (rows[1].draft.shift.as_deref(), rows[1].draft.hours.as_deref()),
        (Some("skip"), Some("上午")),
        "and more"
    );
    assert!(!rows[2].understood, "what says no days is kept as it is");
    assert_eq!(rows[0].site, "镇联络站", "with its site");
}

#[test]
fn the_next_days_are_shown_before_anything_is_saved() {
    let mut world = world();
    let friday = RuleDraft { rrule: Some("FREQ=WEEKLY;BYDAY=FR".into()), ..draft(&world) };
    let mut hand = Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 50_000);
    let today = "2026-02-10".parse().unwrap();
    let shown = world.store.rehearse(&mut hand, |tx| preview(tx, &friday, (today, 6))).unwrap();
    let days: Vec<String> = shown.days.iter().filter_map(|next| next.day.held).map(|day| day.to_string()).collect();
    assert_eq!(days, ["2026-02-13", "2026-02-24", "2026-02-27", "2026-03-06", "2026-03-13", "2026-03-20"], "six");
    assert!(shown.days[1].day.why.as_deref().unwrap().contains("是春节假期"), "with the reason");
    assert!(shown.days[0].lunar.is_none(), "this rule does not go by the moon");
    assert!(rules(world.store.db()).unwrap().is_empty(), "nothing was saved");
}

#[test]
fn a_rule_by_the_moon_tells_its_lunar_days() {
    let mut world = world();
    let market = RuleDraft { lunar: Some("2,5,8".into()), ..draft(&world) };
    let mut hand = Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 50_000);
    let today = "2026-03-02".parse().unwrap();
    let shown = world.store.rehearse(&mut hand, |tx| preview(tx, &market, (today, 3))).unwrap();
    let days: Vec<(String, &str)> =
        shown.days.iter().map(|next| (next.day.planned.to_string(), next.lunar.as_deref().unwrap())).collect();
    let told = [("2026-03-03", "正月十五"), ("2026-03-06", "正月十八"), ("2026-03-10", "正月廿二")];
    assert_eq!(days, told.map(|(day, lunar)| (day.to_owned(), lunar)), "as the almanac prints them");
}

#[test]
fn only_a_site_and_its_days_must_be_said() {
    let mut world = world();
    for (case, field) in [
        (RuleDraft { rrule: Some("FREQ=DAILY".into()), ..RuleDraft::default() }, "site_id"),
        (draft(&world), "words"),
        (RuleDraft { rrule: Some("每周五".into()), ..draft(&world) }, "rrule"),
        (RuleDraft { lunar: Some("2,15".into()), ..draft(&world) }, "lunar"),
        (RuleDraft { daily: true, until: Some("明年".into()), ..draft(&world) }, "until"),
    ] {
        let error = change(&mut world, 50_000, |tx| save(tx, &case)).unwrap_err();
        assert!(error.problems().iter().any(|p| p.field == field), "{field}: {error:?}");
    }
}

#[test]
fn a_rule_that_is_put_off_by_weeks_does_not_count_weekends() {
    let mut world = world();
    let shift = Some("week_later".to_owned());
    let rule = RuleDraft { rrule: Some("FREQ=MONTHLY;BYMONTHDAY=15".into()), shift, weekends: true, ..draft(&world) };
    let id = change(&mut world, 50_000, |tx| save(tx, &rule)).unwrap().id;
    let kept: ReceptionRule = world.store.db().get(&id).unwrap();
    assert!(!kept.weekends, "a Sunday a week later is a Sunday");
}

#[test]
fn the_form_of_the_site_keeps_several_rules_while_their_words_are_left() {
    let mut world = world();
    let all = ["每月15日", "每周五"].map(|words| RuleDraft { words: words.into(), ..draft(&world) });
    change(&mut world, 50_000, |tx| all.iter().try_for_each(|d| save(tx, d).map(drop))).unwrap();
    let mut says = station::load(world.store.db()).unwrap();
    assert_eq!(says.sites[0].rule.as_deref(), Some("每月15日；每周五"), "both are told");
    change(&mut world, 60_000, |tx| station::save(tx, &says)).unwrap();
    assert_eq!(rules(world.store.db()).unwrap().len(), 2, "saving the form changes neither");
    says.sites[0].rule = Some("单月15日".into());
    change(&mut world, 70_000, |tx| station::save(tx, &says)).unwrap();
    let rows = rules(world.store.db()).unwrap();
    assert_eq!(rows.len(), 1, "other words are one rule");
    assert_eq!(
        rows[0].draft.rrule.as_deref(),
        Some("FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=15"),
        "and understood"
    );
    let id = rows[0].draft.id.clone().unwrap();
    change(&mut world, 80_000, |tx| void(tx, &id)).unwrap();
    assert!(rules(world.store.db()).unwrap().is_empty(), "a rule that is voided is gone from the list");
}
