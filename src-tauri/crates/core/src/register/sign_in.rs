//! 签到表: whom an activity expects, with room to sign.

use serde::Deserialize;
use station_table::{
    Align, Cell, Column, Document, FactRef, Format, Look, Mask, Orientation, Part, Row, Subject, Table,
};

use super::{BLANK_HEIGHT, paper, reports_as};
use crate::activity::Activity;
use crate::error::Result;
use crate::site::Site;
use crate::store::Db;
use crate::text::day_in_words;

/// So many names stand in one column; more stand in two.
const ONE_COLUMN: usize = 22;

#[derive(Deserialize)]
struct Expected {
    name: String,
    sits_in: i64,
    levels: Option<String>,
    team: Option<String>,
}

/// The sign-in sheet of an activity.
///
/// # Errors
/// `Missing` when there is no such activity.
pub fn sheet(db: Db<'_>, activity_id: &str) -> Result<Document> {
    let activity: Activity = db.get(activity_id)?;
    let expected: Vec<Expected> = db.all(include_str!("sql/sign_in.sql"), [activity_id])?;
    let two = expected.len() > ONE_COLUMN;
    let subject = Subject {
        fact: Some(FactRef { kind: "activity".to_owned(), id: activity.id.clone() }),
        name: String::new(),
        head: head(db, &activity, expected.iter().filter(|who| who.sits_in == 0).count())?,
        parts: vec![Part::Table(table(&expected, two))],
        signature: vec!["记录人：".to_owned(), "实到：　　　　人".to_owned()],
    };
    let title = format!("{}签到表", activity.title);
    let document = Document {
        name: title.clone(),
        title,
        look: Look::List,
        orientation: Orientation::Portrait,
        subjects: vec![subject],
        ..Document::default()
    };
    Ok(Document { page: Some(paper::page(db, &document)?), ..document })
}

fn head(db: Db<'_>, activity: &Activity, expected: usize) -> Result<Vec<String>> {
    let day = activity.since.parse().map_or_else(|_| activity.since.clone(), day_in_words);
    let when = [Some(day), activity.hours.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let site: Option<Site> = activity.site_id.as_deref().map(|id| db.get(id)).transpose()?;
    let place = site.map(|site| site.name).or_else(|| activity.place.clone()).unwrap_or_default();
    let organiser = match &activity.organiser {
        Some(organiser) => organiser.clone(),
        None => reports_as(db)?,
    };
    Ok(vec![format!("{organiser}　{when}"), format!("地点：{place}"), format!("应到{expected}人")])
}

/// One column of names, or two side by side, numbered line by line: whoever holds one page has neighbours together.
fn table(expected: &[Expected], two: bool) -> Table {
    let across = if two { 2 } else { 1 };
    let deep = expected.len().div_ceil(across);
    let rows = (0..deep).map(|at| {
        let cells = (0..across).flat_map(|column| {
            let place = at * across + column;
            cells(place, expected.get(place))
        });
        Row { fact: None, cells: cells.collect() }
    });
    let columns = (0..across).flat_map(|at| columns(at, two));
    Table { columns: columns.collect(), rows: rows.collect(), row_height: BLANK_HEIGHT, ..Table::default() }
}

fn cells(place: usize, expected: Option<&Expected>) -> [Cell; 5] {
    let Some(who) = expected else { return [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty] };
    let belongs = [who.levels.as_deref(), who.team.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("/");
    let note = if who.sits_in != 0 { "列席" } else { "" };
    let number = i64::try_from(place).unwrap_or(0) + 1;
    [Cell::Number(number), Cell::text(&who.name), Cell::text(belongs), Cell::Empty, Cell::text(note)]
}

fn columns(at: usize, two: bool) -> [Column; 5] {
    let column = |key: &str, label: &str, width: f32, format| Column {
        key: format!("{key}.{at}"),
        label: label.to_owned(),
        heading: None,
        width,
        align: Align::Center,
        format,
        mask: Mask::None,
        public: true,
    };
    let sign = if two { 20.0 } else { 44.0 };
    [
        column("seq", "序号", 9.0, Format::Number),
        column("name", "姓名", 18.0, Format::Text),
        column("belongs", "层级/小组", 24.0, Format::Text),
        column("signed", "签名", sign, Format::Text),
        column("note", "备注", 11.0, Format::Text),
    ]
}
