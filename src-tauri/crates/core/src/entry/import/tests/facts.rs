//! Activities, contacts, deeds, standing contacts and visits to constituencies, each rule by the smallest file that shows it.

use super::{Asked, count, import, rows, station};
use crate::entry::import::ImportKind::{
    self, Activities, ConstituencyVisits, Contacts, Deeds, Deputies, Districts, Duty, Standing,
};
use crate::entry::import::{Fate, ImportPreview};
use crate::history::undo;
use crate::store::tests::World;

fn taken(world: &mut World, kind: ImportKind, lines: &str) -> ImportPreview {
    import(world, kind, &Asked::csv(lines)).unwrap().0
}

fn again(world: &mut World, kind: ImportKind, lines: &str) {
    let (said, operation) = import(world, kind, &Asked::csv(lines)).unwrap();
    assert_eq!(operation, None, "the same file again changes nothing: {:?} {:?}", said.changes, said.new_facts);
}

fn value(world: &World, sql: &str) -> String {
    world.store.db().value::<Option<String>>(sql, []).unwrap().flatten().unwrap_or_default()
}

/// Fate and column of every doubt.
fn doubts(said: &ImportPreview) -> Vec<(Fate, &str)> {
    said.doubts.iter().map(|d| (d.answer, d.at.column.as_deref().unwrap_or(""))).collect()
}

fn changed(said: &ImportPreview) -> Vec<(&str, &str, &str)> {
    let text = |t: &Option<String>| t.clone().unwrap_or_default().leak() as &str;
    said.changes.iter().map(|c| (c.field.as_str(), text(&c.old), text(&c.new))).collect()
}

/// Five deputies of the township, two of whom sit for the county too, in two groups.
fn township() -> World {
    let mut world = station();
    let lines = "第五届代表名册\n姓名,代表层级,所在选区,代表小组\n罗建,县、镇,1,东关\n程勇,镇,2,东关\n郭斌,镇,3,鼓楼\n周贵,镇,4,鼓楼\n许永,县,5,\n";
    taken(&mut world, Deputies, lines);
    taken(&mut world, Duty, "值班表(2023年)\n日期,接待地点,接待代表\n2月15日,镇联络站,罗建\n");
    world
}

const HEAD: &str = "活动登记表(2023年)\n活动时间,活动名称,活动类别,地点,参加人员,应到,实到,请假人员及事由,活动内容\n";

/// Who was to come to the one activity, with what is marked of each.
const ATTENDED: &str = "SELECT group_concat(coalesce(name, said) || ' ' || coalesce(status, '-') || coalesce('(' || reason || ')', ''), ',')
  FROM (SELECT p.name, t.name AS said, t.status, t.reason FROM attendance t JOIN activity a ON a.id = t.activity_id
    LEFT JOIN person p ON p.id = t.person_id WHERE a.kind_id <> 'activity.reception_day' AND t.voided IS NULL ORDER BY t.sort)";

