//! `station import`: what is new, what changes, what was left out and why, by file, sheet, row and column.

use std::path::PathBuf;

use serde_json::{Value, json};
use station_api::{Failure, ImportKind};

use crate::arguments::Common;
use crate::desk;
use crate::say::Outcome;

/// What was asked for.
pub struct Ask {
    pub files: Vec<PathBuf>,
    pub preview: bool,
    pub all_or_nothing: bool,
}

/// Imports, or only shows what an import would do.
pub fn run(common: &Common, kind: ImportKind, ask: &Ask) -> Result<Outcome, Failure> {
    let input = json!({
        "kind": kind, "files": ask.files, "matches": [], "answers": [], "all_or_nothing": ask.all_or_nothing,
    });
    let command = if ask.preview { "preview_import" } else { "import" };
    let value = desk::once(common, command, input)?;
    let preview = if ask.preview { &value } else { &value["preview"] };
    let mut lines = Vec::new();
    lines.extend(
        each(preview, "new_facts").map(|n| format!("新增{} {} {}", str_of(n, "what"), str_of(n, "label"), at(n))),
    );
    lines.extend(each(preview, "changes").map(change));
    lines.extend(each(preview, "created").map(|c| format!("新建{} {}", str_of(c, "what"), str_of(c, "label"))));
    lines.extend(each(preview, "doubts").map(doubt));
    lines.push(summary(preview, ask.preview));
    let left_out = each(preview, "doubts").any(|d| str_of(d, "answer") != "kept");
    Ok(Outcome { text: lines.join("\n"), left_out, value: value.clone() })
}

fn each<'a>(preview: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    preview[key].as_array().into_iter().flatten()
}

fn str_of<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn at(entry: &Value) -> String {
    let at = &entry["at"];
    let column = at["column"].as_str().map(|c| format!("{c}列")).unwrap_or_default();
    // Row 0 stands for the whole sheet.
    let row = at["row"].as_i64().filter(|row| *row > 0).map(|row| format!(" 第{row}行")).unwrap_or_default();
    format!("（{} {}{row}{column}）", str_of(at, "file"), str_of(at, "sheet"))
}

fn change(entry: &Value) -> String {
    let old = entry["old"].as_str().unwrap_or("空");
    let new = entry["new"].as_str().unwrap_or("空");
    format!(
        "更正{} {} {}：{old} → {new}{}",
        str_of(entry, "what"),
        str_of(entry, "label"),
        str_of(entry, "field"),
        at(entry)
    )
}

fn doubt(entry: &Value) -> String {
    let fate = match str_of(entry, "answer") {
        "kept" => "存疑",
        "ask" => "待确认，未导入",
        _ => "未导入",
    };
    let value = entry["value"].as_str().map(|v| format!("“{v}”")).unwrap_or_default();
    format!("{fate}{value}{}：{}", at(entry), str_of(entry, "message"))
}

fn summary(preview: &Value, only_preview: bool) -> String {
    let count = |key: &str| each(preview, key).count();
    let verb = if only_preview { "预览" } else { "导入" };
    format!(
        "{verb}：新增{}，更正{}，未变{}，存疑或未导入{}。",
        count("new_facts"),
        count("changes"),
        preview["unchanged"],
        count("doubts")
    )
}
