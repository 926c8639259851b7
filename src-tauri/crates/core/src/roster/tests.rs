//! The roster of the small world: proposed, accepted, taken back; changed by hand; what it lacks.

use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::ask::{Proposal, RosterAsk, proposal};
use super::balance::balance;
use super::gaps::{empty, notice_due};
use super::stands::roster;
use super::wishes::{self, SiteWishes, Wishes};
use crate::entry::roster::leave::{self, LeaveDraft};
use crate::entry::roster::swap::{self, SwapDraft};
use crate::entry::roster::{RosterDraft, accept};
use crate::history;
use crate::paper;
use crate::store::{Key, Store, Tx};
use crate::world::{World, world};
use crate::{Error, Hand, Op, Result, entry};

fn write<T>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    let before = history::list(world.store.db(), 1).unwrap().first().map_or(0, |row| row.seq);
    let from = 1_000_000 + u64::try_from(before).unwrap() * 1000;
    let mut hand = Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), from);
    Ok(world.store.transact(&mut hand, Op::SaveStation, body)?.value)
}

fn undo(world: &mut World) {
    let mut hand = Hand::counted("测试", world.today.and_hms_opt(11, 0, 0).unwrap(), 9_000_000);
    history::undo(&mut world.store, &mut hand).unwrap();
}

fn asked(from: &str, to: &str) -> RosterAsk {
    RosterAsk { from: from.into(), to: to.into(), ..RosterAsk::default() }
}

/// `2023-04-15 镇联络站 罗建`, kept days in brackets.
fn days(proposal: &Proposal) -> Vec<String> {
    let one = |day: &super::ask::ProposedDay| {
        let names: Vec<&str> = day.deputies.iter().map(|d| d.name.as_str()).collect();
        let said = format!("{} {} {}", day.date, day.site, names.join("、"));
        if day.kept { format!("({said})") } else { said }
    };
    proposal.days.iter().map(one).collect()
}

fn standing(world: &World, date: &str) -> Vec<String> {
    let found = crate::activity::search::days(world.store.db(), (date, date)).unwrap();
    found.iter().flat_map(|day| &day.deputies).map(|d| d.name.clone()).collect()
}

#[test]
fn days_that_passed_or_are_rostered_stay_and_what_they_lack_is_told() {
    let mut world = world();
    let ask = asked("2023-03-01", "2023-04-30");
    let first = proposal(world.store.db(), &ask, world.today).unwrap();
    assert_eq!(days(&first), ["(2023-03-15 镇联络站 罗建、张伟、姚㛃)", "(2023-04-15 镇联络站 罗建)"]);
    assert_eq!(first.unmet, ["2023-04-15 镇联络站：已有安排，镇代表比要求少1名，保留原样。"]);
    let leave = LeaveDraft {
        person_id: world.luo.clone(),
        since: "2023-04-10".into(),
        until: Some("2023-04-20".into()),
        ..LeaveDraft::default()
    };
    write(&mut world, |tx| leave::save(tx, &leave)).unwrap();
    let kept = proposal(world.store.db(), &ask, world.today).unwrap();
    assert!(kept.unmet.contains(&"2023-04-15 镇联络站：已排的罗建请假，请换人。".to_owned()), "{:?}", kept.unmet);
    let past = proposal(world.store.db(), &asked("2022-01-01", "2022-03-31"), world.today).unwrap().unmet;
    assert!(past[0].starts_with("2022-01-01至2022-03-31已经过去"), "what and why, not nothing: {past:?}");
    let anew = proposal(world.store.db(), &RosterAsk { redo: true, ..ask }, world.today).unwrap();
    assert_eq!(days(&anew)[1], "2023-04-15 镇联络站 姚㛃、张伟", "rostered anew without who is on leave");
}

