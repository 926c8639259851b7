//! The review of what deputies did.

use station_core::Op;
use station_core::entry::Saved;
use station_core::review::edit::{self, ReviewDraft};

use crate::desk::Opened;
use crate::failure::Failure;

/// Says of some deputies' parts in facts whether they pass.
pub fn save_reviews(opened: &mut Opened, draft: ReviewDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        edit::save(tx, &draft)?;
        let op = Op::SaveReviews { status: draft.status.clone(), count: draft.parts.len() };
        let said = draft.status.as_deref().map_or_else(|| "取消审核".to_owned(), |status| format!("审核{status}"));
        let label = format!("已{said} {}条履职", draft.parts.len());
        Ok((op, Saved { id: String::new(), number: None, label, writes: Vec::new() }))
    })
}
