//! 微信群, and messages pasted out of them that become receptions.

use serde::{Deserialize, Serialize};
use station_core::chat::list::{ChatGroupRow, chat_groups as all_groups};
use station_core::chat::paste::{Message, messages};
use station_core::entry::Saved;
use station_core::entry::chat::{self, ChatGroupDraft};
use station_core::entry::reception::{self, ReceptionDraft};
use station_core::reception::similar::{Similar, SimilarAsk, similar};
use station_core::{Error, Op};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// What was copied out of WeChat.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PasteAsk {
    /// The text.
    pub text: String,
    /// The group, whose area tells what is nearby.
    #[serde(default)]
    pub chat_group_id: Option<String>,
}

/// A message, with what it may repeat.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PastedMessage {
    /// Who said what, when.
    #[serde(flatten)]
    pub message: Message,
    /// Earlier visits and matters like it.
    pub similar: Vec<Similar>,
}

/// Groups in the order of the clerk.
pub fn chat_groups(opened: &mut Opened, _: ()) -> Result<Vec<ChatGroupRow>, Failure> {
    Ok(all_groups(opened.db())?)
}

/// One group as it was entered.
pub fn chat_group(opened: &mut Opened, ask: OfFact) -> Result<ChatGroupDraft, Failure> {
    Ok(chat::load(opened.db(), &ask.id)?)
}

/// Saves a group.
pub fn save_chat_group(opened: &mut Opened, typed: ChatGroupDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SaveChatGroup { name: typed.name.clone() }, chat::save(tx, &typed)?)))
}

/// The messages of a copied text, each with what it may repeat.
pub fn read_chat(opened: &mut Opened, ask: PasteAsk) -> Result<Vec<PastedMessage>, Failure> {
    let today = opened.today();
    let village = match &ask.chat_group_id {
        Some(id) => chat::load(opened.db(), id)?.area,
        None => None,
    };
    let like = |message: Message| {
        let date = message.date.clone().unwrap_or_else(|| today.to_string());
        let (name, words, village) = (message.who.clone(), Some(message.words.clone()), village.clone());
        let asked = SimilarAsk { name, village, words, date, ..SimilarAsk::default() };
        Ok(PastedMessage { similar: similar(opened.db(), &asked)?, message })
    };
    messages(&ask.text, today).into_iter().map(like).collect()
}

/// Saves several receptions in one operation.
pub fn save_receptions(opened: &mut Opened, drafts: Vec<ReceptionDraft>) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let mut all = Vec::new();
        for (at, draft) in drafts.iter().enumerate() {
            all.push(reception::save(tx, draft).map_err(|e| of_row(e, at))?);
        }
        let count = all.len();
        let last = all.pop().ok_or(Error::Missing("接待登记"))?;
        let label = format!("已保存接待登记 {count} 条");
        Ok((Op::SaveReceptions { count }, Saved { number: None, label, ..last }))
    })
}

/// Says in which of several drafts a problem stands.
fn of_row(error: Error, at: usize) -> Error {
    match error {
        Error::Problems(mut problems) => {
            for problem in &mut problems {
                problem.field = format!("{at}.{}", problem.field);
            }
            Error::Problems(problems)
        }
        other => other,
    }
}
