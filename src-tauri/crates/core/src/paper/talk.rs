//! 谈心记录: one talk on one page, with room for signatures.

use station_table::{BoxRow, Cell, Document, FactRef, Field, Grid, Look, Mask, Orientation, Part, Subject};

use crate::code::Code;
use crate::error::Result;
use crate::person::{Person, joined};
use crate::place::Place;
use crate::register::reports_as;
use crate::site::Site;
use crate::store::Db;
use crate::talk::{SIDES, Talk, TalkDeputy, TalkParty};
use crate::text::day_in_words;

/// Heights in millimetres of boxes that hold more than a line.
const TALL: f32 = 62.0;
const MIDDLE: f32 = 30.0;
const LOW: f32 = 16.0;

/// The record of a talk.
///
/// # Errors
/// `Missing` when there is no such talk.
pub fn card(db: Db<'_>, id: &str) -> Result<Document> {
    let talk: Talk = db.get(id)?;
    let signature = ["当事人（甲方）：", "当事人（乙方）：", "参与代表：", "记录人："];
    let subject = Subject {
        fact: Some(FactRef { kind: "talk".to_owned(), id: talk.id.clone() }),
        name: talk.number.clone(),
        head: vec![reports_as(db)?, format!("编号：{}", talk.number)],
        parts: vec![Part::Grid(Grid { rows: rows(db, &talk)? })],
        signature: signature.map(str::to_owned).to_vec(),
    };
    Ok(Document {
        name: format!("谈心记录 {}", talk.number),
        title: "谈心记录".to_owned(),
        look: Look::Card,
        orientation: Orientation::Portrait,
        subjects: vec![subject],
        ..Document::default()
    })
}

fn rows(db: Db<'_>, talk: &Talk) -> Result<Vec<BoxRow>> {
    let code = |id: &Option<String>| -> Result<String> {
        Ok(id.as_deref().map(|id| db.get::<Code>(id)).transpose()?.map(|c| c.label).unwrap_or_default())
    };
    let day = |day: &str| day.parse().map_or_else(|_| day.to_owned(), day_in_words);
    let when = [day(&talk.happened_on), talk.time.clone().unwrap_or_default()].join(" ");
    let site: Option<Site> = talk.site_id.as_deref().map(|id| db.get(id)).transpose()?;
    let place = site.map(|s| s.name).or_else(|| talk.place.clone()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let followed = talk.follow_up_on.as_deref().map(day).unwrap_or_default();
    Ok(vec![
        pair([("talk.number", "编号", talk.number.clone()), ("talk.date", "日期", when.trim().to_owned())]),
        pair([("talk.place", "地点", place), ("talk.kind", "矛盾类型", code(&talk.kind_id)?)]),
        whole(("talk.first", "甲方", side(db, talk, SIDES[0])?), 0.0),
        whole(("talk.second", "乙方", side(db, talk, SIDES[1])?), 0.0),
        whole(("talk.subject", "事由", talk.subject.clone()), LOW),
        whole(("talk.deputy", "参与代表", deputies(db, talk)?), 0.0),
        whole(("talk.guests", "特邀人员", text(&talk.guests)), 0.0),
        whole(("talk.process", "过程", text(&talk.process)), TALL),
        pair([("talk.result", "结果", code(&talk.result_id)?), ("talk.follow_up_on", "回访日期", followed)]),
        whole(("talk.agreement", "协议", text(&talk.agreement)), MIDDLE),
        whole(("talk.follow_up", "回访情况", text(&talk.follow_up)), LOW),
    ])
}

/// Those of a side, each with village and phone.
fn side(db: Db<'_>, talk: &Talk, side: &str) -> Result<String> {
    let mut parties: Vec<TalkParty> = db.having("talk_id", &talk.id)?;
    parties.retain(|party| party.side == side);
    parties.sort_by_key(|party| party.sort);
    let named = parties.iter().map(|party| called(db, party)).collect::<Result<Vec<_>>>()?;
    Ok(named.join("、"))
}

fn called(db: Db<'_>, party: &TalkParty) -> Result<String> {
    let place: Option<Place> = party.place_id.as_deref().map(|id| db.get(id)).transpose()?;
    let place = place.map(|p| if p.kind == "village" { format!("{}村", p.name) } else { p.name });
    let more = [place, party.phone.clone()].into_iter().flatten().collect::<Vec<_>>().join("，");
    Ok(if more.is_empty() { party.name.clone() } else { format!("{}（{more}）", party.name) })
}

fn deputies(db: Db<'_>, talk: &Talk) -> Result<String> {
    let one = |deputy: &TalkDeputy| match &deputy.person_id {
        Some(id) => db.get::<Person>(id).map(|person| person.says.name),
        None => Ok(deputy.name.clone().unwrap_or_default()),
    };
    let names = joined::of::<TalkDeputy>(db, &talk.id)?.iter().map(one).collect::<Result<Vec<_>>>()?;
    Ok(names.join("、"))
}

fn pair(boxes: [(&str, &str, String); 2]) -> BoxRow {
    BoxRow { fields: boxes.map(|said| field(said, 0.5)).to_vec(), height: 0.0 }
}

fn whole(said: (&str, &str, String), height: f32) -> BoxRow {
    BoxRow { fields: vec![field(said, 1.0)], height }
}

fn field((key, label, value): (&str, &str, String), width: f32) -> Field {
    let (key, label) = (key.to_owned(), label.to_owned());
    Field { key, label, value: Cell::text(value), width, mask: Mask::None, public: false }
}
