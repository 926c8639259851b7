//! What printing a paper makes known: the number that it bears from then on, and that a notice went out.

use chrono::NaiveDate;

use super::Saved;
use crate::activity::Activity;
use crate::error::{Error, Problem, Result};
use crate::matter::Step;
use crate::number::{self, Series};
use crate::store::Tx;

/// Gives a step the number of its paper, unless it has one: 交办单, 催办函 and 引导告知单, each gapless in a year. The step
/// keeps it as its 文号, so that the same paper always bears the same number; undone, the newest is given again unless it
/// was printed.
///
/// # Errors
/// `Missing` when there is no such step; `Problems` for a step whose paper has no number of its own.
pub fn number_step(tx: &mut Tx<'_>, step_id: &str) -> Result<Saved> {
    let step: Step = tx.db().get(step_id)?;
    let number = match step.document.clone() {
        Some(number) => number,
        None => number::next(tx.db(), series(&step.kind)?, &step.happened_on)?,
    };
    tx.update(&Step { document: Some(number.clone()), ..step })?;
    Ok(Saved { id: step_id.to_owned(), label: format!("文号 {number}"), number: Some(number), writes: Vec::new() })
}

fn series(kind: &str) -> Result<Series> {
    match kind {
        "handed" => Ok(Series::Handover),
        "chased" => Ok(Series::Urging),
        "guided" => Ok(Series::Guide),
        _ => Err(Error::Problems(vec![Problem::new("id", "这一步的文书不单独编号，可直接打印。")])),
    }
}

/// Says that the notice of an activity went out today; printing alone does not.
///
/// # Errors
/// `Missing` when there is no such activity.
pub fn mark_notified(tx: &mut Tx<'_>, activity_id: &str) -> Result<Saved> {
    let (activity, today) = (tx.db().get::<Activity>(activity_id)?, tx.hand.today());
    let ahead = activity.since.parse::<NaiveDate>().map_or(0, |day| (day - today).num_days());
    let ahead = if ahead > 0 { format!("，提前{ahead}日") } else { String::new() };
    let label = format!("已记通知日期 {today}{ahead}");
    tx.update(&Activity { notified_on: Some(today.to_string()), ..activity })?;
    Ok(Saved { id: activity_id.to_owned(), number: None, label, writes: Vec::new() })
}