#[test]
fn words_for_a_list_and_reasons_behind_names_become_attendance() {
    let none: &[(Fate, &str)] = &[];
    let cases = [
        ("全体镇代表,4,3,程勇(因病)", "罗建 came,程勇 excused(因病),郭斌 came,周贵 came", none),
        ("全体代表,4,4,无", "罗建 came,程勇 came,郭斌 came,周贵 came", none),
        ("全体县代表,2,2,", "罗建 came,许永 came", none),
        ("东关代表小组全体代表,2,1,罗 建（外出）", "罗建 excused(外出),程勇 came", none),
        ("罗建、郭斌,2,2,全勤", "罗建 came,郭斌 came", none),
        ("东关小组、罗建、周贵,3,3,", "罗建 came,程勇 came,周贵 came", none),
        (
            "全体镇代表,4,1,罗建 程勇(因病) 郭斌(外出)",
            "罗建 excused(因病),程勇 excused(因病),郭斌 excused(外出),周贵 came",
            none,
        ),
        ("罗建、程勇,2,1,程勇(无故缺席)", "罗建 came,程勇 absent(无故缺席)", none),
        ("罗建、程勇,3,2,", "罗建 came,程勇 came", &[(Fate::Kept, "F")]),
        ("罗建,1,1,周贵", "罗建 came,周贵 excused", &[(Fate::Kept, "F"), (Fate::Kept, "H")]),
        ("罗建、王五,2,2,", "罗建 came,王五 came", &[(Fate::Kept, "E")]),
        ("全体村干部,9,9,", "", &[(Fate::LeftOut, "E")]),
        ("西关代表小组全体代表,9,9,", "", &[(Fate::LeftOut, "E")]),
        (",9,9,", "", &[(Fate::LeftOut, "F")]),
    ];
    for (cells, expected, doubtful) in cases {
        let mut world = township();
        let lines = format!("{HEAD}3月1日,学习,学习培训,镇联络站,{cells},\n");
        let said = taken(&mut world, Activities, &lines);
        assert_eq!(value(&world, ATTENDED), expected, "{cells}");
        assert_eq!(doubts(&said), doubtful, "{cells}: {:?}", said.doubts);
        again(&mut world, Activities, &lines);
    }
}

#[test]
fn numbers_that_disagree_with_the_names_are_both_named() {
    let mut world = township();
    let said = taken(&mut world, Activities, &format!("{HEAD}3月1日,学习,学习培训,镇联络站,罗建、程勇,9,8,,\n"));
    let said: Vec<&str> = said.doubts.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        said,
        ["应到写的是9人，按姓名是2人，以姓名为准；请核对。", "实到写的是8人，按姓名是2人，以姓名为准；请核对。"],
        "the names count"
    );
}

#[test]
fn who_belongs_to_a_group_is_who_belonged_on_the_day() {
    let mut world = township();
    world
        .store
        .transact(&mut world.hand, crate::op::Op::SetUp, |tx| {
            let all: Vec<crate::deputy::Membership> =
                tx.db().all("SELECT * FROM membership WHERE kind = 'group'", [])?;
            let luo: String = tx.db().value("SELECT id FROM person WHERE name = '罗建'", [])?.unwrap_or_default();
            let old = all.into_iter().find(|m| m.person_id == luo).expect("a group");
            tx.update(&crate::deputy::Membership { until: Some("2023-06-01".into()), ..old })
        })
        .unwrap();
    let row = |day: &str, title: &str| format!("{day},{title},视察,镇联络站,东关代表小组全体代表,,,,\n");
    taken(&mut world, Activities, &format!("{HEAD}{}{}", row("5月1日", "视察一"), row("7月1日", "视察二")));
    let counts =
        "SELECT group_concat(n) FROM (SELECT count(t.id) AS n FROM activity a JOIN attendance t ON t.activity_id = a.id
                  WHERE a.title LIKE '视察%' GROUP BY a.id ORDER BY a.since)";
    assert_eq!(value(&world, counts), "2,1", "who left the group in June was there in May only");
}

