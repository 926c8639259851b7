//! Cells of the small world, changed as from a table.

use super::{CellChange, Changed, Type, change, fields_of, op};
use crate::extra::edit::{OwnColumnDraft, save as save_column};
use crate::history;
use crate::matter::Matter;
use crate::op::Op;
use crate::world::{World, world};
use crate::{Error, Hand};

fn hand(world: &World) -> Hand {
    Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 1 << 32)
}

/// The key of a fact of the world by its name there: a person, a visit by its number, a matter by its words.
fn key(world: &World, kind: &str, name: &str) -> String {
    let db = world.store.db();
    match (kind, name) {
        ("person", "罗建") => world.luo.clone(),
        ("person", "姚㛃") => world.yao.clone(),
        ("visit", number) => db.value("SELECT id FROM visit WHERE number = ?1", [number]).unwrap().unwrap(),
        ("matter", words) => {
            db.value("SELECT id FROM matter WHERE words = ?1 OR title = ?1", [words]).unwrap().unwrap()
        }
        ("constituency", number) => {
            db.value("SELECT id FROM constituency WHERE number = ?1", [number]).unwrap().unwrap()
        }
        (_, name) => world.facts[name].clone(),
    }
}

fn cell(world: &World, (kind, name, field, text): (&str, &str, &str, &str)) -> CellChange {
    CellChange { kind: kind.into(), id: key(world, kind, name), key: field.into(), text: text.into() }
}

/// What changing one cell would do.
fn tried(world: &mut World, cell: &CellChange) -> Changed {
    let mut hand = hand(world);
    world.store.rehearse(&mut hand, |tx| change(tx, std::slice::from_ref(cell))).unwrap()
}

#[test]
fn cells_of_every_kind_are_read_as_their_forms_read_them() {
    let mut world = world();
    let cases = [
        (("contact", "walk", "contact.date", "0305"), "2023-02-06", "2023-03-05"),
        (("contact", "walk", "contact.date", "1228"), "2023-02-06", "2022-12-28"),
        (("contact", "walk", "contact.way", "电 话"), "上门走访", "电话"),
        (("contact", "walk", "contact.deputy", "罗建、张伟"), "张伟", "罗建、张伟"),
        (("contact", "walk", "contact.people", "5人"), "4", "5"),
        (("contact", "walk", "contact.village", "鼓楼"), "东关村", "鼓楼村"),
        (("contact", "walk", "contact.village", "集市东头"), "东关村", "集市东头"),
        (("contact", "walk", "contact.opinion", "一、路灯\r\n二、水井 "), "希望增设路灯", "一、路灯\n二、水井"),
        (("contact", "walk", "contact.phone", "138 0000 1111"), "", "13800001111"),
        (("contact", "walk", "contact.promoted", ""), "医保政策", ""),
        (("deed", "project", "deed.money", "1.2万元"), "12000.50", "12000.00"),
        (("deed", "project", "deed.progress", "推进中"), "已完成", "推进中"),
        (("deed", "gift", "row.note", "见照片"), "", "见照片"),
        (
            ("activity", "inspection", "activity.date", "3月8日—10日"),
            "2023-03-08至2023-03-09",
            "2023-03-08至2023-03-10",
        ),
        (("activity", "inspection", "activity.place", "镇联络站"), "石羊村水厂", "镇联络站"),
        (("activity", "inspection", "activity.recovered", "5000"), "3500.00", "5000.00"),
        (("standing_contact", "standing", "standing.voter", "孙某某"), "孙某", "孙某某"),
        (("standing_contact", "standing", "standing.until", "1231"), "", "2023-12-31"),
        (
            ("standing_contact", "pairing", "standing.kind", "主席团成员走访代表"),
            "县代表结对镇代表",
            "主席团成员走访代表",
        ),
        (("standing_contact", "pairing", "standing.voter", "姚㛃"), "张伟", "姚㛃"),
        (("constituency_visit", "round", "constituency_visit.settled", "2"), "1", "2"),
        (("constituency", "1", "district.group", "东关代表小组"), "鼓楼", "东关"),
        (("person", "罗建", "person.birth", "1960.10"), "1960-09-04", "1960-10"),
        (("person", "罗建", "person.party", "党员"), "", "中共党员"),
        (("person", "姚㛃", "person.sex", "女"), "男", "女"),
        (("visit", "JD-2023-0001", "visit.visitor", "王某某"), "王某", "王某某"),
        (("visit", "JD-2023-0001", "visit.confidential", "是"), "否", "是"),
        (("matter", "关于修桥的建议", "matter.co", "姚㛃"), "张伟", "姚㛃"),
        (("matter", "关于修桥的建议", "matter.result", "b"), "A", "B"),
        (("matter", "关于修桥的建议", "matter.unit", "镇水利站"), "镇人民政府", "镇水利站"),
        (("matter", "机井水泵老化", "matter.category", "道路"), "水利", "道路"),
        (("matter", "机井水泵老化", "matter.way", "当面"), "电话", "当面"),
        (("matter", "机井水泵老化", "matter.done", "2023.3.12"), "2023-03-10", "2023-03-12"),
        (("matter", "机井水泵老化", "matter.satisfied", "基本满意"), "满意", "基本满意"),
        (("matter", "修桥", "matter.content", "村口的桥要修"), "修桥", "村口的桥要修"),
        (("matter", "水压不足", "matter.content", "水压太小"), "水压不足", "水压太小"),
    ];
    for (case, old, new) in cases {
        let cell = cell(&world, case);
        let changed = tried(&mut world, &cell);
        let rows: Vec<_> = changed.rows.iter().map(|r| (r.old.as_str(), r.new.as_str())).collect();
        assert_eq!((rows, &changed.problems), (vec![(old, new)], &vec![]), "{case:?} is read and saved");
    }
}

