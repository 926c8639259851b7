//! Pick lists for forms, with the pinyin by which they are typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::store::Db;
use crate::text::{initials, spelling};

/// One thing that may be picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Choice {
    /// Its key.
    pub id: String,
    /// As shown.
    pub label: String,
    /// What tells two of one name apart.
    pub note: Option<String>,
    /// Pinyin initials; several readings separated by a space.
    pub initials: String,
    /// The whole pinyin without tones and spaces, ü as v and as u; several readings separated by a space.
    pub spelling: String,
}

/// Everything that forms may pick.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Choices {
    /// 代表, former ones too.
    pub deputies: Vec<Choice>,
    /// 站点.
    pub sites: Vec<Choice>,
    /// 村.
    pub villages: Vec<Choice>,
    /// 承办单位.
    pub units: Vec<Choice>,
    /// 代表小组 and 代表团.
    pub teams: Vec<Choice>,
    /// 选区.
    pub constituencies: Vec<Choice>,
    /// 群众 with whom somebody keeps in touch.
    pub residents: Vec<Choice>,
    /// 专项活动.
    pub campaigns: Vec<Choice>,
    /// 微信群.
    pub chat_groups: Vec<Choice>,
    /// 次: sessions of the congresses.
    pub sessions: Vec<Choice>,
    /// Codes by list.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, Choice[]>"))]
    pub codes: BTreeMap<String, Vec<Choice>>,
}

/// All pick lists.
pub fn choices(db: Db<'_>) -> Result<Choices> {
    #[derive(Deserialize)]
    struct Listed {
        list: String,
        id: String,
        label: String,
        note: Option<String>,
    }
    let mut all = Choices::default();
    for Listed { list, id, label, note } in db.all::<Listed>(include_str!("sql/choices.sql"), [])? {
        let choice = Choice { initials: initials(&label), spelling: spelling(&label), id, label, note };
        match list.as_str() {
            "deputies" => all.deputies.push(choice),
            "sites" => all.sites.push(choice),
            "villages" => all.villages.push(choice),
            "units" => all.units.push(choice),
            "teams" => all.teams.push(choice),
            "constituencies" => all.constituencies.push(choice),
            "residents" => all.residents.push(choice),
            "campaigns" => all.campaigns.push(choice),
            "chat_groups" => all.chat_groups.push(choice),
            "sessions" => all.sessions.push(choice),
            code => all.codes.entry(code.trim_start_matches("codes.").to_owned()).or_default().push(choice),
        }
    }
    Ok(all)
}
