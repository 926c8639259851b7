//! Who is who: found by what goes with a name, asked about where nothing tells, never guessed.

use super::{Asked, count, import, preview, rows, station};
use crate::entry::import::ImportKind::{Deputies, Duty, Receptions, Suggestions};
use crate::entry::import::{Doubt, Fate, ImportPreview};
use crate::entry::{deputy, reception};
use crate::op::Op;
use crate::store::Tx;
use crate::store::tests::World;

const PERSONS: &str = "SELECT count(*) FROM person WHERE voided IS NULL";

fn taken(world: &mut World, lines: &str) -> ImportPreview {
    import(world, Deputies, &Asked::csv(lines)).unwrap().0
}

fn asked(said: &ImportPreview) -> Vec<&Doubt> {
    said.doubts.iter().filter(|d| d.answer == Fate::Ask).collect()
}

#[test]
fn a_row_is_the_same_person_only_where_something_says_so() {
    let known = "姓名,性别,出生年月,身份证号,联系电话,单位,职务,所在选区\n\
                 张伟,男,1979-05-06,140426197905061130,13803550105,长垣村,支书,第4选区\n";
    // Persons afterwards, questions, changes.
    let cases = [
        ("姓名,身份证号\n张伟,140426197905061130\n", (1, 0, 0), "the same ID number"),
        (
            "姓名,身份证号\n章伟,140426197905061130\n",
            (1, 1, 0),
            "a known ID number under another name: asked, nobody is renamed",
        ),
        ("姓名,出生年月\n张　伟,1979.05\n", (1, 0, 0), "the same month of birth"),
        (
            "姓名,出生年月,联系电话,所在选区\n张伟,1979.05,13900000000,9\n",
            (1, 1, 0),
            "the month, against two others: asked",
        ),
        ("姓名,联系电话,单位\n张伟,13803550105,赵店村\n", (1, 0, 1), "the same phone; the unit is corrected"),
        ("姓名,所在选区\n张伟,4\n", (1, 0, 0), "the same constituency"),
        ("姓名,单位及职务\n张伟,长垣村支书\n", (1, 0, 0), "the same unit and post, joined"),
        ("姓名\n张伟\n李四\n", (2, 0, 0), "a name alone, where one deputy has it and nothing contradicts"),
        ("姓名,出生年月\n张伟,1990-01\n", (2, 0, 0), "another birth is another person"),
        ("姓名,身份证号\n张伟,140426199007213357\n", (2, 0, 0), "and another sound ID number"),
        ("姓名,性别\n张伟,女\n", (1, 1, 0), "the sex alone differs: asked"),
        ("姓名,所在选区\n张伟,9\n", (1, 1, 0), "nothing in common, another constituency: asked"),
        ("姓名,单位\n张伟,赵店村\n", (1, 1, 0), "nothing in common, another unit: asked"),
        ("姓名,单位,所在选区\n张伟,赵店村,4\n", (1, 1, 0), "one weak agreement with another unit: asked"),
        (
            "姓名,联系电话,单位,所在选区\n张伟,13900000000,长垣村,4\n",
            (1, 0, 1),
            "two agreements: the phone is corrected",
        ),
        ("姓名,联系电话,单位\n张伟,13900000000,赵店村\n", (1, 1, 0), "all that can be compared differs: asked"),
        (
            "姓名,出生年月,单位,职务,所在选区\n张伟,1990-01,长垣村,支书,4\n",
            (1, 1, 0),
            "birth speaks against, all else for it: asked",
        ),
        (
            "姓名,身份证号,联系电话\n张伟,140426199007213357,13803550105\n",
            (1, 1, 0),
            "ID number against, phone for it: asked",
        ),
    ];
    for (lines, expected, why) in cases {
        let mut world = station();
        assert_eq!(asked(&taken(&mut world, known)).len(), 0, "a first roster asks nothing");
        let said = taken(&mut world, lines);
        let found = (count(&world, PERSONS), asked(&said).len(), said.changes.len());
        assert_eq!(found, expected, "{why}: {:?}", said.doubts);
    }
}

