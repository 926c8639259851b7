//! The life of a matter in a real store: no order of steps leads where nobody is next, time runs backwards, or a matter is
//! closed whose voter was not told; each step can be taken back.

use proptest::prelude::*;

use super::{StepDraft, preview, save, void};
use crate::matter::life::{next, offers, state};
use crate::matter::read::course;
use crate::matter::rules::{Kind, State};
use crate::matter::{Matter, Raised};
use crate::store::Tx;
use crate::world::{World, world};
use crate::{Hand, Op, Result, history};

fn done<T>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    let made: i64 = world.store.db().value("SELECT count(*) FROM operation", []).unwrap().unwrap();
    let now = world.today.and_hms_opt(10, 0, 0).unwrap() + chrono::TimeDelta::minutes(made);
    let mut hand = Hand::counted("测试", now, 1000 * made.unsigned_abs());
    Ok(world.store.transact(&mut hand, Op::SaveStep { step: "步骤".into() }, body)?.value)
}

/// A matter that a visit raised, with nothing decided yet.
fn fresh(world: &World) -> String {
    let sql = "SELECT id FROM matter WHERE words = '水压不足'";
    world.store.db().value(sql, []).unwrap().unwrap()
}

fn full(world: &World, id: &str, (kind, day): (Kind, &str)) -> StepDraft {
    StepDraft {
        unit: matches!(kind, Kind::Handed | Kind::Guided).then(|| "水利站".to_owned()),
        words: Some("已说明".into()),
        by_whom: Some("联络员".into()),
        way_id: (kind == Kind::Told).then(|| "way.phone".to_owned()),
        deputies: if matches!(kind, Kind::Accepted | Kind::TakenUp) { vec![world.luo.clone()] } else { Vec::new() },
        ..StepDraft::of(id, kind, day)
    }
}

#[test]
fn a_voters_word_goes_all_the_way_and_back() {
    let mut world = world();
    let id = fresh(&world);
    let steps = [
        (Kind::Accepted, "2023-03-09", State::已接单),
        (Kind::Handed, "2023-03-10", State::办理中),
        (Kind::Signed, "2023-03-11", State::办理中),
        (Kind::Returned, "2023-03-13", State::已退回),
        (Kind::Handed, "2023-03-14", State::办理中),
        (Kind::Chased, "2023-03-20", State::办理中),
        (Kind::Extended, "2023-03-21", State::办理中),
        (Kind::Stopped, "2023-03-22", State::已中止),
        (Kind::Restarted, "2023-03-25", State::办理中),
        (Kind::Replied, "2023-03-26", State::已答复),
        (Kind::Talked, "2023-03-27", State::已答复),
        (Kind::Told, "2023-03-28", State::已告知),
        (Kind::Closed, "2023-03-29", State::已办结),
        (Kind::Reopened, "2023-03-30", State::已接单),
        (Kind::Handed, "2023-03-30", State::办理中),
        (Kind::Replied, "2023-03-30", State::已答复),
        (Kind::Told, "2023-03-30", State::已告知),
        (Kind::Closed, "2023-03-30", State::已办结),
    ];
    for (kind, day, expected) in steps {
        let draft = full(&world, &id, (kind, day));
        done(&mut world, |tx| save(tx, &draft)).unwrap_or_else(|e| panic!("{kind:?} on {day}: {e}"));
        let life = course(world.store.db(), &id).unwrap();
        assert_eq!(state(&life), expected, "after {kind:?}");
        let mut hand = Hand::counted("测试", world.today.and_hms_opt(11, 0, 0).unwrap(), 5000);
        history::undo(&mut world.store, &mut hand).expect("every step can be undone");
        history::redo(&mut world.store, &mut hand).expect("and done again");
        assert_eq!(course(world.store.db(), &id).unwrap(), life, "and is what it was");
    }
    let life = course(world.store.db(), &id).unwrap();
    let due: Vec<_> =
        life.steps.iter().filter(|s| s.due.is_some()).map(|s| (s.kind, s.due.unwrap().to_string())).collect();
    let expected = [
        (Kind::Handed, "2023-03-25"),
        (Kind::Handed, "2023-03-29"),
        (Kind::Extended, "2023-04-13"),
        (Kind::Restarted, "2023-04-16"),
        (Kind::Handed, "2023-04-14"),
    ];
    assert_eq!(due, expected.map(|(kind, day)| (kind, day.to_owned())), "deadlines are kept as they were notified");
    for _ in 0..steps.len() {
        let last = course(world.store.db(), &id).unwrap().steps.last().unwrap().clone();
        done(&mut world, |tx| void(tx, &last.id)).unwrap_or_else(|e| panic!("{last:?} can be voided: {e}"));
    }
    assert_eq!(state(&course(world.store.db(), &id).unwrap()), State::登记, "nothing is left but its recording");
}

#[test]
fn a_word_becomes_a_suggestion_with_its_voter_and_back() {
    let mut world = world();
    let id = fresh(&world);
    let draft =
        StepDraft { title: Some("关于水压的建议".into()), ..full(&world, &id, (Kind::TakenUp, "2023-03-10")) };
    let step = done(&mut world, |tx| save(tx, &draft)).unwrap().id;
    let matter: Matter = world.store.db().get(&id).unwrap();
    assert_eq!(
        (matter.kind.as_str(), matter.number.as_deref()),
        ("建议", Some("JY-2023-001")),
        "with a number of its year"
    );
    let raised: Vec<Raised> = world.store.db().having("matter_id", &id).unwrap();
    assert_eq!(raised.len(), 2, "the voter and the deputy are both to be told");
    assert_eq!(state(&course(world.store.db(), &id).unwrap()), State::已接单, "and it is to be handed on");
    done(&mut world, |tx| void(tx, &step)).unwrap();
    let matter: Matter = world.store.db().get(&id).unwrap();
    assert_eq!((matter.kind.as_str(), matter.number), ("社情民意", None), "voiding makes it what voters said again");
}

