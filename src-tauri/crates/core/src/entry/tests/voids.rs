//! What is voided, what stands in the way of it, and what goes with it.

use super::{refused, saved, text, tried, undo};
use crate::contact::StandingContact;
use crate::entry::contact::ContactDraft;
use crate::entry::{self};
use crate::register::RegisterAsk;
use crate::resident::Resident;
use crate::world::{World, world};
use station_table::FactRef;

fn void(world: &mut World, kind: &str, id: &str) -> String {
    let fact = FactRef { kind: kind.to_owned(), id: id.to_owned() };
    saved(world, |tx| entry::void(tx, &fact)).label
}

#[test]
fn every_kind_of_fact_can_be_voided_and_brought_back() {
    let mut world = world();
    let suggestion =
        world.store.db().value::<String>("SELECT id FROM matter WHERE number = '5-3-001'", []).unwrap().unwrap();
    let facts = world.facts.clone();
    let cases = [
        ("activity", facts["training"].clone(), "已作废活动 HD-2023-001 代表法学习"),
        ("contact", facts["walk"].clone(), "已作废联系 2023-02-06 孙某"),
        ("contact", facts["call"].clone(), "已作废联系 2023-03-12 张伟"),
        ("standing_contact", facts["pairing"].clone(), "已作废联系对象 罗建—张伟"),
        ("constituency_visit", facts["round"].clone(), "已作废走访选区 2023-03-20 第1选区"),
        ("deed", facts["project"].clone(), "已作废实事 争取村内道路硬化项目"),
        ("campaign", facts["campaign"].clone(), "已作废专项活动 双百帮扶"),
        ("matter", suggestion, "已作废建议 关于修桥的建议"),
        ("code", "deed.other".to_owned(), "已停用字典条目 其他"),
    ];
    for (kind, id, label) in cases {
        assert_eq!(void(&mut world, kind, &id), label, "the clerk reads what went");
        let column = if kind == "code" { "hidden" } else { "voided IS NOT NULL" };
        let sql = format!("SELECT {column} FROM {kind} WHERE id = ?1");
        assert_eq!(world.store.db().value::<i64>(&sql, [&id]).unwrap(), Some(1), "{kind} is void, not deleted");
        undo(&mut world);
        assert_eq!(world.store.db().value::<i64>(&sql, [&id]).unwrap(), Some(0), "{kind} is back");
    }
    let unknown = FactRef { kind: "setting".into(), id: "name".into() };
    assert_eq!(refused(&mut world, |tx| entry::void(tx, &unknown)), ["kind"], "settings are no facts");
}

#[test]
fn what_others_rest_on_is_not_voided() {
    let mut world = world();
    let day =
        world.store.db().value::<String>("SELECT id FROM activity WHERE since = '2023-01-15'", []).unwrap().unwrap();
    assert_eq!(refused(&mut world, |tx| entry::activity::void(tx, &day)), ["id"], "visits were received on that day");
    let district =
        world.store.db().value::<String>("SELECT id FROM constituency WHERE number = 1", []).unwrap().unwrap();
    assert_eq!(refused(&mut world, |tx| entry::district::void(tx, &district)), ["id"], "deputies sit for it");
    let pump =
        world.store.db().value::<String>("SELECT id FROM matter WHERE words = '机井水泵老化'", []).unwrap().unwrap();
    assert_eq!(refused(&mut world, |tx| entry::matter::void(tx, &pump)), ["id"], "a visit raised it");
}

#[test]
fn a_resident_goes_with_the_last_that_names_them() {
    let mut world = world();
    let standing: StandingContact = world.store.db().get(&world.facts["standing"]).unwrap();
    let resident_id = standing.resident_id.unwrap();
    let is_void = |world: &World| world.store.db().get::<Resident>(&resident_id).unwrap().voided.is_some();
    let (walk, standing) = (world.facts["walk"].clone(), world.facts["standing"].clone());
    void(&mut world, "standing_contact", &standing);
    assert!(!is_void(&world), "a contact still names her");
    undo(&mut world);
    void(&mut world, "contact", &walk);
    void(&mut world, "standing_contact", &standing);
    assert!(is_void(&world), "nobody names her any more");
}

