//! A long year of receptions as an office keeps them, in one workbook.

use std::path::Path;

use rust_xlsxwriter::Workbook;

use crate::station::{SITES, truth};

const HEADER: [&str; 14] = [
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
];
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚";
const CATEGORIES: [&str; 4] = ["民政", "农业", "教育", "水利"];
const ROUTES: [(&str, &str); 3] = [("转镇政府", "水利站、12月20日办结"), ("转村", "12月18日办结"), ("当场答复", "")];

/// Writes so many receptions of 2023, none like another.
pub fn write(file: &Path, rows: usize) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "清河镇人大代表接待群众来访(信)登记表(2023年度)").expect("a title");
    for (column, label) in (0..).zip(HEADER) {
        sheet.write_string(1, column, label).expect("a label");
    }
    let deputies = deputies();
    for (at, row) in (0..rows).zip(2..) {
        let cells = reception(at, &deputies);
        for (column, text) in (0..).zip(&cells) {
            sheet.write_string(row, column, text).expect("a cell");
        }
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    station_machine::files::write(file, &bytes).expect("it is written");
}

fn deputies() -> Vec<String> {
    let rows = truth()["deputies"].as_array().cloned().unwrap_or_default();
    rows.iter().filter_map(|row| row["name"].as_str()).map(str::to_owned).collect()
}

fn reception(at: usize, deputies: &[String]) -> [String; 14] {
    let pick = |of: &str, n: usize| of.chars().nth(n % of.chars().count()).expect("some characters");
    let name = format!("{}{}{}", pick(SURNAMES, at), pick(GIVEN, at / 20), pick(GIVEN, at / 400));
    let (route, done) = ROUTES[at % ROUTES.len()];
    let deputy = |n: usize| deputies[n % deputies.len()].clone();
    [
        (at + 1).to_string(),
        format!("{}月{}日", at % 11 + 1, at % 28 + 1),
        SITES[at % SITES.len()].to_owned(),
        format!("{}、{}", deputy(at % 40), deputy(at % 40 + 40)),
        name,
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
