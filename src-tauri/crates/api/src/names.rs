//! Rare characters: what a name holds of them, and which names no font can print whole.

use serde::{Deserialize, Serialize};
use station_core::person::names::{self, uncommon};
use station_report::lacking;

use crate::desk::Opened;
use crate::failure::Failure;

/// A text that may hold rare characters.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfName {
    /// The name.
    pub name: String,
}

/// What is rare in a name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RareCharacters {
    /// Characters outside of 通用规范汉字表 (2013): a note of how they are written helps whoever has to type them.
    pub uncommon: Vec<char>,
    /// Characters that no font of the program has, Chinese or not.
    pub lacking: Vec<char>,
}

/// A name of which some character is rare.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RareName {
    /// Kind of the fact that writes it.
    pub kind: String,
    /// The fact.
    pub id: String,
    /// The name.
    pub name: String,
    /// 生僻字说明, where there is one.
    pub note: Option<String>,
    /// What is rare in it.
    pub rare: RareCharacters,
}

/// What is rare in a name that is being typed.
pub fn rare_characters(_: &mut Opened, ask: OfName) -> Result<RareCharacters, Failure> {
    Ok(rare(&ask.name))
}

/// All names with rare characters, those that cannot be printed whole first.
pub fn rare_names(opened: &mut Opened, _: ()) -> Result<Vec<RareName>, Failure> {
    let all = names::names(opened.db())?.into_iter();
    let mut found: Vec<RareName> = all
        .map(|n| RareName { rare: rare(&n.name), kind: n.kind, id: n.id, name: n.name, note: n.note })
        .filter(|n| !n.rare.uncommon.is_empty() || !n.rare.lacking.is_empty())
        .collect();
    found.sort_by_key(|n| n.rare.lacking.is_empty());
    Ok(found)
}

fn rare(name: &str) -> RareCharacters {
    RareCharacters { uncommon: uncommon(name), lacking: lacking(name) }
}
