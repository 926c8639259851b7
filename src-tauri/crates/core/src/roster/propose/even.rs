//! Evening out: whoever has two days more than another of their group gives one away, if need be along a chain of others.

use super::groups;
use super::pick::State;

/// A seat that changes hands: day and place, and who takes it.
type Step = (Place, usize);

/// A seat: which day, and which of those on it.
type Place = (usize, usize);

/// A group, and the seats of each of it.
type Held<'a> = (&'a [usize], &'a [Vec<Place>]);

/// From whom a seat came to each of a group, and which.
type Reached = Vec<Option<(usize, Place)>>;

/// Evens out every group, first without making anybody sit two days running, then with.
pub(super) fn even_out(state: &mut State<'_>) {
    for group in groups(state.deputies) {
        for rested in [true, false] {
            while let Some(chain) = chain(state, &group, rested) {
                for (seat, to) in chain {
                    state.hand_over(seat, to);
                }
            }
        }
    }
}

/// A chain of seats from somebody to one who has two less; each such chain makes the counts more even, so there is an end.
fn chain(state: &State<'_>, group: &[usize], rested: bool) -> Option<Vec<Step>> {
    let least = group.iter().map(|who| state.counts[*who]).min()?;
    let mut busy: Vec<usize> = group.iter().copied().filter(|who| state.counts[*who] >= least + 2).collect();
    busy.sort_by_key(|who| (std::cmp::Reverse(state.counts[*who]), *who));
    let seats = seats_of(state, group);
    busy.into_iter().find_map(|from| search(state, (group, &seats), (from, rested)))
}

/// The seats of each of a group.
fn seats_of(state: &State<'_>, group: &[usize]) -> Vec<Vec<Place>> {
    let mut seats = vec![Vec::new(); group.len()];
    for (at, day) in state.days.iter().enumerate() {
        for (place, seated) in day.iter().enumerate() {
            if let Ok(member) = group.binary_search(&seated.who) {
                seats[member].push((at, place));
            }
        }
    }
    seats
}

/// The shortest chain from one of a group, breadth first.
fn search(state: &State<'_>, (group, seats): Held<'_>, (from, rested): (usize, bool)) -> Option<Vec<Step>> {
    let start = group.binary_search(&from).ok()?;
    let mut reached: Reached = vec![None; group.len()];
    let mut next = vec![start];
    for turn in 0.. {
        let giver = *next.get(turn)?;
        for seat in &seats[giver] {
            for taker in 0..group.len() {
                if taker == start
                    || reached[taker].is_some()
                    || !takes(state, (group[giver], group[taker]), *seat, rested)
                {
                    continue;
                }
                reached[taker] = Some((giver, *seat));
                if state.counts[group[taker]] + 2 <= state.counts[from] {
                    return Some(back(group, &reached, taker));
                }
                next.push(taker);
            }
        }
    }
    None
}

fn takes(state: &State<'_>, (giver, taker): (usize, usize), (at, place): Place, rested: bool) -> bool {
    let upper = state.days[at][place].upper;
    giver != taker && state.may(taker, (at, upper)) && !(rested && state.is_running(taker, state.slots[at].date))
}

/// The chain that ends with somebody, from its end: a seat is free of its old holder before the holder takes another.
fn back(group: &[usize], reached: &Reached, end: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut taker = end;
    while let Some((giver, seat)) = reached[taker] {
        steps.push((seat, group[taker]));
        taker = giver;
    }
    steps
}
