//! What each edition hides, and what held at the time that is asked for.

use station_table::{Document, Edition, Part};

use super::{number, open, shown};
use crate::register::{RegisterAsk, document};
use crate::world::world;

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
