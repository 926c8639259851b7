//! A roster for days that nobody sits on yet: pure, and the same every time for the same days and deputies.
//!
//! Whoever sits there already stays while they still may. Each other seat goes to whoever has served least among those who may take it, the own point's before others'; then whoever of
//! a group (deputies of one level and site) has two more than another gives a day away, if need be along a chain. What is
//! left is told.

mod even;
mod pick;
#[cfg(test)]
mod tests;
mod told;

use chrono::NaiveDate;

use super::Levels;
use super::deputies::Deputy;
use pick::State;
pub(crate) use told::label;

/// A day of a site that is to be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// The site.
    pub site_id: Option<String>,
    /// Its name.
    pub site: String,
    /// Whether it is a point, whose own deputies come first; a station draws from all.
    pub point: bool,
    /// How many of the own level are wished for.
    pub own: usize,
    /// How many of the levels above.
    pub upper: usize,
    /// Keys of those who sit there already; whoever still may keeps the seat.
    pub sits: Vec<String>,
}

/// Somebody on a chair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seated {
    /// Which of the deputies.
    pub who: usize,
    /// Whether for the level above.
    pub upper: bool,
    /// Whether they help out from another point.
    pub borrowed: bool,
}

/// Who sits on each of the days, and what could not be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rota {
    /// Day by day, as the slots were given.
    pub days: Vec<Vec<Seated>>,
    /// Wishes that could not be met, a Chinese sentence each.
    pub unmet: Vec<String>,
}

/// Rosters the deputies for the days. `borrow`: whether another point's deputies help out where a point has nobody.
pub fn propose(slots: &[Slot], deputies: &[Deputy], (levels, borrow): (&Levels, bool)) -> Rota {
    let mut state = State::new(slots, deputies, borrow);
    pick::keep(&mut state);
    pick::fill(&mut state);
    even::even_out(&mut state);
    let unmet = told::unmet(&state, levels);
    Rota { days: state.days, unmet }
}

/// Deputies of one level and site; the highest level counts, and each is a group of its own.
pub(crate) fn groups(deputies: &[Deputy]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let key = |deputy: &Deputy| (deputy.level().to_owned(), deputy.site_id.clone());
    for (at, deputy) in deputies.iter().enumerate() {
        match groups.iter_mut().find(|members| key(&deputies[members[0]]) == key(deputy)) {
            Some(members) => members.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}
