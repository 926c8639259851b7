//! The summaries for the county: sums and rates of the small world by hand, shares that add up to 100.

use station_table::{Cell, Document, Edition, Part, Table};

use super::{changed, number, open, quarter, shown, under};
use crate::entry::matter::MatterDraft;
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::entry::step::StepDraft;
use crate::matter::rules::Kind;
use crate::register::layout::Holds;
use crate::register::shipped::Shipped;
use crate::register::{RegisterAsk, document, infos, query};
use crate::world::{World, world};

fn tables(paper: &Document) -> Vec<&Table> {
    paper.tables().collect()
}

fn drafted(world: &World, day: &str) -> MatterDraft {
    MatterDraft {
        kind: "建议".into(),
        title: Some("关于路灯的建议".into()),
        submitted_on: day.into(),
        lead: vec![world.luo.clone()],
        ..MatterDraft::default()
    }
}

/// Another suggestion; replied to with a result where one is said.
fn suggestion(world: &mut World, day: &str, replied: Option<(&str, &str)>) -> String {
    let draft = drafted(world, day);
    changed(world, |tx| {
        let id = crate::entry::matter::save(tx, &draft)?.id;
        let handed = StepDraft { unit: Some("镇人民政府".into()), ..StepDraft::of(&id, Kind::Handed, day) };
        crate::entry::step::save(tx, &StepDraft { due_on: Some("2023-03-10".into()), ..handed })?;
        if let Some((day, result)) = replied {
            let replied = StepDraft::of(&id, Kind::Replied, day);
            crate::entry::step::save(tx, &StepDraft { result_id: Some(result.into()), ..replied })?;
        }
        Ok(id)
    })
}

#[test]
fn receptions_are_listed_crossed_and_counted() {
    let world = world();
    let paper = open(&world, number(103));
    let [list, matrix, numbers] = tables(&paper)[..] else { panic!("three tables") };
    let rows = shown(list, &["visit.date", "visit.deputies", "visit.visitor", "visit.people", "matter.content"]);
    assert_eq!(rows.len(), 6, "a void number is not reported");
    assert_eq!(rows[2..4], ["2023-02-20|姚㛃|赵甲、钱乙|2|邻里官司", "2023-03-15|张伟、姚㛃|孙丙|5|村路不通"]);
    assert_eq!(shown(list, &["matter.outcome", "matter.satisfied", "row.note"])[0], "已换新泵|满意|");
    assert!(list.rows.iter().all(|r| r.fact.as_ref().is_some_and(|f| f.kind == "visit")), "each row opens its visit");
    let keys: Vec<&str> = matrix.columns.iter().map(|c| c.key.as_str()).collect();
    assert_eq!(shown(matrix, &keys), ["水利|1|1|1|0|1|1|0|0|0|1|6"], "six matters, one way each");
    assert_eq!(under(matrix), ["合计 1 1 1 0 1 1 0 0 0 1 6"], "what the rows add up to");
    assert_eq!(
        shown(numbers, &["numbers.visits", "numbers.people", "numbers.matters"]),
        ["5|12|6"],
        "visits are not people, nor what they say"
    );
    assert!(paper.trace.is_none(), "a summary is not read back");
}

#[test]
fn rows_and_columns_of_the_matrix_add_up_to_what_was_raised() {
    let mut world = world();
    let sick = MatterOfVisit {
        words: "看病报销".into(),
        route_id: Some("route.arbitration".into()),
        ..MatterOfVisit::default()
    };
    let draft = ReceptionDraft {
        happened_on: "2023-03-30".into(),
        form_id: Some("visit_form.visit".into()),
        site_id: Some(world.station.clone()),
        deputies: vec![world.luo.clone()],
        parties: vec![PartyDraft::default()],
        matters: vec![sick],
        ..ReceptionDraft::default()
    };
    changed(&mut world, |tx| crate::entry::reception::save(tx, &draft));
    let paper = open(&world, number(103));
    let [_, matrix, numbers] = tables(&paper)[..] else { panic!("three tables") };
    assert_eq!(shown(matrix, &["matrix.category", "matrix.law", "matrix.all"]), ["水利|0|6", "未分类|1|1"]);
    let number = |cell: &Cell| if let Cell::Number(n) = cell { *n } else { 0 };
    for row in matrix.rows.iter().chain(&matrix.totals) {
        let (all, ways) = row.cells[1..].split_last().unwrap();
        assert_eq!(ways.iter().map(number).sum::<i64>(), number(all), "a row adds up");
    }
    assert_eq!(matrix.totals[0].cells.last(), numbers.rows[0].cells.last(), "and all of it is what was raised");
}

