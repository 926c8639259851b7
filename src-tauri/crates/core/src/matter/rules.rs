//! The life of a matter, derived from the kinds of its steps: what it has come to, and what may come next.

use serde::{Deserialize, Serialize};

/// What a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "StepKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 登记
    Recorded,
    /// 当场答复: answers and closes.
    Answered,
    /// 引导 to where the matter belongs: explains and closes.
    Guided,
    /// 转办 or 交办
    Handed,
    /// 形成代表建议
    TakenUp,
    /// 答复
    Replied,
    /// 告知
    Told,
    /// 办结
    Closed,
}

impl Kind {
    /// All kinds in the order of a life.
    pub const ALL: [Self; 8] = [
        Self::Recorded,
        Self::Answered,
        Self::Guided,
        Self::Handed,
        Self::TakenUp,
        Self::Replied,
        Self::Told,
        Self::Closed,
    ];

    /// As the store keeps it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Answered => "answered",
            Self::Guided => "guided",
            Self::Handed => "handed",
            Self::TakenUp => "taken_up",
            Self::Replied => "replied",
            Self::Told => "told",
            Self::Closed => "closed",
        }
    }

    /// As the clerk calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Recorded => "登记",
            Self::Answered => "当场答复",
            Self::Guided => "引导",
            Self::Handed => "转办",
            Self::TakenUp => "形成代表建议",
            Self::Replied => "答复",
            Self::Told => "告知",
            Self::Closed => "办结",
        }
    }

    /// The kind that the store calls so.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.key() == key)
    }

    /// What a way of handling (a code of list `route`) makes of a matter on the day it is raised.
    pub fn of_route(route_id: &str) -> Self {
        match route_id {
            "route.on_the_spot" => Self::Answered,
            "route.petition" | "route.court" | "route.declined" | "route.arbitration" | "route.procedure" => {
                Self::Guided
            }
            "route.suggestion" => Self::TakenUp,
            _ => Self::Handed,
        }
    }

    /// Whether it ends a round.
    pub fn closes(self) -> bool {
        matches!(self, Self::Answered | Self::Guided | Self::Closed)
    }

    /// Whether it says what is done with a matter: the first decision after its recording.
    pub fn decides(self) -> bool {
        matches!(self, Self::Answered | Self::Guided | Self::Handed | Self::TakenUp)
    }
}

/// What a matter has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "MatterState"))]
pub enum State {
    /// Recorded, nothing decided.
    登记,
    /// Handed on, or taken up; no reply yet.
    办理中,
    /// Replied; the voter does not know yet.
    已答复,
    /// The voter knows.
    已告知,
    /// Closed.
    已办结,
}

/// The state that follows from the steps of the newest round.
pub fn state(steps: &[Kind]) -> State {
    let has = |wanted: fn(Kind) -> bool| steps.iter().any(|k| wanted(*k));
    match () {
        () if has(Kind::closes) => State::已办结,
        () if has(|k| k == Kind::Told) => State::已告知,
        () if has(|k| k == Kind::Replied) => State::已答复,
        () if has(Kind::decides) => State::办理中,
        () => State::登记,
    }
}

/// Who is to do what next; empty when closed. `who` handles it, `asker` is to be told.
pub fn next(state: State, who: Option<&str>, asker: &str) -> String {
    match state {
        State::登记 => "联络站：决定怎样处理".to_owned(),
        State::办理中 => format!("{}：答复", who.unwrap_or("承办单位（待补）")),
        State::已答复 => format!("联络站：告知{asker}"),
        State::已告知 => "联络站：办结".to_owned(),
        State::已办结 => String::new(),
    }
}

/// The steps that may come next, the likeliest first.
pub fn offers(state: State) -> &'static [Kind] {
    match state {
        State::登记 => &[Kind::Handed, Kind::Answered, Kind::Guided, Kind::TakenUp],
        State::办理中 => &[Kind::Replied, Kind::Handed],
        State::已答复 => &[Kind::Told, Kind::Replied],
        State::已告知 => &[Kind::Closed, Kind::Told],
        State::已办结 => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, State, next, offers, state};

    #[test]
    fn every_open_state_has_a_next_actor_and_a_next_step() {
        let lives: [(&[Kind], State); 6] = [
            (&[Kind::Recorded], State::登记),
            (&[Kind::Recorded, Kind::Answered], State::已办结),
            (&[Kind::Recorded, Kind::Handed], State::办理中),
            (&[Kind::Recorded, Kind::Handed, Kind::Replied], State::已答复),
            (&[Kind::Recorded, Kind::TakenUp, Kind::Replied, Kind::Told], State::已告知),
            (&[Kind::Recorded, Kind::Handed, Kind::Replied, Kind::Told, Kind::Closed], State::已办结),
        ];
        for (steps, expected) in lives {
            assert_eq!(state(steps), expected, "the state follows from the steps {steps:?}");
            let open = expected != State::已办结;
            assert_eq!(!next(expected, None, "来访人").is_empty(), open, "an open matter always has a next actor");
            assert_eq!(!offers(expected).is_empty(), open, "and a step to take");
        }
    }
}
