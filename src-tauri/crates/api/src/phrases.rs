//! 常用语: texts that are used again.

use station_core::entry::Saved;
use station_core::entry::phrase::{self as entry, PhraseDraft};
use station_core::phrase::list::{PhraseRow, phrases as all};
use station_core::phrase::{FIELDS, LISTS, Phrase, edit};
use station_core::{Op, paper};

use serde::{Deserialize, Serialize};

use crate::desk::Opened;
use crate::facts::void;
use crate::failure::Failure;
use crate::stations::OfFact;

/// All texts, with what a text may have.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PhrasesShown {
    /// The texts, list by list.
    pub phrases: Vec<PhraseRow>,
    /// Lists by key, with what a clerk calls them.
    pub lists: Vec<(String, String)>,
    /// Names of the fields that a text may have in braces.
    pub fields: Vec<String>,
}

/// A text and the matter that fills it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FillPhrase {
    /// The text.
    pub id: String,
    /// The matter.
    pub matter_id: String,
}

/// All texts.
pub fn phrases(opened: &mut Opened, _: ()) -> Result<PhrasesShown, Failure> {
    let lists = LISTS.iter().map(|(key, label)| ((*key).to_owned(), (*label).to_owned())).collect();
    let fields = FIELDS.map(str::to_owned).to_vec();
    Ok(PhrasesShown { phrases: all(opened.db())?, lists, fields })
}

/// A text with what a matter says in the place of its fields.
pub fn fill_phrase(opened: &mut Opened, ask: FillPhrase) -> Result<String, Failure> {
    let phrase: Phrase = opened.db().get(&ask.id)?;
    Ok(edit::fill(&phrase.body, &paper::fields::fields(opened.db(), &ask.matter_id)?))
}

/// Saves a text.
pub fn save_phrase(opened: &mut Opened, typed: PhraseDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::SavePhrase { title: typed.title.clone() }, entry::save(tx, &typed)?)))
}

/// A text is no longer offered.
pub fn void_phrase(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    void(opened, |tx| entry::void(tx, &ask.id))
}