#[test]
fn who_came_is_hidden_as_in_form_four() {
    let world = world();
    let of = |edition| open(&world, RegisterAsk { edition: Some(edition), ..number(103) });
    let upward = of(Edition::Upward);
    assert_eq!(shown(tables(&upward)[0], &["visit.visitor"])[2], "保密", "who asked for confidence");
    let public = of(Edition::Public);
    let all = public.shown().join("|");
    assert!(["王某", "孙丙", "邻里官司"].iter().all(|hidden| !all.contains(hidden)), "{all}");
    assert_eq!(shown(tables(&public)[2], &["numbers.visits", "numbers.matters"]), ["5|6"], "counts tell on nobody");
}

/// The remarks on a paper.
fn lines(paper: &Document) -> Vec<&str> {
    let parts = paper.subjects.iter().flat_map(|s| &s.parts);
    parts.filter_map(|part| if let Part::Line { text } = part { Some(text.as_str()) } else { None }).collect()
}

#[test]
fn what_the_public_does_not_read_is_counted_and_said_so() {
    let mut world = world();
    let secret = MatterDraft { publicity: Some("不公开".into()), ..drafted(&world, "2023-02-03") };
    changed(&mut world, |tx| crate::entry::matter::save(tx, &secret));
    for (form, all) in [(103, 6), (104, 2)] {
        let of = |edition| open(&world, RegisterAsk { edition: Some(edition), ..number(form) });
        let public = of(Edition::Public);
        let listed = tables(&public)[0].rows.len();
        let line = format!("另有{}件按要求不公开，计入合计，未列出。", all - listed);
        assert!(listed < all && lines(&public) == [line], "{form}: {listed} and {:?} make {all}", lines(&public));
        assert!(matches!(public.subjects[0].parts[1], Part::Line { .. }), "{form}: it stands under the list");
        assert!(lines(&of(Edition::Upward)).is_empty(), "{form}: who reads all rows is told nothing");
    }
    let open_month = RegisterAsk {
        from: "2022-01-01".into(),
        to: "2022-01-31".into(),
        edition: Some(Edition::Public),
        ..number(103)
    };
    let none = document(world.store.db(), &open_month, world.today).unwrap();
    assert!(lines(&none).is_empty(), "nothing is left out of nothing");
}

#[test]
fn a_row_says_of_a_matter_what_form_four_says() {
    let world = world();
    let columns = ["visit.date", "matter.content", "matter.outcome", "matter.satisfied"];
    for to in ["2023-01-31", "2023-02-28", "2023-03-04"] {
        let rows = |form| {
            let ask = RegisterAsk { from: "2023-01-01".into(), to: to.into(), ..number(form) };
            let paper = document(world.store.db(), &ask, world.today).unwrap();
            let mut rows = shown(tables(&paper)[0], &columns);
            // Form 4 has a line for a number that was given up.
            rows.retain(|row| row.split('|').nth(1) != Some(""));
            rows
        };
        assert_eq!(rows(103), rows(4), "until {to}: how it ended later, and what was thought of it");
    }
}

#[test]
fn a_report_is_called_by_its_period() {
    let world = world();
    let named = |to: &str| {
        let ask = RegisterAsk { from: "2023-01-01".into(), to: to.into(), ..number(103) };
        document(world.store.db(), &ask, world.today).unwrap().name
    };
    assert_eq!(named("2023-12-31"), "接待群众情况汇总表 2023年");
    assert_eq!(named("2023-01-31"), "接待群众情况汇总表 2023年1月", "the year's file is not written over");
}

