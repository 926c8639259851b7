//! Which facts a list shows: of a period, a deputy, a group, a site, a kind, a campaign, or with some words.

use rusqlite::ToSql;
use serde::{Deserialize, Serialize};

use crate::text::{contains, initials, spelling};

/// Which facts a list shows; nothing said is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "FactsAsk"))]
#[serde(default)]
pub struct Filter {
    /// From that day.
    pub from: Option<String>,
    /// To that day.
    pub to: Option<String>,
    /// Only with that deputy.
    pub person_id: Option<String>,
    /// Only with a deputy of that group.
    pub team_id: Option<String>,
    /// Only at that site; of a contact or deed, with a deputy whose own site it is.
    pub site_id: Option<String>,
    /// Only of that kind, way or category (a code).
    pub kind: Option<String>,
    /// Only of that campaign.
    pub campaign_id: Option<String>,
    /// Words of the row, or initials or spelling of a person in it.
    pub search: Option<String>,
}

impl Filter {
    /// The parameters of a list's query: all of them, by name.
    pub(crate) fn given(&self) -> [(&'static str, &dyn ToSql); 7] {
        [
            (":from", &self.from),
            (":to", &self.to),
            (":person_id", &self.person_id),
            (":team_id", &self.team_id),
            (":site_id", &self.site_id),
            (":kind", &self.kind),
            (":campaign_id", &self.campaign_id),
        ]
    }

    /// Whether a row is found: by its words, or by a name as names are typed.
    pub(crate) fn finds<'a>(&self, words: &[Option<&str>], names: impl IntoIterator<Item = &'a str>) -> bool {
        finds(self.search.as_deref(), words, names)
    }
}

/// Whether what is searched is found: in words, or in a name as names are typed.
pub(crate) fn finds<'a>(
    search: Option<&str>,
    words: &[Option<&str>],
    names: impl IntoIterator<Item = &'a str>,
) -> bool {
    let words: Vec<&str> = words.iter().flatten().copied().collect();
    contains(search, &words) || names.into_iter().any(|name| is_meant(search.unwrap_or_default(), name))
}

/// Whether a name is meant by what was typed: part of it, or the beginning of its initials or spelling.
pub(crate) fn is_meant(typed: &str, name: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    if contains(Some(&typed), &[name]) {
        return true;
    }
    let latin = typed.chars().all(|c| c.is_ascii_alphanumeric());
    latin && [initials(name), spelling(name)].iter().any(|said| said.split(' ').any(|word| word.starts_with(&typed)))
}
