//! 接待通知: who receives voters where and when, what may be said there, and what a deputy does not do.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use station_table::{Document, FactRef, Letter, Paragraph};

use super::says::{day_text, letter};
use crate::activity::Activity;
use crate::activity::edit::RECEPTION_DAY;
use crate::error::Result;
use crate::register::reports_as;
use crate::site::Site;
use crate::store::Db;

/// What is received, and what not.
const SCOPE: &str =
    "对法律法规和政策实施、经济社会发展、民生实事的意见和建议，对镇人大、镇政府及其工作人员的建议、批评和意见。";

/// What every notice says (代表法 art. 59).
const REMARK: &str = "代表听取、记录并反映群众的意见和要求，不直接办理具体案件。涉法涉诉、信访等事项，请依法向有权处理的机关、单位提出。";

/// Days of the week from Monday.
const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

#[derive(Deserialize)]
struct Receives {
    name: String,
    level: Option<String>,
}

/// The notice of a reception day, or of another activity to which voters come; dated on the day of its notice, else
/// `today`.
///
/// # Errors
/// `Missing` when there is no such activity.
pub fn notice(db: Db<'_>, activity_id: &str, today: NaiveDate) -> Result<Document> {
    let activity: Activity = db.get(activity_id)?;
    let receive: Vec<Receives> = db.all(include_str!("sql/received_by.sql"), [activity_id])?;
    let phone = super::phone(db)?;
    let headed = |heading: &str, text: String| [Paragraph::Heading(heading.to_owned()), Paragraph::Text(text)];
    let reception = activity.kind_id == RECEPTION_DAY;
    let what = if reception { "代表接待选民活动" } else { &activity.title };
    let mut body = vec![Paragraph::Text(format!("现将{what}有关事项通知如下："))];
    body.extend(headed("一、时间和地点", format!("{}，{}。", when(&activity), place(db, &activity)?)));
    if reception {
        body.extend(headed("二、接待代表", names(&receive)));
        body.extend(headed("三、接待内容", SCOPE.to_owned()));
        body.extend(headed("四、有关说明", REMARK.to_owned()));
    } else {
        body.extend(headed("二、参加代表", names(&receive)));
    }
    let dated = activity.notified_on.clone().unwrap_or_else(|| today.to_string());
    let notice = Letter {
        to: "各位选民".to_owned(),
        body,
        signed: vec![reports_as(db)?],
        dated: day_text(&dated),
        notes: if phone.is_empty() { Vec::new() } else { vec![format!("联系电话：{phone}")] },
        ..Letter::default()
    };
    let fact = FactRef { kind: "activity".to_owned(), id: activity.id.clone() };
    let name = format!("{} {}", if reception { "接待选民通知" } else { "活动通知" }, activity.since);
    Ok(letter(format!("关于开展{what}的通知"), notice, (name, fact)))
}

fn when(activity: &Activity) -> String {
    let day = |text: &str| {
        let of_week = text
            .parse::<NaiveDate>()
            .ok()
            .and_then(|day| DAYS.get(usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0)));
        of_week.map_or_else(|| day_text(text), |of_week| format!("{}（星期{of_week}）", day_text(text)))
    };
    let days = if activity.until > activity.since {
        format!("{}至{}", day(&activity.since), day(&activity.until))
    } else {
        day(&activity.since)
    };
    format!("{days}{}", activity.hours.as_deref().unwrap_or_default())
}

fn place(db: Db<'_>, activity: &Activity) -> Result<String> {
    let site: Option<Site> = activity.site_id.as_deref().map(|id| db.get(id)).transpose()?;
    let address = site.as_ref().and_then(|s| s.address.clone()).map_or_else(String::new, |at| format!("（{at}）"));
    let name = site.map(|s| s.name).or_else(|| activity.place.clone()).unwrap_or_else(|| "　　　　　　".to_owned());
    Ok(format!("{name}{address}"))
}

/// By level, the highest first: `县人大代表王某；镇人大代表李某、张某`.
fn names(receive: &[Receives]) -> String {
    let mut levels: Vec<(Option<&str>, Vec<&str>)> = Vec::new();
    for who in receive {
        match levels.iter_mut().find(|(level, _)| *level == who.level.as_deref()) {
            Some((_, names)) => names.push(&who.name),
            None => levels.push((who.level.as_deref(), vec![&who.name])),
        }
    }
    let rank =
        |level: Option<&str>| crate::congress::LEVELS.iter().position(|l| Some(*l) == level).unwrap_or(usize::MAX);
    levels.sort_by_key(|(level, _)| rank(*level));
    let said = levels.iter().map(|(level, names)| {
        let title = level.map_or_else(|| "代表".to_owned(), |level| format!("{level}人大代表"));
        format!("{title}{}", names.join("、"))
    });
    let said = said.collect::<Vec<_>>().join("；");
    if said.is_empty() { "（待定）".to_owned() } else { format!("{said}。") }
}
