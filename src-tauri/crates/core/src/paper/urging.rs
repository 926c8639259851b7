//! 催办函: which matter, until when it was to be answered, how late it is, and for the how manieth time it is said.

use chrono::NaiveDate;
use station_table::{Document, FactRef, Letter, Paragraph};

use super::case::{Case, Taken};
use super::says::{day_text, letter as as_document, number_or_note};
use crate::text::numeral;

pub(super) fn letter((case, step): (&Case, &Taken), (phone, named): (&str, (String, FactRef))) -> Document {
    let mut body = vec![Paragraph::Text(standing(case, step)), Paragraph::Text(asks(case, step))];
    body.extend(step.words.clone().map(Paragraph::Text));
    body.push(Paragraph::Text("特此函告。".to_owned()));
    let letter = Letter {
        number: number_or_note(step),
        to: step.unit.clone().unwrap_or_else(|| case.units(&["主办", "分办"])),
        body,
        signed: vec![case.station.clone()],
        dated: day_text(&step.happened_on),
        notes: if phone.is_empty() { Vec::new() } else { vec![format!("联系电话：{phone}")] },
        ..Letter::default()
    };
    as_document(format!("关于催办“{}”的函", case.title()), letter, named)
}

/// What was handed on, when, until when, and how things stand.
fn standing(case: &Case, step: &Taken) -> String {
    let handed = case.step(None, &["handed"]).map_or_else(String::new, |s| format!("于{}", day_text(&s.happened_on)));
    let number = case.number_in_brackets();
    let what = format!("我单位{handed}将“{}”{number}交由你单位办理", case.title());
    let (due, rule) = case.deadline();
    let Some(due) = due else {
        return format!("{what}。截至{}，尚未收到书面答复。", day_text(&step.happened_on));
    };
    let rule = rule.map_or_else(String::new, |rule| format!("（{rule}）"));
    format!("{what}，办理期限为{}{rule}。{}", day_text(due), how_late(due, &step.happened_on))
}

fn how_late(due: &str, now: &str) -> String {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let late = day(due).zip(day(now)).map_or(0, |(due, now)| (now - due).num_days());
    let now = day_text(now);
    match late {
        1.. => format!("截至{now}，已超过办理期限{late}日，尚未收到书面答复。"),
        0 => format!("办理期限于{now}届满，尚未收到书面答复。"),
        _ => format!("截至{now}，距办理期限还有{}日，尚未收到书面答复。", -late),
    }
}

fn asks(case: &Case, step: &Taken) -> String {
    let level = step.level.unwrap_or(1);
    let times = if level > 1 { format!("现第{}次催办。", numeral(level)) } else { "现予催办。".to_owned() };
    let who = if case.is_suggestion() { "代表" } else { "反映人" };
    format!(
        "{times}请你单位抓紧办理，尽快将办理情况书面答复我单位，以便告知{who}。情况复杂、不能按期办结的，请书面说明理由，\
         并按规定申请延期。"
    )
}
