//! The county's own look: sets, columns of the station's own, registers of its own, and the file by which they travel.

use std::collections::BTreeMap;

use station_table::{Cell, Edition, Orientation, Part};

use super::super::filter::{FilterSays, Test};
use super::super::look::{OwnRegister, RegisterLook};
use super::super::set::{self, SetLook, Spelling};
use super::{changed, number, open, quarter, shown, table, under};
use crate::deputy::order::Order;
use crate::error::Error;
use crate::extra::edit::{OwnColumnDraft, save as save_column, set as set_values};
use crate::register::{RegisterAsk, document, infos, keys};
use crate::world::{World, world};

/// The ten as they are, under a name of the station's own.
fn ten(world: &World) -> SetLook {
    SetLook { id: None, name: "本县十表".into(), ..set::look(world.store.db(), Some("十表")).unwrap() }
}

fn at<'a>(set: &'a mut SetLook, key: &str) -> &'a mut RegisterLook {
    set.registers.iter_mut().find(|look| look.key == key).unwrap()
}

fn own(world: &mut World, kind: &str, r#type: &str) -> String {
    let draft =
        OwnColumnDraft { fact_kind: kind.into(), label: "验收".into(), r#type: r#type.into(), ..Default::default() };
    changed(world, |tx| save_column(tx, &draft))
}

#[test]
fn shipped_sets_show_what_their_names_say() {
    let world = world();
    let titles: Vec<(String, String)> =
        set::infos(world.store.db()).unwrap().into_iter().map(|s| (s.name, s.registers.join("、"))).collect();
    assert_eq!(
        titles[1].1,
        "学习培训登记簿、代表活动登记簿、接待选民登记簿、视察调研登记簿、建议、批评和意见办理登记簿、代表花名册"
    );
    assert_eq!(
        titles[2].1,
        "学习活动登记簿、联系走访选民登记簿、接待来信来访登记簿、视察调研登记簿、办好事实事登记簿、代表述职登记簿、提出建议意见登记簿"
    );
    assert_eq!(titles.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["十表", "五簿一册", "七簿"]);
    let ask = |set: &str| quarter(RegisterAsk { set_id: Some(set.into()), ..RegisterAsk::default() });
    let rows = |set| infos(world.store.db(), &ask(set), world.today).unwrap().into_iter().map(|i| i.rows.unwrap());
    assert_eq!(rows("七簿").collect::<Vec<_>>(), [1, 4, 7, 1, 2, 0, 1], "training, inspection … of their kind only");
    assert_eq!(rows("五簿一册").collect::<Vec<_>>(), [1, 5, 7, 1, 1, 3]);
    let named = infos(world.store.db(), &ask("七簿"), world.today).unwrap().remove(3).name;
    assert_eq!(named, "04 视察调研登记簿", "files lie in the order of the set");
    let paper = open(&world, RegisterAsk { key: Some("视察调研登记簿".into()), ..ask("七簿") });
    assert_eq!(shown(table(&paper), &["activity.title"]), ["视察农村饮水"], "a register is found by its title too");
    let none = document(world.store.db(), &RegisterAsk { number: 1, ..ask("八簿") }, world.today).unwrap_err();
    assert_eq!(none.sentence(), "没有名叫“八簿”的台账样式，请从 十表、五簿一册、七簿 中选择。");
}

#[test]
fn a_number_that_no_register_has_is_answered_with_those_that_are() {
    let world = world();
    let none = document(world.store.db(), &quarter(number(11)), world.today).unwrap_err();
    assert_eq!(
        none.sentence(),
        "没有编号为11的台账，请从 1、2、3、4、5、6、7、8、9、10 中选择。",
        "it says what to choose"
    );
}

#[test]
fn a_set_changes_every_thing_that_a_county_wants_otherwise() {
    let mut world = world();
    let column = own(&mut world, "deed", "number");
    let deed = world.facts["project"].clone();
    let values = BTreeMap::from([(column.clone(), Some("7".to_owned()))]);
    changed(&mut world, |tx| set_values(tx, ("deed", &deed), &values));
    let mut set = ten(&world);
    set.spelling = Spelling::Book;
    at(&mut set, "10").shown = false;
    let deeds = at(&mut set, "01");
    deeds.title = "代表办实事登记簿".into();
    deeds.name = "办实事".into();
    deeds.orientation = Orientation::Portrait;
    deeds.head = vec!["单位：{unit}".into()];
    deeds.signature = vec!["站长：".into()];
    for column in &mut deeds.columns {
        match column.key.as_str() {
            "deed.content" => column.label = "做了什么".into(),
            "deed.levels" | "deed.constituency" => column.hidden = true,
            key if key.starts_with("own.") => column.hidden = false,
            _ => {}
        }
    }
    let last = deeds.columns.pop().unwrap();
    deeds.columns.insert(1, last);
    let id = changed(&mut world, |tx| set::edit::save(tx, &set));
    changed(&mut world, |tx| set::edit::choose(tx, &id));
    let paper = open(&world, number(1));
    let labels: Vec<&str> = table(&paper).columns.iter().map(|c| c.label.as_str()).collect();
    assert_eq!(labels[..4], ["序号", "验收", "代表姓名", "办理日期"], "hidden, added and moved columns");
    assert!(labels.contains(&"做了什么"), "renamed");
    assert_eq!(shown(table(&paper), &["row.seq", &format!("own.{column}")]), ["1|7", "2|"], "its value, kept per fact");
    assert_eq!(
        under(table(&paper))[0],
        "合计 2件 1 19 96 12000.50",
        "the number of rows stands where the second column is"
    );
    assert_eq!((paper.title.as_str(), paper.name.as_str()), ("代表办实事登记簿", "01 办实事"));
    assert_eq!(
        (paper.orientation, &paper.subjects[0].head[0]),
        (Orientation::Portrait, &"单位：清河镇人大".to_owned())
    );
    assert_eq!(paper.subjects[0].signature, ["站长："]);
    assert_eq!(open(&world, number(5)).title, "人大代表联系选民登记簿", "in the county's spelling");
    assert_eq!(keys(world.store.db(), None).unwrap().len(), 9, "the tenth is not in this set");
    let public = open(&world, RegisterAsk { edition: Some(Edition::Public), ..number(1) });
    assert!(!table(&public).columns.iter().any(|c| c.label == "验收"), "what the station added is not for the public");
    let kept = set::look(world.store.db(), Some(&id)).unwrap();
    for look in &mut set.registers {
        for text in [&mut look.title, &mut look.name, &mut look.shipped_title] {
            *text = text.replace("登记薄", "登记簿");
        }
    }
    assert_eq!(kept.registers, set.registers, "what was saved is what the editor shows");
    changed(&mut world, |tx| set::edit::void(tx, &id));
    assert_eq!(open(&world, number(1)).title, "人大代表办实事情况统计表", "without it the ten are as they ship");
}

#[test]
fn own_columns_of_persons_stand_as_boxes_and_as_columns() {
    let mut world = world();
    let column = own(&mut world, "person", "yes_no");
    let luo = world.luo.clone();
    let values = BTreeMap::from([(column.clone(), Some("1".to_owned()))]);
    changed(&mut world, |tx| set_values(tx, ("person", &luo), &values));
    let mut set = ten(&world);
    for key in ["02", "09", "08"] {
        let look = at(&mut set, key);
        look.columns.iter_mut().filter(|c| c.own).for_each(|c| c.hidden = false);
        look.order = Some(Order::Strokes);
    }
    let id = changed(&mut world, |tx| set::edit::save(tx, &set));
    let of = |form| open(&world, RegisterAsk { set_id: Some(id.clone()), ..number(form) });
    let roster = of(9);
    assert_eq!(shown(table(&roster), &["person.name", &format!("own.{column}")]), ["张伟|", "罗建|是", "姚㛃|"]);
    for form in [2, 8] {
        let page = of(form).subjects.remove(1);
        let Part::Grid(grid) = &page.parts[0] else { panic!("form {form} begins with boxes") };
        let last = grid.rows.last().unwrap().fields.last().unwrap().clone();
        assert_eq!(
            (last.label.as_str(), last.value),
            ("验收", Cell::text("是")),
            "form {form}: a box below the others"
        );
    }
}

#[test]
fn a_preview_shows_a_look_before_it_is_saved() {
    let world = world();
    let mut set = ten(&world);
    let mut look = at(&mut set, "06").clone();
    look.key = String::new();
    look.title = "反映意见一览".into();
    look.own = Some(OwnRegister {
        based_on: 6,
        filters: vec![FilterSays { key: "contact.opinion".into(), test: Test::NotEmpty, values: Vec::new() }],
    });
    let paper = open(&world, RegisterAsk { look: Some(look), ..number(6) });
    assert_eq!((paper.title.as_str(), table(&paper).rows.len()), ("反映意见一览", 3), "nothing was kept for it");
}

#[test]
fn filters_of_an_own_register() {
    let mut world = world();
    let column = own(&mut world, "activity", "date");
    let activity = world.facts["training"].clone();
    let values = BTreeMap::from([(column.clone(), Some("2023-02".to_owned()))]);
    changed(&mut world, |tx| set_values(tx, ("activity", &activity), &values));
    let own_key = format!("own.{column}");
    let cases = [
        ("activity.kind", Test::Is, "activity.training", 1),
        ("activity.kind", Test::Is, "学习培训", 1),
        ("activity.present", Test::Is, "张伟", 2),
        ("activity.content", Test::Contains, "水厂", 1),
        ("activity.recovered", Test::From, "350000", 1),
        ("activity.recovered", Test::From, "350001", 0),
        ("activity.came", Test::To, "1", 2),
        ("activity.date", Test::From, "2023-02-20", 3),
        ("activity.date", Test::To, "2023-02", 3),
        ("activity.absent", Test::Empty, "", 3),
        ("activity.absent", Test::NotEmpty, "", 2),
        (own_key.as_str(), Test::From, "2023-01", 1),
        ("activity.unheard_of", Test::Empty, "", 0),
    ];
    let set = set::look(world.store.db(), None).unwrap();
    let base = set.registers.iter().find(|look| look.key == "03").unwrap();
    for (key, test, value, rows) in cases {
        let filters = vec![FilterSays { key: key.into(), test, values: vec![value.into()] }];
        let mut look = RegisterLook { own: Some(OwnRegister { based_on: 3, filters }), ..base.clone() };
        look.columns.iter_mut().filter(|c| c.own).for_each(|c| c.hidden = false);
        let paper = open(&world, RegisterAsk { look: Some(look), ..number(3) });
        assert_eq!(table(&paper).rows.len(), rows, "{key} {test:?} {value}");
    }
}

#[test]
fn a_set_travels_to_another_station_with_its_columns() {
    let mut here = world();
    let column = own(&mut here, "deed", "number");
    let mut set = ten(&here);
    let deeds = at(&mut set, "01").clone();
    let filters = vec![FilterSays { key: format!("own.{column}"), test: Test::NotEmpty, values: Vec::new() }];
    let own = Some(OwnRegister { based_on: 1, filters });
    set.registers.push(RegisterLook {
        key: String::new(),
        title: "已验收实事".into(),
        name: "已验收实事".into(),
        own,
        ..deeds
    });
    for look in set.registers.iter_mut().filter(|look| look.number == 1) {
        look.columns.iter_mut().filter(|c| c.own).for_each(|c| c.hidden = false);
        let last = look.columns.pop().unwrap();
        look.columns.insert(3, last);
    }
    let id = changed(&mut here, |tx| set::edit::save(tx, &set));
    let (text, _) = set::file::write(here.store.db(), Some(&id)).unwrap();
    let mut there = world();
    let (read, name) = changed(&mut there, |tx| set::file::read(tx, &text));
    let (again, second) = changed(&mut there, |tx| set::file::read(tx, &text));
    assert_eq!((name.as_str(), second.as_str()), ("本县十表", "本县十表（2）"), "each under a name of its own");
    assert_ne!(read, again);
    let columns = crate::extra::edit::columns(there.store.db(), None).unwrap();
    assert_eq!(columns.len(), 1, "the column was made once and found the second time");
    let paper = open(&there, RegisterAsk { set_id: Some(read.clone()), ..number(1) });
    assert_eq!(table(&paper).columns[3].key, columns[0].key(), "and stands where it stood");
    let own =
        open(&there, RegisterAsk { set_id: Some(read), key: Some("已验收实事".into()), ..RegisterAsk::default() });
    assert_eq!((own.name.as_str(), table(&own).rows.len()), ("11 已验收实事", 0), "nothing is accepted there yet");
}

#[test]
fn what_is_no_such_file_is_said() {
    let mut world = world();
    let cases = [
        ("", "这不是台账样式文件，请选择从“台账样式”导出的 .toml 文件。"),
        ("format = 'other'\nversion = 1", "这不是台账样式文件，请选择从“台账样式”导出的 .toml 文件。"),
        (
            "format = 'station-register-set'\nversion = 2\nname = '甲'",
            "这个样式文件由更新版本的程序导出，请先升级程序再导入。",
        ),
        (
            "format = 'station-register-set'\nversion = 1\nname = '甲'\nregisters = [{ key = '12' }]",
            "这个文件里有本程序没有的台账，请先升级程序再导入。",
        ),
    ];
    for (text, said) in cases {
        let refused = changed(&mut world, |tx| Ok(set::file::read(tx, text).unwrap_err()));
        assert_eq!(refused.sentence(), said, "{text}");
    }
}

/// What spoils a set.
type Change = fn(&mut SetLook);

#[test]
fn what_keeps_a_set_from_being_saved() {
    let mut world = world();
    let cases: [(&str, Change); 8] = [
        ("name", |set| set.name = " ".into()),
        ("name", |set| set.name = "七簿".into()),
        ("id", |set| set.id = Some("ten".into())),
        ("registers", |set| set.registers.iter_mut().for_each(|look| look.shown = false)),
        ("registers.0.title", |set| set.registers[0].title = String::new()),
        ("registers.0.columns", |set| set.registers[0].columns.iter_mut().for_each(|c| c.hidden = true)),
        ("registers.0.columns", |set| set.registers[0].columns[0].width = 0.5),
        ("registers.0.own", |set| set.registers[0].own = Some(OwnRegister { based_on: 8, filters: Vec::new() })),
    ];
    for (field, change) in cases {
        let mut set = ten(&world);
        change(&mut set);
        match changed(&mut world, |tx| Ok(set::edit::save(tx, &set))) {
            Err(Error::Problems(problems)) => {
                assert!(problems.iter().any(|p| p.field == field), "{field} is wrong: {problems:?}");
            }
            other => panic!("{field} is refused, not {other:?}"),
        }
    }
}
