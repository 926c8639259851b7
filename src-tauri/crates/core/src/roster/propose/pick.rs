//! Seat by seat, in the order of the days: who may take it, and who comes first.

use std::collections::{BTreeSet, HashMap};

use chrono::{Days, NaiveDate};

use super::{Seated, Slot};
use crate::roster::deputies::Deputy;

/// A roster in the making.
pub(super) struct State<'a> {
    pub(super) slots: &'a [Slot],
    pub(super) deputies: &'a [Deputy],
    /// Who sits on each day so far.
    pub(super) days: Vec<Vec<Seated>>,
    /// How often each has served or is rostered.
    pub(super) counts: Vec<usize>,
    /// The days of the slots as text, as mandates and leave are compared.
    pub(super) texts: Vec<String>,
    /// On which days each is on duty.
    taken: Vec<BTreeSet<NaiveDate>>,
    borrow: bool,
}

/// Before whom somebody comes: belongs there, rests between, served least, served longest ago, entered first.
type Rank = (u8, bool, usize, Option<NaiveDate>, usize);

/// Where somebody belongs, seen from a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Here,
    Anywhere,
    OtherPoint,
}

impl<'a> State<'a> {
    pub(super) fn new(slots: &'a [Slot], deputies: &'a [Deputy], borrow: bool) -> Self {
        Self {
            slots,
            deputies,
            days: vec![Vec::new(); slots.len()],
            counts: deputies.iter().map(|d| d.served.len()).collect(),
            texts: slots.iter().map(|slot| slot.date.to_string()).collect(),
            taken: deputies.iter().map(|d| d.served.iter().copied().collect()).collect(),
            borrow,
        }
    }

    fn from(&self, who: usize, at: usize) -> From {
        let (deputy, slot) = (&self.deputies[who], &self.slots[at]);
        match () {
            () if !slot.point || deputy.site_id.is_some() && deputy.site_id == slot.site_id => From::Here,
            () if !deputy.point => From::Anywhere,
            () => From::OtherPoint,
        }
    }

    /// Whether their mandates and their point allow them that seat; whether they are there that day is another question.
    pub(super) fn belongs(&self, who: usize, (at, upper): (usize, bool)) -> bool {
        let (above, own) = self.deputies[who].holds(&self.texts[at]);
        (if upper { above } else { own }) && (self.borrow || self.from(who, at) != From::OtherPoint)
    }

    /// Whether they can be put on that seat.
    pub(super) fn may(&self, who: usize, seat: (usize, bool)) -> bool {
        let (at, _) = seat;
        !self.is_busy(who, at) && self.belongs(who, seat) && !self.deputies[who].is_away(&self.texts[at])
    }

    /// How many sit on a day for the own level, or for those above.
    fn taken_seats(&self, (at, upper): (usize, bool)) -> usize {
        self.days[at].iter().filter(|seated| seated.upper == upper).count()
    }

    /// Whether they are on duty that day already.
    pub(super) fn is_busy(&self, who: usize, at: usize) -> bool {
        self.taken[who].contains(&self.slots[at].date)
    }

    /// Whether they are on duty the day before or after.
    pub(super) fn is_running(&self, who: usize, date: NaiveDate) -> bool {
        let is = |day: Option<NaiveDate>| day.is_some_and(|day| self.taken[who].contains(&day));
        is(date.checked_sub_days(Days::new(1))) || is(date.checked_add_days(Days::new(1)))
    }

    /// Own point before others'; a deputy of both levels takes the own level's seat only where nobody else does.
    fn tier(&self, who: usize, (at, upper): (usize, bool)) -> u8 {
        let both = !upper && self.deputies[who].holds(&self.texts[at]).0;
        let from = match self.from(who, at) {
            From::Here => 0,
            From::Anywhere => 1,
            From::OtherPoint => 4,
        };
        match (from, both) {
            (4, true) => 5,
            (from, true) => from + 2,
            (from, false) => from,
        }
    }

    fn rank(&self, who: usize, seat: (usize, bool)) -> Option<Rank> {
        self.may(who, seat).then(|| {
            let date = self.slots[seat.0].date;
            let last = self.taken[who].range(..date).next_back().copied();
            (self.tier(who, seat), self.is_running(who, date), self.counts[who], last, who)
        })
    }

    /// Whoever comes first for a seat.
    fn first(&self, seat: (usize, bool)) -> Option<usize> {
        (0..self.deputies.len()).filter_map(|who| self.rank(who, seat)).min().map(|rank| rank.4)
    }

    pub(super) fn seat(&mut self, who: usize, (at, upper): (usize, bool)) {
        let borrowed = self.from(who, at) == From::OtherPoint;
        self.days[at].push(Seated { who, upper, borrowed });
        self.taken[who].insert(self.slots[at].date);
        self.counts[who] += 1;
    }

    /// Somebody takes over a seat.
    pub(super) fn hand_over(&mut self, (at, place): (usize, usize), to: usize) {
        let date = self.slots[at].date;
        let borrowed = self.from(to, at) == From::OtherPoint;
        let seat = &mut self.days[at][place];
        let from = seat.who;
        *seat = Seated { who: to, borrowed, ..*seat };
        self.taken[from].remove(&date);
        self.taken[to].insert(date);
        self.counts[from] -= 1;
        self.counts[to] += 1;
    }
}

/// Leaves on their seats those who sit there already, as far as they still may and are wished for.
pub(super) fn keep(state: &mut State<'_>) {
    let known: HashMap<&str, usize> = state.deputies.iter().enumerate().map(|(at, d)| (d.id.as_str(), at)).collect();
    for at in 0..state.slots.len() {
        let slot = &state.slots[at];
        for who in slot.sits.iter().filter_map(|id| known.get(id.as_str()).copied()) {
            let free =
                |upper: bool, seats: usize| state.taken_seats((at, upper)) < seats && state.may(who, (at, upper));
            let upper = [(true, slot.upper), (false, slot.own)].into_iter().find(|(upper, seats)| free(*upper, *seats));
            if let Some((upper, _)) = upper {
                state.seat(who, (at, upper));
            }
        }
    }
}

/// Fills every seat that can be filled. On one date the points come before the station, which draws from all.
pub(super) fn fill(state: &mut State<'_>) {
    let mut order: Vec<usize> = (0..state.slots.len()).collect();
    order.sort_by_key(|at| (state.slots[*at].date, !state.slots[*at].point, *at));
    for at in order {
        let wished = [(true, state.slots[at].upper), (false, state.slots[at].own)];
        for (upper, seats) in wished {
            for _ in state.taken_seats((at, upper))..seats {
                let Some(who) = state.first((at, upper)) else { break };
                state.seat(who, (at, upper));
            }
        }
    }
}