#[test]
fn two_of_one_name_with_nothing_to_tell_them_apart_are_asked_about() {
    let lines = "姓名,联系电话\n张伟,13803550105\n张伟,13803550106\n";
    let mut world = station();
    let said = preview(&mut world, Deputies, &Asked::csv(lines)).unwrap();
    let [doubt] = asked(&said)[..] else { panic!("one question: {:?}", said.doubts) };
    let (key, options) = (doubt.key.clone().unwrap(), doubt.options.clone());
    assert_eq!(options.len(), 2, "the one already read, or another");
    let (unanswered, _) = import(&mut world, Deputies, &Asked::csv(lines)).unwrap();
    assert_eq!((count(&world, PERSONS), asked(&unanswered).len()), (1, 1), "without an answer the row is not taken in");
    for (answer, persons) in [(options[0].value.as_str(), 1), ("new", 2)] {
        let mut world = station();
        let answered = Asked { answers: vec![(&key, answer)], ..Asked::csv(lines) };
        let (said, _) = import(&mut world, Deputies, &answered).unwrap();
        assert_eq!((count(&world, PERSONS), asked(&said).len()), (persons, 0), "an answer of the preview settles it");
    }
}

#[test]
fn in_one_list_a_row_is_doubled_only_where_nothing_differs() {
    let cases = [
        ("张伟,长垣村,13803550105\n张伟,长垣村,13803550105\n", (1, 0), "the same phone: doubled"),
        ("张伟,长垣村,\n张伟,长垣村,\n", (1, 0), "the same unit and nothing else: doubled"),
        ("张伟,长垣村,13803550105\n张伟,长垣村,13803550106\n", (1, 1), "two phones in one village: asked"),
        ("张伟,长垣村,\n张伟,赵店村,\n", (1, 1), "two villages: asked"),
    ];
    for (lines, expected, why) in cases {
        let mut world = station();
        let said = taken(&mut world, &format!("姓名,单位,联系电话\n{lines}"));
        assert_eq!((count(&world, PERSONS), asked(&said).len()), expected, "{why}: {:?}", said.doubts);
    }
}

#[test]
fn a_name_on_duty_that_two_deputies_have_is_told_by_the_phone_or_asked_about() {
    let mut world = station();
    taken(
        &mut world,
        "姓名,联系电话,出生年月\n张伟,13803550105,1979-05\n张伟,13803550106,1990-07\n李四,13803550107,\n",
    );
    let by_phone =
        "值班表(2023年)\n日期,接待地点,接待代表,联系电话\n1月15日,镇联络站,张伟、李四,13803550106、13803550107\n";
    let (said, _) = import(&mut world, Duty, &Asked::csv(by_phone)).unwrap();
    assert_eq!(asked(&said).len(), 0, "the phone tells which");
    let born = "SELECT p.birth FROM attendance a JOIN person p ON p.id = a.person_id ORDER BY a.sort LIMIT 1";
    assert_eq!(world.store.db().value::<String>(born, []).unwrap().as_deref(), Some("1990-07"), "the younger one");
    let bare = "值班表(2023年)\n日期,接待地点,接待代表\n1月15日,镇联络站,张伟、李四\n2月15日,镇联络站,张伟、王五\n";
    let (said, _) = import(&mut world, Duty, &Asked::csv(bare)).unwrap();
    assert_eq!(asked(&said).len(), 1, "what stands settles January; February is asked about");
    assert_eq!(said.doubts.iter().filter(|d| d.answer == Fate::Kept).count(), 1, "王五 is on no roster: kept as text");
    let text = "SELECT count(*) FROM attendance WHERE name IS NOT NULL AND voided IS NULL";
    assert_eq!(count(&world, text), 2, "both stand as text until somebody says who they are");
    let doubt = asked(&said)[0];
    let (key, first) = (doubt.key.clone().unwrap(), doubt.options[0].value.clone());
    let answered = Asked { answers: vec![(&key, &first)], ..Asked::csv(bare) };
    let (said, _) = import(&mut world, Duty, &answered).unwrap();
    assert_eq!(count(&world, text), 1, "the answer links the name");
    let changes: Vec<_> = said.changes.iter().map(|c| (c.field.as_str(), c.new.as_deref().unwrap_or(""))).collect();
    assert_eq!(changes, [("接待代表", "张伟、王五（已关联代表名册）")], "which is a change");
    assert_eq!(said.unchanged, 1, "of the one day");
    let (_, operation) = import(&mut world, Duty, &Asked::csv(bare)).unwrap();
    assert_eq!(operation, None, "and the link stays when the file comes again without an answer");
}

