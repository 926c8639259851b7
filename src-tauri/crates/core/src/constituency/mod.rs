//! 选区: number, places, people, seats, group.

pub mod edit;
pub mod search;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// How it is drawn: where people live, or where they work (选举法 art. 25).
pub const KINDS: [&str; 2] = ["居住", "单位"];

/// A constituency of the term.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Constituency {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The term.
    pub term_id: Option<String>,
    /// 选区号.
    pub number: i64,
    /// Name.
    pub name: Option<String>,
    /// What kind it is.
    pub kind: Option<String>,
    /// 总人口.
    pub population: Option<i64>,
    /// 选民数.
    pub voters: Option<i64>,
    /// 应选代表名额.
    pub seats: Option<i64>,
    /// The group or delegation.
    pub team_id: Option<String>,
    /// 主席团联系成员.
    pub presidium_contact_id: Option<String>,
    /// 选区基本情况.
    pub situation: Option<String>,
    /// 备注.
    pub note: Option<String>,
    /// 主要民生问题清单.
    pub concerns: Option<String>,
}

fact!(Constituency, "constituency", "选区");

/// A village, or part of one, that belongs to a constituency.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConstituencyPlace {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// The constituency.
    pub constituency_id: String,
    /// The village.
    pub place_id: String,
    /// What part of the village: `1—4组`.
    pub part: Option<String>,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(ConstituencyPlace, "constituency_place", "选区所含村组");
