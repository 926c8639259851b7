//! The life of a matter, derived from its steps: what it has come to, who owes what, who is to be told.

use chrono::NaiveDate;

use super::rules::{Kind, State};

/// What a life is derived from. Steps stand in their order: round, day, entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// 社情民意: what voters said; else what deputies put forward.
    pub heard: bool,
    /// 按信访件办理.
    pub petition: bool,
    /// Keys of those who raised it and are to be told.
    pub raised: Vec<String>,
    /// Who was to handle it, in all rounds.
    pub assigned: Vec<Assigned>,
    /// All steps.
    pub steps: Vec<Happened>,
}

/// A unit that was to handle a matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assigned {
    /// Key of the assignment.
    pub id: String,
    /// In which round.
    pub round: i64,
    /// 协办: it helps, and owes no reply of its own.
    pub helps: bool,
    /// The unit by name; none = 待补.
    pub unit: Option<String>,
}

/// One step, as far as a life follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// Key of the step.
    pub id: String,
    /// In which round.
    pub round: i64,
    /// What.
    pub kind: Kind,
    /// When.
    pub day: NaiveDate,
    /// Its place among the steps of that day.
    pub place: i64,
    /// Which unit it is about; none = all of the round.
    pub assignment: Option<String>,
    /// Who was told; none = all.
    pub raised: Option<String>,
    /// Whether a telling says how, by whom and in what words (or why it was not possible), or comes from a file.
    pub complete: bool,
    /// 满意度, a code of list `grade`.
    pub grade: Option<String>,
    /// 办理结果, a code of list `result`.
    pub result: Option<String>,
    /// Deadline that was notified.
    pub due: Option<NaiveDate>,
    /// Its rule and article.
    pub due_rule: Option<String>,
    /// Until when something was promised.
    pub promised: Option<NaiveDate>,
    /// Handed on to the county, whom no rule of the station binds.
    pub county: bool,
}

/// The code of 不满意.
pub const NOT_SATISFIED: &str = "grade.not";

impl Course {
    /// The newest round that has a step.
    pub fn round(&self) -> i64 {
        self.steps.iter().map(|s| s.round).max().unwrap_or(1)
    }

    /// Steps of the newest round.
    pub fn current(&self) -> impl DoubleEndedIterator<Item = &Happened> {
        let round = self.round();
        self.steps.iter().filter(move |s| s.round == round)
    }

    fn has(&self, kind: Kind) -> bool {
        self.current().any(|s| s.kind == kind)
    }

    fn about<'a>(&'a self, id: &'a str) -> impl DoubleEndedIterator<Item = &'a Happened> {
        self.current().filter(move |s| s.assignment.as_deref().is_none_or(|about| about == id))
    }

    /// Whether a unit said that it is not its matter.
    pub fn gave_back(&self, id: &str) -> bool {
        self.steps.iter().any(|s| s.kind == Kind::Returned && s.assignment.as_deref() == Some(id))
    }

    /// Units of the newest round that have not given it back.
    pub fn standing(&self) -> impl Iterator<Item = &Assigned> {
        let round = self.round();
        self.assigned.iter().filter(move |a| a.round == round && !self.gave_back(&a.id))
    }

    /// Units that owe a reply: 主办 and 分办; where there are none, whoever helps.
    pub fn owing(&self) -> impl Iterator<Item = &Assigned> {
        let only_help = self.standing().all(|a| a.helps);
        self.standing().filter(move |a| (only_help || !a.helps) && !self.about(&a.id).any(|s| s.kind == Kind::Replied))
    }

    /// The step that handed it on without saying to whom: who owes the reply is 待补.
    pub fn nameless(&self) -> Option<&Happened> {
        self.owing().find(|a| a.unit.is_none()).and_then(|a| self.handed(&a.id))
    }