#[test]
fn what_cannot_be_changed_says_why_and_changes_nothing() {
    let mut world = world();
    let cases = [
        (
            ("contact", "walk", "contact.way", "飞鸽传书"),
            "没有“飞鸽传书”这一项，可填：上门走访、座谈会、电话、微信、来站、院落会、其他。",
        ),
        (
            ("contact", "walk", "contact.deputy", "王五"),
            "名册里没有“王五”，请核对姓名；确实不在名册的，请打开这条记录填写。",
        ),
        (("contact", "walk", "contact.deputy", ""), "没有选代表，请至少选一名。"),
        (("contact", "walk", "contact.people", "若干"), "若干"),
        (("contact", "walk", "contact.date", "0231"), "0231"),
        (("contact", "walk", "contact.origin", "x"), "不能在表格里改，请打开记录修改。"),
        (("contact", "walk", "own.none", "x"), "这一列已不存在，请刷新后再填。"),
        (("deed", "project", "deed.content", ""), "没有"),
        (("deed", "project", "deed.households", "-1"), "-1"),
        (("person", "罗建", "person.name", ""), "没有姓名，请填写。"),
        (("person", "罗建", "person.phone", "130****5142"), "遮盖"),
        (
            ("person", "罗建", "mandate.certificate", "1"),
            "这条记录有2项“代表证号”，表格里分不清是哪一项，请打开记录修改。",
        ),
        (("activity", "training", "activity.date", ""), "没有"),
        (
            ("visit", "JD-2023-0003", "visit.visitor", "甲"),
            "这条记录有2项“来访人”，表格里分不清是哪一项，请打开记录修改。",
        ),
        (("visit", "JD-2023-0006", "row.note", "x"), "这条接待已经作废，不能修改。"),
        (
            ("matter", "机井水泵老化", "matter.route", "转村"),
            "这件事已有后续办理步骤，不能在这里改处理方式，请到事项页里改，或先作废后面的步骤。",
        ),
        (("matter", "机井水泵老化", "matter.told", "20230101"), "日期早于“答复”的日期2023-02-20，请核对。"),
        (("matter", "机井水泵老化", "matter.told", ""), "没有日期，请填写，例如 2026-03-05。"),
        (("matter", "村路不通", "matter.told", "0320"), "这件事还没有可以写“反馈日期”的办理步骤，请打开事项登记。"),
        (("matter", "修桥", "matter.title", "x"), "不能在表格里改"),
        (("team", "鼓楼", "team.name", "x"), "这种记录不能在表格里改，请打开记录修改。"),
    ];
    for (case, part) in cases {
        let id = if case.0 == "team" { "x".to_owned() } else { key(&world, case.0, case.1) };
        let cell = CellChange { kind: case.0.into(), id, key: case.2.into(), text: case.3.into() };
        let changed = tried(&mut world, &cell);
        let told: Vec<_> = changed.problems.iter().map(|p| p.message.as_str()).collect();
        assert!(changed.rows.is_empty() && told.len() == 1, "{case:?} changes nothing: {changed:?}");
        assert!(told[0].contains(part) && told[0].ends_with('。'), "{case:?} says {told:?}");
    }
}

#[test]
fn cells_of_one_record_are_saved_together_and_the_good_ones_stand_beside_the_bad() {
    let mut world = world();
    let cells = [
        ("activity", "inspection", "activity.date", "2023-03-10"),
        ("activity", "inspection", "activity.content", "看了三户"),
        ("deed", "gift", "deed.content", " "),
        ("deed", "gift", "deed.people", "9"),
        ("deed", "gift", "deed.category", "没有的"),
        ("matter", "水压不足", "matter.content", "水压太小"),
        ("deed", "gift", "deed.households", "3"),
    ]
    .map(|case| cell(&world, case));
    let mut hand = hand(&world);
    let done = world.store.transact_as(&mut hand, |tx| {
        let changed = change(tx, &cells)?;
        Ok((op(&changed), changed))
    });
    let Changed { rows, problems } = done.unwrap().value;
    let said: Vec<_> = rows.iter().map(|r| (r.key.as_str(), r.new.as_str())).collect();
    assert_eq!(
        said,
        [
            ("activity.date", "2023-03-10"),
            ("activity.content", "看了三户"),
            ("matter.content", "水压太小"),
            ("deed.people", "9")
        ],
        "one draft for the activity and what it heard, one for the deed; what says the same is no change"
    );
    let bad: Vec<_> = problems.iter().map(|p| p.key.as_str()).collect();
    assert_eq!(bad, ["deed.category", "deed.content"], "what cannot be read, then what its form does not take");
    let label = history::list(world.store.db(), 1).unwrap().remove(0).label;
    assert_eq!(label, "批量修改 记录 4处", "all in one operation");
    history::undo(&mut world.store, &mut hand).unwrap();
    let words: Option<String> =
        world.store.db().value("SELECT words FROM matter WHERE words LIKE '水压%'", []).unwrap();
    assert_eq!(words.as_deref(), Some("水压不足"), "which is taken back whole");
}

