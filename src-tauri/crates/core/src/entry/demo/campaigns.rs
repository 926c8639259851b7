//! 专项活动 of the practice township: one that is over, one that runs.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::town::{Running, Town};
use crate::entry::campaign::{self, CampaignDraft};
use crate::error::Result;
use crate::store::Tx;

/// Name, how many months ago it began, and how many it lasts.
const CAMPAIGNS: [(&str, u32, u32); 2] = [("护水清河百日行动", 9, 4), ("代表进千家访民情", 3, 12)];

/// Enters them.
pub(super) fn begin(tx: &mut Tx<'_>, town: &mut Town) -> Result<()> {
    for (name, ago, months) in CAMPAIGNS {
        let first = |date: NaiveDate| date.with_day(1).unwrap_or(date);
        let since = first(town.today.checked_sub_months(Months::new(ago)).unwrap_or(town.today));
        let after = since.checked_add_months(Months::new(months)).unwrap_or(since);
        let until = after.checked_sub_days(Days::new(1)).unwrap_or(after);
        let draft = CampaignDraft {
            name: name.to_owned(),
            since: Some(since.to_string()),
            until: Some(until.to_string()),
            ..CampaignDraft::default()
        };
        let id = campaign::save(tx, &draft)?.id;
        town.campaigns.push(Running { id, since, until });
    }
    Ok(())
}
