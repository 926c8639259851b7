//! Which campaigns a fact belongs to.

use super::CampaignFact;
use crate::error::Result;
use crate::store::{Db, Tx};

/// A fact by its kind (`activity`, `visit`, `contact`, `deed` …) and key.
pub type Of<'a> = (&'a str, &'a str);

/// Keys of the campaigns that a fact belongs to, in the order in which it was said.
pub fn of(db: Db<'_>, fact: Of<'_>) -> Result<Vec<String>> {
    Ok(tags(db, fact)?.into_iter().map(|tag| tag.campaign_id).collect())
}

/// Says which campaigns a fact belongs to, replacing what was said before where it differs.
pub fn set(tx: &mut Tx<'_>, (kind, fact_id): Of<'_>, campaigns: &[String]) -> Result<()> {
    let old = tags(tx.db(), (kind, fact_id))?;
    for gone in old.iter().filter(|tag| !campaigns.contains(&tag.campaign_id)) {
        tx.void::<CampaignFact>(&gone.id)?;
    }
    for (at, campaign_id) in campaigns.iter().enumerate() {
        let known = old.iter().any(|tag| tag.campaign_id == *campaign_id);
        if !known && !campaigns.iter().take(at).any(|before| before == campaign_id) {
            let (id, created) = tx.fresh();
            let (campaign_id, fact_kind, fact_id) = (campaign_id.clone(), kind.to_owned(), fact_id.to_owned());
            tx.insert(&CampaignFact { id, created, voided: None, campaign_id, fact_kind, fact_id })?;
        }
    }
    Ok(())
}

fn tags(db: Db<'_>, fact: Of<'_>) -> Result<Vec<CampaignFact>> {
    db.all(include_str!("sql/tags.sql"), fact)
}
