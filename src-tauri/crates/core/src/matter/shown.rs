//! One matter as its page shows it: its steps, units, raisers and what belongs with it.

use serde::{Deserialize, Serialize};
use station_table::FactRef;

use super::row::MatterRow;
use super::rules::Kind;

/// One step, with words for its codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(rename = "Step"))]
pub struct StepShown {
    /// The step.
    pub id: String,
    /// What it is.
    #[cfg_attr(feature = "bindings", ts(as = "crate::matter::rules::Kind"))]
    pub kind: Kind,
    /// As the clerk calls it.
    #[serde(default)]
    pub kind_label: String,
    /// The day.
    pub happened_on: String,
    /// 处理方式.
    pub route: Option<String>,
    /// 承办单位.
    pub unit: Option<String>,
    /// 告知方式.
    pub way: Option<String>,
    /// By whom.
    pub by_whom: Option<String>,
    /// In what words.
    pub words: Option<String>,
    /// 文号.
    pub document: Option<String>,
    /// 办理结果.
    pub result: Option<String>,
    /// 满意度.
    pub grade: Option<String>,
    /// Who was told.
    pub told_whom: Option<String>,
    /// The assignment it is about.
    pub assignment_id: Option<String>,
    /// 主办, 协办 or 分办, of a step that hands on.
    pub role: Option<String>,
    /// 办理态度.
    pub attitude: Option<String>,
    /// The office to which somebody was guided.
    pub office: Option<String>,
    /// 催办 of which level.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub level: Option<i64>,
    /// What was promised.
    pub promised: Option<String>,
    /// Until when that was promised.
    pub promised_on: Option<String>,
    /// The deadline that was notified.
    pub due_on: Option<String>,
    /// Its rule and article.
    pub due_rule: Option<String>,
    /// The activity in which it happened, by title.
    pub activity: Option<String>,
}

/// A unit that handles a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(rename = "MatterUnit"))]
pub struct UnitShown {
    /// The assignment.
    pub id: String,
    /// In which round.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub round: i64,
    /// 主办, 协办 or 分办.
    pub role: String,
    /// By name; none = 待补.
    pub unit: Option<String>,
    /// 承办人.
    pub handler: Option<String>,
    /// 签收日期.
    pub signed: Option<String>,
    /// 退办日期.
    pub returned: Option<String>,
    /// 答复日期.
    pub replied: Option<String>,
    /// How often it was chased.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub chased: i64,
    /// Since when its clock stands still.
    #[serde(default)]
    pub stopped: Option<String>,
    /// Until when it has time, while it owes a reply and its clock runs.
    #[serde(default)]
    pub due: Option<String>,
    /// Why.
    #[serde(default)]
    pub due_why: Option<String>,
    /// Days that are left.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub left: Option<i64>,
}

/// An activity that was about a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Meeting {
    /// The activity.
    pub id: String,
    /// 建议答复会, 会前走访 …
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its day.
    pub day: String,
}

/// A matter that belongs with another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(rename = "LinkedMatter"))]
pub struct LinkShown {
    /// The other matter.
    pub id: String,
    /// `again`, `same` or `from`.
    pub kind: String,
    /// Whether the other one is the earlier.
    #[serde(with = "crate::store::flag")]
    #[cfg_attr(feature = "bindings", ts(as = "bool"))]
    pub earlier: bool,
    /// Its title or words.
    pub title: String,
    /// Its day.
    pub day: String,
}

/// Who raised a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Raiser {
    /// The telling.
    pub id: String,
    /// By name; of an activity its title.
    pub who: String,
    /// The visit, activity, contact or visit to a constituency in which it was raised; none where a deputy did.
    pub fact: Option<FactRef>,
    /// Whether they still are to be told, in this round, since the last reply.
    pub untold: bool,
}

/// The steps of one round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RoundShown {
    /// The round.
    pub id: String,
    /// First, second …
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub ordinal: i64,
    /// In the order of its life.
    pub steps: Vec<StepShown>,
}

/// One matter with its life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(rename = "Matter"))]
pub struct MatterShown {
    /// As the list shows it.
    pub row: MatterRow,
    /// In the voter's own words.
    pub words: Option<String>,
    /// 问题类别.
    pub category: Option<String>,
    /// 诉求性质.
    pub nature: Option<String>,
    /// 要求保密.
    pub confidential: bool,
    /// 督办领导.
    pub supervisor: Option<String>,
    /// Who raised it.
    pub raised: Vec<Raiser>,
    /// The units that handle it, of all rounds.
    pub units: Vec<UnitShown>,
    /// Matters that belong with it.
    pub links: Vec<LinkShown>,
    /// Activities that were about it: 答复会, 会前走访.
    pub meetings: Vec<Meeting>,
    /// Its rounds.
    pub rounds: Vec<RoundShown>,
    /// Steps that may come next, the likeliest first.
    #[cfg_attr(feature = "bindings", ts(as = "Vec<crate::matter::rules::Kind>"))]
    pub offers: Vec<Kind>,
}
