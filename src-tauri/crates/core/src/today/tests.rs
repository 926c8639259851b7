//! The first page and the pick lists of the small world.

use super::{choices, home};
use crate::world::world;

#[test]
fn the_first_page_says_what_is_due_and_what_is_missing() {
    let world = world();
    let page = home(world.store.db(), world.today).unwrap();
    let due: Vec<&str> = page.due.iter().map(|d| d.label.as_str()).collect();
    assert_eq!(
        due,
        [
            "2023-02-01 关于修桥的建议（联络站：办结）",
            "2023-03-15 村路不通（承办单位（待补）：答复）",
            "2023-03-15 修桥（承办单位（待补）：答复）",
            "2023-03-20 来信反映水价（联络站：决定怎样处理）",
        ],
        "open matters, the oldest first, with who is next"
    );
    let lacks = |label: &str| page.missing.iter().find(|m| m.label == label).map_or(0, |m| m.count);
    assert_eq!((lacks("代表：民族"), lacks("接待：接待地点"), lacks("名册外姓名：李四")), (3, 1, 1), "待补 by kind");
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