#[test]
fn closing_needs_the_voter_told_by_whom_how_and_in_what_words() {
    let mut world = world();
    let id = fresh(&world);
    for (kind, day) in [(Kind::Handed, "2023-03-10"), (Kind::Replied, "2023-03-12")] {
        let draft = full(&world, &id, (kind, day));
        done(&mut world, |tx| save(tx, &draft)).unwrap();
    }
    let closing = StepDraft::of(&id, Kind::Closed, "2023-03-20");
    let refused = preview(world.store.db(), &closing, world.today).unwrap().problems;
    assert_eq!(refused[0].message, "还没有告知反映人，不能办结；请先登记告知。", "nobody was told");
    let told = StepDraft { words: None, ..full(&world, &id, (Kind::Told, "2023-03-13")) };
    let step = done(&mut world, |tx| save(tx, &told)).unwrap().id;
    let refused = preview(world.store.db(), &closing, world.today).unwrap().problems;
    assert!(refused[0].message.contains("补写"), "told, but in what words? {refused:?}");
    let whole = StepDraft { id: Some(step), ..full(&world, &id, (Kind::Told, "2023-03-13")) };
    done(&mut world, |tx| save(tx, &whole)).unwrap();
    done(&mut world, |tx| save(tx, &closing)).expect("now it can be closed");
}

fn kinds() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0..Kind::ALL.len(), 0..3_u8), 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Any order of steps, those that are refused left out.
    #[test]
    fn no_order_of_steps_leads_astray(order in kinds()) {
        let mut world = world();
        let id = fresh(&world);
        let mut day = chrono::NaiveDate::from_ymd_opt(2023, 3, 9).unwrap();
        for (kind, days) in order {
            day = day + chrono::Days::new(u64::from(days));
            let kind = Kind::ALL[kind];
            let draft = full(&world, &id, (kind, &day.to_string()));
            let offered = offers(&course(world.store.db(), &id).unwrap()).contains(&kind);
            let clear = preview(world.store.db(), &draft, world.today).unwrap().problems.is_empty();
            let saved = done(&mut world, |tx| save(tx, &draft));
            prop_assert_eq!(saved.is_ok(), clear, "saving does what the preview said: {:?} {:?}", kind, saved);
            let life = course(world.store.db(), &id).unwrap();
            prop_assert!(offered || saved.is_err(), "what is not offered is refused: {kind:?}");
            let closed = state(&life) == State::已办结;
            prop_assert!(closed || next(&life, str::to_owned).is_some(), "an open matter has a next actor");
            prop_assert!(!offers(&life).is_empty(), "and a step to take");
            let told = life.current().any(|s| matches!(s.kind, Kind::Answered | Kind::Guided))
                || life.untold().next().is_none();
            prop_assert!(!closed || told, "a closed matter's voter was told");
            for unit in &life.assigned {
                prop_assert!(life.stops(&unit.id).iter().all(|(from, to)| from <= to), "no clock runs backwards");
                let due = life.steps.iter().filter(|s| s.assignment.as_deref() == Some(&unit.id)).filter_map(|s| s.due);
                let from = life.handed(&unit.id).map(|h| h.day);
                prop_assert!(due.clone().all(|due| from.is_some_and(|from| from <= due)), "no deadline before its beginning");
                prop_assert!(due.is_sorted(), "an extension or a stop never shortens it");
            }
        }
    }
}

#[test]
fn an_agreed_deadline_is_after_its_day_and_an_extension_after_what_stands() {
    let mut world = world();
    let id = fresh(&world);
    let refused = |world: &World, draft: &StepDraft| preview(world.store.db(), draft, world.today).unwrap().problems;
    let handed = full(&world, &id, (Kind::Handed, "2023-03-10"));
    let early = StepDraft { due_on: Some("2023-03-09".into()), ..handed.clone() };
    assert_eq!(refused(&world, &early)[0].field, "due_on", "no deadline before the handing on");
    done(&mut world, |tx| save(tx, &handed)).unwrap();
    let extended = full(&world, &id, (Kind::Extended, "2023-03-11"));
    let shorter = StepDraft { due_on: Some("2023-03-20".into()), ..extended.clone() };
    assert_eq!(refused(&world, &shorter)[0].field, "due_on", "fifteen days end on 03-25; an extension is longer");
    let longer = StepDraft { due_on: Some("2023-04-20".into()), ..extended };
    assert!(refused(&world, &longer).is_empty(), "and may be agreed");
}

#[test]
fn a_reception_keeps_what_was_handled_and_says_so() {
    let mut world = world();
    let sql = "SELECT m.id FROM matter m JOIN raised r ON r.matter_id = m.id WHERE r.party_id IS NOT NULL AND m.words = '村路不通'";
    let id: String = world.store.db().value(sql, []).unwrap().unwrap();
    let visit: String =
        world.store.db().value("SELECT visit_id FROM matter_visit WHERE matter_id = ?1", [&id]).unwrap().unwrap();
    let draft = full(&world, &id, (Kind::Replied, "2023-03-20"));
    done(&mut world, |tx| save(tx, &draft)).unwrap();
    let refused = done(&mut world, |tx| crate::entry::reception::void(tx, &visit)).unwrap_err();
    assert!(refused.to_string().contains("后续办理步骤"), "it is named, not voided without a word: {refused}");
}
