//! Rows, sums and filters of the small world's registers.

use station_table::Look;

use super::super::{infos, with_rows};
use super::{number, open, quarter, shown, table, under};
use crate::register::{RegisterAsk, document};
use crate::world::world;

#[test]
fn registers_say_what_was_counted_by_hand() {
    let world = world();
    let mut forms = Vec::new();
    for case in include_str!("../counted_by_hand.txt").split("\n\n").skip(1) {
        let mut lines = case.lines();
        let mut head = lines.next().unwrap().split(' ');
        let form: i64 = head.next().unwrap().parse().unwrap();
        let paper = open(&world, number(form));
        assert_eq!(shown(table(&paper), &head.collect::<Vec<_>>()), lines.collect::<Vec<_>>(), "form {form}");
        assert!(table(&paper).rows.iter().all(|r| r.fact.is_some()), "each row of form {form} leads to its fact");
        forms.push(form);
    }
    assert_eq!(forms, [1, 3, 4, 5, 6, 7, 8, 9, 10], "every form that has a table of its own facts");
    let counted = infos(world.store.db(), &quarter(RegisterAsk::default()), world.today).unwrap();
    let rows: Vec<i64> = counted.iter().map(|i| i.rows.unwrap()).collect();
    assert_eq!(rows, [2, 3, 5, 7, 2, 4, 1, 18, 3, 1], "the list of registers counts the same rows");
}

#[test]
fn sums_stand_under_the_rows() {
    let world = world();
    let cases = [
        (1, "合计 2件 1 19 96 12000.50"),
        (3, "合计 5次 12 8 2 1 1 3500.00"),
        (4, "合计 12"),
        (6, "合计 2次（另2行不计） 5"),
        (7, "合计 1次 5 12 2 1"),
    ];
    for (form, sums) in cases {
        let paper = open(&world, number(form));
        assert_eq!(under(table(&paper)), [sums], "form {form}: what form 6 shows of receptions is no contact");
    }
}

#[test]
fn a_sheet_is_for_one_deputy_and_counts_its_rows() {
    let world = world();
    let sheets = open(&world, number(8));
    let names: Vec<&str> = sheets.subjects.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["张伟", "罗建", "姚㛃"], "a page for each deputy of the period, by constituency, then strokes");
    let totals: Vec<String> = sheets.tables().map(|t| under(t).join("/")).collect();
    let expected = [
        "提出议案、建议、批评和意见 1次/接待选民 2次/扶弱济困 1次/其他 2次/请假 1次/合计 6",
        "参加学习培训 1次/提出议案、建议、批评和意见 1次/参加视察、调研及执法检查 1次/接待选民 1次/办好事、实事 1次/其他 1次\
         /请假 1次/合计 6 2",
        "接待选民 2次/办好事、实事 1次/缺席 1次/合计 3",
    ];
    assert_eq!(totals, expected, "in the order of the thirteen; who was excused or absent counts in none of them");
    let luo = shown(sheets.tables().nth(1).unwrap(), &["performance.content", "performance.days"]);
    assert_eq!(
        luo[3..5],
        ["代表法学习（镇联络站）|0.5", "视察农村饮水（石羊村水厂）|1.5"],
        "half days of the activity, else own"
    );
    let january =
        RegisterAsk { number: 8, from: "2023-01-01".into(), to: "2023-01-31".into(), ..RegisterAsk::default() };
    let month = with_rows(document(world.store.db(), &january, world.today).unwrap());
    assert_eq!(month.subjects.len(), 3, "all three did something in January");
    let may = RegisterAsk { from: "2022-05-01".into(), to: "2022-05-31".into(), ..january };
    let month = with_rows(document(world.store.db(), &may, world.today).unwrap());
    assert_eq!(month.subjects.len(), 0, "the month's papers leave out a deputy without rows");
    let one = open(&world, RegisterAsk { person_id: Some(world.yao.clone()), ..number(8) });
    assert_eq!(one.subjects.len(), 1, "a register of one deputy has that page only");
}

#[test]
fn a_page_for_each_constituency() {
    let world = world();
    let pages = open(&world, number(7));
    let names: Vec<&str> = pages.subjects.iter().map(|s| s.name.as_str()).collect();
    assert_eq!((pages.look, names), (Look::Sheet, vec!["第1选区", "第2选区"]), "by number");
    let boxes = pages.shown().join("|");
    assert!(boxes.contains("罗建（县、镇）、张伟（镇）"), "who sits for it, at which levels: {boxes}");
    assert!(boxes.contains("鼓楼村1—4组"), "with its places as written");
    let of = |person: &str| {
        let ask = RegisterAsk { person_id: Some(person.to_owned()), ..number(7) };
        open(&world, ask).subjects.iter().map(|s| s.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of(&world.yao), ["第2选区"], "of one deputy, the constituency of their seat");
}

#[test]
fn filters_leave_only_what_concerns_them() {
    let world = world();
    let rows = |ask: RegisterAsk| table(&open(&world, ask)).rows.len();
    let person = |form, who: &String| rows(RegisterAsk { person_id: Some(who.clone()), ..number(form) });
    let site = |form, which: &String| rows(RegisterAsk { site_id: Some(which.clone()), ..number(form) });
    assert_eq!((person(3, &world.luo), person(4, &world.zhang), person(10, &world.zhang)), (4, 3, 1), "of one deputy");
    assert_eq!((person(1, &world.yao), person(5, &world.zhang), person(6, &world.zhang)), (1, 2, 1), "of one deputy");
    assert_eq!((site(3, &world.point), site(4, &world.station), site(4, &world.point)), (1, 4, 1), "of one site");
    assert_eq!((site(1, &world.point), site(6, &world.point)), (1, 2), "of the deputies of one site");
    let team: String = world.store.db().value("SELECT id FROM team WHERE name = '东关'", []).unwrap().unwrap();
    let of_team = |form| rows(RegisterAsk { team_id: Some(team.clone()), ..number(form) });
    assert_eq!((of_team(3), of_team(4), of_team(9)), (4, 3, 1), "of one group, by the constituency of its deputies");
    assert_eq!((of_team(1), of_team(5), of_team(6)), (1, 0, 2), "of one group");
    let campaign = |form| rows(RegisterAsk { campaign_id: Some("双百帮扶".into()), ..number(form) });
    assert_eq!((campaign(1), campaign(6), campaign(3), campaign(4), campaign(10)), (1, 1, 0, 0, 0), "of one campaign");
    let head = open(&world, RegisterAsk { campaign_id: Some("双百帮扶".into()), ..number(1) });
    assert_eq!(head.subjects[0].head.last().unwrap(), "专项活动：双百帮扶", "and the paper says so");
    let ask = quarter(RegisterAsk { campaign_id: Some("春风行动".into()), ..number(1) });
    let none = document(world.store.db(), &ask, world.today).unwrap_err();
    assert_eq!(none.sentence(), "没有叫“春风行动”的专项活动，请先登记或改选。");
}
