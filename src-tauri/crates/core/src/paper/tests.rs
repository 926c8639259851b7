//! Papers of the small world, read as text.

use station_table::{Document, Edition};

use super::ledger::{self, Ledger};
use super::{Ask, PaperKind, blank, document, notice, offers, to_number};
use crate::entry::paper::{mark_notified, number_step};
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::entry::step::{self as steps_by_hand, StepDraft};
use crate::matter::edit::{add_step, newest_round, step, steps};
use crate::matter::rules::Kind;
use crate::matter::{Matter, Step};
use crate::store::Tx;
use crate::world::{World, world};
use crate::{Hand, Op, Result};

fn changed<T>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    let mut hand = Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 5000);
    world.store.transact(&mut hand, Op::Upgrade, body).map(|done| done.value)
}

fn matter(world: &World, words: &str) -> Matter {
    world.store.db().having("words", words).unwrap().remove(0)
}

fn suggestion(world: &World) -> Matter {
    world.store.db().having("number", "5-3-001").unwrap().remove(0)
}

fn made(world: &World, id: &str, kind: PaperKind) -> Result<Document> {
    document(world.store.db(), &Ask { id: id.to_owned(), kind, step_id: None }, world.today)
}

/// Everything on the paper.
fn text(document: &Document) -> String {
    let heads = document.subjects.iter().flat_map(|s| s.head.iter().cloned());
    let grids = document.subjects.iter().flat_map(|s| &s.parts).filter_map(|p| match p {
        station_table::Part::Grid(grid) => Some(grid),
        _ => None,
    });
    let labels = grids.flat_map(|g| &g.rows).flat_map(|r| &r.fields).map(|f| f.label.clone());
    [vec![document.title.clone()], heads.chain(labels).collect(), document.shown()].concat().join("\n")
}

/// The pump was handed on with a deadline, and chased after it.
fn chase(world: &mut World, level: i64) -> String {
    let pump = matter(world, "机井水泵老化");
    changed(world, |tx| {
        let round = newest_round(tx.db(), &pump.id)?;
        let handed = steps(tx.db(), &pump.id)?.into_iter().find(|s| s.kind == "handed").unwrap();
        let assignment_id = handed.assignment_id.clone();
        let due =
            Step { due_on: Some("2023-01-30".into()), due_rule: Some("十五日，本站规定".into()), ..handed };
        tx.update(&due)?;
        let chased = Step {
            kind: "chased".into(),
            round_id: round.id,
            assignment_id,
            level: Some(level),
            ..step(Kind::Handed, "2023-02-10")
        };
        add_step(tx, chased)?;
        Ok(pump.id)
    })
    .unwrap()
}

#[test]
fn every_paper_says_what_it_is_for() {
    let mut world = world();
    let pump = chase(&mut world, 2);
    let bridge = suggestion(&world).id;
    let cases: [(&str, PaperKind, &[&str]); 8] = [
        (&bridge, PaperKind::Suggestion, &["代表建议、批评和意见专用纸", "罗建", "张伟", "关于修桥的建议", "☐不公开"]),
        (&bridge, PaperKind::Handover, &["代表建议、批评和意见交办单", "镇人民政府", "签收回执", "前说明理由退回"]),
        (
            &pump,
            PaperKind::Handover,
            &["社情民意转办单", "转办日期", "水利站", "王某", "139****0000", "2023年1月30日", "十五日，本站规定"],
        ),
        (&pump, PaperKind::Urging, &["关于催办“机井水泵老化”的函", "水利站：", "已超过办理期限11日", "第二次催办"]),
        (&bridge, PaperKind::Reply, &["罗建代表：", "答复类别：A", "镇人民政府", "抄送：清河镇人大。"]),
        (&bridge, PaperKind::Opinion, &["☐满意　☐基本满意　☐不满意", "对办理态度", "对办理结果", "前填写交回"]),
        (&pump, PaperKind::Told, &["回访记录", "王某", "13912340000", "电话", "已换新泵"]),
        (&pump, PaperKind::Closing, &["办结单", "逾期，期限2023年1月30日", "2023-03-05", "2023年3月10日"]),
    ];
    for (id, kind, expected) in cases {
        let said = text(&made(&world, id, kind).unwrap());
        for words in expected {
            assert!(said.contains(words), "{kind:?} says {words}: {said}");
        }
    }
}