#[test]
fn an_activity_is_known_by_date_title_and_place_and_corrected_by_its_row() {
    let mut world = township();
    let row = "3月26日—27日,视察公路,视察,镇联络站,罗建,1,1,,查看三处，形成意见建议3条。\n";
    let elsewhere = row.replace("镇联络站", "县道沿线");
    taken(&mut world, Activities, &format!("{HEAD}{row}{elsewhere}"));
    let found = "SELECT group_concat(since || ' ' || until || ' ' || coalesce(place, 'site') || ' ' || opinions || ' ' || number, '; ')
                 FROM (SELECT * FROM activity WHERE number IS NOT NULL ORDER BY id)";
    let expected = "2023-03-26 2023-03-27 site 3 HD-2023-001; 2023-03-26 2023-03-27 县道沿线 3 HD-2023-002";
    assert_eq!(
        value(&world, found),
        expected,
        "two days; a place that names a site is the site, another stays as words"
    );
    assert_eq!(count(&world, "SELECT count(*) FROM matter"), 0, "opinions that are only counted make no matter");
    let corrected =
        row.replace("—27日", "—28日").replace("建议3条", "建议4条").replace("罗建,1,1,,", "罗建、程勇,2,1,程勇(因病),");
    let said = taken(&mut world, Activities, &format!("{HEAD}{corrected}"));
    assert_eq!(
        changed(&said),
        [
            ("活动时间", "2023-03-26至2023-03-27", "2023-03-26至2023-03-28"),
            ("活动内容", "查看三处，形成意见建议3条。", "查看三处，形成意见建议4条。"),
            ("意见建议条数", "3", "4"),
            ("参加人员", "罗建", "罗建、程勇"),
            ("请假人员及事由", "", "程勇（因病）"),
        ],
        "what differs corrects"
    );
    again(&mut world, Activities, &format!("{HEAD}{corrected}"));
    let twice = taken(&mut world, Activities, &format!("{HEAD}{corrected}{corrected}"));
    assert_eq!((twice.new_facts.len(), twice.unchanged, doubts(&twice)), (0, 2, vec![(Fate::Kept, "")]), "named twice");
}

#[test]
fn numbers_of_the_file_are_those_of_the_book() {
    let mut world = township();
    let head = "活动登记表(2023年)\n活动编号,活动时间,活动名称\n";
    taken(&mut world, Activities, &format!("{head}HD-2023-007,3月1日,学习\n,3月2日,视察\n"));
    let numbers =
        "SELECT group_concat(number) FROM (SELECT number FROM activity WHERE number IS NOT NULL ORDER BY since)";
    assert_eq!(value(&world, numbers), "HD-2023-007,HD-2023-008", "one without a number gets the next");
    let said = taken(&mut world, Activities, &format!("{head}HD-2023-007,3月3日,学习\n"));
    assert_eq!(changed(&said), [("活动时间", "2023-03-01", "2023-03-03")], "a number with the title is that activity");
    let said = taken(&mut world, Activities, &format!("{head}HD-2023-007,4月5日,调研\n"));
    assert_eq!(
        (said.new_facts.len(), doubts(&said)),
        (1, vec![(Fate::LeftOut, "A")]),
        "neither date nor title: another"
    );
}

#[test]
fn a_reception_day_among_activities_is_that_day() {
    let mut world = township();
    let said = taken(&mut world, Activities, &format!("{HEAD}2月15日,接待选民,接待选民,镇联络站,罗建、程勇,2,2,,\n"));
    assert_eq!(said.new_facts, [], "the day stands by the duty roster");
    let came = "SELECT group_concat(t.status) FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.kind_id = 'activity.reception_day'";
    assert_eq!(
        (value(&world, came).as_str(), count(&world, "SELECT count(*) FROM activity")),
        ("came,came", 1),
        "who came"
    );
}

#[test]
fn an_activity_to_come_is_planned_and_nobody_has_come() {
    let mut world = township();
    let said = taken(&mut world, Activities, &format!("{HEAD}2093-03-01,学习,学习培训,镇联络站,罗建,1,1,,\n"));
    assert_eq!(
        (value(&world, ATTENDED).as_str(), doubts(&said)),
        ("罗建 -", vec![(Fate::Kept, "A")]),
        "and the date is doubted"
    );
}

