//! Editable lists, campaigns, and the one search box.

use station_core::Op;
use station_core::campaign::list::{CampaignRow, campaigns as all_campaigns};
use station_core::code::list::{CodeRow, codes as all_codes};
use station_core::entry::Saved;
use station_core::entry::campaign::{self, CampaignDraft};
use station_core::entry::code::{self, CodeDraft};
use station_core::today::{self, FindAsk, Found};

use crate::desk::Opened;
use crate::failure::Failure;

/// All entries of all lists, hidden ones too.
pub fn codes(opened: &mut Opened, _: ()) -> Result<Vec<CodeRow>, Failure> {
    Ok(all_codes(opened.db())?)
}

/// Saves an entry of a list.
pub fn save_code(opened: &mut Opened, typed: CodeDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveCode { label: typed.label.clone() }, code::save(tx, &typed)?)))
}

/// All campaigns.
pub fn campaigns(opened: &mut Opened, _: ()) -> Result<Vec<CampaignRow>, Failure> {
    Ok(all_campaigns(opened.db())?)
}

/// Saves a campaign.
pub fn save_campaign(opened: &mut Opened, typed: CampaignDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveCampaign { name: typed.name.clone() }, campaign::save(tx, &typed)?)))
}

/// What has those words, kind by kind.
pub fn find(opened: &mut Opened, ask: FindAsk) -> Result<Vec<Found>, Failure> {
    Ok(today::find(opened.db(), &ask)?)
}
