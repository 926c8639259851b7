//! 谈心记录: one talk on one page, with room for signatures.

use station_table::{BoxRow, Cell, Document, FactRef, Field, Grid, Look, Mask, Orientation, Part, Subject};

use crate::code::Code;
use crate::entry::talk::{TalkDraft, TalkPartyDraft, load};
use crate::error::Result;
use crate::person::Person;
use crate::register::reports_as;
use crate::site::Site;
use crate::store::Db;
use crate::talk::{SIDES, Talk};
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
    let draft = load(db, id)?;
    let signature = ["当事人（甲方）：", "当事人（乙方）：", "参与代表：", "记录人："];
    let subject = Subject {
        fact: Some(FactRef { kind: "talk".to_owned(), id: talk.id.clone() }),
        name: talk.number.clone(),
        head: vec![reports_as(db)?, format!("编号：{}", talk.number)],
        parts: vec![Part::Grid(Grid { rows: rows(db, &talk, &draft)? })],
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

fn rows(db: Db<'_>, talk: &Talk, draft: &TalkDraft) -> Result<Vec<BoxRow>> {
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
        whole(("talk.first", "甲方", side(draft, SIDES[0])), 0.0),
        whole(("talk.second", "乙方", side(draft, SIDES[1])), 0.0),
        whole(("talk.subject", "事由", talk.subject.clone()), LOW),
        whole(("talk.deputy", "参与代表", deputies(db, draft)?), 0.0),
        whole(("talk.guests", "特邀人员", text(&talk.guests)), 0.0),
        whole(("talk.process", "过程", text(&talk.process)), TALL),
        pair([("talk.result", "结果", code(&talk.result_id)?), ("talk.follow_up_on", "回访日期", followed)]),
        whole(("talk.agreement", "协议", text(&talk.agreement)), MIDDLE),
        whole(("talk.follow_up", "回访情况", text(&talk.follow_up)), LOW),
    ])
}

/// Those of a side, each with village and phone.
fn side(draft: &TalkDraft, side: &str) -> String {
    let one = |party: &TalkPartyDraft| {
        let more = [party.village.clone(), party.phone.clone()].into_iter().flatten().collect::<Vec<_>>().join("，");
        if more.is_empty() { party.name.clone() } else { format!("{}（{more}）", party.name) }
    };
    draft.parties.iter().filter(|p| p.side == side).map(one).collect::<Vec<_>>().join("、")
}

fn deputies(db: Db<'_>, draft: &TalkDraft) -> Result<String> {
    let known = draft.deputies.iter().map(|id| db.get::<Person>(id).map(|p| p.says.name));
    let names: Vec<String> = known.chain(draft.other_deputies.iter().cloned().map(Ok)).collect::<Result<_>>()?;
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
