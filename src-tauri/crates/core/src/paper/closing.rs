//! 办结单 (销单): the whole life of a matter on one page, whether its deadline was kept, and who was told.

use chrono::NaiveDate;
use station_table::{Align, BoxRow, Document, Edition, FactRef, Part};

use super::case::{Case, Taken};
use super::says::{Form, column, day_text, field, grid, joined, or_empty, row, table, tall};
use crate::error::Result;
use crate::matter::life::Course;
use crate::matter::read::course;
use crate::matter::rules::Kind;
use crate::store::Db;

/// On paper a step has so many characters at most, so that the whole life stays on one page.
const WORDS: usize = 60;

pub(super) fn slip(db: Db<'_>, (case, today): (&Case, NaiveDate), named: (String, FactRef)) -> Result<Document> {
    let number = case.number();
    Form {
        title: "办结单".to_owned(),
        head: vec![case.station.clone(), format!("编号：{number}")],
        parts: vec![grid(about(case)), life(case), grid(end(case, &course(db, &case.about.id)?, today))],
        signature: vec!["承办人：".to_owned(), "负责人：".to_owned(), "日期：".to_owned()],
        edition: Edition::Upward,
    }
    .document(db, named)
}

fn about(case: &Case) -> Vec<BoxRow> {
    let about = &case.about;
    let who = if case.is_suggestion() { "代表" } else { "反映人" };
    vec![
        row([
            ("类型", joined(&[Some(&about.kind), about.category.as_deref()], "，")),
            (who, case.askers(Edition::Upward)),
        ]),
        row([
            ("提出日期", about.opened_on.as_deref().map_or_else(String::new, day_text)),
            ("承办单位", case.units(&["主办", "分办", "协办"])),
        ]),
        tall("案由", case.title(), 0.0),
        tall("内容", about.words.clone(), 24.0),
    ]
}

fn life(case: &Case) -> Part {
    let rows = case.steps.iter().map(|step| {
        let what = Kind::of(&step.kind).map_or(step.kind.as_str(), |kind| kind.label(!case.is_suggestion()));
        let what = case.in_round(step).map_or_else(|| what.to_owned(), |round| format!("{what}（{round}）"));
        let who = joined(&[step.unit.as_deref(), step.by_whom.as_deref()], "，");
        vec![step.happened_on.clone(), what, who, super::says::clipped(&content(step), WORDS)]
    });
    let columns = vec![
        column("日期", 24.0, Align::Center),
        column("环节", 26.0, Align::Center),
        column("单位、经办人", 40.0, Align::Center),
        column("内容", 80.0, Align::Left),
    ];
    table(columns, rows.collect(), 0.0)
}

fn content(step: &Taken) -> String {
    let due = step.due_on.as_deref().map(|due| format!("期限{due}"));
    let due = joined(&[due.as_deref(), step.due_rule.as_deref()], "，");
    let told = [&step.route, &step.way, &step.document, &step.result, &step.grade].map(|part| part.as_deref());
    joined(&[[step.words.as_deref(), Some(due.as_str())].as_slice(), told.as_slice()].concat(), "，")
}

fn end(case: &Case, life: &Course, today: NaiveDate) -> Vec<BoxRow> {
    let (due, rule) = case.deadline();
    let kept = match life.is_late(today) {
        Some(true) => "逾期",
        Some(false) if life.owing().next().is_none() => "按期",
        _ => "办理中",
    };
    let kept = due.map_or_else(
        || "没有期限".to_owned(),
        |due| joined(&[Some(kept), Some(&format!("期限{}", day_text(due))), rule], "，"),
    );
    let told = case.steps.iter().filter(|s| s.kind == "told").map(|s| telling(case, s)).collect::<Vec<_>>().join("；");
    let told = if told.is_empty() { on_the_spot(case) } else { told };
    let last =
        |says: fn(&Taken) -> Option<&String>| case.steps.iter().rev().find_map(says).cloned().unwrap_or_default();
    let closed = case.about.closed_on.as_deref().map_or_else(|| "尚未办结".to_owned(), day_text);
    let closed = if case.is_closed() || case.about.closed_on.is_none() {
        closed
    } else {
        format!("{closed}（又重新办理）")
    };
    let three = |boxes: [(&str, String); 3]| BoxRow {
        fields: boxes.into_iter().zip([0.34, 0.33, 0.33]).map(|((label, value), w)| field(label, value, w)).collect(),
        height: 0.0,
    };
    vec![
        tall("期限", kept, 0.0),
        three([
            ("结果类别", last(|s| s.result.as_ref())),
            ("满意度", last(|s| s.grade.as_ref())),
            ("办结日期", closed),
        ]),
        tall("告知情况", told, 14.0),
    ]
}

/// Who was told, when, how and by whom.
fn telling(case: &Case, step: &Taken) -> String {
    let who = case.voters.iter().find(|v| step.raised_id.as_ref() == Some(&v.id));
    let who = match who {
        Some(voter) if !case.hides(Edition::Upward) => voter.named(),
        Some(_) => super::case::CONFIDENTIAL.to_owned(),
        None => case.askers(Edition::Upward),
    };
    let by = step.by_whom.as_deref().map(|by| format!("告知人{by}"));
    let parts =
        [Some(who.as_str()), Some(&step.happened_on), step.way.as_deref(), by.as_deref(), step.words.as_deref()];
    joined(&parts, "，")
}

/// What was answered or explained face to face needs no telling of its own.
fn on_the_spot(case: &Case) -> String {
    let step = case.steps.iter().find(|s| ["answered", "guided"].contains(&s.kind.as_str()));
    step.map_or_else(|| "尚未告知".to_owned(), |s| format!("{}当场告知{}", s.happened_on, or_empty(s.words.as_ref())))
}
