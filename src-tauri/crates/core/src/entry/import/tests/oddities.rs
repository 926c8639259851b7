//! What offices write beside the point: several levels or units in a cell, counts in names, numbers and days that
//! cannot be.

use super::{Asked, count, import, rows, station};
use crate::entry::import::ImportKind::{Deputies, Districts, Receptions, Suggestions};
use crate::entry::import::{Fate, ImportKind, ImportPreview};
use crate::store::tests::World;

fn taken(world: &mut World, kind: ImportKind, lines: &str) -> ImportPreview {
    import(world, kind, &Asked::csv(lines)).unwrap().0
}

fn value(world: &World, sql: &str) -> Option<String> {
    world.store.db().value(sql, []).unwrap().flatten()
}

/// Fate and column of every doubt.
fn doubts(said: &ImportPreview) -> Vec<(Fate, &str)> {
    said.doubts.iter().map(|d| (d.answer, d.at.column.as_deref().unwrap_or(""))).collect()
}

#[test]
fn constituency_and_term_of_several_levels_belong_to_the_stations_own() {
    let mut world = station();
    let said = taken(&mut world, Deputies, "姓名,代表层级,届别,所在选区\n张伟,县、镇,第五届,1\n李四,省、县,第五届,1\n");
    let found = rows(
        &world,
        "SELECT p.name, m.level, t.ordinal AS term, c.number AS seat, m.electing_body AS body FROM mandate m
         JOIN person p ON p.id = m.person_id LEFT JOIN term t ON t.id = m.term_id
         LEFT JOIN constituency c ON c.id = m.constituency_id ORDER BY p.name, m.level",
    );
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    let empty = |name: &str, level: &str| {
        format!(r#"{{"name":"{name}","level":"{level}","term":null,"seat":null,"body":null}}"#)
    };
    let own = r#"{"name":"张伟","level":"镇","term":5,"seat":1,"body":null}"#.to_owned();
    let expected = [empty("张伟", "县"), own, empty("李四", "县"), empty("李四", "省")];
    assert_eq!(sorted(found), sorted(expected.to_vec()), "the other levels get neither");
    assert_eq!(
        doubts(&said),
        [(Fate::LeftOut, "C"), (Fate::LeftOut, "D")],
        "where none is the station's, both are named"
    );
}

fn sorted(mut all: Vec<String>) -> Vec<String> {
    all.sort();
    all
}

#[test]
fn a_name_may_say_how_many_came() {
    let cases = [
        ("丁某等5人,", 5, "丁某", 0),
        ("丁某等三人,", 3, "丁某", 0),
        ("己某夫妇,", 2, "己某夫妇", 0),
        ("东关村村民12人,", 12, "东关村村民12人", 1),
        ("甲某、乙某,", 2, "甲某、乙某", 0),
        ("戊某等6人,2", 2, "戊某", 1),
        ("庚某,", 1, "庚某", 0),
    ];
    for (cells, people, name, kept) in cases {
        let mut world = station();
        let lines = format!("接待日期,来访人,人数,反映的主要问题\n2023-02-15,{cells},修路\n");
        let said = taken(&mut world, Receptions, &lines);
        assert_eq!(count(&world, "SELECT people FROM visit"), people, "{cells}");
        let names = "SELECT group_concat(name, '、') FROM (SELECT name FROM party ORDER BY sort)";
        assert_eq!(value(&world, names).as_deref(), Some(name), "{cells}");
        assert_eq!(said.doubts.len(), kept, "{cells}: {:?}", said.doubts);
    }
}

#[test]
fn of_several_units_the_first_handles_and_a_status_is_none() {
    let units = "SELECT group_concat(name || role, ',') FROM (SELECT u.name, a.role FROM assignment a
                 JOIN unit u ON u.id = a.unit_id ORDER BY a.role, u.id)";
    let cases = [
        ("水利站、民政所", Some("水利站主办,民政所协办"), 0),
        ("水利站", Some("水利站主办"), 0),
        ("正在办理", None, 1),
        ("水利站、未办结", Some("水利站主办"), 1),
        ("待办", None, 1),
        ("镇政府（城建、环保）", Some("镇政府（城建、环保）主办"), 0),
    ];
    for (cell, expected, kept) in cases {
        let visit = format!("接待日期,来访人,反映的主要问题,处理方式,承办单位\n2023-02-15,王某,修路,转镇政府,{cell}\n");
        let matter = format!("标题,提出日期,交办日期,承办单位\n修路的建议,2023-05-24,2023-05-25,{cell}\n");
        for (kind, lines) in [(Receptions, visit), (Suggestions, matter)] {
            let mut world = station();
            let said = taken(&mut world, kind, &lines);
            let found = value(&world, units).map(|all| sorted(all.split(',').map(str::to_owned).collect()));
            let expected = expected.map(|all| sorted(all.split(',').map(str::to_owned).collect()));
            assert_eq!(found, expected, "{cell} of {kind:?}");
            assert_eq!(said.doubts.len(), kept, "{cell} of {kind:?}: {:?}", said.doubts);
            assert_eq!(import(&mut world, kind, &Asked::csv(&lines)).unwrap().1, None, "{cell} again: nothing");
        }
    }
}

const VISIT: &str = "接待日期,来访人,反映的主要问题,处理方式,办结日期\n2023-02-15,王某,修路,转镇政府,2093-05-03\n";

/// What is imported, the doubts of it, and why.
type Odd = (ImportKind, &'static str, &'static [(Fate, &'static str)], &'static str);

#[test]
fn numbers_and_days_that_cannot_be_are_named() {
    use Fate::{Kept, LeftOut};
    let cases: [Odd; 9] = [
        (Deputies, "姓名,出生年月\n张伟,2093-01\n", &[(Kept, "B")], "a birth to come"),
        (Deputies, "姓名,出生年月\n张伟,1890-01\n", &[(Kept, "B")], "a birth long ago"),
        (Deputies, "姓名,所在选区\n张伟,-3\n", &[(Kept, "B")], "a negative number of a constituency"),
        (
            Districts,
            "选区号,人口,选民,名额\n1,500,600,0\n",
            &[(Kept, "C"), (Kept, "D")],
            "more voters than people, no seat",
        ),
        (Districts, "选区号,选民\n1,99999999999\n", &[(Kept, "B")], "more voters than a country"),
        (Receptions, VISIT, &[(LeftOut, "E")], "done on a day to come"),
        (Suggestions, "标题,提出日期,交办日期\n修路,2023-06-24,2023-06-01\n", &[(Kept, "C")], "handed on before"),
        (
            Suggestions,
            "标题,提出日期,交办日期,答复日期\n修路,2023-05-24,2023-06-01,2023-05-30\n",
            &[(Kept, "D")],
            "replied before it was handed on",
        ),
        (Deputies, "姓名,性别\n", &[(Kept, "")], "a heading without rows"),
    ];
    for (kind, lines, expected, why) in cases {
        let mut world = station();
        let said = taken(&mut world, kind, lines);
        assert_eq!(doubts(&said), expected, "{why}: {:?}", said.doubts);
        assert_eq!(count(&world, "SELECT count(*) FROM step WHERE kind = 'closed'"), 0, "{why}: nothing is closed");
    }
}
