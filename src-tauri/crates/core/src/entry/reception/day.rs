//! To which reception day a visit belongs, and who is rostered on it.

use serde::{Deserialize, Serialize};

use super::ReceptionDraft;
use crate::activity::Activity;
use crate::activity::edit::find_day;
use crate::activity::search::{DayRow, days};
use crate::calendar::plan::is_planned;
use crate::error::{Problem, Result};
use crate::store::Db;

/// Who is to receive on a day by the roster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OnRoster {
    /// Keys of persons.
    pub deputies: Vec<String>,
    /// Names that the roster of deputies lacks.
    pub other_deputies: Vec<String>,
}

/// Whether a visit belongs to a reception day, one that stands or one that it makes.
pub(super) fn has_a_day(db: Db<'_>, draft: &ReceptionDraft) -> Result<bool> {
    Ok(standing(db, draft)?.is_some() || makes_a_day(db, draft)?)
}

/// The day of that site on that date, else one that was entered without a site.
pub(super) fn standing(db: Db<'_>, draft: &ReceptionDraft) -> Result<Option<Activity>> {
    let at = |site| find_day(db, &draft.happened_on, site);
    Ok(at(draft.site_id.as_deref())?.or(at(None)?))
}

/// A visit in person means that somebody received: it makes the day, unless the rules of the site say that this is none:
/// then somebody came 平时. 来信, 来电 and 微信群 only join a day.
pub(super) fn makes_a_day(db: Db<'_>, draft: &ReceptionDraft) -> Result<bool> {
    Ok(in_person(draft) && !is_off_the_rota(db, draft)?)
}

/// Whether somebody came themselves.
pub(super) fn in_person(draft: &ReceptionDraft) -> bool {
    !matches!(
        draft.form_id.as_deref(),
        Some("visit_form.letter" | "visit_form.call" | "visit_form.group" | "visit_form.brought")
    )
}

fn is_off_the_rota(db: Db<'_>, draft: &ReceptionDraft) -> Result<bool> {
    let Ok(day) = draft.happened_on.parse() else { return Ok(false) };
    Ok(is_planned(db, draft.site_id.as_deref(), day)? == Some(false))
}

/// Says that somebody came on a day that is no reception day, and what to do if it was one.
pub(super) fn doubt(db: Db<'_>, draft: &ReceptionDraft) -> Result<Option<Problem>> {
    let walks_in = in_person(draft) && standing(db, draft)?.is_none() && is_off_the_rota(db, draft)?;
    let message =
        "这一天不是接待日，按平时来访登记，不计接待日，接待的代表仍记入表8；如确是接待日，请先在接待日历里加这一天。";
    Ok(walks_in.then(|| Problem::new("happened_on", message)))
}

/// Who is rostered at the site on the day, or on a day that was entered without a site; without a site, where only one
/// receives.
pub(super) fn rostered(db: Db<'_>, draft: &ReceptionDraft) -> Result<OnRoster> {
    let found = days(db, (&draft.happened_on, &draft.happened_on))?;
    let at_site = |day: &&DayRow| day.site_id == draft.site_id;
    let day = found.iter().find(at_site).or_else(|| match found.as_slice() {
        [only] if draft.site_id.is_none() => Some(only),
        all => all.iter().find(|day| day.site_id.is_none()),
    });
    let mut on = OnRoster::default();
    for one in day.iter().flat_map(|day| &day.deputies).filter(|one| one.planned && one.is_there()) {
        match &one.id {
            Some(id) => on.deputies.push(id.clone()),
            None => on.other_deputies.push(one.name.clone()),
        }
    }
    Ok(on)
}
