//! What each edition hides, and what held at the time that is asked for.

use station_table::{Document, Edition, Part};

use super::{changed, number, open, shown};
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::entry::talk::{TalkDraft, TalkPartyDraft};
use crate::register::{RegisterAsk, document};
use crate::world::{World, world};

#[test]
fn editions_hide_what_must_not_leave() {
    let world = world();
    let of = |form, edition| open(&world, RegisterAsk { edition: Some(edition), ..number(form) });
    let all = |paper: &Document| paper.shown().join("|");
    let upward = of(4, Edition::Upward);
    let table = upward.tables().next().unwrap();
    assert_eq!(
        shown(table, &["visit.visitor", "visit.phone"])[1..3],
        ["匿名|139****0000", "保密|保密"],
        "residents' phones are masked; who asked for confidence is not named"
    );
    let public = of(4, Edition::Public);
    assert_eq!(public.tables().next().unwrap().rows.len(), 6, "confidential visits are left out of 公示");
    for hidden in ["王某", "孙丙", "139", "邻里官司"] {
        assert!(!all(&public).contains(hidden), "{hidden} is not for the public");
    }
    let card = all(&of(2, Edition::Internal));
    assert!(
        card.contains("140426********4450") && !card.contains("140426196009044450"),
        "ID numbers never leave whole"
    );
    assert!(card.contains("13092285142"), "deputies' phones are whole inside");
    let board = all(&of(9, Edition::Public));
    assert!(board.contains("姚㛃") && !board.contains("13092285142"), "names of deputies are public, phones are not");
}

/// A visit and a talk of people who asked for confidence, by a deputy of their own constituency.
fn in_confidence(world: &mut World) {
    let reception = ReceptionDraft {
        happened_on: "2023-03-28".into(),
        form_id: Some("visit_form.visit".into()),
        site_id: Some(world.point.clone()),
        deputies: vec![world.yao.clone()],
        confidential: true,
        parties: vec![PartyDraft {
            name: Some("冯辛".into()),
            village: Some("东关".into()),
            phone: Some("13777778888".into()),
            ..PartyDraft::default()
        }],
        matters: vec![MatterOfVisit { words: "家里的事".into(), ..MatterOfVisit::default() }],
        ..ReceptionDraft::default()
    };
    let talk = TalkDraft {
        happened_on: "2023-03-29".into(),
        subject: "冯辛与邻居争界".into(),
        kind_id: Some("conflict.neighbours".into()),
        deputies: vec![world.yao.clone()],
        confidential: true,
        parties: vec![TalkPartyDraft { name: "冯辛".into(), ..TalkPartyDraft::default() }],
        ..TalkDraft::default()
    };
    changed(world, |tx| crate::entry::reception::save(tx, &reception));
    changed(world, |tx| crate::entry::talk::save(tx, &talk));
}

#[test]
fn who_asked_for_confidence_is_on_no_paper_that_leaves() {
    let mut world = world();
    in_confidence(&mut world);
    let inside = open(&world, RegisterAsk { edition: Some(Edition::Internal), ..number(6) });
    assert!(inside.shown().join("|").contains("冯辛"), "form 6 has the visit of a deputy's own voter");
    let printed = open(&world, RegisterAsk { printed: true, ..number(4) }).shown().join("|");
    assert!(printed.contains("保密") && !printed.contains("冯辛"), "nor on paper that stays inside: {printed}");
    for form in [4, 6, 8] {
        for edition in [Edition::Upward, Edition::Public] {
            let paper = open(&world, RegisterAsk { edition: Some(edition), ..number(form) }).shown().join("|");
            for hidden in ["冯辛", "13777778888", "137****8888"] {
                assert!(!paper.contains(hidden), "{hidden} stands in form {form} {edition:?}");
            }
        }
    }
    let work = open(&world, RegisterAsk { edition: Some(Edition::Internal), ..number(8) }).shown().join("|");
    assert!(work.contains("谈心调解（邻里）"), "the talk counts for its deputy");
    assert!(!work.contains("争界"), "what it was about is told nowhere");
    let month = crate::period::month(world.store.db(), "2023-03", world.today).unwrap();
    let month = serde_json::to_string(&month).unwrap();
    assert!(!month.contains("冯辛") && !month.contains("家里的事"), "the month's report counts, and names nobody");
}

#[test]
fn a_past_period_shows_what_held_then() {
    let mut world = world();
    let mut hand = crate::Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 5000);
    let mut draft = crate::entry::deputy::load(world.store.db(), &world.luo).unwrap();
    draft.unit = Some("北流村".into());
    draft.changed_on = Some("2023-03-01".into());
    draft.mandates[0].until = Some("2023-03-20".into());
    draft.mandates[1].until = Some("2023-03-20".into());
    world
        .store
        .transact(&mut hand, crate::Op::SaveDeputy { name: "罗建".into() }, |tx| {
            crate::entry::deputy::save(tx, &draft)
        })
        .unwrap();
    let roster = |to: &str| {
        let ask = RegisterAsk { number: 9, from: to.to_owned(), to: to.to_owned(), ..RegisterAsk::default() };
        let paper = document(world.store.db(), &ask, world.today).unwrap();
        shown(paper.tables().next().unwrap(), &["person.name", "person.unit_post"])
    };
    assert_eq!(roster("2023-02-28")[1], "罗建|石羊村党支部书记", "before the change the old work holds");
    assert_eq!(roster("2023-03-01")[1], "罗建|北流村党支部书记", "from its day on the new one");
    assert_eq!(roster("2023-03-31").len(), 2, "a mandate that has ended is not on the roster");
    let paper = open(&world, number(8));
    assert_eq!(paper.subjects.len(), 3, "but its deputy has a sheet for the period in which it held");
    assert!(matches!(paper.subjects[0].parts[0], Part::Grid(_)), "with the head block above the rows");
}