#[test]
fn what_is_accepted_is_written_over_what_stands_and_taken_back_at_once() {
    let mut world = world();
    let ask = RosterAsk { redo: true, ..asked("2023-04-01", "2023-04-30") };
    let mut draft = RosterDraft { days: proposal(world.store.db(), &ask, world.today).unwrap().days };
    let mut more = draft.days[0].clone();
    more.activity_id = None;
    more.date = "2023-04-22".into();
    more.planned_on = Some("2023-04-20".into());
    more.hours = Some("9:00—11:30".into());
    draft.days.push(more);
    let label = write(&mut world, |tx| accept(tx, &draft)).unwrap().label;
    assert_eq!(label, "已采用排班，共2个接待日");
    let named = standing(&world, "2023-04-15");
    assert_eq!(named.len(), 2, "{named:?}: one of each level");
    assert_eq!(standing(&world, "2023-04-22"), named);
    write(&mut world, |tx| accept(tx, &draft)).unwrap();
    let count = "SELECT count(*) FROM activity WHERE kind_id = 'activity.reception_day' AND voided IS NULL AND since > '2023-04'";
    assert_eq!(world.store.db().value::<i64>(count, []).unwrap(), Some(2), "accepted twice, written once");
    undo(&mut world);
    assert_eq!(standing(&world, "2023-04-15"), ["罗建"], "one undo takes all back");
    assert_eq!(world.store.db().value::<i64>(count, []).unwrap(), Some(1));
    let nothing = write(&mut world, |tx| accept(tx, &RosterDraft::default()));
    assert!(matches!(nothing, Err(Error::Problems(_))), "nothing to write is said");
}

#[test]
fn a_change_of_duty_is_on_both_days_and_is_kept() {
    let mut world = world();
    let day = |date: &str| {
        let found = crate::activity::search::days(world.store.db(), (date, date)).unwrap();
        found[0].id.clone()
    };
    let (april, february) = (day("2023-04-15"), day("2023-02-20"));
    let draft = SwapDraft {
        activity_id: april.clone(),
        person_id: world.luo.clone(),
        by_person_id: world.yao.clone(),
        other_activity_id: Some(february.clone()),
        reason: Some("出差".into()),
        ..SwapDraft::default()
    };
    assert_eq!(write(&mut world, |tx| swap::save(tx, &draft)).unwrap().label, "已登记调班 2023-04-15 罗建→姚㛃");
    assert_eq!(standing(&world, "2023-04-15"), ["姚㛃"]);
    assert_eq!(standing(&world, "2023-02-20"), ["罗建", "李四", "姚㛃"], "in her place on the list; a visit names her");
    let stands = roster(world.store.db(), ("2023-04-01", "2023-04-30"), world.today).unwrap();
    let swap = &stands.swaps[0];
    let told = (swap.name.as_str(), swap.by_name.as_str(), swap.other_date.as_deref(), swap.agreed_on.as_str());
    assert_eq!(told, ("罗建", "姚㛃", Some("2023-02-20"), "2023-03-31"));
    let redo = RosterAsk { redo: true, ..asked("2023-04-01", "2023-04-30") };
    let anew = proposal(world.store.db(), &redo, world.today).unwrap();
    assert!(anew.days[0].kept, "a day that was changed by hand is not rostered anew");
    let Err(Error::Problems(again)) = write(&mut world, |tx| swap::save(tx, &draft)) else { panic!("refused") };
    let fields: Vec<&str> = again.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(fields, ["person_id", "by_person_id", "other_activity_id", "other_activity_id"], "they changed already");
}

#[test]
fn the_balance_counts_who_came_who_was_excused_and_who_is_rostered() {
    let world = world();
    let balance = balance(world.store.db(), ("2023-01-01", "2023-12-31"), world.today).unwrap();
    let told: Vec<String> = balance
        .rows
        .iter()
        .map(|r| {
            let counts = [r.planned, r.served, r.came, r.excused, r.absent].map(|n| n.to_string()).join(" ");
            format!("{} {} {counts} {}", r.name, r.level, r.last.as_deref().unwrap_or("-"))
        })
        .collect();
    assert_eq!(told, ["罗建 县 2 1 1 1 0 2023-01-15", "张伟 镇 2 2 2 0 0 2023-03-15", "姚㛃 市 2 2 2 0 0 2023-03-15"]);
    let spread: Vec<_> = balance.groups.iter().map(|g| (g.deputies, g.least, g.most)).collect();
    assert_eq!(spread, [(1, 2, 2), (1, 2, 2), (1, 2, 2)], "by level and site: the city's deputy is no county deputy");
}