#[test]
fn the_empty_forms_for_deputies_say_nothing_of_any_matter() {
    let world = world();
    for (motion, title) in [(false, "代表建议、批评和意见专用纸"), (true, "代表议案专用纸")] {
        let paper = blank(world.store.db(), motion).unwrap();
        let said = text(&paper);
        assert!(said.contains(title) && said.contains("年　　月　　日") && !said.contains('☑'), "{said}");
        assert_eq!(paper.subjects[0].fact, None, "it is about nothing yet");
        assert!(!said.contains("罗建") && !said.contains("修桥"), "{said}");
    }
}

#[test]
fn what_leaves_the_station_names_nobody_who_asked_for_confidence() {
    let world = world();
    let quarrel = matter(&world, "邻里官司").id;
    for kind in [PaperKind::Referral, PaperKind::Closing, PaperKind::Suggestion] {
        let said = text(&made(&world, &quarrel, kind).unwrap());
        assert!(!said.contains("赵甲") && !said.contains("13912340000"), "{kind:?}: {said}");
    }
    let inside = text(&made(&world, &quarrel, PaperKind::Told).unwrap());
    assert!(inside.contains("赵甲") && inside.contains("13912340000"), "inside it is whole: {inside}");
}

#[test]
fn who_belongs_elsewhere_is_told_where_why_and_by_which_article() {
    let mut world = world();
    let slip = text(&made(&world, &matter(&world, "邻里官司").id, PaperKind::Referral).unwrap());
    for words in ["引导告知单", "反映人：", "信访工作机构", "《信访工作条例》第二十三条", "清河镇人大代表联络站"]
    {
        assert!(slip.contains(words), "{words}: {slip}");
    }
    let pump = chase(&mut world, 1);
    let slip = text(&made(&world, &pump, PaperKind::Referral).unwrap());
    assert!(slip.contains("转办告知单") && slip.contains("转交水利站办理，办理期限为2023年1月30日"), "{slip}");
}

#[test]
fn a_paper_without_its_step_is_refused_and_the_menu_says_why() {
    let world = world();
    let bridge = suggestion(&world).id;
    let refused = made(&world, &bridge, PaperKind::Urging).unwrap_err();
    assert_eq!(refused.code(), "problems", "催办 was not registered");
    let offers = offers::of_matter(world.store.db(), &bridge).unwrap();
    let of = |kind| offers.iter().find(|o| o.kind == kind).unwrap();
    assert_eq!(
        (of(PaperKind::Urging).ready, of(PaperKind::Urging).reason.as_str()),
        (false, "还没有催办，请先登记催办。")
    );
    assert!(of(PaperKind::Handover).ready && of(PaperKind::Opinion).ready, "handed on and replied");
    assert!(offers.iter().all(|o| o.kind != PaperKind::Referral), "no voter raised it");
    assert!(offers.is_sorted_by_key(|o| !o.ready), "what makes sense comes first");
    for offer in offers.iter().filter(|o| o.ready) {
        let ask = Ask { id: bridge.clone(), kind: offer.kind, step_id: offer.step_id.clone() };
        assert!(
            document(world.store.db(), &ask, world.today).is_ok(),
            "{}: what is offered can be printed",
            offer.label
        );
    }
}

#[test]
fn papers_are_numbered_without_gaps_and_a_printed_number_is_not_given_again() {
    let mut world = world();
    let pump = chase(&mut world, 1);
    let life = steps(world.store.db(), &pump).unwrap();
    let of = |kind: &str| life.iter().find(|s| s.kind == kind).unwrap().id.clone();
    let bridge = suggestion(&world).id;
    let second = steps(world.store.db(), &bridge).unwrap().into_iter().find(|s| s.kind == "handed").unwrap().id;
    let given = |world: &mut World, id: &str| changed(world, |tx| number_step(tx, id)).map(|s| s.number.unwrap());
    let looked = text(&made(&world, &pump, PaperKind::Handover).unwrap());
    assert!(looked.contains("（打印时编号）"), "looking at it gives no number: {looked}");
    let ask = Ask { id: pump.clone(), kind: PaperKind::Handover, step_id: None };
    assert_eq!(to_number(world.store.db(), &ask).unwrap(), Some(of("handed")), "it takes one when it is printed");
    assert_eq!(given(&mut world, &of("handed")).unwrap(), "JB-2023-001", "the first of the year");
    assert_eq!(to_number(world.store.db(), &ask).unwrap(), None, "and then has it");
    assert_eq!(given(&mut world, &of("handed")).unwrap(), "JB-2023-001", "the same step keeps its number");
    assert_eq!(given(&mut world, &of("chased")).unwrap(), "催办〔2023〕1号", "letters count by themselves");
    crate::number::printed(&world.store, "JB-2023-007").unwrap();
    assert_eq!(given(&mut world, &second).unwrap(), "JB-2023-008", "seven were printed");
    assert!(given(&mut world, &of("told")).is_err(), "a telling has no paper with a number");
    let paper = made(&world, &pump, PaperKind::Urging).unwrap();
    assert!(text(&paper).contains("催办〔2023〕1号"), "and it stands on the paper");
    assert_eq!(paper.name, "催办函 催办〔2023〕1号 机井水泵老化", "and in the name of the file");
}

