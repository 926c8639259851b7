//! 征询意见表: what the deputy thinks of the work and, apart from it, of what came of it.

use chrono::NaiveDate;
use station_table::{BoxRow, Document, Edition, FactRef, Field};

use super::case::{Case, Taken};
use super::says::{BY_HAND, Form, day_or_room, day_text, field, grid, or_empty, row, tall, ticks};
use crate::deadline::Kind;
use crate::error::Result;
use crate::matter::clock::Law;
use crate::store::Db;

/// 满意度, as the form asks.
const GRADES: [&str; 3] = ["满意", "基本满意", "不满意"];

pub(super) fn form(db: Db<'_>, (case, reply): (&Case, Option<&Taken>), named: (String, FactRef)) -> Result<Document> {
    let number = if case.number().is_empty() { "　　　　　　" } else { case.number() };
    let mut rows = about(case, reply);
    rows.extend(asked(case, reply.map(|r| r.round)));
    if let Some(until) = until(db, reply)? {
        rows.push(tall("反馈期限", until, 0.0));
    }
    Form {
        title: "办理情况征询意见表".to_owned(),
        head: vec![case.station.clone(), format!("编号：{number}")],
        parts: vec![grid(rows)],
        signature: Vec::new(),
        edition: Edition::Upward,
    }
    .document(db, named)
}

fn about(case: &Case, reply: Option<&Taken>) -> Vec<BoxRow> {
    let unit = reply.and_then(|r| r.unit.clone()).unwrap_or_else(|| case.units(&["主办", "分办"]));
    let who = if case.is_suggestion() { "代表" } else { "反映人" };
    vec![
        row([(who, case.askers(Edition::Upward)), ("承办单位", unit)]),
        tall("案由", case.title(), 0.0),
        row([
            ("答复日期", day_or_room(reply.map(|r| r.happened_on.as_str()))),
            ("答复文号", reply.and_then(|r| r.document.clone()).unwrap_or_default()),
        ]),
        row([
            ("答复类别", reply.and_then(|r| r.result.clone()).unwrap_or_default()),
            ("承诺事项", reply.and_then(|r| r.promised.clone()).unwrap_or_default()),
        ]),
        tall("答复摘要", reply.and_then(|r| r.words.clone()).unwrap_or_default(), 36.0),
    ]
}

/// What is asked; ticked where the answer is known already.
fn asked(case: &Case, round: Option<i64>) -> Vec<BoxRow> {
    let rated = case.step_in(round, &["rated"]);
    let talked = case.step_in(round, &["talked"]);
    let met = talked.map(|_| "是");
    let on = talked.map_or_else(|| BY_HAND.to_owned(), |s| day_text(&s.happened_on));
    let wide = |label: &str, value: String| -> Field { field(label, value, 1.0) };
    let line = |label: &str, value: String, height: f32| BoxRow { fields: vec![wide(label, value)], height };
    vec![
        line("是否面商", format!("{}　　面商日期：{on}", ticks(&["是", "否"], met)), 11.0),
        line("对办理态度", ticks(&GRADES, rated.and_then(|r| r.attitude.as_deref())), 11.0),
        line("对办理结果", ticks(&GRADES, rated.and_then(|r| r.grade.as_deref())), 11.0),
        line("意见和理由", rated.map(|r| or_empty(r.words.as_ref())).unwrap_or_default(), 46.0),
        row([("签名", String::new()), ("日期", day_or_room(rated.map(|r| r.happened_on.as_str())))]),
    ]
}

/// Until when the deputy is to say it.
fn until(db: Db<'_>, reply: Option<&Taken>) -> Result<Option<String>> {
    let Some(reply) = reply else { return Ok(None) };
    let Ok(from) = reply.happened_on.parse::<NaiveDate>() else { return Ok(None) };
    let until = Law::load(db)?.due(Kind::Feedback, from, &[])?;
    Ok(Some(format!("请于{}前填写交回（{}）。", day_text(&until.date.to_string()), until.reason())))
}
