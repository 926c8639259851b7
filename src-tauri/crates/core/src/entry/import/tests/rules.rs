//! Rules of the import, each by the smallest file that shows it.

use super::{Asked, count, import, rows, station};
use crate::entry::import::ImportKind::{self, Deputies, Districts, Receptions, Suggestions};
use crate::entry::import::{Fate, ImportPreview};
use crate::store::tests::World;

fn taken(world: &mut World, kind: ImportKind, lines: &str) -> ImportPreview {
    import(world, kind, &Asked::csv(lines)).unwrap().0
}

fn value(world: &World, sql: &str) -> Option<String> {
    world.store.db().value(sql, []).unwrap().flatten()
}

#[test]
fn sex_and_birth_follow_the_id_number_only_where_they_agree() {
    let lines = "名册\n姓名,性别,出生年月,身份证号\n甲一,,1979.05,140426197905061130\n乙二,女,1979-06,140426197905061130\n\
                 丙三,,1988.01,\n注:性别栏空白为男。,,,\n";
    let without_note = lines.replace("注:性别栏空白为男。", "注:以上无误。");
    for (lines, third) in [(lines.to_owned(), Some("男")), (without_note, None)] {
        let mut world = station();
        let said = taken(&mut world, Deputies, &lines);
        let of = |name: &str, what: &str| value(&world, &format!("SELECT {what} FROM person WHERE name = '{name}'"));
        assert_eq!(of("甲一", "birth").as_deref(), Some("1979-05-06"), "the ID number completes the day");
        assert_eq!(of("甲一", "sex").as_deref(), Some("男"), "and settles a blank sex");
        assert_eq!(of("乙二", "birth").as_deref(), Some("1979-06"), "what is written stays where they contradict");
        assert_eq!(of("乙二", "sex").as_deref(), Some("女"), "so does the sex");
        assert_eq!(of("乙二", "id_number"), None, "a number that another row of the list has is not taken over");
        assert_eq!(of("丙三", "sex").as_deref(), third, "a blank means 男 only where a remark says so");
        let columns: Vec<_> = said.doubts.iter().filter_map(|d| d.at.column.as_deref()).collect();
        assert_eq!(columns, ["B", "C", "D"], "each contradiction is named at its cell: {:?}", said.doubts);
    }
}

#[test]
fn a_roster_again_corrects_what_differs_and_erases_nothing() {
    let mut world = station();
    taken(&mut world, Deputies, "姓名,政治面貌,联系电话,单位\n张伟,党员,13803550105,长垣村\n");
    let said = taken(&mut world, Deputies, "姓名,政治面貌,联系电话,单位\n张伟,群众,,长垣村\n");
    let changes: Vec<_> = said.changes.iter().map(|c| (c.field.as_str(), c.old.as_deref(), c.new.as_deref())).collect();
    assert_eq!(changes, [("政治面貌", Some("中共党员"), Some("群众"))], "old and new, by their labels");
    assert_eq!(said.changes[0].at.column.as_deref(), Some("B"), "with the cell");
    assert_eq!(value(&world, "SELECT phone FROM person").as_deref(), Some("13803550105"), "a blank erases nothing");
}

#[test]
fn what_is_not_known_is_kept_under_its_own_name_and_listed() {
    let mut world = station();
    let said = taken(&mut world, Deputies, "姓名,政治面貌,所在选区\n张伟,某党党员,第9选区\n");
    let created: Vec<_> = said.created.iter().map(|c| format!("{} {}", c.what, c.label)).collect();
    assert_eq!(created, ["字典条目 某党党员", "选区 第9选区"], "a code of the station's own, and a constituency");
    let said = taken(&mut world, Districts, "选区号,所辖村(组)\n第9选区,南村村1—4组、东街社区\n");
    assert_eq!(said.new_facts, [], "the constituency that the roster made is the same one");
    assert_eq!(
        said.changes.iter().map(|c| c.new.as_deref()).collect::<Vec<_>>(),
        [Some("南村村1—4组、东街社区")],
        "filled"
    );
}

#[test]
fn groups_may_stand_over_their_rows() {
    let mut world = station();
    taken(
        &mut world,
        Deputies,
        "名册\n序号,姓名,性别,单位\n一、东关代表小组(1人),,,\n1,张伟,男,长垣村\n二、仁庄代表小组(1人),,,\n2,李四,女,赵店村\n",
    );
    let found = rows(
        &world,
        "SELECT p.name, t.name AS team, m.level FROM membership g JOIN person p ON p.id = g.person_id JOIN team t ON t.id = g.team_id JOIN mandate m ON m.person_id = p.id ORDER BY p.id",
    );
    let expected = r#"[{"name":"张伟","team":"东关","level":"镇"},{"name":"李四","team":"仁庄","level":"镇"}]"#;
    assert_eq!(serde_json::to_string(&found).unwrap(), expected, "a section row names the group of the rows below");
}

