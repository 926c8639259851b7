//! A long year of receptions.

use super::{People, voter};
use crate::station::SITES;

pub(super) const HEAD: (&str, [&str; 14]) = (
    "清河镇人大代表接待群众来访(信)登记表(2023年度)",
    [
        "序号",
        "接待日期",
        "接待地点",
        "接待代表",
        "来访人",
        "人数",
        "住址",
        "联系电话",
        "来访形式",
        "问题类别",
        "反映的主要问题",
        "处理方式",
        "承办单位及办结时间",
        "满意度",
    ],
);
const CATEGORIES: [&str; 4] = ["民政", "农业", "教育", "水利"];
const ROUTES: [(&str, &str); 3] = [("转镇政府", "水利站、12月20日办结"), ("转村", "12月18日办结"), ("当场答复", "")];

pub(super) fn row(at: usize, people: &People) -> [String; 14] {
    let (route, done) = ROUTES[at % ROUTES.len()];
    [
        (at + 1).to_string(),
        format!("{}月{}日", at % 11 + 1, at % 28 + 1),
        SITES[at % SITES.len()].to_owned(),
        format!("{}、{}", people.name(at % 40), people.name(at % 40 + 40)),
        voter(at),
        (at % 5 + 1).to_string(),
        "五里铺村".to_owned(),
        format!("139{:08}", at * 7919 % 100_000_000),
        if at.is_multiple_of(7) { "来信" } else { "来访" }.to_owned(),
        CATEGORIES[at % CATEGORIES.len()].to_owned(),
        format!("五里铺村{}号门前排水渠损毁,影响{}户", at + 1, at % 300 + 1),
        route.to_owned(),
        done.to_owned(),
        if done.is_empty() { "" } else { "满意" }.to_owned(),
    ]
}
