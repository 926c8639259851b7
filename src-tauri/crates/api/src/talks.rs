//! 谈心室.

use station_core::Op;
use station_core::entry::Saved;
use station_core::entry::talk::{self as entry, TalkDraft};
use station_core::talk::list::{Filter, TalkRow, talks as all_talks};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Talks, the newest first.
pub fn talks(opened: &mut Opened, ask: Filter) -> Result<Vec<TalkRow>, Failure> {
    Ok(all_talks(opened.db(), &ask)?)
}

/// One talk as it was entered.
pub fn talk(opened: &mut Opened, ask: OfFact) -> Result<TalkDraft, Failure> {
    Ok(entry::load(opened.db(), &ask.id)?)
}

/// Saves a talk.
pub fn save_talk(opened: &mut Opened, typed: TalkDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = entry::save(tx, &typed)?;
        Ok((Op::SaveTalk { number: saved.number.clone().unwrap_or_default() }, saved))
    })
}
