//! 代表建议: known by its number, else by title and date.

use std::collections::HashMap;

use serde::Deserialize;

use super::course::{Course, Planned};
use super::handing::{Handing, units};
use super::people::named::{self, People, lay_names};
use super::people::{Hints, Roster};
use super::preview::Where;
use super::row::Row;
use super::said::Overlay;
use super::{Import, Rows};
use crate::congress::edit::{session_of, term_of};
use crate::entry::matter::{MatterDraft, load, save};
use crate::error::Result;
use crate::matter::Matter;
use crate::matter::rules::Kind;

/// The taking in of suggestions.
pub(super) struct Suggestions {
    roster: Roster,
    by_number: HashMap<String, String>,
    by_title: HashMap<(String, String), String>,
    /// Rows of this import by the matter that they gave.
    met: HashMap<String, Where>,
}

/// What deputies raise.
const KINDS: [&str; 4] = ["建议", "批评", "意见", "议案"];

#[derive(Debug, Deserialize)]
struct Standing {
    id: String,
    number: Option<String>,
    title: Option<String>,
    words: Option<String>,
    submitted_on: Option<String>,
}

impl Suggestions {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        let db = import.tx.db();
        let (by_number, by_title, met) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut all = Self { roster: Roster::load(db)?, by_number, by_title, met };
        for s in db.all::<Standing>(include_str!("sql/suggestions.sql"), [])? {
            let title = s.title.or(s.words).unwrap_or_default();
            all.remember(s.id, s.number.as_deref(), (title, s.submitted_on.unwrap_or_default()));
        }
        Ok(all)
    }

    fn remember(&mut self, id: String, number: Option<&str>, (title, date): (String, String)) {
        if let Some(number) = number.filter(|n| session_in(n).is_some()) {
            self.by_number.insert(number.to_owned(), id.clone());
        }
        self.by_title.insert((title, date), id);
    }
}

/// Term and session in a number like 5-3-001.
fn session_in(number: &str) -> Option<(i64, i64)> {
    let parts: Vec<i64> = number.split('-').map(|p| p.parse().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [term, session, _] if *term > 0 && *session > 0 => Some((*term, *session)),
        _ => None,
    }
}

impl Rows for Suggestions {
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let Some(title) = row.text("title") else { return Ok(()) };
        let Some(date) = date(import, row) else { return Ok(()) };
        let number = row.text("no").map(|n| n.replace(['－', '—', '–', '﹣'], "-"));
        let numbered = number.as_ref().and_then(|n| self.by_number.get(n));
        let standing = numbered.or_else(|| self.by_title.get(&(title.clone(), date.clone()))).cloned();
        let mut overlay = self.overlay(import, row, standing.as_deref());
        let mut draft = match &standing {
            Some(id) => load(import.tx.db(), id)?,
            None => MatterDraft { kind: "建议".to_owned(), submitted_on: date.clone(), ..MatterDraft::default() },
        };
        overlay.text(row.at("no"), &mut draft.number, number.clone());
        overlay.text(row.at("title"), &mut draft.title, Some(title.clone()));
        if overlay.takes(row.at("submitted"), Some(&draft.submitted_on), &date) {
            draft.submitted_on.clone_from(&date);
        }
        lay(import, row, (&mut draft, &mut overlay))?;
        self.lay_deputies(import, row, (&mut draft, &mut overlay))?;
        let id = match &standing {
            Some(id) if !overlay.changed() && !overlay.added => id.clone(),
            _ => save(import.tx, &draft)?.id,
        };
        lay_session(import, (&id, number.as_deref()), &mut overlay)?;
        go_on(import, row, (&id, &mut overlay))?;
        let label = [number.clone(), Some(title.clone())].into_iter().flatten().collect::<Vec<_>>().join(" ");
        overlay.say(&mut import.said, ("建议", &label), standing.is_none().then(|| row.whole()));
        self.met.insert(id.clone(), row.whole());
        self.remember(id, number.as_deref(), (title, date));
        Ok(())
    }
}

impl Suggestions {
    fn overlay(&self, import: &mut Import<'_, '_>, row: &Row<'_>, standing: Option<&str>) -> Overlay {
        let Some(at) = standing.and_then(|id| self.met.get(id)) else { return Overlay::correcting() };
        let message = format!("与第{}行是同一件建议，没有另外登记；请核对。", at.row);
        import.said.kept(row.whole(), None, message);
        Overlay::filling()
    }

    fn lay_deputies(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (draft, overlay): (&mut MatterDraft, &mut Overlay),
    ) -> Result<()> {
        let (lead, other_lead) = self.deputies(import, row, ("lead", &draft.lead, &draft.submitted_on));
        let (co, other_co) = self.deputies(import, row, ("co", &draft.co, &draft.submitted_on));
        lay_names(
            import.tx.db(),
            overlay,
            (row.at("lead"), (lead, other_lead)),
            (&mut draft.lead, &mut draft.other_lead),
        )?;
        lay_names(import.tx.db(), overlay, (row.at("co"), (co, other_co)), (&mut draft.co, &mut draft.other_co))
    }

