//! 专项活动 by hand.

use serde::{Deserialize, Serialize};

use super::checks::{clear, days, span};
use super::{Saved, said};
use crate::campaign::{Campaign, CampaignFact};
use crate::error::{Problem, Result};
use crate::store::{Db, Tx};

/// What the clerk types of a campaign.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct CampaignDraft {
    /// The campaign that is corrected; none for a new one.
    pub id: Option<String>,
    /// 名称.
    pub name: String,
    /// From when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &CampaignDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if draft.name.trim().is_empty() {
        found.push(Problem::new("name", "没有专项活动的名称，请填写。"));
    }
    days(&mut found, &[("since", "开始日期", &draft.since), ("until", "结束日期", &draft.until)]);
    span(&mut found, draft.since.as_deref(), draft.until.as_deref());
    found
}

/// Saves a campaign.
///
/// # Errors
/// `Problems` without a name.
pub fn save(tx: &mut Tx<'_>, draft: &CampaignDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let base = tx.known_or(draft.id.as_deref(), |id, created| Campaign { id, created, ..Campaign::default() })?;
    let text = |t: &Option<String>| said(t.as_deref());
    let (since, until, note) = (text(&draft.since), text(&draft.until), text(&draft.note));
    let campaign = Campaign { name: draft.name.trim().to_owned(), since, until, note, ..base };
    tx.put(&campaign)?;
    let label = format!("已保存专项活动 {}", campaign.name);
    Ok(Saved { id: campaign.id, number: None, label, writes: Vec::new() })
}

/// Voids a campaign, and the tags of what belongs to it; the facts stay.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let campaign: Campaign = tx.db().get(id)?;
    for tag in tx.db().having::<CampaignFact>("campaign_id", id)? {
        tx.void::<CampaignFact>(&tag.id)?;
    }
    tx.void::<Campaign>(id)?;
    let label = format!("已作废专项活动 {}", campaign.name);
    Ok(Saved { id: campaign.id, number: None, label, writes: Vec::new() })
}

/// The draft of a campaign that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<CampaignDraft> {
    let c: Campaign = db.get(id)?;
    Ok(CampaignDraft { id: Some(c.id), name: c.name, since: c.since, until: c.until, note: c.note })
}
