//! The kinds of facts that tables edit: how the draft of each form is loaded and saved, as JSON, so that one way of
//! writing into a draft serves all of them.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::fields::{
    ACTIVITY, CONSTITUENCY, CONSTITUENCY_VISIT, CONTACT, DEED, Field, MATTER, PERSON, STANDING, VISIT,
};
use crate::entry::{self, Saved};
use crate::error::{Error, Result};
use crate::store::{Db, Tx};

/// A kind of fact.
pub(super) struct Kind {
    /// As a [`station_table::FactRef`] names it.
    pub(super) key: &'static str,
    /// As a clerk calls it.
    pub(super) label: &'static str,
    /// The draft of one that stands.
    pub(super) load: fn(Db<'_>, &str) -> Result<Value>,
    /// The draft of a new one: what each place holds when nothing is said.
    blank: fn() -> Result<Value>,
    /// Saves a draft.
    pub(super) save: fn(&mut Tx<'_>, Value) -> Result<Saved>,
    /// What tables may edit of it.
    pub(super) fields: &'static [Field],
}

/// One kind by the module of its entry.
macro_rules! kind {
    ($key:literal, $label:literal, $entry:ident::$draft:ident, $fields:ident) => {
        Kind {
            key: $key,
            label: $label,
            load: |db, id| json(entry::$entry::load(db, id)?),
            blank: || json(entry::$entry::$draft::default()),
            save: |tx, draft| entry::$entry::save(tx, &parsed(draft)?),
            fields: $fields,
        }
    };
}

/// All of them.
static KINDS: [Kind; 9] = [
    kind!("person", "代表", deputy::DeputyDraft, PERSON),
    kind!("activity", "活动", activity::ActivityDraft, ACTIVITY),
    kind!("visit", "接待", reception::ReceptionDraft, VISIT),
    kind!("contact", "联系", contact::ContactDraft, CONTACT),
    kind!("standing_contact", "联系对象", standing::StandingDraft, STANDING),
    kind!("constituency_visit", "走访选区", constituency_visit::ConstituencyVisitDraft, CONSTITUENCY_VISIT),
    kind!("constituency", "选区", district::DistrictDraft, CONSTITUENCY),
    kind!("deed", "实事", deed::DeedDraft, DEED),
    kind!("matter", "事项", matter::MatterDraft, MATTER),
];

impl Kind {
    /// What a place of a draft holds when nothing is said: nothing, or a text without words where a form requires one.
    pub(super) fn empty(&self, at: &str) -> Result<Value> {
        let required = at.ends_with("/words");
        let blank = (self.blank)()?;
        Ok(blank.pointer(at).cloned().unwrap_or(if required { "".into() } else { Value::Null }))
    }
}

/// The kind of that key.
pub(super) fn kind(key: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.key == key)
}

fn json<T: Serialize>(draft: T) -> Result<Value> {
    serde_json::to_value(draft).map_err(|e| Error::BadRow { what: "draft", detail: e.to_string() })
}

fn parsed<T: DeserializeOwned>(draft: Value) -> Result<T> {
    serde_json::from_value(draft).map_err(|e| Error::BadRow { what: "draft", detail: e.to_string() })
}
