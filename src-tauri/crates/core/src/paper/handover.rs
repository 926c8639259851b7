//! 交办单, of what voters said 转办单: what is handed to a unit, until when and by which rule; under it the receipt that the unit signs.

use station_table::{BoxRow, Document, Edition, FactRef};

use super::case::{Case, Taken};
use super::says::{BY_HAND, Form, day_or_room, day_text, grid, joined, line, number_or_note, or_empty, row, tall};
use crate::deadline::Kind;
use crate::error::Result;
use crate::matter::HEARD;
use crate::matter::clock::Law;
use crate::matter::rules::Kind as Step;
use crate::store::Db;

pub(super) fn slip(db: Db<'_>, (case, step): (&Case, &Taken), named: (String, FactRef)) -> Result<Document> {
    let what = match case.about.kind.as_str() {
        HEARD => "社情民意转办单",
        "议案" => "代表议案交办单",
        _ => "代表建议、批评和意见交办单",
    };
    let number = number_or_note(step);
    let mut rows = about(case, step);
    rows.extend(order(db, case, step)?);
    Form {
        title: what.to_owned(),
        head: vec![case.station.clone(), format!("编号：{number}")],
        parts: vec![grid(rows), line("以下由承办单位填写，签收后交回。"), grid(receipt(case, step))],
        signature: Vec::new(),
        edition: Edition::Upward,
    }
    .document(db, named)
}

/// Units are those of its round; a unit that gave the matter back keeps the slip that was written to it.
fn about(case: &Case, step: &Taken) -> Vec<BoxRow> {
    let about = &case.about;
    let main = match &step.unit {
        Some(unit) if step.given_back => unit.clone(),
        _ => case.units_of(step.round, &["主办", "分办"]),
    };
    let mut rows = vec![
        row([("主办单位", main), ("协办单位", case.units_of(step.round, &["协办"]))]),
        row([
            ("事项编号", case.number().to_owned()),
            ("类别", joined(&[Some(&about.kind), about.category.as_deref()], "，")),
        ]),
    ];
    if case.is_suggestion() {
        rows.push(row([("领衔代表", case.names("领衔")), ("附议代表", case.names("附议"))]));
    }
    if !case.voters.is_empty() {
        let edition = Edition::Upward;
        rows.push(tall("反映人", case.voters_shown(edition), 0.0));
        rows.push(row([("住址", case.villages(edition)), ("联系电话", case.voter_phones(edition))]));
    }
    rows.push(tall("案由", case.title(), 0.0));
    rows.push(tall("反映内容", about.words.clone(), 52.0));
    rows
}

/// What is asked, until when, and until when it may be given back.
fn order(db: Db<'_>, case: &Case, step: &Taken) -> Result<Vec<BoxRow>> {
    let act = Step::Handed.label(!case.is_suggestion());
    let asks = "请按期办理，并将办理情况书面答复。";
    let mut rows = vec![
        tall(&format!("{act}意见"), step.words.as_deref().unwrap_or(asks), 20.0),
        row([
            (format!("{act}日期").as_str(), day_text(&step.happened_on)),
            ("办理期限", day_or_room(step.due_on.as_deref())),
        ]),
        tall("期限依据", or_empty(step.due_rule.as_ref()), 0.0),
    ];
    rows.extend(may_be_returned(db, case, step)?.map(|words| tall("退办", words, 0.0)));
    rows.push(row([
        (format!("{act}单位（盖章）").as_str(), String::new()),
        (format!("{act}人").as_str(), or_empty(step.by_whom.as_ref())),
    ]));
    Ok(rows)
}

/// Until when a unit may say that it is not its matter; none where its answer is due no later.
fn may_be_returned(db: Db<'_>, case: &Case, step: &Taken) -> Result<Option<String>> {
    let Ok(from) = step.happened_on.parse() else { return Ok(None) };
    let kind = if case.about.petition { Kind::PetitionObject } else { Kind::Return };
    let until = Law::load(db)?.due(kind, from, &[])?;
    if step.due_on.as_ref().is_some_and(|due| *due <= until.date.to_string()) {
        return Ok(None);
    }
    // The articles are about suggestions; what voters say is handled in their likeness.
    let likeness = if case.is_suggestion() || case.about.petition { "" } else { "参照" };
    let (day, reason) = (day_text(&until.date.to_string()), until.reason());
    Ok(Some(format!("不属本单位职责的，请于{day}前说明理由退回（{likeness}{reason}）。")))
}

fn receipt(case: &Case, step: &Taken) -> Vec<BoxRow> {
    let number = joined(&[step.document.as_deref(), Some(&case.title())], " ");
    let mut rows = vec![
        tall("签收回执", number, 0.0),
        row([("签收单位（盖章）", or_empty(step.unit.as_ref())), ("签收日期", BY_HAND.to_owned())]),
        row([("签收人", String::new()), ("承办人及电话", or_empty(step.handler.as_ref()))]),
    ];
    rows[1].height = 14.0;
    rows
}