#[test]
fn names_that_the_roster_lacks_are_linked_when_it_comes() {
    let mut world = station();
    taken(&mut world, Activities, &format!("{HEAD}3月1日,学习,学习培训,某处,罗建、程勇,2,2,,\n"));
    taken(&mut world, Contacts, "联系记录(2023年)\n日期,代表姓名,选民姓名\n3月1日,罗　建,孙某\n");
    taken(&mut world, Deeds, "办实事(2023年)\n日期,代表姓名,实事内容\n3月1日,罗建、程勇,修路\n");
    taken(&mut world, Deputies, "姓名\n罗建\n程勇\n");
    for table in ["attendance", "contact_deputy", "deed_deputy"] {
        let bare = count(&world, &format!("SELECT count(*) FROM {table} WHERE person_id IS NULL"));
        assert_eq!(bare, 0, "{table}: the roster says who they are");
    }
    taken(&mut world, Duty, "值班表(2023年)\n日期,接待地点,接待代表\n2月15日,某处,罗建\n");
    taken(&mut world, Activities, &format!("{HEAD}3月1日,学习,学习培训,某处,罗建、程勇,2,2,,\n"));
    assert_eq!(
        count(&world, "SELECT count(*) FROM activity WHERE title = '学习' AND site_id IS NOT NULL"),
        1,
        "the place is a site now"
    );
    again(&mut world, Contacts, "联系记录(2023年)\n日期,代表姓名,选民姓名\n3月1日,罗建,孙某\n");
}

const MET: &str = "联系记录(2023年)\n日期,代表姓名,联系方式,选民姓名,人数,村,选民反映的意见,处理去向\n";

#[test]
fn a_contact_is_known_by_date_deputy_and_voter() {
    let mut world = township();
    let lines = format!(
        "{MET}2.2,罗　建,电话,孙某,4,东关村,路灯不亮,报联络站\n2.2,罗建,上门,孙某,4,东关村,,\n2.2,罗建,座谈,,9,东关村,,\n2.2,罗建,座谈,,8,西关村,,\n2.3,程勇,微信,李某等3人,,县敬老院,,\n"
    );
    let said = taken(&mut world, Contacts, &lines);
    assert_eq!((said.new_facts.len(), said.unchanged), (4, 1), "without a voter the village tells two apart");
    assert_eq!(
        doubts(&said),
        [(Fate::Kept, ""), (Fate::LeftOut, "C")],
        "the second row is the first again: {:?}",
        said.doubts
    );
    let found =
        "SELECT group_concat(coalesce(c.voter, '-') || ' ' || c.people || ' ' || coalesce(l.name, c.place), '; ')
                 FROM (SELECT * FROM contact ORDER BY happened_on, id) c LEFT JOIN place l ON l.id = c.place_id";
    assert_eq!(
        value(&world, found),
        "孙某 4 东关; - 9 东关; - 8 西关; 李某 3 县敬老院",
        "a count in the name; a place that is no village"
    );
    let said = taken(&mut world, Contacts, &format!("{MET}2.2,罗建,微信,孙某,5,,,\n"));
    assert_eq!(changed(&said), [("联系方式", "电话", "微信"), ("人数", "4", "5")], "blanks erase nothing");
}

#[test]
fn a_deed_may_be_of_several_and_its_money_is_read_in_yuan_and_wan() {
    let mut world = township();
    let lines = "办实事(2023年)\n代表姓名,时间,类别,实事内容,村(个),户(户),人(人),投入资金,资金来源,完成情况\n\
                 罗建、程勇,1月7日,招商,引进加工厂,1,47,120,1.2万元,企业,完成\n郭斌,,办好事,修水泵,,,,800,财政,搁置\n合计,,,,1,47,120,12800,,\n";
    let said = taken(&mut world, Deeds, lines);
    let found = rows(&world, "SELECT category_id, happened_on, money, source_id, progress FROM deed ORDER BY id");
    let expected = r#"[{"category_id":"deed.investment","happened_on":"2023-01-07","money":1200000,"source_id":"fund_source.company","progress":"已完成"},{"category_id":"deed.good","happened_on":null,"money":80000,"source_id":"fund_source.public","progress":null}]"#;
    assert_eq!(serde_json::to_string(&found).unwrap(), expected, "the row of sums is no deed");
    assert_eq!(count(&world, "SELECT count(*) FROM deed_deputy"), 3, "a deed of two is one deed");
    assert_eq!(doubts(&said), [(Fate::Kept, ""), (Fate::LeftOut, "J")], "no date; no such progress");
    again(&mut world, Deeds, lines);
    let said = taken(&mut world, Deeds, &lines.replace("1.2万元", "1.5万元"));
    assert_eq!(changed(&said), [("投入资金", "12000.00元", "15000.00元")], "money as money");
}