#[test]
fn a_list_of_higher_levels_adds_mandates_and_overwrites_nothing() {
    let mut world = station();
    taken(&mut world, "姓名,单位,职务,联系电话\n张伟,长垣村,支书,13803550105\n李四,赵店村,医生,\n");
    let higher = "各级人大代表名单\n序号,姓名,性别,工作单位及职务,联系电话\n一、县人大代表(3名),,,,\n\
                  1,张伟,男,长垣村村主任,13803550105\n2,李四,女,赵店村医生,13803550107\n3,王五,男,县医院副院长,13803550108\n";
    let said = taken(&mut world, higher);
    assert_eq!(said.new_facts.len(), 3, "two mandates, and one person who is no deputy of the township");
    let found = rows(
        &world,
        "SELECT p.name, p.sex, p.phone, m.unit, m.post FROM person p JOIN membership m ON m.person_id = p.id ORDER BY p.id",
    );
    let text = serde_json::to_string(&found).unwrap();
    assert!(
        text.contains(r#""sex":"男","phone":"13803550105","unit":"长垣村","post":"支书""#),
        "a differing post stays: {text}"
    );
    assert!(
        text.contains(r#""sex":"女","phone":"13803550107","unit":"赵店村","post":"医生""#),
        "blanks are filled: {text}"
    );
    assert!(text.contains(r#""unit":"县医院副院长","post":null"#), "what cannot be split stays whole: {text}");
    let refused: Vec<_> = said.doubts.iter().filter(|d| d.answer == Fate::LeftOut).collect();
    assert_eq!(refused.len(), 1, "the differing post is named: {:?}", said.doubts);
    let (_, operation) = import(&mut world, Deputies, &Asked::csv(higher)).unwrap();
    assert_eq!(operation, None, "again: nothing");
}

#[test]
fn one_weak_agreement_does_not_choose_between_two_of_one_name() {
    let known = "姓名,出生年月,单位\n张伟,1979-05,长垣村\n张伟,1990-07,\n";
    let cases = [
        ("姓名,单位\n张伟,长垣村\n", 1, "the other says no unit: asked"),
        ("姓名,出生年月,单位\n张伟,1979-05,赵店村\n", 0, "the month of birth tells"),
    ];
    for (lines, questions, why) in cases {
        let mut world = station();
        taken(&mut world, known);
        let said = taken(&mut world, lines);
        assert_eq!((count(&world, PERSONS), asked(&said).len()), (2, questions), "{why}: {:?}", said.doubts);
    }
}

#[test]
fn nobody_is_renamed_without_an_answer() {
    let known = "姓名,身份证号\n张伟,140426197905061130\n";
    let lines = "姓名,身份证号\n章伟,140426197905061130\n";
    for (option, name, left_out) in [(0, "章伟", 0), (1, "张伟", 1)] {
        let mut world = station();
        taken(&mut world, known);
        let said = preview(&mut world, Deputies, &Asked::csv(lines)).unwrap();
        let [doubt] = asked(&said)[..] else { panic!("one question: {:?}", said.doubts) };
        let (key, answer) = (doubt.key.clone().unwrap(), doubt.options[option].value.clone());
        let answered = Asked { answers: vec![(&key, &answer)], ..Asked::csv(lines) };
        let (said, _) = import(&mut world, Deputies, &answered).unwrap();
        let found: Option<String> = world.store.db().value("SELECT name FROM person", []).unwrap();
        assert_eq!(found.as_deref(), Some(name), "as the answer says");
        let lost = said.doubts.iter().filter(|d| d.answer == Fate::LeftOut).count();
        assert_eq!((asked(&said).len(), lost), (0, left_out), "answered: {:?}", said.doubts);
    }
}

#[test]
fn names_that_came_before_their_roster_are_linked_by_it() {
    let duty = "值班表(2023年)\n日期,接待地点,接待代表\n1月15日,镇联络站,张伟、李四\n";
    let visits = "登记表(2023年)\n接待日期,接待代表,来访人,反映的主要问题\n1月15日,李四,王某,修路\n";
    let suggestions = "建议编号,标题,领衔代表,提出日期\n5-3-001,修路的建议,李四,2023-05-24\n";
    let files = [(Duty, duty), (Receptions, visits), (Suggestions, suggestions)];
    let roster = "姓名,联系电话\n张伟,13803550105\n李四,13803550107\n张伟,13803550106\n";
    let mut world = station();
    for (kind, lines) in files {
        import(&mut world, kind, &Asked::csv(lines)).unwrap();
    }
    let key = "表.csv#表.csv#4";
    let answered = Asked { answers: vec![(key, "new")], ..Asked::csv(roster) };
    let (said, _) = import(&mut world, Deputies, &answered).unwrap();
    let found: Vec<_> =
        said.changes.iter().map(|c| (c.what.as_str(), c.field.as_str(), c.old.as_deref().unwrap_or(""))).collect();
    assert_eq!(
        found,
        [("接待", "代表", "李四"), ("值班", "代表", "李四"), ("建议", "代表", "李四")],
        "each is a change: {:?}",
        said.doubts
    );
    assert!(
        said.doubts.iter().any(|d| d.value.as_deref() == Some("张伟") && d.at.row == 0),
        "two of one name stay text"
    );
    let left = "SELECT (SELECT count(*) FROM attendance WHERE name IS NOT NULL AND voided IS NULL)
                + (SELECT count(*) FROM visit_deputy WHERE name IS NOT NULL AND voided IS NULL)
                + (SELECT count(*) FROM matter_deputy WHERE name IS NOT NULL AND voided IS NULL)";
    assert_eq!(count(&world, left), 1, "and only they");
    assert_eq!(count(&world, "SELECT count(*) FROM raised WHERE person_id IS NOT NULL"), 1, "who leads has raised it");
    let (again, operation) = import(&mut world, Receptions, &Asked::csv(visits)).unwrap();
    assert_eq!((again.changes.len(), operation), (0, None), "the file again says nothing new");
}

#[test]
fn what_a_clerk_has_voided_is_not_brought_back() {
    let mut world = station();
    let roster = "姓名,联系电话\n张伟,13803550105\n李四,13803550107\n";
    let visits = "登记表(2023年)\n接待日期,来访人,反映的主要问题\n1月15日,王某,修路\n";
    taken(&mut world, roster);
    import(&mut world, Receptions, &Asked::csv(visits)).unwrap();
    let key = |world: &World, sql: &str| world.store.db().value::<String>(sql, []).unwrap().unwrap();
    let (person, visit) =
        (key(&world, "SELECT id FROM person WHERE name = '张伟'"), key(&world, "SELECT id FROM visit"));
    let op = Op::Import { what: "作废".into(), files: String::new() };
    let void = |tx: &mut Tx<'_>| {
        deputy::void(tx, &person)?;
        reception::void(tx, &visit)
    };
    world.store.transact(&mut world.hand, op, void).unwrap();
    for (kind, lines) in [(Deputies, roster), (Receptions, visits)] {
        let (said, operation) = import(&mut world, kind, &Asked::csv(lines)).unwrap();
        assert_eq!(operation, None, "nothing is written");
        let told = said.doubts.iter().any(|d| d.answer == Fate::LeftOut && d.message.contains("已作废，未重新导入"));
        assert!(told, "and the row is named: {:?}", said.doubts);
    }
}

#[test]
fn a_name_that_is_linked_when_its_file_comes_again_is_a_change() {
    let visits = "登记表(2023年)\n接待日期,接待代表,来访人,反映的主要问题\n1月15日,张伟,王某,修路\n";
    let suggestions = "建议编号,标题,领衔代表,提出日期\n5-3-001,修路的建议,张伟,2023-05-24\n";
    for (kind, lines) in [(Receptions, visits), (Suggestions, suggestions)] {
        let mut world = station();
        taken(&mut world, "姓名,出生年月\n张伟,1979-05\n张伟,1990-07\n");
        let (said, _) = import(&mut world, kind, &Asked::csv(lines)).unwrap();
        let [doubt] = asked(&said)[..] else { panic!("one question: {:?}", said.doubts) };
        let (key, first) = (doubt.key.clone().unwrap(), doubt.options[0].value.clone());
        let answered = Asked { answers: vec![(&key, &first)], ..Asked::csv(lines) };
        let (said, _) = import(&mut world, kind, &answered).unwrap();
        let changes: Vec<_> = said.changes.iter().map(|c| c.new.as_deref().unwrap_or("")).collect();
        assert_eq!((changes, said.unchanged), (vec!["张伟（已关联代表名册）"], 0), "{kind:?}");
    }
}