const HEAD: &str = "接待登记表(2023年)\n接待日期,接待地点,接待代表,来访人,人数,住址,来访形式,反映的主要问题,处理方式,承办单位,办结日期,满意度\n";

#[test]
fn a_visit_again_is_known_by_date_site_visitor_and_words() {
    let mut world = station();
    let first = format!(
        "{HEAD}2月15日,镇联络站,李四,王某,1,东关村,来访,修路,转村,,,\n2月15日,镇联络站,李四,王某,1,东关村,来访,修路,转村,,,\n\
         2月15日,镇联络站,李四,王某,2,东关村,来访,修渠,转村,,,\n2月15日,镇联络站,李四,匿名,2,东关村2组,来信,路灯不亮,转镇政府,供电所,,\n"
    );
    let said = taken(&mut world, Receptions, &first);
    assert_eq!(said.new_facts.len(), 3, "the second row is the first again; other words are another visit");
    assert_eq!(said.unchanged, 1, "and says nothing new");
    assert_eq!(
        count(&world, "SELECT count(*) FROM visit WHERE activity_id IS NOT NULL"),
        3,
        "a letter joins the day that a visit made"
    );
    let places = "SELECT group_concat(name) FROM place";
    assert_eq!(value(&world, places).as_deref(), Some("东关"), "东关村2组 lies in the same village");
    let numbers = "SELECT group_concat(number) FROM (SELECT number FROM visit ORDER BY number)";
    assert_eq!(
        value(&world, numbers).as_deref(),
        Some("JD-2023-0001,JD-2023-0002,JD-2023-0003"),
        "numbers in the order of rows"
    );
    let second = first.replace("2,东关村,来访,修渠,转村,,,", "3,东关村,来访,修渠,转镇政府,水利站,5月3日,满意");
    let said = taken(&mut world, Receptions, &second);
    let changed: Vec<_> = said.changes.iter().map(|c| (c.field.as_str(), c.new.as_deref().unwrap_or(""))).collect();
    let expected = [
        ("人数", "3"),
        ("处理方式", "转镇政府"),
        ("承办单位", "水利站"),
        ("办结日期", "2023-05-03"),
        ("满意度", "满意"),
    ];
    assert_eq!(changed, expected, "the row of the same visit corrects it");
    let (_, operation) = import(&mut world, Receptions, &Asked::csv(&second)).unwrap();
    assert_eq!(operation, None, "again: nothing");
}

#[test]
fn a_letter_makes_no_day_and_joins_one_that_comes_later() {
    let mut world = station();
    taken(&mut world, Receptions, &format!("{HEAD}2月15日,镇联络站,,王某,1,,来信,修路,转村,,,\n"));
    assert_eq!(count(&world, "SELECT count(*) FROM activity"), 0, "a letter alone is no reception day");
    taken(&mut world, ImportKind::Duty, "值班表(2023年)\n日期,接待地点,接待代表\n2月15日,镇联络站,李四\n");
    assert_eq!(
        count(&world, "SELECT count(*) FROM visit WHERE activity_id IS NOT NULL"),
        1,
        "it belongs to the day now"
    );
}

#[test]
fn a_closing_date_writes_reply_telling_and_closing_with_the_grade() {
    let steps = "SELECT group_concat(kind || ' ' || happened_on || coalesce(' ' || way_id, '') || coalesce(' ' || grade_id, ''), '; ')
                 FROM (SELECT * FROM step ORDER BY happened_on, id)";
    let cases = [
        (
            "转镇政府,水利站,5月3日,满意",
            "recorded 2023-02-15; handed 2023-02-15; replied 2023-05-03; told 2023-05-03 way.unknown grade.satisfied; closed 2023-05-03",
            0,
        ),
        (
            "当场答复,,,基本满意",
            "recorded 2023-02-15; answered 2023-02-15; told 2023-02-15 way.unknown grade.mostly",
            0,
        ),
        ("转村,,,满意", "recorded 2023-02-15; handed 2023-02-15", 1),
        ("引导信访,水利站,,", "recorded 2023-02-15; guided 2023-02-15", 1),
        (",,,", "recorded 2023-02-15", 0),
    ];
    for (tail, expected, left_out) in cases {
        let mut world = station();
        let said = taken(&mut world, Receptions, &format!("{HEAD}2月15日,镇联络站,,王某,1,,来访,修路,{tail}\n"));
        assert_eq!(value(&world, steps).as_deref(), Some(expected), "the life of a matter with {tail}");
        let lost = said.doubts.iter().filter(|d| d.answer == Fate::LeftOut).count();
        assert_eq!(lost, left_out, "what has no place is named, not dropped: {:?}", said.doubts);
    }
}