    /// Since when the clock of a unit stands still; none while it runs.
    pub fn stopped(&self, id: &str) -> Option<NaiveDate> {
        let last = self.about(id).rfind(|s| matches!(s.kind, Kind::Stopped | Kind::Restarted))?;
        (last.kind == Kind::Stopped).then_some(last.day)
    }

    /// The last reply of the newest round.
    pub fn reply(&self) -> Option<&Happened> {
        self.current().rfind(|s| s.kind == Kind::Replied)
    }

    /// Tellings that still hold: those since the last reply.
    fn tellings(&self) -> impl Iterator<Item = &Happened> {
        let reply = self.current().collect::<Vec<_>>().iter().rposition(|s| s.kind == Kind::Replied);
        self.current().skip(reply.map_or(0, |at| at + 1)).filter(|s| s.kind == Kind::Told)
    }

    /// Those who raised it and do not know yet.
    pub fn untold(&self) -> impl Iterator<Item = &str> {
        let told = |key: &str| self.tellings().any(|s| s.raised.as_deref().is_none_or(|whom| whom == key));
        self.raised.iter().map(String::as_str).filter(move |key| !told(key))
    }

    fn all_know(&self) -> bool {
        self.tellings().next().is_some() && self.untold().next().is_none()
    }

    /// Whether a telling lacks how, by whom or in what words.
    pub fn telling_lacks(&self) -> bool {
        self.tellings().any(|s| !s.complete)
    }

    /// 满意度 of the newest answer: what was said of an earlier one is not said of a later one.
    pub fn grade(&self) -> Option<&str> {
        let answers = |s: &&Happened| matches!(s.kind, Kind::Replied | Kind::Answered | Kind::Guided);
        let answered = self.steps.iter().filter(answers).map(|s| s.round).max().unwrap_or(0);
        self.steps.iter().rev().filter(|s| s.round >= answered).find_map(|s| s.grade.as_deref())
    }

    /// Whether the newest word of those who raised it, or of the deputies, is that they are not satisfied.
    pub fn dissatisfied(&self) -> bool {
        self.current().filter_map(|s| s.grade.as_deref()).next_back() == Some(NOT_SATISFIED)
    }

    /// What deputies put forward and have not rated in this round.
    fn unrated(&self) -> bool {
        !self.heard && self.current().all(|s| s.grade.is_none())
    }

    /// What a unit promised and nobody has followed up: until when.
    pub fn promise(&self) -> Option<NaiveDate> {
        let last = self.steps.iter().rposition(|s| s.promised.is_some())?;
        let followed = self.steps.iter().skip(last).any(|s| s.kind == Kind::Followed);
        self.steps.get(last).filter(|_| !followed).and_then(|s| s.promised)
    }
}

/// The state that follows from the steps.
pub fn state(course: &Course) -> State {
    // Most lives are closed: nothing else is asked of them.
    if course.current().any(|s| s.kind.closes()) {
        return State::已办结;
    }
    let owing: Vec<&Assigned> = course.owing().collect();
    let replied = course.reply().is_some();
    match () {
        () if !owing.is_empty() && owing.iter().all(|a| course.stopped(&a.id).is_some()) => State::已中止,
        () if !owing.is_empty() => State::办理中,
        () if course.all_know() => State::已告知,
        () if replied => State::已答复,
        () if course.has(Kind::Handed) => State::已退回,
        () if course.has(Kind::TakenUp) && course.heard => State::办理中,
        () if course.has(Kind::Accepted) || course.has(Kind::TakenUp) || course.has(Kind::Reopened) => State::已接单,
        () => State::登记,
    }
}

/// Who is to do what next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
}

impl Next {
    fn new(who: impl Into<String>, what: impl Into<String>) -> Self {
        Self { who: who.into(), what: what.into() }
    }

    /// `水利站：答复`.
    pub fn shown(&self) -> String {
        format!("{}：{}", self.who, self.what)
    }
}

