//! What keeps a contact from being saved: no deputy, no date; and what cannot be true.

use super::ContactDraft;
use crate::entry::checks::{counts, days, deputies, need_day};
use crate::entry::{opinion, said};
use crate::error::Problem;

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &ContactDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    need_day(&mut found, ("happened_on", "联系日期"), &draft.happened_on);
    deputies(&mut found, &draft.deputies, &draft.other_deputies);
    days(&mut found, &[("reported_on", "小组内交流汇报日期", &draft.reported_on)]);
    counts(&mut found, 1, &[("people", "人数", draft.people)]);
    counts(&mut found, 0, &[("households", "户数", draft.households)]);
    opinion::problems(&mut found, &draft.opinions);
    found.extend(whom(draft));
    found
}

/// With a voter or with a deputy, not with oneself.
fn whom(draft: &ContactDraft) -> Option<Problem> {
    let problem = |field: &str, message: &str| Some(Problem::new(field, message));
    match &draft.partner_id {
        Some(_) if draft.resident_id.is_some() => {
            problem("partner_id", "联系的是选民还是代表，只能选一个，请删去另一个。")
        }
        Some(partner) if draft.deputies.contains(partner) => problem("partner_id", "代表不能联系自己，请改正。"),
        None if draft.keep && draft.resident_id.is_none() && said(draft.voter.as_deref()).is_none() => {
            problem("voter", "要列入联系选民登记，请填写选民姓名。")
        }
        _ => None,
    }
}