    fn deputies(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (field, linked, day): (&str, &[String], &str),
    ) -> People {
        let hints = Hints { field, day, phone: None, linked };
        named::split(&named::all(&self.roster, import, (row, hints)))
    }
}

/// 提出日期; where the file has none, the first day that it knows of the matter.
fn date(import: &mut Import<'_, '_>, row: &Row<'_>) -> Option<String> {
    import.doubt_future(row, "submitted");
    if let Some(day) = row.day("submitted") {
        return Some(day);
    }
    let other = row.day("handed").or_else(|| row.day("replied"));
    match &other {
        Some(day) => import.said.kept(row.at("submitted"), None, format!("没有提出日期，暂按{day}登记；请补正。")),
        None => import.said.left_out(row.at("submitted"), None, "没有提出日期，这一行没有导入；请补上日期。"),
    }
    other
}

/// Days that stand in no order of a life.
fn doubt_days(import: &mut Import<'_, '_>, row: &Row<'_>) {
    let (submitted, handed, replied) = (row.day("submitted"), row.day("handed"), row.day("replied"));
    let earlier = |a: &Option<String>, b: &Option<String>| a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| a < b);
    if earlier(&handed, &submitted) {
        import.said.kept(row.at("handed"), row.raw("handed"), "交办日期早于提出日期；请核对。");
    }
    if earlier(&replied, &handed) || earlier(&replied, &submitted) {
        import.said.kept(row.at("replied"), row.raw("replied"), "答复日期早于交办或提出日期；请核对。");
    }
}

fn lay(import: &mut Import<'_, '_>, row: &Row<'_>, (draft, overlay): (&mut MatterDraft, &mut Overlay)) -> Result<()> {
    if let Some(kind) = row.code("type").map(|c| c.label.as_str()) {
        if !KINDS.contains(&kind) {
            import.said.kept(row.at("type"), Some(kind), "不认识这个类型，按建议登记；请核对。");
        } else if overlay.takes(row.at("type"), Some(&draft.kind), kind) {
            kind.clone_into(&mut draft.kind);
        }
    }
    overlay.text(row.at("content"), &mut draft.words, row.text("content"));
    import.lay_code(overlay, (row.at("category"), "category"), (&mut draft.category_id, row.code("category")))?;
    let source = row.text("source").map(|s| format!("来源：{s}"));
    let note = [row.text("note"), source].into_iter().flatten().collect::<Vec<_>>().join("；");
    overlay.text(row.at("note"), &mut draft.note, Some(note).filter(|n| !n.is_empty()));
    let written =
        row.code("period").map(|c| c.label.clone()).filter(|p| ["会议期间", "闭会期间"].contains(&p.as_str()));
    let of_session = row.text("no").filter(|n| session_in(n).is_some() && draft.period.is_none());
    overlay.text(row.at("period"), &mut draft.period, written.or(of_session.map(|_| "会议期间".to_owned())));
    Ok(())
}

/// 5-3-001 belongs to the third session of the fifth term.
fn lay_session(import: &mut Import<'_, '_>, (id, number): (&str, Option<&str>), overlay: &mut Overlay) -> Result<()> {
    let Some((term, session)) = number.and_then(session_in) else { return Ok(()) };
    let matter: Matter = import.tx.db().get(id)?;
    if matter.session_id.is_some() {
        return Ok(());
    }
    let term_id = term_of(import.tx, &import.level.clone(), term)?;
    let session_id = Some(session_of(import.tx, &term_id, session)?);
    overlay.added = true;
    import.tx.update(&Matter { session_id, ..matter })
}

/// To whom it was handed on, the reply, and with a grade the telling and closing on the day of the reply.
fn go_on(import: &mut Import<'_, '_>, row: &Row<'_>, (matter_id, overlay): (&str, &mut Overlay)) -> Result<()> {
    doubt_days(import, row);
    let (unit, co_units) = units(import, row);
    let (day, due) = (row.day("handed"), row.day("deadline"));
    let handing = Handing { day, unit, co_units, handler: None, due };
    handing.lay(import, row, (matter_id, overlay))?;
    let (replied, grade) = (import.closing_day(row, "replied"), row.code("satisfied"));
    let planned = |kind, day: &Option<String>, key| day.clone().map(|day| Planned { kind, day, key });
    let closed = replied.clone().filter(|_| grade.is_some());
    let steps = [
        planned(Kind::Replied, &replied, Some("replied")),
        planned(Kind::Told, &closed, None),
        planned(Kind::Closed, &closed, None),
    ];
    let course = Course {
        steps: steps.into_iter().flatten().collect(),
        anchor: Some(Kind::Replied),
        grade,
        result: row.code("result"),
        document: row.text("document"),
        words: row.text("outcome"),
    };
    course.follow(import, row, (matter_id, overlay))
}
