//! 答复函: the frame in which a unit answers; what is known of its answer stands in it, the rest is room to write.

use station_table::{Document, Edition, FactRef, Letter, Paragraph};

use super::case::{Case, Taken};
use super::says::{BY_HAND, day_text, letter as as_document};

/// Lines left free for an answer that is not known yet.
const ROOM: usize = 5;

pub(super) fn frame((case, step): (&Case, Option<&Taken>), named: (String, FactRef)) -> Document {
    let unit = step.and_then(|s| s.unit.clone()).unwrap_or_else(|| case.units(&["主办", "分办"]));
    let result = step.and_then(|s| s.result.as_deref()).unwrap_or("　　");
    let number = step.and_then(|s| s.document.clone()).unwrap_or_else(|| "　　　〔　　　〕　　号".to_owned());
    let letter = Letter {
        mark: format!("答复类别：{result}"),
        number,
        to: to(case),
        body: body(case, step),
        signed: vec![if unit.is_empty() { "（承办单位）".to_owned() } else { unit }],
        dated: step.map_or_else(|| BY_HAND.to_owned(), |s| day_text(&s.happened_on)),
        notes: vec![contact(case, step)],
        copies: if case.is_suggestion() { case.station.clone() } else { String::new() },
        ..Letter::default()
    };
    let about = if case.title().starts_with("关于") { "对" } else { "关于" };
    as_document(format!("{about}“{}”的答复", case.title()), letter, named)
}

/// A suggestion is answered to the deputies who lead; what voters say, to the station, which tells them.
fn to(case: &Case) -> String {
    let lead = case.names("领衔");
    if case.is_suggestion() && !lead.is_empty() { format!("{lead}代表") } else { case.station.clone() }
}

fn body(case: &Case, step: Option<&Taken>) -> Vec<Paragraph> {
    let (title, number) = (case.title(), case.number_in_brackets());
    let opening = if case.is_suggestion() {
        format!("您提出的“{title}”{number}收悉。经研究，现答复如下：")
    } else {
        let who = case.voters_shown(Edition::Upward);
        format!("你单位转来{who}反映的“{title}”{number}收悉。经研究办理，现将情况答复如下：")
    };
    let mut body = vec![Paragraph::Text(opening)];
    match step.and_then(|s| s.words.as_deref()) {
        Some(words) => body.push(Paragraph::Text(words.to_owned())),
        None => body.extend(vec![Paragraph::Blank; ROOM]),
    }
    if let Some(promised) = step.and_then(|s| s.promised.as_deref()) {
        let until = step.and_then(|s| s.promised_on.as_deref()).map(day_text);
        let until = until.map_or_else(String::new, |day| format!("（{day}前）"));
        body.push(Paragraph::Text(format!("承诺事项{until}：{promised}")));
    }
    if case.is_suggestion() {
        body.push(Paragraph::Text("感谢您对我们工作的关心和支持，欢迎继续提出宝贵意见。".to_owned()));
    }
    body
}

fn contact(case: &Case, step: Option<&Taken>) -> String {
    let handed = case.step(None, &["handed"]);
    let of = |says: fn(&Taken) -> Option<&String>| [step, handed].into_iter().flatten().find_map(says).cloned();
    let person = of(|s| s.handler.as_ref().or(s.contact_person.as_ref())).unwrap_or_else(|| "　　　　".to_owned());
    let phone = of(|s| s.unit_phone.as_ref()).unwrap_or_else(|| "　　　　　　".to_owned());
    format!("联系人：{person}　电话：{phone}")
}
