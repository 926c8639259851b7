//! Writing a deed: new, or over what stands.

use super::DeedDraft;
use crate::deed::{Deed, DeedDeputy, PROGRESS};
use crate::entry::checks::{clear, counts, days, deputies, one_of};
use crate::entry::{Saved, late, performed, said, writes};
use crate::error::{Problem, Result};
use crate::person::joined::{self, Who};
use crate::store::Tx;
use crate::{campaign, place};

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(draft: &DeedDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    deputies(&mut found, &draft.deputies, &draft.other_deputies);
    if draft.content.trim().is_empty() {
        found.push(Problem::new("content", "没有写实事内容，请填写。"));
    }
    days(&mut found, &[("happened_on", "办理日期", &draft.happened_on)]);
    let sums = [
        ("villages", "涉及村数", draft.villages),
        ("households", "受益户数", draft.households),
        ("people", "受益人数", draft.people),
        ("money", "投入资金", draft.money),
    ];
    counts(&mut found, 0, &sums);
    one_of(&mut found, ("progress", "完成情况"), draft.progress.as_deref(), &PROGRESS);
    found
}

/// Saves a deed; says where it shows up.
///
/// # Errors
/// `Problems` without a deputy or words, or where something cannot be true.
pub fn save(tx: &mut Tx<'_>, draft: &DeedDraft) -> Result<Saved> {
    clear(problems(draft))?;
    let base = tx.known_or(draft.id.as_deref(), |id, created| Deed { id, created, ..Deed::default() })?;
    let place_id = said(draft.village.as_deref()).map(|v| place::edit::find_or_add(tx, &v)).transpose()?;
    let deed = deed(tx, draft.clone(), Deed { place_id, ..base });
    tx.put(&deed)?;
    joined::set::<DeedDeputy>(tx, &deed.id, &Who::all(&draft.deputies, &draft.other_deputies))?;
    campaign::edit::set(tx, ("deed", &deed.id), &draft.campaigns)?;
    // A deed without a date is in no year's performance yet.
    let dated = if deed.happened_on.is_some() { performed(draft.deputies.len()) } else { Vec::new() };
    let label = format!("已保存实事 {}", called(&deed));
    Ok(Saved { id: deed.id, number: None, label, writes: [writes(&[1], "办实事"), dated].concat() })
}

/// Voids a deed.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let deed: Deed = tx.db().get(id)?;
    tx.void::<Deed>(id)?;
    let label = format!("已作废实事 {}", called(&deed));
    Ok(Saved { id: deed.id, number: None, label, writes: Vec::new() })
}

/// Its first words.
fn called(deed: &Deed) -> String {
    deed.content.chars().take(20).collect()
}

fn deed(tx: &Tx<'_>, d: DeedDraft, base: Deed) -> Deed {
    let text = |t: Option<String>| said(t.as_deref());
    let (late_on, late_reason) = late(tx, base.late_on.as_deref(), d.late_reason.as_deref());
    Deed {
        happened_on: text(d.happened_on),
        category_id: d.category_id,
        content: d.content.trim().to_owned(),
        place: text(d.place),
        villages: d.villages,
        households: d.households,
        people: d.people,
        money: d.money,
        source_id: d.source_id,
        progress: text(d.progress),
        visit_id: d.visit_id,
        matter_id: d.matter_id,
        note: text(d.note),
        late_on,
        late_reason,
        ..base
    }
}