#[test]
fn a_notice_names_who_receives_and_goes_out_only_when_somebody_says_so() {
    let mut world = world();
    let days: Vec<crate::activity::Activity> = world.store.db().having("since", "2023-04-15").unwrap();
    let said = text(&notice(world.store.db(), &days[0].id, world.today).unwrap());
    for words in
        ["各位选民：", "2023年4月15日（星期六）", "镇联络站", "县人大代表罗建", "不直接办理具体案件", "2023年3月31日"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    let kept = |world: &World| world.store.db().get::<crate::activity::Activity>(&days[0].id).unwrap().notified_on;
    assert_eq!(kept(&world), None, "looking at it says nothing");
    let saved = changed(&mut world, |tx| mark_notified(tx, &days[0].id)).unwrap();
    assert_eq!(kept(&world).as_deref(), Some("2023-03-31"), "the day it was said");
    assert!(saved.label.contains("提前15日"), "{}", saved.label);
    let training = text(&notice(world.store.db(), &world.facts["training"], world.today).unwrap());
    assert!(
        !training.contains("接待选民") && training.contains("参加代表"),
        "another activity is told as what it is: {training}"
    );
}

#[test]
fn a_ledger_counts_the_rows_it_shows_and_hides_who_asked_for_it() {
    let mut world = world();
    chase(&mut world, 1);
    let ledger = |ledger, edition| {
        let ask = ledger::Ask { ledger, from: "2023-01-01".into(), to: "2023-03-31".into(), edition: Some(edition) };
        ledger::ledger(world.store.db(), &ask, world.today).unwrap()
    };
    let inside = ledger(Ledger::Opinions, Edition::Internal);
    let table = inside.tables().next().unwrap();
    let total = |label: &str| {
        let at = table.columns.iter().position(|c| c.label == label).unwrap();
        (table.rows.iter().filter(|r| !r.cells[at].shown().is_empty()).count(), table.totals[0].cells[at].shown())
    };
    for label in ["反映日期", "转办日期", "答复日期", "告知日期", "办结日期", "逾期"] {
        let (rows, total) = total(label);
        assert_eq!(total, format!("{rows}件"), "{label}: the figure is the count of its rows");
    }
    let late = "the pump was answered after its deadline, the road of 15 March not within its fifteen days";
    assert_eq!(total("逾期").0, 2, "{late}");
    assert!(!text(&inside).contains("赵甲"), "paper names nobody who asked for confidence, inside neither");
    let outside = text(&ledger(Ledger::Opinions, Edition::Upward));
    assert!(!outside.contains("赵甲") && outside.contains("反映人（要求保密）"), "{outside}");
    assert!(
        text(&ledger(Ledger::Suggestions, Edition::Internal)).contains("关于修桥的建议"),
        "suggestions by themselves"
    );
    let kept_back = suggestion(&world);
    changed(&mut world, |tx| tx.update(&Matter { publicity: Some("不公开".into()), ..kept_back })).unwrap();
    let ask = ledger::Ask {
        ledger: Ledger::Suggestions,
        from: "2023-01-01".into(),
        to: "2023-03-31".into(),
        edition: Some(Edition::Public),
    };
    let public = text(&ledger::ledger(world.store.db(), &ask, world.today).unwrap());
    assert!(!public.contains("关于修桥的建议"), "what is not to be published is not: {public}");
}

#[test]
fn free_words_name_nobody_who_asked_for_confidence_either() {
    let mut world = world();
    let quarrel = matter(&world, "邻里官司").id;
    let words = Some("请尽快答复赵甲（13912340000）".to_owned());
    changed(&mut world, |tx| {
        let round = newest_round(tx.db(), &quarrel)?;
        add_step(tx, Step { words, round_id: round.id, ..step(Kind::Chased, "2023-03-20") })
    })
    .unwrap();
    for kind in [PaperKind::Urging, PaperKind::Closing] {
        let said = text(&made(&world, &quarrel, kind).unwrap());
        assert!(!said.contains("赵甲") && !said.contains("13912340000"), "{kind:?}: {said}");
    }
    let urging = text(&made(&world, &quarrel, PaperKind::Urging).unwrap());
    assert!(urging.contains("请尽快答复反映人"), "{urging}");
}

#[test]
fn each_of_many_visitors_is_named_and_told() {
    let mut world = world();
    let parties = ["甲", "乙", "丙"].map(|n| PartyDraft { name: Some(format!("周{n}")), ..PartyDraft::default() });
    let words = "村道坑洼，雨天积水，孩子上学不便。".repeat(12);
    let draft = ReceptionDraft {
        happened_on: "2023-03-28".into(),
        parties: parties.to_vec(),
        matters: vec![MatterOfVisit {
            words: words.clone(),
            route_id: Some("route.township".into()),
            unit: Some("镇人民政府".into()),
            ..MatterOfVisit::default()
        }],
        ..ReceptionDraft::default()
    };
    changed(&mut world, |tx| crate::entry::reception::save(tx, &draft)).unwrap();
    let id = matter(&world, &words).id;
    let slip = made(&world, &id, PaperKind::Handover).unwrap();
    assert!(text(&slip).contains("周甲、周乙、周丙"), "all who raised it");
    let record = made(&world, &id, PaperKind::Told).unwrap();
    assert_eq!(record.tables().next().unwrap().rows.len(), 3, "each is to be told");
}

#[test]
fn a_paper_of_a_second_round_says_so_and_whoever_was_told_twice_is_named_once() {
    let mut world = world();
    let pump = chase(&mut world, 1);
    let says = |kind, words: &str| StepDraft { words: Some(words.into()), ..StepDraft::of(&pump, kind, "2023-03-20") };
    let again = [
        says(Kind::Reopened, "水压仍然不足"),
        StepDraft { unit: Some("农业办".into()), ..says(Kind::Handed, "") },
        says(Kind::Replied, "已换管道"),
        StepDraft {
            way_id: Some("way.phone".into()), by_whom: Some("罗建".into()), ..says(Kind::Told, "管道已换")
        },
    ];
    changed(&mut world, |tx| again.iter().try_for_each(|draft| steps_by_hand::save(tx, draft).map(drop))).unwrap();
    let offers = offers::of_matter(world.store.db(), &pump).unwrap();
    let labels: Vec<&str> = offers.iter().filter(|o| o.kind == PaperKind::Handover).map(|o| o.label.as_str()).collect();
    assert_eq!(labels, ["转办单（第一次办理）　水利站", "转办单（第二次办理）　农业办"], "they are no twins");
    let closing = offers.iter().find(|o| o.kind == PaperKind::Closing).unwrap();
    assert!(!closing.ready, "what was taken up again is not closed");
    let slips = offers.iter().filter(|o| o.kind == PaperKind::Handover).map(|o| {
        let ask = Ask { id: pump.clone(), kind: o.kind, step_id: o.step_id.clone() };
        text(&document(world.store.db(), &ask, world.today).unwrap())
    });
    for (slip, [round, unit, other]) in
        slips.zip([["第一次办理", "水利站", "农业办"], ["第二次办理", "农业办", "水利站"]])
    {
        assert!(slip.contains(round) && slip.contains(unit) && !slip.contains(other), "{round}: {slip}");
    }
    let record = made(&world, &pump, PaperKind::Told).unwrap();
    let rows = &record.tables().next().unwrap().rows;
    let cell = |row: usize, at: usize| rows[row].cells[at].shown();
    assert_eq!((cell(0, 0), cell(0, 3)), ("王某".to_owned(), "第一次办理".to_owned()), "named where first told");
    assert_eq!((cell(1, 0), cell(1, 3)), (String::new(), "第二次办理".to_owned()), "and only told below");
}