/// Who is to do what next; none when it is closed and nothing was promised. `names` says who somebody is by the key of
/// their raising.
pub fn next(course: &Course, names: impl Fn(&str) -> String) -> Option<Next> {
    const STATION: &str = "联络站";
    let hand_on = Kind::Handed.label(course.heard);
    Some(match state(course) {
        State::登记 if course.heard => Next::new(STATION, "决定怎样处理"),
        State::已接单 if course.has(Kind::Reopened) => Next::new(STATION, format!("重新{hand_on}")),
        State::登记 | State::已接单 => Next::new(STATION, hand_on),
        State::已退回 => Next::new(STATION, format!("另行{hand_on}")),
        State::办理中 if course.owing().next().is_none() => Next::new("代表", "提出代表建议"),
        State::办理中 if course.nameless().is_some() => Next::new(STATION, "补上承办单位"),
        State::办理中 => {
            let running = course.owing().filter(|a| course.stopped(&a.id).is_none());
            Next::new(running.filter_map(|a| a.unit.as_deref()).collect::<Vec<_>>().join("、"), "答复")
        }
        State::已中止 => Next::new(STATION, "恢复计时"),
        State::已答复 => {
            let whom: Vec<String> = course.untold().map(names).collect();
            let whom = if whom.is_empty() { "反映人".to_owned() } else { whom.join("、") };
            Next::new(STATION, format!("告知{whom}"))
        }
        State::已告知 if course.telling_lacks() => Next::new(STATION, "补写告知情况"),
        State::已告知 if course.dissatisfied() => Next::new(STATION, "重新办理，或办结"),
        State::已告知 if course.unrated() => Next::new(STATION, "征询代表意见，再办结"),
        State::已告知 => Next::new(STATION, "办结"),
        State::已办结 => Next::new(STATION, format!("跟踪承诺（至{}）", course.promise()?)),
    })
}

/// The steps that may come next, the likeliest first.
pub fn offers(course: &Course) -> Vec<Kind> {
    use Kind::{
        Accepted, Answered, Chased, Closed, Extended, Followed, Guided, Handed, Rated, Reopened, Replied, Restarted,
        Returned, Signed, Stopped, TakenUp, Talked, Told,
    };
    let signed = course.owing().all(|a| course.about(&a.id).any(|s| s.kind == Signed));
    let before = |first: &[Kind], rest: &[Kind]| [first, rest].concat();
    match state(course) {
        State::登记 | State::已退回 if !course.heard => vec![Handed, Guided, Talked],
        State::登记 => vec![Accepted, Handed, Answered, Guided, TakenUp],
        State::已接单 if course.heard => vec![Handed, Answered, Guided, TakenUp, Accepted, Talked],
        State::已接单 => vec![Handed, Guided, Accepted, Talked],
        State::已退回 => vec![Handed, Answered, Guided, TakenUp, Talked],
        State::办理中 if course.owing().next().is_none() => vec![TakenUp, Handed, Replied, Talked],
        State::办理中 => {
            let first: &[Kind] = if signed { &[Replied] } else { &[Replied, Signed] };
            before(first, &[Chased, Extended, Returned, Stopped, Talked, Handed, Told, Restarted])
        }
        State::已中止 => vec![Restarted, Talked, Returned],
        State::已答复 => vec![Told, Talked, Replied, Rated],
        State::已告知 if course.dissatisfied() => vec![Reopened, Closed, Rated, Told, Talked],
        State::已告知 if course.unrated() => vec![Rated, Closed, Told, Talked, Reopened],
        State::已告知 => vec![Closed, Rated, Told, Talked, Reopened],
        State::已办结 if course.dissatisfied() => vec![Reopened, Rated, Followed],
        State::已办结 if course.promise().is_some() => vec![Followed, Rated, Reopened],
        State::已办结 => vec![Rated, Followed, Reopened],
    }
    .into_iter()
    .filter(|kind| *kind != Restarted || course.standing().any(|a| course.stopped(&a.id).is_some()))
    .collect()
}
