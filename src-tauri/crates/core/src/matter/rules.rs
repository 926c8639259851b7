//! What a step is, what a matter has come to, and in which of the four orders (四单) it stands.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $key:literal $label:literal,)*) => {
        /// What a step is.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "StepKind"))]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Kind {
            /// All kinds in the order of a life.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// As the store keeps it.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }

            fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $label,)*
                }
            }
        }
    };
}

kinds! {
    /// 登记 (点单).
    #[default]
    Recorded "recorded" "登记",
    /// 接单: a deputy takes it up.
    Accepted "accepted" "接单",
    /// 当场答复: answers and closes.
    Answered "answered" "当场答复",
    /// 引导 to where the matter belongs: explains and closes.
    Guided "guided" "引导",
    /// 转办 or 交办 (派单): see [`Kind::label`].
    Handed "handed" "转办",
    /// 形成代表建议.
    TakenUp "taken_up" "形成代表建议",
    /// 签收: the unit has it.
    Signed "signed" "签收",
    /// 退办: it is not the unit's.
    Returned "returned" "退办",
    /// 催办.
    Chased "chased" "催办",
    /// 延期.
    Extended "extended" "延期",
    /// 中止计时.
    Stopped "stopped" "中止计时",
    /// 恢复计时.
    Restarted "restarted" "恢复计时",
    /// 面商.
    Talked "talked" "面商",
    /// 答复.
    Replied "replied" "答复",
    /// 告知.
    Told "told" "告知",
    /// 征询意见: 办理态度 and 办理结果 apart.
    Rated "rated" "征询意见",
    /// 办结 (销单).
    Closed "closed" "办结",
    /// 跟踪落实 of what was promised.
    Followed "followed" "跟踪落实",
    /// 重新办理: a new round.
    Reopened "reopened" "重新办理",
}

impl Kind {
    /// As the clerk calls it. What voters said is 转办; what deputies put forward is 交办 (代表法第五十一条), with 交办单.
    pub fn label(self, heard: bool) -> &'static str {
        if self == Self::Handed && !heard { "交办" } else { self.word() }
    }

    /// The kind that the store calls so.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.key() == key)
    }

    /// What a way of handling (a code of list `route`) makes of a matter on the day it is raised.
    pub fn of_route(route_id: &str) -> Self {
        match route_id {
            "route.on_the_spot" => Self::Answered,
            "route.petition" | "route.court" | "route.arbitration" | "route.procedure" | "route.declined" => {
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

    /// Whether it is about one of the units that handle a matter.
    pub fn of_unit(self) -> bool {
        matches!(
            self,
            Self::Signed
                | Self::Returned
                | Self::Chased
                | Self::Extended
                | Self::Stopped
                | Self::Restarted
                | Self::Replied
        )
    }

    /// Whether it may not be written without its reason.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Returned | Self::Extended | Self::Stopped | Self::Restarted | Self::Reopened)
    }
}

/// What a matter has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "MatterState"))]
pub enum State {
    /// Recorded, nothing decided.
    登记,
    /// A deputy has taken it up, or it is to be handled once more; not handed on yet.
    已接单,
    /// Every unit gave it back.
    已退回,
    /// Handed on; a unit owes its reply.
    办理中,
    /// The clock stands still.
    已中止,
    /// Replied; somebody who raised it does not know yet.
    已答复,
    /// All who raised it know.
    已告知,
    /// Closed.
    已办结,
}

impl State {
    /// All of them, the least advanced first.
    pub const ALL: [Self; 8] =
        [Self::登记, Self::已接单, Self::已退回, Self::办理中, Self::已中止, Self::已答复, Self::已告知, Self::已办结];

    /// As it is shown.
    pub fn label(self) -> &'static str {
        match self {
            Self::登记 => "登记",
            Self::已接单 => "已接单",
            Self::已退回 => "已退回",
            Self::办理中 => "办理中",
            Self::已中止 => "已中止",
            Self::已答复 => "已答复",
            Self::已告知 => "已告知",
            Self::已办结 => "已办结",
        }
    }

    /// The order in which it stands.
    pub fn order(self) -> Order {
        match self {
            Self::登记 => Order::点单,
            Self::已接单 => Order::接单,
            Self::已退回 | Self::办理中 | Self::已中止 => Order::派单,
            Self::已答复 | Self::已告知 | Self::已办结 => Order::销单,
        }
    }
}

/// The four orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "FourOrders"))]
pub enum Order {
    /// The voter says it.
    点单,
    /// A deputy takes it up.
    接单,
    /// The congress hands it on, and a unit handles it.
    派单,
    /// It is answered, told and closed.
    销单,
}