#[test]
fn days_ahead_that_lack_somebody_or_a_notice_are_named() {
    let mut world = world();
    let lacks = roster(world.store.db(), ("2023-04-01", "2023-04-30"), world.today).unwrap().gaps;
    assert_eq!((lacks[0].date.as_str(), lacks[0].wished, lacks[0].rostered), ("2023-04-15", 2, 1));
    assert!(empty(world.store.db(), world.today).unwrap().is_empty(), "somebody sits on each day");
    let near = "2023-04-13".parse().unwrap();
    assert_eq!(notice_due(world.store.db(), near).unwrap().len(), 1, "two days before");
    assert!(notice_due(world.store.db(), world.today).unwrap().is_empty(), "two weeks before");
    let wishes =
        Wishes { sites: vec![SiteWishes { site_id: world.station.clone(), own: 1, upper: 0 }], ..Wishes::default() };
    write(&mut world, |tx| wishes::save(tx, &wishes)).unwrap();
    let lacks = roster(world.store.db(), ("2023-04-01", "2023-04-30"), world.today).unwrap().gaps;
    assert!(lacks.is_empty(), "the station wishes for one only: {lacks:?}");
    let none = Wishes { own: 0, upper: 0, ..Wishes::default() };
    assert!(matches!(write(&mut world, |tx| wishes::save(tx, &none)), Err(Error::Problems(_))), "nobody is no wish");
}

/// The practice township on a day: 115 deputies, a station and five points.
pub(super) fn township(today: NaiveDate) -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("station.db"), &Key::new([7; 32])).unwrap();
    let mut hand = Hand::counted("测试", today.and_hms_opt(9, 0, 0).unwrap(), 1);
    let found = |tx: &mut Tx<'_>| {
        entry::station::found(tx, &entry::demo::station())?;
        entry::demo::fill(tx, 1, &mut |_, _| Ok(()))
    };
    store.transact(&mut hand, Op::Demo, found).unwrap();
    (store, folder)
}

#[test]
fn a_year_is_rostered_anew_at_once_after_a_change() {
    let today = "2025-12-31".parse().unwrap();
    let (mut store, _folder) = township(today);
    let ask = asked("2026-01-01", "2026-12-31");
    let quick = |store: &Store| {
        let began = Instant::now();
        let made = proposal(store.db(), &ask, today).unwrap();
        assert!(began.elapsed() < Duration::from_secs(1), "well under a second");
        for group in &made.balance.groups {
            let told = made.unmet.iter().any(|said| said.starts_with(&group.group));
            assert!(group.most - group.least <= 1 || told, "{group:?}");
        }
        made
    };
    let first = quick(&store);
    assert!(first.days.len() > 100, "six sites, twice a month");
    let away = first.days[0].deputies[0].person_id.clone().unwrap();
    let leave = LeaveDraft {
        person_id: away.clone(),
        since: "2026-03-01".into(),
        until: Some("2026-06-30".into()),
        ..LeaveDraft::default()
    };
    let mut hand = Hand::counted("测试", today.and_hms_opt(10, 0, 0).unwrap(), 5_000_000);
    store.transact(&mut hand, Op::SaveStation, |tx| leave::save(tx, &leave)).unwrap();
    let then = quick(&store);
    let busy = then.days.iter().filter(|d| ("2026-03-01".."2026-07-01").contains(&d.date.as_str()));
    assert!(busy.flat_map(|d| &d.deputies).all(|d| d.person_id.as_ref() != Some(&away)), "leave is respected");
}

#[test]
fn the_printed_roster_names_both_levels_and_a_public_one_no_telephone() {
    let world = world();
    let printed = |edition| {
        let ask = paper::roster::Ask {
            from: "2023-01-01".into(),
            to: "2023-12-31".into(),
            edition,
            ..paper::roster::Ask::default()
        };
        paper::roster::roster(world.store.db(), &ask).unwrap()
    };
    let inside = printed(station_table::Edition::Internal);
    assert_eq!(inside.subjects[0].head, ["填报单位：清河镇人大", "2023年", "共4个接待日"]);
    let shown = inside.shown();
    for text in ["2023-01-15", "星期日", "镇联络站", "罗建", "张伟", "罗建 13092285142\n张伟 13092285142"]
    {
        assert!(shown.contains(&text.to_owned()), "{text} in {shown:?}");
    }
    let public = printed(station_table::Edition::Public).shown();
    assert!(!public.iter().any(|text| text.contains("13092285142")), "{public:?}");
}
