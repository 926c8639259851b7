//! What could not be met, a sentence each: chairs that stay empty, help from another point, two days running, and counts
//! of one level and site that differ by more than one, with the reason.

use super::groups;
use super::pick::State;
use crate::roster::Levels;
use crate::roster::deputies::Deputy;

/// So many names stand in a sentence.
const NAMES: usize = 3;

/// Everything that could not be met, by day, then by deputy, then by group.
pub(super) fn unmet(state: &State<'_>, levels: &Levels) -> Vec<String> {
    let mut order: Vec<usize> = (0..state.slots.len()).collect();
    order.sort_by_key(|at| (state.slots[*at].date, *at));
    let days = order.into_iter().flat_map(|at| day(state, at, levels));
    let running = (0..state.deputies.len()).filter_map(|who| running(state, who));
    let uneven = groups(state.deputies).into_iter().filter_map(|group| uneven(state, &group));
    days.chain(running).chain(uneven).collect()
}

fn day(state: &State<'_>, at: usize, levels: &Levels) -> Vec<String> {
    let slot = &state.slots[at];
    let wished = [(true, slot.upper), (false, slot.own)];
    let mut said: Vec<String> =
        wished.into_iter().filter_map(|(upper, wished)| lacking(state, at, (upper, wished), levels)).collect();
    let borrowed = state.days[at].iter().filter(|s| s.borrowed);
    said.extend(borrowed.map(|s| {
        let who = &state.deputies[s.who];
        let from = who.site.as_deref().unwrap_or_default();
        let why = away(state, (at, s.upper), true);
        let label = levels.of(s.upper);
        format!("{}：本点没有可排的{label}{why}，由{from}的{}值班。", place(state, at), who.name)
    }));
    said
}

fn place(state: &State<'_>, at: usize) -> String {
    format!("{} {}", state.texts[at], state.slots[at].site)
}

fn lacking(state: &State<'_>, at: usize, (upper, wished): (bool, usize), levels: &Levels) -> Option<String> {
    let found = state.days[at].iter().filter(|s| s.upper == upper).count();
    if found >= wished {
        return None;
    }
    let (label, why, place) = (levels.of(upper), away(state, (at, upper), false), place(state, at));
    Some(match found {
        0 if state.days[at].is_empty() => format!("{place}：没有可排的{label}{why}，暂时无人值班。"),
        0 => format!("{place}：没有可排的{label}{why}，只排{}。", levels.of(!upper)),
        _ => format!("{place}：{label}只排到{found}名，少{}名{why}。", wished - found),
    })
}

/// Why those who belong there cannot come: `（2人请假、1人当天已排）`.
fn away(state: &State<'_>, seat: (usize, bool), here: bool) -> String {
    let (at, upper) = seat;
    let seated = |who: usize| state.days[at].iter().any(|s| s.who == who);
    let is_here = |who: &usize| !here || state.deputies[*who].site_id == state.slots[at].site_id;
    let pool: Vec<usize> =
        (0..state.deputies.len()).filter(|who| state.belongs(*who, seat) && is_here(who) && !seated(*who)).collect();
    let on_leave = pool.iter().filter(|who| state.deputies[**who].is_away(&state.texts[at])).count();
    let busy = pool.len() - on_leave;
    let said: Vec<String> = [(on_leave, "人请假"), (busy, "人当天已排")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{count}{words}"))
        .collect();
    match said.is_empty() {
        true if here || state.days[at].iter().any(|s| s.upper == upper) => String::new(),
        true => "（没有这一级的代表）".to_owned(),
        false => format!("（{}）", said.join("、")),
    }
}

fn running(state: &State<'_>, who: usize) -> Option<String> {
    let mine = |at: &usize| state.days[*at].iter().any(|s| s.who == who);
    let days = (0..state.slots.len()).filter(mine).map(|at| &state.slots[at]);
    let close: Vec<_> = days.filter(|slot| state.is_running(who, slot.date)).collect();
    let first = close.iter().map(|slot| slot.date).min()?;
    let name = &state.deputies[who].name;
    Some(format!("{name}有{}天与前后一天连着值班（首次{first}）：人手不够，避不开。", close.len()))
}

fn uneven(state: &State<'_>, group: &[usize]) -> Option<String> {
    let counts = || group.iter().map(|who| state.counts[*who]);
    let (most, least) = (counts().max()?, counts().min()?);
    // What was uneven before, and what this roster does not touch, is no wish of it.
    let touched = state.days.iter().flatten().any(|s| group.contains(&s.who));
    if most <= least + 1 || !touched {
        return None;
    }
    let behind: Vec<usize> = group.iter().copied().filter(|who| state.counts[*who] + 2 <= most).collect();
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for who in behind {
        let (reason, name) = (reason(state, (group, who)), state.deputies[who].name.as_str());
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => reasons.push((reason, vec![name])),
        }
    }
    let why: Vec<String> = reasons.iter().map(|(reason, who)| format!("{}{reason}", names(who))).collect();
    let label = label(&state.deputies[group[0]]);
    Some(format!("{label}：最多值班{most}次，最少{least}次；{}。", why.join("，")))
}

/// `东关联络点镇代表`.
pub(crate) fn label(deputy: &Deputy) -> String {
    format!("{}{}代表", deputy.site.as_deref().unwrap_or("未定站点的"), deputy.level())
}

fn names(who: &[&str]) -> String {
    let first = who[..who.len().min(NAMES)].join("、");
    if who.len() > NAMES { format!("{first}等{}人", who.len()) } else { first }
}

/// Why somebody is behind the others of their group.
fn reason(state: &State<'_>, (group, who): (&[usize], usize)) -> String {
    let deputy = &state.deputies[who];
    let ours: Vec<usize> =
        (0..state.slots.len()).filter(|at| state.days[*at].iter().any(|s| group.contains(&s.who))).collect();
    let sits = |at: &usize| deputy.holds(&state.texts[*at]) != (false, false);
    match () {
        () if ours.iter().any(|at| deputy.is_away(&state.texts[*at])) => "有接待日请假".to_owned(),
        () if !ours.iter().all(sits) => "任职不满这段时间".to_owned(),
        () if group.iter().any(|other| state.deputies[*other].served.len() >= state.counts[who] + 2) => {
            "此前值班比别人少，这段时间补不齐".to_owned()
        }
        () => "当天已在别处值班或不能坐这一席，换不开".to_owned(),
    }
}