#[test]
fn standing_contacts_and_visits_to_constituencies_are_taken_in() {
    let mut world = township();
    taken(&mut world, Districts, "选区号,所辖村(组)\n1,东关村\n2,西关村\n");
    let standing = "联系选民登记薄(2023年)\n代表姓名,选民姓名(户主),性别,出生年,家庭人口,住址(村组),联系对象类型,建立联系日期,年度联系目标次数\n\
                    罗建,孙某,男,1968,4,东关村2组,困难群众,1月10日,2\n王五,李某,,,,,,,\n";
    let said = taken(&mut world, Standing, standing);
    assert_eq!(
        (said.new_facts.len(), doubts(&said)),
        (1, vec![(Fate::Kept, "A"), (Fate::LeftOut, "A")]),
        "whose it is must be known"
    );
    let found = "SELECT r.name || r.sex || r.birth || r.household || l.name || r.address || c.since || c.target FROM standing_contact c
                 JOIN resident r ON r.id = c.resident_id JOIN place l ON l.id = r.place_id WHERE c.kind_id = 'standing_kind.needy'";
    assert_eq!(value(&world, found), "孙某男19684东关东关村2组2023-01-102", "the resident with the contact");
    again(&mut world, Standing, standing);
    let visits = "走访选区登记薄(2023年)\n日期,选区,代表,走访村组,走访户数,座谈人数,收集意见条数,解决条数\n\
                  3月5日,第1选区,罗建、程勇,东关村1组,12,30,5,2\n3月6日,第9选区,罗建,,,,,\n";
    let said = taken(&mut world, ConstituencyVisits, visits);
    assert_eq!(
        (said.new_facts.len(), doubts(&said)),
        (1, vec![(Fate::LeftOut, "B")]),
        "a constituency that is not known"
    );
    again(&mut world, ConstituencyVisits, visits);
    assert_eq!(count(&world, "SELECT opinions * 10 + settled FROM constituency_visit"), 52, "the counts");
}

#[test]
fn what_a_clerk_has_voided_does_not_come_back_and_undo_takes_an_import_back() {
    let mut world = township();
    let lines = format!("{MET}2.2,罗建,电话,孙某,4,东关村,,\n");
    taken(&mut world, Contacts, &lines);
    undo(&mut world.store, &mut world.hand).unwrap();
    assert_eq!(count(&world, "SELECT count(*) FROM contact"), 0, "undone, it is as if it had never been");
    taken(&mut world, Contacts, &lines);
    let id = value(&world, "SELECT id FROM contact");
    world.store.transact(&mut world.hand, crate::op::Op::SetUp, |tx| tx.void::<crate::contact::Contact>(&id)).unwrap();
    let said = taken(&mut world, Contacts, &lines);
    assert_eq!((said.new_facts.len(), doubts(&said)), (0, vec![(Fate::LeftOut, "")]), "voided, it stays so");
}

#[test]
fn a_pasted_table_is_divided_by_tabs_whatever_its_cells_hold() {
    let mut world = township();
    let pasted =
        "联系日期\t代表姓名\t选民姓名\t选民反映的意见\n2023-02-02\t罗建\t孙某\t\"路灯不亮,\n水压不足\"\n\t\t\t\n";
    let asked =
        Asked { files: vec![(station_intake::PASTED.to_owned(), pasted.as_bytes().to_vec())], ..Asked::default() };
    let (said, _) = import(&mut world, Contacts, &asked).unwrap();
    assert_eq!((said.new_facts.len(), doubts(&said)), (1, vec![]), "one row; the empty one is none: {:?}", said.doubts);
    assert_eq!(
        value(&world, "SELECT opinion FROM contact"),
        "路灯不亮,\n水压不足",
        "a line break inside quotes is kept"
    );
}
