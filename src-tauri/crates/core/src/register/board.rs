//! 信息公示栏: who sits, for the wall: photo, name, unit, post, constituency, and contact as the station allows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use station_table::{Card, Cards, Document, Edition, Look, Orientation, PageSays, Paper, Part, Subject};

use super::answers::in_order;
use super::layout::Holds;
use super::paper::{self, BoardContact, PaperSetting};
use super::query::{Record, rows};
use super::shipped::DEPUTIES;
use super::{RegisterAsk, given, reports_as};
use crate::deputy::order::Order;
use crate::error::Result;
use crate::store::Db;
use crate::text::day_in_words;

/// Which board is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct BoardAsk {
    /// A4 or A3.
    #[cfg_attr(feature = "bindings", ts(type = "'A4' | 'A3'"))]
    pub size: Paper,
    /// Order of the deputies.
    pub order: Order,
    /// Only of that level.
    pub level: Option<String>,
    /// Only of that group.
    pub team_id: Option<String>,
    /// Only who belongs to that site or was on duty there this year.
    pub site_id: Option<String>,
}

/// The board of the day.
///
/// # Errors
/// Those of the store.
pub fn board(db: Db<'_>, ask: &BoardAsk, today: NaiveDate) -> Result<Document> {
    let setting = paper::load(db)?;
    let sitting = in_order(db, sitting(db, ask, today)?, ask.order)?;
    let cards = sitting.iter().map(|record| card(record, &setting)).collect();
    let across = if ask.size == Paper::A3 { 7 } else { 5 };
    let station = db.setting("name")?.unwrap_or_default();
    let mut head = vec![format!("公示单位：{}", reports_as(db)?), format!("截至：{}", day_in_words(today))];
    head.push(ask.order.label(setting.two_character_names).to_owned());
    if setting.board_contact == BoardContact::Station {
        head.push(format!("联系电话：{}", setting.board_phone.trim()));
    }
    let parts = vec![Part::Cards(Cards { across, cards })];
    let subject = Subject { fact: None, name: String::new(), head, parts, signature: Vec::new() };
    Ok(Document {
        name: format!("人大代表信息公示栏（{}）", if ask.size == Paper::A3 { "A3" } else { "A4" }),
        title: format!("{station}代表信息公示栏"),
        look: Look::Card,
        orientation: Orientation::Portrait,
        edition: Edition::Public,
        subjects: vec![subject],
        page: Some(PageSays { paper: ask.size, ..setting.portrait }),
        ..Document::default()
    })
}

fn sitting(db: Db<'_>, ask: &BoardAsk, today: NaiveDate) -> Result<Vec<Record>> {
    let from = format!("{}-01-01", today.format("%Y"));
    let (team_id, site_id) = (ask.team_id.clone(), ask.site_id.clone());
    let asked = RegisterAsk { from, to: today.to_string(), team_id, site_id, ..RegisterAsk::default() };
    let mut found = rows(db, DEPUTIES.1, &given(db, &asked, Holds::LastDay, today)?)?;
    found.retain(|record| {
        let levels = record.text("mandate.levels").unwrap_or_default();
        ask.level.as_deref().is_none_or(|level| levels.split('、').any(|of| of == level))
    });
    Ok(found)
}

/// Name; unit and post; levels and constituency; the telephone, where the station shows it.
fn card(record: &Record, setting: &PaperSetting) -> Card {
    let text = |key: &str| record.text(key).map(str::to_owned);
    let levels = text("mandate.levels").map(|levels| format!("{levels}代表"));
    let seat = [levels, text("mandate.constituency")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let phone = text("person.phone").filter(|_| setting.board_contact == BoardContact::Phone);
    let lines = [text("person.name"), text("person.unit"), text("person.post"), Some(seat), phone];
    let lines = lines.into_iter().flatten().filter(|line| !line.is_empty()).collect();
    Card { picture: text("person.photo"), lines }
}
