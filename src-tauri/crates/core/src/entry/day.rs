//! A reception day by hand: who was rostered, whether it was held, who came and who was excused.

use serde::{Deserialize, Serialize};

use super::{Saved, Writes, is_day, said};
use crate::activity::edit::{RECEPTION_DAY, attendance, find_day};
use crate::activity::{Activity, Attendance};
use crate::error::{Error, Problem, Result};
use crate::store::Tx;

/// What the clerk says of a reception day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DayDraft {
    /// The day that is corrected; none for a new one.
    pub id: Option<String>,
    /// Date.
    pub date: String,
    /// Site.
    pub site_id: Option<String>,
    /// Hours as written.
    pub hours: Option<String>,
    /// None: by the roster, not confirmed.
    pub held: Option<bool>,
    /// Who was on duty, in the order of the roster.
    pub duty: Vec<DutyDraft>,
}

/// One deputy on the roster of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DutyDraft {
    /// Key of the person.
    pub person_id: Option<String>,
    /// Name, where the roster of deputies lacks them.
    pub name: Option<String>,
    /// came, excused or absent; none = not marked.
    pub status: Option<String>,
    /// Why excused.
    pub reason: Option<String>,
}

/// Saves a reception day.
///
/// # Errors
/// `Problems` without a date, or when the site has another reception day on it.
pub fn save(tx: &mut Tx<'_>, draft: &DayDraft) -> Result<Saved> {
    if !is_day(&draft.date) {
        return Err(Error::Problems(vec![Problem::new("date", "没有日期，请填写，例如 2026-03-15。")]));
    }
    let other = find_day(tx.db(), &draft.date, draft.site_id.as_deref())?;
    if other.is_some_and(|day| draft.id.as_deref() != Some(&day.id)) {
        return Err(Error::Problems(vec![Problem::new("date", "这个站点当天已有接待日，请打开那一天修改。")]));
    }
    let id = put_day(tx, draft)?;
    put_duty(tx, &id, &draft.duty)?;
    let writes = ["表3", "表8"].map(|r| Writes { register: r.to_owned(), label: "接待日".to_owned() }).to_vec();
    Ok(Saved { id, number: None, label: format!("已保存接待日 {}", draft.date), writes })
}

fn put_day(tx: &mut Tx<'_>, draft: &DayDraft) -> Result<String> {
    let old: Option<Activity> = draft.id.as_deref().map(|id| tx.db().get(id)).transpose()?;
    let known = old.is_some();
    let base = old.unwrap_or_else(|| {
        let (id, created) = tx.fresh();
        Activity {
            id, created, kind_id: RECEPTION_DAY.to_owned(), title: "接待选民".to_owned(), ..Activity::default()
        }
    });
    let day = Activity {
        since: draft.date.clone(),
        until: draft.date.clone(),
        site_id: draft.site_id.clone(),
        hours: said(draft.hours.as_deref()),
        held: draft.held.map(i64::from),
        ..base
    };
    if known {
        tx.update(&day)?;
    } else {
        tx.insert(&day)?;
    }
    Ok(day.id)
}

fn put_duty(tx: &mut Tx<'_>, activity_id: &str, duty: &[DutyDraft]) -> Result<()> {
    let old = attendance(tx.db(), activity_id)?;
    let same = |a: &Attendance, d: &DutyDraft| a.person_id == d.person_id && a.name == said(d.name.as_deref());
    for gone in old.iter().filter(|a| !duty.iter().any(|d| same(a, d))) {
        tx.void::<Attendance>(&gone.id)?;
    }
    for (sort, draft) in (0_i64..).zip(duty).filter(|(_, d)| d.person_id.is_some() || said(d.name.as_deref()).is_some())
    {
        let known = old.iter().find(|a| same(a, draft));
        let base = known.cloned().unwrap_or_else(|| {
            let (id, created) = tx.fresh();
            Attendance { id, created, activity_id: activity_id.to_owned(), planned: true, ..Attendance::default() }
        });
        let row = Attendance {
            person_id: draft.person_id.clone(),
            name: said(draft.name.as_deref()),
            status: draft.status.clone(),
            reason: said(draft.reason.as_deref()),
            sort,
            ..base
        };
        if known.is_some() { tx.update(&row)? } else { tx.insert(&row)? }
    }
    Ok(())
}
