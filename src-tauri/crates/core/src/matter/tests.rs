//! What a matter has come to, and who is next, follows from its steps.

use chrono::NaiveDate;

use super::clock::{Law, Urgency};
use super::life::{Assigned, Course, Happened, next, offers, state};
use super::ranking::{RankingAsk, Share, UnitRank, ranking};
use super::rules::{Kind, State};

fn day(text: &str) -> NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

/// A step as a case writes it: what, which unit (or who was told), when.
type Says = (Kind, &'static str, &'static str);

fn course(heard: bool, steps: &[Says]) -> Course {
    let happened = |(at, (kind, about, on)): (usize, &Says)| Happened {
        id: at.to_string(),
        round: 1,
        kind: *kind,
        day: day(on),
        place: 0,
        assignment: (kind.of_unit() || *kind == Kind::Handed).then(|| (*about).to_owned()),
        raised: (*kind == Kind::Told && !about.is_empty()).then(|| (*about).to_owned()),
        complete: true,
        grade: None,
        result: None,
        due: None,
        due_rule: None,
        promised: None,
        county: false,
    };
    let units = steps.iter().filter(|(kind, ..)| *kind == Kind::Handed).map(|(_, unit, _)| Assigned {
        id: (*unit).to_owned(),
        round: 1,
        helps: unit.starts_with('协'),
        unit: Some((*unit).to_owned()),
    });
    Course {
        heard,
        petition: false,
        raised: vec!["张三".to_owned(), "李四".to_owned()],
        assigned: units.collect(),
        steps: steps.iter().enumerate().map(happened).collect(),
    }
}

const RECORDED: Says = (Kind::Recorded, "", "03-02");
const HANDED: Says = (Kind::Handed, "水利站", "03-03");
const REPLIED: Says = (Kind::Replied, "水利站", "03-10");

#[test]
fn the_state_and_the_next_actor_follow_from_the_steps() {
    let cases: [(&[Says], State, &str); 16] = [
        (&[RECORDED], State::登记, "联络站：决定怎样处理"),
        (&[RECORDED, (Kind::Accepted, "", "03-02")], State::已接单, "联络站：转办"),
        (&[RECORDED, (Kind::Answered, "", "03-02")], State::已办结, ""),
        (&[RECORDED, (Kind::Guided, "", "03-02")], State::已办结, ""),
        (&[RECORDED, HANDED], State::办理中, "水利站：答复"),
        (&[RECORDED, HANDED, (Kind::Handed, "协农办", "03-03")], State::办理中, "水利站：答复"),
        (&[RECORDED, HANDED, (Kind::Handed, "农办", "03-03"), REPLIED], State::办理中, "农办：答复"),
        (&[RECORDED, HANDED, (Kind::Returned, "水利站", "03-04")], State::已退回, "联络站：另行转办"),
        (&[RECORDED, HANDED, (Kind::Stopped, "水利站", "03-04")], State::已中止, "联络站：恢复计时"),
        (
            &[RECORDED, HANDED, (Kind::Stopped, "水利站", "03-04"), (Kind::Restarted, "水利站", "03-06")],
            State::办理中,
            "水利站：答复",
        ),
        (&[RECORDED, HANDED, REPLIED], State::已答复, "联络站：告知张三、李四"),
        (&[RECORDED, HANDED, REPLIED, (Kind::Told, "张三", "03-11")], State::已答复, "联络站：告知李四"),
        (&[RECORDED, HANDED, REPLIED, (Kind::Told, "", "03-11")], State::已告知, "联络站：办结"),
        (&[RECORDED, HANDED, (Kind::Told, "", "03-04"), REPLIED], State::已答复, "联络站：告知张三、李四"),
        (&[RECORDED, HANDED, REPLIED, (Kind::Told, "", "03-11"), (Kind::Closed, "", "03-12")], State::已办结, ""),
        (&[RECORDED, (Kind::TakenUp, "", "03-02")], State::办理中, "代表：提出代表建议"),
    ];
    for (steps, expected, who) in cases {
        let course = course(true, steps);
        let shown = next(&course, str::to_owned).map(|n| n.shown()).unwrap_or_default();
        assert_eq!((state(&course), shown.as_str()), (expected, who), "after {steps:?}");
        assert!(!offers(&course).is_empty(), "there is always a step that may come next");
    }
}

