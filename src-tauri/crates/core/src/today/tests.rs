//! The first page and the pick lists of the small world.

use super::{FindAsk, choices, find, home};
use crate::world::world;

#[test]
fn the_first_page_says_what_is_due_and_what_is_missing() {
    let world = world();
    let page = home(world.store.db(), world.today).unwrap();
    let due: Vec<&str> = page.due.iter().map(|d| d.label.as_str()).collect();
    assert_eq!(
        due,
        [
            "2023-03-08 水压不足（联络站：决定怎样处理）",
            "2023-03-20 来信反映水价（联络站：决定怎样处理）",
            "2023-03-15 村路不通（联络站：补上承办单位）",
            "2023-02-01 关于修桥的建议（联络站：办结）",
            "2023-03-15 修桥（代表：提出代表建议）",
        ],
        "open matters with who is next: the most overdue first, then what has no deadline, the oldest first"
    );
    let reminders: Vec<&str> = page.reminders.iter().map(|r| r.label.as_str()).collect();
    let expected = ["3件已逾期，最久逾期18天", "2件登记后还没有处理"];
    assert!(expected.iter().all(|label| reminders.contains(label)), "what is pressing: {reminders:?}");
    let lacks = |label: &str| page.missing.iter().find(|m| m.label == label).map_or(0, |m| m.count);
    assert_eq!((lacks("代表：民族"), lacks("接待：接待地点"), lacks("名册外姓名：李四")), (3, 1, 2), "待补 by kind");
    assert_eq!(
        (lacks("活动：记录人"), lacks("联系：处理去向"), lacks("实事：办理日期")),
        (2, 0, 0),
        "of activities, contacts, deeds"
    );
    let figures: Vec<i64> = page.figures.iter().map(|f| f.value).collect();
    assert_eq!((page.month.as_str(), figures), ("2023-03", vec![1, 2, 6, 3, 1, 3]), "this month so far");
    assert_eq!((page.days.len(), page.last_sent), (0, None), "no day this week, nothing sent yet");
}

#[test]
fn pick_lists_are_found_by_initials() {
    let world = world();
    let all = choices(world.store.db()).unwrap();
    let found = |list: &[super::Choice]| list.iter().map(|c| format!("{}/{}", c.label, c.initials)).collect::<Vec<_>>();
    assert_eq!(found(&all.deputies), ["罗建/lj", "张伟/zw", "姚㛃/yj"], "deputies by constituency");
    assert_eq!(all.deputies[0].note.as_deref(), Some("第1选区 石羊村"), "with what tells two of one name apart");
    assert_eq!(found(&all.sites), ["镇联络站/zllz", "东关联络点/dglld"], "the station first");
    assert_eq!(found(&all.constituencies), ["第1选区/d1xq", "第2选区/d2xq"], "constituencies by number");
    assert_eq!(all.codes["route"][0].label, "当场答复", "codes in their order");
}

#[test]
fn one_box_finds_everything_by_words_numbers_and_pinyin() {
    let world = world();
    let found = |kinds: &[&str], words: &str| {
        let ask = FindAsk { kinds: kinds.iter().map(|k| (*k).to_owned()).collect(), words: words.to_owned() };
        let all = find(world.store.db(), &ask).unwrap();
        all.into_iter().map(|f| format!("{} {}", f.kind, f.label)).collect::<Vec<_>>()
    };
    let cases: [(&[&str], &str, &[&str]); 8] = [
        (&[], "孙某", &["resident 孙某", "contact 2023-02-06 孙某"]),
        (&["person"], "luojian", &["person 罗建"]),
        (&["resident"], "sm", &["resident 孙某"]),
        (&["visit"], "JD-2023-0001", &["visit JD-2023-0001 2023-01-15"]),
        (&["visit"], "水泵", &["visit JD-2023-0001 2023-01-15"]),
        (
            &["matter", "activity"],
            "水",
            &["matter 来信反映水价", "matter 水压不足", "matter 机井水泵老化", "activity 视察农村饮水"],
        ),
        (&["deed", "campaign"], "", &["deed 走访慰问困难户", "deed 争取村内道路硬化项目", "campaign 双百帮扶"]),
        (&[], "没有这样的", &[]),
    ];
    for (kinds, words, expected) in cases {
        assert_eq!(found(kinds, words), expected, "{words} among {kinds:?}");
    }
}
