//! The duty roster: proposed, accepted, changed; who is away, and how evenly it is.

use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::duty::search::{LeaveRow, leaves as leaves_between};
use station_core::entry::Saved;
use station_core::entry::roster::leave::{self, LeaveDraft};
use station_core::entry::roster::swap::{self, SwapDraft};
use station_core::entry::roster::{self as entry, RosterDraft};
use station_core::roster::ask::{Proposal, RosterAsk, proposal};
use station_core::roster::balance::{Balance, balance};
use station_core::roster::gaps::{self, Gap};
use station_core::roster::stands::{self, Roster};
use station_core::roster::wishes::{self, Wishes};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::{Between, OfFact};

/// What the first page says of the days ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RosterAhead {
    /// Days of the next month without anybody.
    pub empty: Vec<Gap>,
    /// Days that are near and of which nobody was notified.
    pub notice_due: Vec<Gap>,
}

/// A roster for a period; nothing is written.
pub fn propose_roster(opened: &mut Opened, ask: RosterAsk) -> Result<Proposal, Failure> {
    Ok(proposal(opened.db(), &ask, opened.today())?)
}

/// Writes the days of a proposal.
pub fn accept_roster(opened: &mut Opened, draft: RosterDraft) -> Result<Saved, Failure> {
    opened.write(|tx| Ok((Op::AcceptRoster { days: draft.written().count() }, entry::accept(tx, &draft)?)))
}

/// What stands of the roster in a period.
pub fn roster(opened: &mut Opened, ask: Between) -> Result<Roster, Failure> {
    Ok(stands::roster(opened.db(), (&ask.from, &ask.to), opened.today())?)
}

/// How often each deputy is on duty in a period.
pub fn duty_balance(opened: &mut Opened, ask: Between) -> Result<Balance, Failure> {
    Ok(balance(opened.db(), (&ask.from, &ask.to), opened.today())?)
}

/// Days ahead that lack a deputy or a notice.
pub fn roster_ahead(opened: &mut Opened, _: ()) -> Result<RosterAhead, Failure> {
    let (db, today) = (opened.db(), opened.today());
    Ok(RosterAhead { empty: gaps::empty(db, today)?, notice_due: gaps::notice_due(db, today)? })
}

/// What the station wishes of its roster.
pub fn roster_wishes(opened: &mut Opened, _: ()) -> Result<Wishes, Failure> {
    Ok(wishes::load(opened.db())?)
}

/// Saves it.
pub fn save_roster_wishes(opened: &mut Opened, says: Wishes) -> Result<Saved, Failure> {
    opened.write(|tx| {
        wishes::save(tx, &says)?;
        let label = "已保存排班要求".to_owned();
        Ok((Op::SaveRosterWishes, Saved { id: String::new(), number: None, label, writes: Vec::new() }))
    })
}

/// Who is away in a period.
pub fn leaves(opened: &mut Opened, ask: Between) -> Result<Vec<LeaveRow>, Failure> {
    Ok(leaves_between(opened.db(), (&ask.from, &ask.to))?)
}

/// Saves a leave.
pub fn save_leave(opened: &mut Opened, draft: LeaveDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = leave::save(tx, &draft)?;
        Ok((Op::SaveLeave { what: what(&saved, "已登记请假 ") }, saved))
    })
}

/// Voids a leave.
pub fn void_leave(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = leave::void(tx, &ask.id)?;
        Ok((Op::Void { what: what(&saved, "已作废") }, saved))
    })
}

/// Saves a change of duty.
pub fn save_swap(opened: &mut Opened, draft: SwapDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = swap::save(tx, &draft)?;
        Ok((Op::SaveSwap { what: what(&saved, "已登记调班 ") }, saved))
    })
}

/// What was saved, without how it begins.
fn what(saved: &Saved, begins: &str) -> String {
    saved.label.trim_start_matches(begins).to_owned()
}