#[test]
fn the_clock_runs_by_what_is_owed_and_stands_when_nothing_is() {
    let law = Law::shipped();
    let told = (Kind::Told, "", "03-11");
    let cases: [(bool, &[Says], &str); 9] = [
        (true, &[RECORDED], "登记 2026-03-02，三个工作日，本站规定 → 2026-03-05"),
        (true, &[RECORDED, HANDED], "转办 2026-03-03，十五日，本站规定 → 2026-03-18"),
        (false, &[RECORDED, HANDED], "交办 2026-03-03，三个月，代表法第五十一条 → 2026-06-03"),
        (
            true,
            &[RECORDED, HANDED, (Kind::Returned, "水利站", "03-06")],
            "退办 2026-03-06，三个工作日，本站规定 → 2026-03-11",
        ),
        (true, &[RECORDED, HANDED, REPLIED], "答复 2026-03-10，五个工作日，本站规定 → 2026-03-17"),
        (
            false,
            &[RECORDED, HANDED, REPLIED, told],
            "告知 2026-03-11，十个工作日，参照河南省代表建议办理办法第二十二条 → 2026-03-25",
        ),
        (true, &[RECORDED, HANDED, REPLIED, told], ""),
        (true, &[RECORDED, HANDED, (Kind::Stopped, "水利站", "03-04")], ""),
        (true, &[RECORDED, (Kind::Answered, "", "03-02")], ""),
    ];
    for (heard, steps, explained) in cases {
        let clock = law.running(&course(heard, steps)).unwrap();
        assert_eq!(clock.map(|c| c.explained).unwrap_or_default(), explained, "after {steps:?}");
    }
}

#[test]
fn each_round_is_late_by_itself_and_no_later_one_takes_it_back() {
    let due = |course: &mut Course, at: usize, on: &str| course.steps[at].due = Some(day(on));
    let mut first = course(false, &[RECORDED, HANDED, REPLIED]);
    assert_eq!(first.is_late(day("12-31")), None, "nobody said until when");
    due(&mut first, 1, "03-12");
    assert_eq!(first.is_late(day("12-31")), Some(false), "answered in time");
    due(&mut first, 1, "03-09");
    assert_eq!(first.is_late(day("03-10")), Some(true), "answered a day after");
    let again = |kinds: &[Says]| {
        let mut course = course(false, kinds);
        due(&mut course, 1, "03-12");
        course.steps[3..].iter_mut().for_each(|step| step.round = 2);
        course.assigned[1].round = 2;
        due(&mut course, 4, "04-30");
        course
    };
    let opened = [RECORDED, HANDED, REPLIED, (Kind::Reopened, "", "03-30"), (Kind::Handed, "农办", "03-31")];
    assert_eq!(again(&opened).is_late(day("04-30")), Some(false), "the second round has time");
    assert_eq!(again(&opened).is_late(day("05-01")), Some(true), "and no answer when that is over");
    let stopped = [opened.as_slice(), &[(Kind::Stopped, "农办", "04-10")]].concat();
    assert_eq!(again(&stopped).is_late(day("05-01")), Some(false), "the clock stands still");
}

#[test]
fn a_deadline_is_near_just_over_or_over() {
    let clock = Law::shipped().running(&course(true, &[RECORDED, HANDED])).unwrap().unwrap();
    for (today, left, urgency) in [
        ("03-14", 4, Urgency::Fine),
        ("03-15", 3, Urgency::Soon),
        ("03-18", 0, Urgency::Soon),
        ("03-19", -1, Urgency::JustOverdue),
        ("03-25", -7, Urgency::JustOverdue),
        ("03-26", -8, Urgency::Overdue),
    ] {
        assert_eq!((clock.left(day(today)), clock.urgency(day(today))), (left, urgency), "on {today} until 03-18");
    }
}

#[test]
fn a_unit_is_ranked_by_what_it_answered_in_time_each_share_with_its_parts() {
    let world = crate::world::world();
    let told = |kind: Option<&str>| {
        let kind = kind.map(str::to_owned);
        let ask = RankingAsk { from: "2023-01-01".into(), to: "2023-12-31".into(), kind };
        let ranking = ranking(world.store.db(), &ask, world.today).unwrap();
        let share = |s: &Share| format!("{}/{}", s.of.len(), s.among.len());
        let row = |r: &UnitRank| {
            let shares = [&r.handled, &r.in_time, &r.satisfied].map(share).join(" ");
            format!("{}{} {shares} {}", r.place, r.unit, r.overdue.len())
        };
        ranking.units.iter().chain([&ranking.total]).map(row).collect::<Vec<_>>()
    };
    // Answered, in time, satisfied, overdue: the pump was answered on 5 March, long after its days were over.
    let all = ["1镇人民政府 1/1 1/1 1/1 0", "2水利站 1/1 0/1 1/1 0", "0待补 0/1 0/1 0/0 1", "0合计 2/3 1/3 2/2 1"];
    assert_eq!(told(None), all);
    assert_eq!(told(Some("建议")), ["1镇人民政府 1/1 1/1 1/1 0", "0合计 1/1 1/1 1/1 0"], "of deputies only");
}
