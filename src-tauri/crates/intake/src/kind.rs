//! What a file to be imported holds: the one list of kinds, for the window, the command line and the history.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::fields::fields;

/// What a file to be imported holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(rename = "ImportKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 选区划分
    Districts,
    /// 代表名册, of the station's own or of higher levels
    Deputies,
    /// 接待值班安排
    Duty,
    /// 接待来访(信)登记
    Receptions,
    /// 代表建议
    Suggestions,
    /// 活动情况登记
    Activities,
    /// 联系选民记录
    Contacts,
    /// 办实事统计
    Deeds,
    /// 联系群众登记薄
    Standing,
    /// 走访选区
    ConstituencyVisits,
}

impl Kind {
    /// Every kind, in the order in which files should be imported.
    pub const ALL: [Self; 10] = [
        Self::Districts,
        Self::Deputies,
        Self::Duty,
        Self::Receptions,
        Self::Suggestions,
        Self::Activities,
        Self::Contacts,
        Self::Deeds,
        Self::Standing,
        Self::ConstituencyVisits,
    ];

    /// Its key: in `fields.toml`, on the command line, in what is kept of headings.
    pub fn key(self) -> &'static str {
        match self {
            Self::Districts => "districts",
            Self::Deputies => "deputies",
            Self::Duty => "duty",
            Self::Receptions => "receptions",
            Self::Suggestions => "suggestions",
            Self::Activities => "activities",
            Self::Contacts => "contacts",
            Self::Deeds => "deeds",
            Self::Standing => "standing",
            Self::ConstituencyVisits => "constituency_visits",
        }
    }

    /// As the history and the screens call it.
    pub fn label(self) -> &'static str {
        fields().kind(self).map_or("", |kind| kind.label.as_str())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(key: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|kind| kind.key() == key);
        found.ok_or_else(|| format!("没有“{key}”这一类文件；可以写{}。", Self::ALL.map(Self::key).join("、")))
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_kind_has_one_key_everywhere() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.key().into()), "as the window says it");
            assert_eq!(kind.key().parse(), Ok(kind), "as the command line says it");
            assert!(!kind.label().is_empty(), "{kind} is a kind of fields.toml");
        }
        assert!("nothing".parse::<Kind>().is_err_and(|said| said.ends_with('。')));
    }
}