#[test]
fn a_voter_who_is_kept_becomes_a_standing_contact_once() {
    let mut world = world();
    let count = |world: &World, table: &str| {
        world
            .store
            .db()
            .value::<i64>(&format!("SELECT count(*) FROM {table} WHERE voided IS NULL"), [])
            .unwrap()
            .unwrap()
    };
    let draft = ContactDraft {
        happened_on: "2023-06-01".into(),
        deputies: vec![world.luo.clone(), world.zhang.clone()],
        voter: text("孙某"),
        village: text("东关村"),
        keep: true,
        ..ContactDraft::default()
    };
    let before = (count(&world, "resident"), count(&world, "standing_contact"));
    let kept = saved(&mut world, |tx| entry::contact::save(tx, &draft));
    let after = (count(&world, "resident"), count(&world, "standing_contact"));
    assert_eq!(after, (before.0, before.1 + 1), "孙某 of 东关 is known to 张伟 already; 罗建 gets her");
    assert!(kept.writes.iter().any(|w| w.register == "表5"), "which the clerk is told");
    let again = ContactDraft { happened_on: "2023-06-08".into(), ..draft.clone() };
    saved(&mut world, |tx| entry::contact::save(tx, &again));
    assert_eq!(count(&world, "standing_contact"), after.1, "she is kept once");
    let other = ContactDraft { phone: text("13999998888"), ..draft.clone() };
    saved(&mut world, |tx| entry::contact::save(tx, &other));
    assert_eq!(count(&world, "resident"), after.0 + 1, "another phone is another 孙某");
    let pair = ContactDraft { voter: None, village: None, partner_id: Some(world.yao.clone()), ..draft };
    let before = count(&world, "standing_contact");
    saved(&mut world, |tx| entry::contact::save(tx, &pair));
    assert_eq!(count(&world, "standing_contact"), before + 2, "two deputies are paired with a third");
}

#[test]
fn numbers_follow_the_highest_and_what_was_printed() {
    let mut world = world();
    let numbered = |world: &mut World, date: &str, number: &str| {
        let draft = entry::activity::ActivityDraft {
            since: date.to_owned(),
            title: "会".into(),
            number: text(number),
            ..entry::activity::ActivityDraft::default()
        };
        saved(world, |tx| entry::activity::save(tx, &draft)).number.unwrap_or_default()
    };
    assert_eq!(numbered(&mut world, "2023-05-01", ""), "HD-2023-003", "after the two of the year");
    assert_eq!(numbered(&mut world, "2024-05-01", ""), "HD-2024-001", "each year begins anew");
    assert_eq!(numbered(&mut world, "2023-05-02", "HD-2023-014"), "HD-2023-014", "a number of the book stays");
    assert_eq!(numbered(&mut world, "2023-05-03", ""), "HD-2023-015", "and others follow it");
    undo(&mut world);
    assert_eq!(numbered(&mut world, "2023-05-03", ""), "HD-2023-015", "undo gives the newest back");
    let left = |world: &World, number: i64| {
        let ask = RegisterAsk { number, from: "2023-05-01".into(), to: "2023-05-31".into(), ..RegisterAsk::default() };
        let today = chrono::NaiveDate::from_ymd_opt(2023, 12, 31).unwrap();
        let document = crate::register::document(world.store.db(), &ask, today).unwrap();
        crate::number::left(&world.store, (&ask.from, &ask.to), &[document]).unwrap();
    };
    left(&world, 6);
    undo(&mut world);
    assert_eq!(numbered(&mut world, "2023-05-03", ""), "HD-2023-015", "a paper without the numbers changes nothing");
    left(&world, 3);
    undo(&mut world);
    assert_eq!(numbered(&mut world, "2023-05-03", ""), "HD-2023-016", "unless it has been printed");
    let day = entry::day::DayDraft { date: "2023-07-15".into(), ..entry::day::DayDraft::default() };
    let (saved, _) = tried(&mut world, |tx| entry::day::save(tx, &day)).unwrap();
    assert_eq!(saved.number, None, "a reception day has none");
}
