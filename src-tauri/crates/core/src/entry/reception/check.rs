//! What keeps a reception from being saved (date, a name or 匿名, words), and what only looks odd.

use chrono::NaiveDate;

use super::{ReceptionDraft, ReceptionPreview, day, id_number};
use crate::entry::checks::{counts, days, need_day};
use crate::entry::{self, Writes, is_day, performed, said};
use crate::error::{Problem, Result};
use crate::number::{self, Series};
use crate::reception::{Visit, acceptance};
use crate::store::Db;

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &ReceptionDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    need_day(&mut found, ("happened_on", "接待日期"), &draft.happened_on);
    if draft.parties.is_empty() {
        found.push(Problem::new("parties", "没有来访人，请填写姓名；不愿留名的勾选“匿名”。"));
    }
    if draft.matters.is_empty() {
        found.push(Problem::new("matters", "没有写反映的问题，请按来访人的原话填写。"));
    }
    for (at, matter) in draft.matters.iter().enumerate() {
        if matter.words.trim().is_empty() {
            found.push(Problem::new(format!("matters.{at}.words"), "没有写反映的问题，请按来访人的原话填写。"));
        }
        if matter.same_as.is_some() && matter.same_as == matter.id {
            found.push(Problem::new(format!("matters.{at}.same_as"), "不能和自己关联，请另选一件。"));
        }
        if matter.parties.iter().any(|p| *p >= draft.parties.len()) {
            found.push(Problem::new(format!("matters.{at}.parties"), "这件事的反映人不在来访人之中，请重新选择。"));
        }
    }
    counts(&mut found, 1, &[("people", "人数", draft.people)]);
    days(&mut found, &[("written_on", "来信日期", &draft.written_on)]);
    found
}

/// What saving would do, without doing it.
pub fn preview(db: Db<'_>, draft: &ReceptionDraft, today: NaiveDate) -> Result<ReceptionPreview> {
    let number = match &draft.id {
        Some(id) => db.get::<Visit>(id)?.number,
        None => number::next(db, Series::Visit, &draft.happened_on)?,
    };
    Ok(ReceptionPreview {
        problems: problems(draft),
        doubts: doubts(db, draft, today)?,
        writes: writes(db, draft)?,
        rostered: day::rostered(db, draft)?,
        number,
    })
}

/// Where the reception shows up: form 4 always, form 3 where it belongs to a reception day, form 8 there and where
/// somebody was received in person.
pub(super) fn writes(db: Db<'_>, draft: &ReceptionDraft) -> Result<Vec<Writes>> {
    let on_day = day::has_a_day(db, draft)?;
    let named = if on_day || day::in_person(draft) { draft.deputies.len() + draft.other_deputies.len() } else { 0 };
    let day = if on_day { entry::writes(&[3], "接待日") } else { Vec::new() };
    let rows = entry::writes(&[4], &format!("接待登记{}行", draft.matters.len().max(1)));
    Ok([day, rows, performed(named)].concat())
}

fn doubts(db: Db<'_>, draft: &ReceptionDraft, today: NaiveDate) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    if is_day(&draft.happened_on) && draft.happened_on > today.to_string() {
        found.push(Problem::new("happened_on", "接待日期在今天以后，请核对。"));
    }
    found.extend(day::doubt(db, draft)?);
    found.extend(speakers(draft)?);
    for (at, party) in draft.parties.iter().enumerate() {
        if let Some(doubt) = party.id_number.as_deref().and_then(id_number::doubt) {
            found.push(Problem::new(format!("parties.{at}.id_number"), doubt));
        }
        let again: Option<String> = db.value(
            include_str!("../sql/same_visitor.sql"),
            (&draft.happened_on, &party.name, draft.id.as_deref().unwrap_or_default()),
        )?;
        if let Some(number) = again {
            found.push(Problem::new(
                format!("parties.{at}.name"),
                format!("同一天已登记过这位来访人（{number}），请核对是否重复。"),
            ));
        }
        if party.phone.as_deref().is_some_and(odd_phone) {
            found.push(Problem::new(format!("parties.{at}.phone"), "电话号码位数不对，请核对。"));
        }
    }
    Ok(found)
}

/// Of those who come together only so many speak for all.
fn speakers(draft: &ReceptionDraft) -> Result<Option<Problem>> {
    let joint = acceptance::joint()?;
    let named = draft.parties.iter().filter(|p| said(p.name.as_deref()).is_some()).count();
    let message = format!("集体来访应推选代表，代表不超过{}人（{}），请核对所列来访人。", joint.most, joint.article);
    Ok((draft.joint && named > joint.most).then(|| Problem::new("parties", message)))
}

fn odd_phone(phone: &str) -> bool {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    digits > 0 && !(7..=12).contains(&digits)
}
