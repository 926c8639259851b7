//! Activities: of everybody, of a group, of a list, each third.

use super::People;
use crate::station::SITES;

pub(super) const HEAD: (&str, [&str; 10]) = (
    "2023年度人大代表活动情况登记表",
    ["序号", "活动时间", "活动名称", "活动类别", "地点", "参加人员", "应到", "实到", "请假人员及事由", "活动内容"],
);
const KINDS: [&str; 5] = ["学习培训", "视察", "专题调研", "执法检查", "建议督办"];

pub(super) fn row(at: usize, people: &People) -> [String; 10] {
    let kind = KINDS[at % KINDS.len()];
    let (whom, expected, first) = whom(at, people);
    let title = format!("第{}次{kind}", at + 1);
    [
        (at + 1).to_string(),
        format!("{}月{}日", at % 12 + 1, at % 28 + 1),
        title.clone(),
        kind.to_owned(),
        SITES[at % SITES.len()].to_owned(),
        whom,
        expected.to_string(),
        (expected - 1).to_string(),
        format!("{first}(因病)"),
        format!("{title},形成意见建议{}条。", at % 4),
    ]
}

/// Who takes part, how many they are, and one of them.
fn whom(at: usize, people: &People) -> (String, usize, String) {
    match at % 3 {
        0 => ("全体镇代表".to_owned(), people.names.len(), people.name(at).to_owned()),
        1 => {
            let (group, count) = people.group(at);
            (format!("{group}代表小组全体代表"), count, people.name(at).to_owned())
        }
        _ => {
            let names: Vec<&str> = (at..at + 9).map(|n| people.name(n)).collect();
            (names.join("、"), names.len(), names[0].to_owned())
        }
    }
}
