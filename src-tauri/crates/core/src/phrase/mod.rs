//! 常用语: texts that are used again, with fields in braces.

pub mod edit;
pub mod list;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// Where texts are offered, in the order of the settings.
pub const LISTS: [(&str, &str); 5] = [
    ("reply", "答复"),
    ("guide", "转办和引导"),
    ("telling", "告知"),
    ("chasing", "催办"),
    ("reason", "延期、中止的理由"),
];

/// Fields that a text may have in braces; what a matter says of each is in `paper::fields`.
pub const FIELDS: [&str; 13] = [
    "反映人",
    "代表",
    "案由",
    "编号",
    "反映日期",
    "承办单位",
    "协办单位",
    "单位电话",
    "交办日期",
    "期限",
    "答复",
    "理由",
    "联络站",
];

/// What a clerk calls a list; none when there is no such list.
pub fn list_label(list: &str) -> Option<&'static str> {
    LISTS.iter().find(|(key, _)| *key == list).map(|(_, label)| *label)
}

/// One text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Phrase {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Where it is offered: `reply`, `telling`, `reason` ….
    pub list: String,
    /// What it is called.
    pub title: String,
    /// The text, with fields in braces: `{承办单位}`.
    pub body: String,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(Phrase, "phrase", "常用语");