#[test]
fn imported_numbers_stay_and_others_make_room() {
    let mut world = station();
    let lines = "接待登记表(2023年)\n登记编号,接待日期,来访人,反映的主要问题\n,2月15日,甲某,修路\nJD-2023-0001,2月16日,乙某,修桥\n信访7,2月17日,丙某,修渠\n";
    taken(&mut world, Receptions, lines);
    let found =
        rows(&world, "SELECT v.number, p.name FROM visit v JOIN party p ON p.visit_id = v.id ORDER BY v.happened_on");
    let found = serde_json::to_string(&found).unwrap();
    let expected = r#"[{"number":"JD-2023-0002","name":"甲某"},{"number":"JD-2023-0001","name":"乙某"},{"number":"信访7","name":"丙某"}]"#;
    assert_eq!(found, expected, "the numbers of the file are those of the book");
    assert_eq!(import(&mut world, Receptions, &Asked::csv(lines)).unwrap().1, None, "again: nothing");
    let said = taken(&mut world, Receptions, &lines.replace("修桥", "修大桥").replace("丙某,修渠", "丁某,修渠"));
    let changed: Vec<_> = said.changes.iter().map(|c| (c.field.as_str(), c.old.as_deref())).collect();
    assert_eq!(
        changed,
        [("反映的主要问题", Some("修桥")), ("来访人", Some("丙某"))],
        "a number of that day is that visit"
    );
}

#[test]
fn a_suggestion_is_known_by_its_number_and_goes_its_way() {
    let mut world = station();
    taken(&mut world, Deputies, "姓名\n张伟\n李四\n");
    let head = "建议编号,标题,领衔代表,附议代表,提出日期,交办日期,承办单位,协办单位,答复日期,办理结果,满意度\n";
    let first = format!("{head}5-3-001,修路的建议,张伟,李四、王五,2023/05/24,2023.05.25,镇人民政府,交通办,,,\n");
    taken(&mut world, Suggestions, &first);
    let second = format!(
        "{head}5-3-001,关于修路的建议,张伟,李四、王五,2023/05/24,2023.05.25,镇人民政府,交通办,2023-08-01,A,满意\n"
    );
    let said = taken(&mut world, Suggestions, &second);
    let changed: Vec<_> = said.changes.iter().map(|c| c.field.as_str()).collect();
    assert_eq!(changed, ["案由(标题)", "答复日期", "办理结果", "满意度"], "one suggestion, which has gone on");
    assert_eq!(count(&world, "SELECT count(*) FROM matter"), 1, "not two");
    let roles = "SELECT group_concat(u.name || a.role) FROM assignment a JOIN unit u ON u.id = a.unit_id";
    assert_eq!(value(&world, roles).as_deref(), Some("交通办协办,镇人民政府主办"), "who handles it");
    let told = "SELECT r.person_id = (SELECT id FROM person WHERE name = '张伟') FROM step s JOIN raised r ON r.id = s.raised_id";
    assert_eq!(count(&world, told), 1, "the deputy who leads it is told");
    assert_eq!(import(&mut world, Suggestions, &Asked::csv(&second)).unwrap().1, None, "again: nothing");
}

#[test]
fn columns_matched_by_hand_are_remembered() {
    let mut world = station();
    let lines = "谁,何处\n张伟,长垣村\n";
    let said = taken(&mut world, Deputies, lines);
    assert!(said.files[0].columns.len() == 2 && said.new_facts.is_empty(), "the columns come back to be matched");
    assert!(said.doubts.iter().any(|d| d.answer == Fate::LeftOut), "and the table counts as left out");
    let matched = Asked { matches: vec![("谁", Some("name")), ("何处", None)], ..Asked::csv(lines) };
    let (said, _) = import(&mut world, Deputies, &matched).unwrap();
    assert_eq!(said.new_facts.len(), 1, "matched by hand");
    let said = taken(&mut world, Deputies, "谁,何处\n李四,赵店村\n");
    assert_eq!((said.new_facts.len(), said.unchanged), (1, 0), "and remembered for the next file");
}

#[test]
fn all_or_nothing_changes_nothing_where_something_would_be_left_out() {
    let mut world = station();
    let lines = "姓名,身份证号\n张伟,1.40426E+17\n李四,\n";
    let strict = Asked { all_or_nothing: true, ..Asked::csv(lines) };
    let refused = import(&mut world, Deputies, &strict).err().unwrap();
    assert_eq!((refused.code(), refused.problems().len()), ("problems", 1), "the rounded number is named");
    assert!(refused.problems()[0].field.contains("第2行B列"), "with its cell: {:?}", refused.problems());
    assert_eq!(count(&world, "SELECT count(*) FROM person"), 0, "nothing changed");
    let broken = Asked { files: vec![("图.xlsx".into(), b"PK nonsense".to_vec())], ..Asked::default() };
    assert_eq!(
        import(&mut world, Deputies, &broken).err().unwrap().code(),
        "problems",
        "an unreadable file is said plainly"
    );
}
