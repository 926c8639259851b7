//! Contacts that deputies made.

use super::{People, voter};

pub(super) const HEAD: (&str, [&str; 9]) = (
    "人大代表联系选民记录表(2023年)",
    ["日期", "代表姓名", "联系方式", "选民姓名", "人数", "村", "宣传内容", "选民反映的意见", "处理去向"],
);
const WAYS: [&str; 4] = ["上门走访", "电话", "微信", "座谈会"];
const ROUTES: [&str; 3] = ["无需处理", "报联络站", "当场解答"];

pub(super) fn row(at: usize, people: &People) -> [String; 9] {
    [
        format!("2023.{:02}.{:02}", at % 12 + 1, at % 28 + 1),
        people.name(at).to_owned(),
        WAYS[at % WAYS.len()].to_owned(),
        voter(at),
        (at % 4 + 1).to_string(),
        "五里铺村".to_owned(),
        if at.is_multiple_of(2) { "秸秆禁烧" } else { "" }.to_owned(),
        format!("希望{}号门前增设路灯", at + 1),
        ROUTES[at % ROUTES.len()].to_owned(),
    ]
}
