//! Blank forms to be filled in by hand: one register, or the bound set of a deputy with a cover.

use chrono::NaiveDate;
use station_table::{BoxRow, Cell, Document, Field, Grid, Look, Mask, Orientation, Part, Subject};

use super::answers::{Answers, answer};
use super::build::Builder;
use super::layout::{Holds, Layout};
use super::query::Record;
use super::{Laid, RegisterAsk, given, paper, reports_as, set, words};
use crate::error::Result;
use crate::person::Person;
use crate::store::Db;
use crate::text::Span;

/// Rows of a table that stands beside the main one, or on a card.
const FEW: usize = 3;
/// More rows than anybody fills in.
const MOST: i64 = 500;

/// One register with so many empty rows; of a deputy with their name.
pub(super) fn form(db: Db<'_>, laid: &Laid, (ask, rows): (&RegisterAsk, i64), today: NaiveDate) -> Result<Document> {
    let span = (!ask.from.is_empty()).then(|| Span::read(&ask.from, &ask.to)).transpose()?;
    let mut words = words(db, laid, ask, span)?;
    let person: Option<Person> = ask.person_id.as_deref().map(|id| db.get(id)).transpose()?;
    let listed = person.as_ref().filter(|_| laid.layout.look == Look::List);
    words.insert("deputy", listed.map_or_else(String::new, |p| format!("代表姓名：{}", p.says.name)));
    let rows = usize::try_from(rows.clamp(1, MOST)).unwrap_or(FEW);
    let answers = empty(&laid.layout, &subjects(db, laid, ask, today)?, rows);
    let edition = ask.edition.unwrap_or_default();
    let document =
        Builder { layout: &laid.layout, edition, printed: true, answers: &answers, words: &words, blank: true }
            .document()?;
    Ok(Document { page: Some(paper::page(db, &document)?), ..document })
}

/// Who or what the pages are for: of a deputy what is known beforehand, a card with the name only; else one empty page.
fn subjects(db: Db<'_>, laid: &Laid, ask: &RegisterAsk, today: NaiveDate) -> Result<Vec<Record>> {
    let known = match laid.layout.subjects.as_deref().filter(|_| ask.person_id.is_some()) {
        Some(query) => {
            let day = today.to_string();
            let ask =
                RegisterAsk { from: day.clone(), to: day, person_id: ask.person_id.clone(), ..RegisterAsk::default() };
            answer(db, laid, query, &given(db, &ask, Holds::LastDay, today)?)?
        }
        None => Vec::new(),
    };
    let known = known.into_iter().map(|record| if laid.layout.look == Look::Card { named(&record) } else { record });
    let known: Vec<Record> = known.collect();
    Ok(if known.is_empty() { vec![Record::default()] } else { known })
}

/// The name alone, since the rest is what the deputy writes.
fn named(record: &Record) -> Record {
    let kept = ["fact_kind", "fact_id", "person.name"];
    Record(
        record.0.iter().filter(|(key, _)| kept.contains(&key.as_str())).map(|(k, v)| (k.clone(), v.clone())).collect(),
    )
}

/// Empty rows for every table of every page.
fn empty(layout: &Layout, subjects: &[Record], rows: usize) -> Answers {
    let mut answers = Answers::new();
    for (at, table) in layout.tables().enumerate() {
        let count = if at == 0 && layout.look != Look::Card { rows } else { FEW };
        let of = |subject: &Record| {
            let mut row = Record::default();
            if let Some(id) = subject.0.get("fact_id") {
                row.0.insert("subject_id".to_owned(), id.clone());
            }
            vec![row; count]
        };
        answers.insert(table.query.clone(), subjects.iter().flat_map(of).collect());
    }
    if let Some(query) = &layout.subjects {
        answers.insert(query.clone(), subjects.to_vec());
    }
    answers
}

/// The bound set of a deputy: a cover, then the forms, which name the deputy.
///
/// # Errors
/// `Missing` when there is no such person, `Problems` when there is no such set.
pub fn bound(db: Db<'_>, ask: &RegisterAsk, period: &str, forms: Vec<Document>) -> Result<Vec<Document>> {
    let set = set::chosen(db, ask.set_id.as_deref())?;
    let person: Person = db.get(ask.person_id.as_deref().unwrap_or_default())?;
    let mut all = vec![cover(db, set.shipped.then_some(set.name.as_str()), (&person, period), &forms)?];
    all.extend(forms);
    Ok(all)
}

fn cover(db: Db<'_>, set: Option<&str>, (person, period): (&Person, &str), forms: &[Document]) -> Result<Document> {
    let boxed = |key: &str, label: &str, value: &str| {
        let field = Field {
            key: key.to_owned(),
            label: label.to_owned(),
            value: Cell::text(value),
            width: 1.0,
            mask: Mask::None,
            public: true,
        };
        BoxRow { fields: vec![field], height: 14.0 }
    };
    let rows = vec![
        boxed("person.name", "代表姓名", &person.says.name),
        boxed("cover.period", "时间", period),
        boxed("cover.unit", "单位", &reports_as(db)?),
        boxed("cover.given", "领取日期", ""),
        boxed("cover.returned", "交回日期", ""),
    ];
    let titles = (1..).zip(forms).map(|(at, form)| Part::Line { text: format!("{at}. {}", form.title) });
    let subject = Subject {
        fact: None,
        name: String::new(),
        head: Vec::new(),
        parts: std::iter::once(Part::Grid(Grid { rows })).chain(titles).collect(),
        signature: Vec::new(),
    };
    // What a station calls a set of its own is no title.
    let title = set.map_or_else(|| "人大代表履职登记".to_owned(), |set| format!("人大代表履职登记（{set}）"));
    let (look, orientation) = (Look::Card, Orientation::Portrait);
    let name = format!("{title} {}", person.says.name);
    let document = Document { name, title, look, orientation, subjects: vec![subject], ..Document::default() };
    Ok(Document { page: Some(paper::page(db, &document)?), ..document })
}
