//! Visits and letters, what is like them, where what was raised belongs, and reception days.

use station_core::Op;
use station_core::activity::search::{DayRow, days as days_between};
use station_core::entry::Saved;
use station_core::entry::day::{self, DayDraft};
use station_core::entry::reception::{self as entry, ReceptionDraft, ReceptionPreview};
use station_core::reception::acceptance::{self, Advice, AdviceAsk};
use station_core::reception::search::{self, Filter, VisitRow};
use station_core::reception::setting::{self, IntakeSetting};
use station_core::reception::similar::{self, Similar, SimilarAsk};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::{Between, OfFact};

/// Visits, the newest first.
pub fn visits(opened: &mut Opened, ask: Filter) -> Result<Vec<VisitRow>, Failure> {
    Ok(search::visits(opened.db(), &ask)?)
}

/// One reception as it was entered.
pub fn reception(opened: &mut Opened, ask: OfFact) -> Result<ReceptionDraft, Failure> {
    Ok(entry::load(opened.db(), &ask.id)?)
}

/// What saving would do.
pub fn preview_reception(opened: &mut Opened, draft: ReceptionDraft) -> Result<ReceptionPreview, Failure> {
    Ok(entry::preview(opened.db(), &draft, opened.today())?)
}

/// Saves a reception.
pub fn save_reception(opened: &mut Opened, typed: ReceptionDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = entry::save(tx, &typed)?;
        Ok((Op::SaveReception { number: saved.number.clone().unwrap_or_default() }, saved))
    })
}

/// Earlier visits and matters that what is being typed may repeat.
pub fn similar(opened: &mut Opened, ask: SimilarAsk) -> Result<Vec<Similar>, Failure> {
    Ok(similar::similar(opened.db(), &ask)?)
}

/// Whether what is being typed is the station's own, and where else it belongs.
pub fn advice(_: &mut Opened, ask: AdviceAsk) -> Result<Advice, Failure> {
    Ok(acceptance::advice(&ask)?)
}

/// The whole ID number of a visitor; that somebody read it is recorded.
pub fn read_id_number(opened: &mut Opened, ask: OfFact) -> Result<String, Failure> {
    let (number, visit) = entry::read_id_number(opened.db(), &ask.id)?;
    opened.log(Op::ReadIdNumber { number: visit })?;
    Ok(number)
}

/// What the station says of taking in.
pub fn intake_setting(opened: &mut Opened, _: ()) -> Result<IntakeSetting, Failure> {
    Ok(setting::load(opened.db())?)
}

/// Saves it.
pub fn save_intake_setting(opened: &mut Opened, says: IntakeSetting) -> Result<Saved, Failure> {
    opened.write(|tx| {
        setting::save(tx, &says)?;
        let label = if says.visitor_ids {
            "已启用登记来访人身份证号"
        } else {
            "已停用登记来访人身份证号"
        };
        let saved = Saved { id: String::new(), number: None, label: label.to_owned(), writes: Vec::new() };
        Ok((Op::SaveIntake { visitor_ids: says.visitor_ids }, saved))
    })
}

/// Reception days of a period.
pub fn days(opened: &mut Opened, ask: Between) -> Result<Vec<DayRow>, Failure> {
    Ok(days_between(opened.db(), (&ask.from, &ask.to))?)
}

/// Saves a reception day.
pub fn save_day(opened: &mut Opened, draft: DayDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveDay { date: draft.date.clone() }, day::save(tx, &draft)?)))
}
