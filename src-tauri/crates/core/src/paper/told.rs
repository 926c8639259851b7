//! 回访记录: each voter once, and under the name when and how told, by whom and in what words, and how satisfied. It stays inside and names all.

use station_table::{Align, Column, Document, Edition, FactRef, Orientation};

use super::case::{Case, Taken, Voter};
use super::says::{Form, column, day_text, grid, joined, or_empty, row, table, tall};
use crate::error::Result;
use crate::register::paper;
use crate::store::Db;

pub(super) fn record(db: Db<'_>, case: &Case, named: (String, FactRef)) -> Result<Document> {
    let number = case.number();
    let form = Form {
        title: "回访记录".to_owned(),
        head: vec![case.desk.clone(), format!("编号：{number}"), confidence(case).to_owned()],
        parts: vec![grid(about(case)), table(columns(case.rounds() > 1), rows(case), 14.0)],
        signature: vec!["回访人：".to_owned(), "负责人：".to_owned(), "日期：".to_owned()],
        edition: Edition::Internal,
    };
    let document = Document { orientation: Orientation::Landscape, page: None, ..form.document(db, named)? };
    Ok(Document { page: Some(paper::page(db, &document)?), ..document })
}

fn confidence(case: &Case) -> &'static str {
    if case.about.confidential { "反映人要求保密，本表仅限站内留存" } else { "" }
}

fn about(case: &Case) -> Vec<station_table::BoxRow> {
    let reply = case.step(None, &["replied", "answered", "guided"]);
    vec![
        tall("案由", case.title(), 0.0),
        row([
            ("承办单位", case.units(&["主办", "分办", "协办"])),
            ("答复日期", case.about.replied_on.as_deref().map_or_else(String::new, day_text)),
        ]),
        tall("答复内容", reply.map(|r| or_empty(r.words.as_ref())).unwrap_or_default(), 12.0),
    ]
}

/// `rounds`: there are several, and each telling says of which it is.
fn columns(rounds: bool) -> Vec<Column> {
    let mut columns = vec![
        column("反映人", 20.0, Align::Center),
        column("联系电话", 28.0, Align::Center),
        column("反映时间和形式", 32.0, Align::Center),
        column("回访日期", 24.0, Align::Center),
        column("方式", 14.0, Align::Center),
        column("回访人", 18.0, Align::Center),
        column("告知内容", 66.0, Align::Left),
        column("满意度", 16.0, Align::Center),
        column("反映人签字", 24.0, Align::Center),
    ];
    if rounds {
        columns.insert(ROUND, column("第几次办理", 22.0, Align::Center));
    }
    columns
}

/// Where the round stands: after the cells that name the voter.
const ROUND: usize = 3;

/// A row for each telling of each voter, who is named in the first; an empty one for a voter who was not told yet.
fn rows(case: &Case) -> Vec<Vec<String>> {
    let told: Vec<&Taken> =
        case.steps.iter().filter(|s| ["told", "answered", "guided"].contains(&s.kind.as_str())).collect();
    let of = |voter: &Voter| -> Vec<&Taken> {
        told.iter().copied().filter(|s| s.raised_id.as_ref().is_none_or(|id| *id == voter.id)).collect()
    };
    if case.voters.is_empty() {
        return told.iter().map(|step| one(case, None, Some(step))).collect();
    }
    let row = |voter: &Voter| match of(voter).as_slice() {
        [] => vec![one(case, Some(voter), None)],
        [first, more @ ..] => {
            let first = one(case, Some(voter), Some(first));
            std::iter::once(first).chain(more.iter().map(|step| one(case, None, Some(step)))).collect()
        }
    };
    case.voters.iter().flat_map(row).collect()
}

fn one(case: &Case, voter: Option<&Voter>, step: Option<&Taken>) -> Vec<String> {
    let who = voter.map(|v| [v.named(), v.phone(Edition::Internal), v.came()]).unwrap_or_default();
    let told = step.map(|s| {
        let way = match s.kind.as_str() {
            "told" => s.way.clone(),
            _ => s.way.clone().or_else(|| Some("当面".to_owned())),
        };
        let words = joined(&[s.words.as_deref(), s.unit.as_deref().filter(|_| s.kind == "guided")], "；");
        [s.happened_on.clone(), or_empty(way.as_ref()), or_empty(s.by_whom.as_ref()), words, or_empty(s.grade.as_ref())]
    });
    let round = (case.rounds() > 1).then(|| step.and_then(|s| case.in_round(s)).unwrap_or_default());
    who.into_iter().chain(round).chain(told.unwrap_or_default()).chain([String::new()]).collect()
}