#[test]
fn suggestions_are_listed_with_their_rates() {
    let mut world = world();
    let late = suggestion(&mut world, "2023-02-03", Some(("2023-03-20", "result.b")));
    suggestion(&mut world, "2023-02-04", None);
    let stopped = suggestion(&mut world, "2023-02-05", None);
    changed(&mut world, |tx| {
        let talked = StepDraft { words: Some("已面商".into()), ..StepDraft::of(&late, Kind::Talked, "2023-03-21") };
        crate::entry::step::save(tx, &talked)?;
        let stop =
            StepDraft { words: Some("等资金".into()), ..StepDraft::of(&stopped, Kind::Stopped, "2023-03-01") };
        crate::entry::step::save(tx, &stop)
    });
    let paper = open(&world, number(104));
    let [list, rates, _] = tables(&paper)[..] else { panic!("three tables") };
    let rows = shown(list, &["matter.replied", "matter.result", "matter.talked", "matter.satisfied", "matter.late"]);
    assert_eq!(
        rows,
        ["2023-03-01|A|否|基本满意|否", "2023-03-20|B|是||是", "||否||是", "||否||否"],
        "in time, replied late, overdue, and not running"
    );
    assert!(list.rows.iter().all(|r| r.fact.as_ref().is_some_and(|f| f.kind == "matter")), "each row opens");
    assert_eq!(
        shown(rates, &["rate.name", "rate.numerator", "rate.denominator", "rate.share"]),
        ["面商率|1|4|25.0%", "答复率|2|4|50.0%", "办结率|0|4|0.0%", "满意率|1|1|100.0%", "按期率|1|3|33.3%"],
        "each with what it is made of"
    );
}

#[test]
fn shares_of_results_add_up_to_a_hundred() {
    let mut world = world();
    let empty = RegisterAsk { from: "2022-01-01".into(), to: "2022-06-30".into(), ..number(104) };
    let none = document(world.store.db(), &empty, world.today).unwrap();
    assert_eq!(shown(tables(&none)[2], &["share.result", "share.number", "share.percent"])[0], "A|0|", "of nothing");
    assert_eq!(shown(tables(&none)[1], &["rate.denominator", "rate.share"])[0], "0|", "no share of nothing");
    for result in ["result.b", "result.c"] {
        suggestion(&mut world, "2023-02-03", Some(("2023-03-01", result)));
    }
    suggestion(&mut world, "2023-02-03", None);
    let paper = open(&world, number(104));
    let shares = tables(&paper)[2];
    assert_eq!(
        shown(shares, &["share.result", "share.number", "share.percent"]),
        ["A|1|33.34", "B|1|33.33", "C|1|33.33", "D|0|0.00"],
        "what is left over goes to the largest remainder, of equal ones the first"
    );
    assert_eq!(under(shares), ["合计 3 100.00"], "A, B, C and D are all that was replied to with a result");
}

#[test]
fn a_summary_is_found_by_title_and_stands_in_no_set() {
    let world = world();
    for (title, form) in [("接待群众情况汇总表", 103), ("建议办理情况汇总表", 104)] {
        let by_title = open(&world, RegisterAsk { key: Some(title.into()), ..RegisterAsk::default() });
        assert_eq!(by_title, open(&world, number(form)), "{title}");
        let named = RegisterAsk { set_id: Some("七簿".into()), ..number(form) };
        assert_eq!(open(&world, named).title, title, "whatever set is named");
    }
    let listed = infos(world.store.db(), &quarter(RegisterAsk::default()), world.today).unwrap();
    assert!(listed.iter().all(|info| info.number <= 10), "the list of registers has the ten");
}

