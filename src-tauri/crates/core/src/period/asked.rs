//! Which month is asked for, of everything or of one campaign, and all that is counted of it.

use chrono::NaiveDate;
use serde::Deserialize;

use super::figures::{Month, collect};
use crate::error::{Error, Problem, Result};
use crate::store::Db;
use crate::text::Span;

/// Which month, and of what.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// `2023-11`.
    pub month: &'a str,
    /// Key or name of the campaign that alone is counted; none = everything.
    pub campaign: Option<&'a str>,
}

impl<'a> From<&'a str> for Asked<'a> {
    fn from(month: &'a str) -> Self {
        Self { month, campaign: None }
    }
}

impl<'a> From<&'a String> for Asked<'a> {
    fn from(month: &'a String) -> Self {
        Self::from(month.as_str())
    }
}

/// A campaign by its key and name.
#[derive(Deserialize)]
pub(super) struct Campaign {
    id: String,
    /// Its name.
    pub(super) name: String,
}

fn campaign(db: Db<'_>, asked: &Asked<'_>) -> Result<Option<Campaign>> {
    let Some(named) = asked.campaign else { return Ok(None) };
    let missing = || Error::Problems(vec![Problem::new("campaign", format!("没有专项活动“{named}”，请核对名称。"))]);
    db.first(include_str!("sql/campaign.sql"), [named])?.map(Some).ok_or_else(missing)
}

/// All that is counted of what was asked for.
pub(super) fn counted(db: Db<'_>, asked: &Asked<'_>, today: NaiveDate) -> Result<(Span, Option<Campaign>, Month)> {
    let span = Span::month(asked.month)?;
    let campaign = campaign(db, asked)?;
    let month = collect(db, (span, campaign.as_ref().map(|c| c.id.as_str())), today)?;
    Ok((span, campaign, month))
}
