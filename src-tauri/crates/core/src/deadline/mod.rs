//! 期限: numbers of the law and of a county's rules as dated settings, each with its article.

pub mod due;
pub mod rules;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::store::fact;

/// A station's own setting of a deadline, over what ships.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeadlineRule {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// What for: the key of a [`Kind`].
    pub kind: String,
    /// How many.
    pub amount: i64,
    /// `month`, `day` or `working_day`.
    pub unit: String,
    /// 依据.
    pub article: String,
    /// For what begins on that day or later.
    pub since: String,
}

fact!(DeadlineRule, "deadline_rule", "期限规定");

/// What a deadline is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "DeadlineKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// To hand on what was recorded, from its recording.
    HandOn,
    /// To handle what a voter said, from its handing on.
    Opinion,
    /// The same, extended.
    OpinionExtended,
    /// To reply to a suggestion, from its handing on.
    Suggestion,
    /// The same, where it is wide or hard.
    SuggestionExtended,
    /// To say whether a petition is taken in, from its receiving.
    PetitionInform,
    /// For a unit to say that a petition sent on is not its own.
    PetitionObject,
    /// To handle a petition, from its taking in.
    Petition,
    /// The same, extended.
    PetitionExtended,
    /// For a unit to give back what is not its own, from its handing on.
    Return,
    /// To tell who raised it, from the reply.
    Tell,
    /// For a deputy to say what they think of the reply.
    Feedback,
    /// To handle it once more, from its handing on in a later round.
    Redo,
}

impl Kind {
    /// All of them, as settings list them.
    pub const ALL: [Self; 13] = [
        Self::HandOn,
        Self::Opinion,
        Self::OpinionExtended,
        Self::Suggestion,
        Self::SuggestionExtended,
        Self::PetitionInform,
        Self::PetitionObject,
        Self::Petition,
        Self::PetitionExtended,
        Self::Return,
        Self::Tell,
        Self::Feedback,
        Self::Redo,
    ];

    /// As settings and the command line name it.
    pub fn key(self) -> &'static str {
        match self {
            Self::HandOn => "hand_on",
            Self::Opinion => "opinion",
            Self::OpinionExtended => "opinion_extended",
            Self::Suggestion => "suggestion",
            Self::SuggestionExtended => "suggestion_extended",
            Self::PetitionInform => "petition_inform",
            Self::PetitionObject => "petition_object",
            Self::Petition => "petition",
            Self::PetitionExtended => "petition_extended",
            Self::Return => "return",
            Self::Tell => "tell",
            Self::Feedback => "feedback",
            Self::Redo => "redo",
        }
    }

    /// The kind of that key; a hyphen may stand for an underscore.
    pub fn of(key: &str) -> Option<Self> {
        let key = key.replace('-', "_");
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How a deadline is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "DeadlineUnit"))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Calendar months; the last day of a shorter month stands for a day that it lacks.
    Month,
    /// Calendar days.
    Day,
    /// 工作日, by the calendar.
    WorkingDay,
}

impl Unit {
    /// The unit that the store calls so.
    pub fn of(key: &str) -> Option<Self> {
        [Self::Month, Self::Day, Self::WorkingDay].into_iter().find(|unit| unit.key() == key)
    }

    /// As the store keeps it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Day => "day",
            Self::WorkingDay => "working_day",
        }
    }
}