#[test]
fn what_a_suggestion_went_through_stands_in_columns_of_form_ten() {
    let mut world = world();
    let id = suggestion(&mut world, "2023-02-03", None);
    let said = |words: &str| Some(words.to_owned());
    let step = |kind, day, words| StepDraft { words: said(words), ..StepDraft::of(&id, kind, day) };
    let told =
        |day| StepDraft { by_whom: said("联络员"), way_id: said("way.phone"), ..step(Kind::Told, day, "已告知") };
    let not = || Some("grade.not".to_owned());
    let steps = [
        step(Kind::Returned, "2023-02-06", "不归我们管"),
        StepDraft { unit: said("住建所"), role: said("分办"), ..step(Kind::Handed, "2023-02-07", "") },
        StepDraft { due_on: said("2023-05-20"), ..step(Kind::Extended, "2023-02-20", "等资金") },
        step(Kind::Talked, "2023-03-01", "当面听取"),
        StepDraft {
            promised: said("装灯"),
            promised_on: said("2023-06-30"),
            ..step(Kind::Replied, "2023-03-02", "列入计划")
        },
        StepDraft { grade_id: not(), attitude_id: said("grade.mostly"), ..step(Kind::Rated, "2023-03-05", "") },
        StepDraft { grade_id: not(), ..told("2023-03-05") },
        step(Kind::Reopened, "2023-03-06", "代表不满意"),
        StepDraft { unit: said("住建所"), ..step(Kind::Handed, "2023-03-07", "") },
        step(Kind::Replied, "2023-03-20", "已装"),
        told("2023-03-22"),
        StepDraft { grade_id: said("grade.satisfied"), ..step(Kind::Closed, "2023-03-23", "") },
        step(Kind::Followed, "2023-03-25", "灯亮了"),
    ];
    for draft in &steps {
        changed(&mut world, |tx| crate::entry::step::save(tx, draft));
    }
    let given = super::super::given(world.store.db(), &quarter(number(10)), Holds::Period, world.today).unwrap();
    let sql = Shipped::of(10).unwrap().query("suggestions").unwrap();
    let rows = query::rows(world.store.db(), sql, &given).unwrap();
    let cases = [
        ("matter.role", "主办、分办"),
        ("matter.returned", "2023-02-06 不归我们管"),
        ("matter.extended", "是（至2023-05-20）"),
        ("matter.talked", "2023-03-01"),
        ("matter.attitude", "基本满意"),
        ("matter.again", "2023-03-07"),
        ("matter.replied", "2023-03-02"),
        ("matter.replied_again", "2023-03-20"),
        ("matter.promised", "装灯（2023-06-30前）"),
        ("matter.followed", "2023-03-25 灯亮了"),
    ];
    for (column, text) in cases {
        assert_eq!(rows[1].text(column), Some(text), "{column}");
    }
    let unsaid = cases.iter().filter(|(column, _)| rows[0].text(column).is_none()).count();
    assert_eq!(unsaid, 8, "one that went straight has its 承办方式 and reply");
}

#[test]
fn representatives_of_a_joint_visit_are_five_at_most() {
    let mut world = world();
    let named = |at: usize| PartyDraft { name: Some(format!("代表{at}")), ..PartyDraft::default() };
    let draft = ReceptionDraft {
        happened_on: "2023-03-30".into(),
        joint: true,
        people: Some(30),
        parties: (1..=6).map(named).collect(),
        matters: vec![MatterOfVisit { words: "修路".into(), ..MatterOfVisit::default() }],
        ..ReceptionDraft::default()
    };
    changed(&mut world, |tx| crate::entry::reception::save(tx, &draft));
    let given = super::super::given(world.store.db(), &quarter(number(4)), Holds::Period, world.today).unwrap();
    let sql = Shipped::of(4).unwrap().query("receptions").unwrap();
    let rows = query::rows(world.store.db(), sql, &given).unwrap();
    let of = |words: &str| rows.iter().find(|r| r.text("matter.content") == Some(words)).unwrap();
    assert_eq!(of("修路").text("visit.representatives"), Some("代表1、代表2、代表3、代表4、代表5"));
    assert_eq!(of("机井水泵老化").text("visit.representatives"), None, "who came alone speaks for nobody");
    assert!(of("机井水泵老化").text("matter.deadline").is_some(), "what was handed on has a deadline");
}
