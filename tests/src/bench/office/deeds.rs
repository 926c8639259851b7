//! Deeds of deputies, with money as offices write it.

use super::People;

pub(super) const HEAD: (&str, [&str; 10]) = (
    "人大代表办实事情况统计表(2023年)",
    ["序号", "代表姓名", "时间", "类别", "实事内容", "村(个)", "户(户)", "人(人)", "投入资金", "资金来源"],
);
const CATEGORIES: [&str; 4] = ["扶弱济困", "办好事、实事", "化解矛盾纠纷", "争取项目资金"];

pub(super) fn row(at: usize, people: &People) -> [String; 10] {
    let money = match at % 3 {
        0 => format!("{}.5", at % 9000 + 100),
        1 => format!("{}.{}万元", at % 30, at % 9 + 1),
        _ => String::new(),
    };
    let source = if money.is_empty() { "" } else { "企业" };
    [
        (at + 1).to_string(),
        people.name(at).to_owned(),
        format!("{}月{}日", at % 12 + 1, at % 28 + 1),
        CATEGORIES[at % CATEGORIES.len()].to_owned(),
        format!("为五里铺村{}号修缮房屋", at + 1),
        "1".to_owned(),
        (at % 60 + 1).to_string(),
        (at % 200 + 1).to_string(),
        money,
        source.to_owned(),
    ]
}