#[test]
fn two_of_one_name_are_told_apart_only_where_the_record_has_one_already() {
    let mut world = world();
    let mut hand = hand(&world);
    let twin = world.store.transact(&mut hand, Op::Demo, |tx| {
        let twin = crate::entry::deputy::load(tx.db(), &world.zhang)?;
        let mandates =
            twin.mandates.into_iter().map(|m| crate::entry::deputy::MandateDraft { id: None, ..m }).collect();
        crate::entry::deputy::save(tx, &crate::entry::deputy::DeputyDraft { id: None, mandates, ..twin })
    });
    twin.unwrap();
    let kept = cell(&world, ("contact", "walk", "contact.deputy", "张伟、罗建"));
    let changed = tried(&mut world, &kept);
    assert_eq!(changed.rows[0].new, "张伟、罗建", "the one who is there stays: {changed:?}");
    let guessed = cell(&world, ("deed", "project", "deed.deputy", "张伟"));
    let told = tried(&mut world, &guessed).problems.remove(0).message;
    assert_eq!(told, "名册里有2位“张伟”，表格里分不清是哪一位，请打开这条记录选择。", "nobody guesses");
}

#[test]
fn a_column_of_the_stations_own_is_a_cell_like_others() {
    let mut world = world();
    let mut hand = hand(&world);
    let column = |kind: &str, label: &str, choices: &[&str]| OwnColumnDraft {
        fact_kind: "contact".into(),
        label: label.into(),
        r#type: kind.into(),
        choices: choices.iter().map(|c| (*c).to_owned()).collect(),
        ..OwnColumnDraft::default()
    };
    let drafts =
        [column("money", "慰问金", &[]), column("yes_no", "回访", &[]), column("choice", "片区", &["东", "西"])];
    let made = world.store.transact(&mut hand, Op::Demo, |tx| drafts.iter().map(|d| save_column(tx, d)).collect());
    let keys: Vec<String> = made.unwrap().value;
    let fields = fields_of(world.store.db(), "contact").unwrap();
    let own: Vec<_> = fields.iter().rev().take(3).map(|f| (f.label.as_str(), f.r#type)).collect();
    assert_eq!(own, [("片区", Type::Choice), ("回访", Type::YesNo), ("慰问金", Type::Money)], "they stand last");
    let cases =
        [(0, "0.12万元", "1200.00"), (1, "是", "是"), (2, "西", "西"), (2, "南", "!"), (1, "也许", "!"), (0, "", "")];
    for (column, text, expected) in cases {
        let field = format!("own.{}", keys[column]);
        let cell = cell(&world, ("contact", "walk", &field, text));
        let changed = tried(&mut world, &cell);
        let new = changed.rows.first().map_or("", |r| r.new.as_str());
        let said = if changed.problems.is_empty() { new } else { "!" };
        assert_eq!(said, expected, "{text:?} in {}: {changed:?}", drafts[column].label);
    }
}

#[test]
fn every_editable_field_has_a_name_and_a_place() {
    let world = world();
    let places = [
        ("person", "罗建"),
        ("activity", "inspection"),
        ("visit", "JD-2023-0001"),
        ("contact", "walk"),
        ("standing_contact", "standing"),
        ("constituency_visit", "round"),
        ("constituency", "1"),
        ("deed", "gift"),
        ("matter", "关于修桥的建议"),
    ];
    for (kind, name) in places {
        let draft = super::draft_of(world.store.db(), kind, &key(&world, kind, name)).unwrap().unwrap();
        for field in super::kind(kind).unwrap().fields {
            assert!(draft.pointer(field.at).is_some(), "{} stands at {} of {draft}", field.key, field.at);
        }
        for field in fields_of(world.store.db(), kind).unwrap() {
            assert_ne!(field.label, field.key, "{} has a label in fields.toml", field.key);
        }
    }
}

#[test]
fn a_fact_that_is_gone_is_no_failure_of_the_others() {
    let mut world = world();
    let gone = CellChange { kind: "deed".into(), id: "x".into(), key: "deed.people".into(), text: "1".into() };
    let changed = tried(&mut world, &gone);
    assert_eq!(changed.problems[0].message, "找不到这条实事，可能已被撤销，请刷新后再看。");
    let loaded = world.store.db().get::<Matter>("x");
    assert!(matches!(loaded, Err(Error::Missing(_))), "as everywhere else");
}
