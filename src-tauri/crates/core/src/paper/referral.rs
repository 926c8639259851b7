//! 引导告知单 and 转办告知单: what the voter takes home — to which office, why and by which article, or who handles it now.

use serde::Deserialize;
use station_table::{Document, Edition, FactRef, Letter, Paragraph};

use super::case::{CONFIDENTIAL, Case, Taken};
use super::says::{day_text, letter, number_or_note};
use crate::error::{Error, Result};

/// What belongs elsewhere, and why.
#[derive(Deserialize)]
struct Guide {
    route: String,
    belongs: String,
    reason: String,
    article: String,
    office: String,
}

#[derive(Deserialize)]
struct File {
    guide: Vec<Guide>,
}

/// What ships of it for a way of handling, `route.petition`.
fn guide(route: Option<&str>) -> Result<Option<Guide>> {
    let file: File = toml::from_str(include_str!("../../../../../assets/papers/guides.toml"))
        .map_err(|e| Error::BadAsset(e.to_string()))?;
    Ok(file.guide.into_iter().find(|guide| Some(guide.route.as_str()) == route))
}

pub(super) fn slip((case, step): (&Case, &Taken), (phone, named): (&str, (String, FactRef))) -> Result<Document> {
    let (title, body) = if step.kind == "handed" {
        ("转办告知单", handed(case, step))
    } else {
        ("引导告知单", guided(case, step)?)
    };
    let slip = Letter {
        number: if step.kind == "guided" { number_or_note(step) } else { String::new() },
        to: addressed(case),
        body: body.into_iter().map(Paragraph::Text).collect(),
        signed: vec![case.desk.clone()],
        dated: day_text(&step.happened_on),
        notes: if phone.is_empty() { Vec::new() } else { vec![format!("联系电话：{phone}")] },
        ..Letter::default()
    };
    Ok(letter(title.to_owned(), slip, named))
}

/// The slip leaves the station in the voter's own hand, who may lose it.
fn addressed(case: &Case) -> String {
    let who = case.askers(Edition::Upward);
    if who.is_empty() || who == CONFIDENTIAL { "反映人".to_owned() } else { who }
}

fn raised(case: &Case) -> String {
    let day = case.about.opened_on.as_deref().map_or_else(String::new, |day| format!("于{}", day_text(day)));
    format!("您{day}反映的“{}”{}收悉。", case.title(), case.number_in_brackets())
}

fn guided(case: &Case, step: &Taken) -> Result<Vec<String>> {
    let guide = guide(step.route_id.as_deref())?;
    let office = step.unit.clone().or_else(|| guide.as_ref().map(|g| g.office.clone()));
    let office = office.unwrap_or_else(|| "　　　　　　　　".to_owned());
    let why = guide.map_or_else(String::new, |g| format!("该事项{}，{}（{}）。", g.belongs, g.reason, g.article));
    let mut body = vec![format!("{}{why}请您向{office}反映。", raised(case))];
    body.extend(step.words.as_ref().map(|words| format!("说明：{words}")));
    body.push("代表联络站听取和反映群众意见，不直接办理具体案件。特此告知。".to_owned());
    Ok(body)
}

fn handed(case: &Case, step: &Taken) -> Vec<String> {
    let unit = step.unit.clone().unwrap_or_else(|| case.units(&["主办", "分办"]));
    let until = step.due_on.as_deref().map_or_else(String::new, |day| {
        let rule = step.due_rule.as_deref().map_or_else(String::new, |rule| format!("（{rule}）"));
        format!("，办理期限为{}{rule}", day_text(day))
    });
    vec![
        format!("{}我站已于{}转交{unit}办理{until}。", raised(case), day_text(&step.happened_on)),
        "办理结果由我站向您反馈。特此告知。".to_owned(),
    ]
}
