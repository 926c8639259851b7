//! What entering and listing have in common: one fact by key, voiding.

use station_core::entry::{self, Saved};
use station_core::store::Tx;
use station_core::{Error, Op, Result as CoreResult};
use station_table::FactRef;

use crate::desk::Opened;
use crate::failure::Failure;

/// Voids what `body` voids.
pub(crate) fn void(opened: &mut Opened, body: impl FnOnce(&mut Tx<'_>) -> CoreResult<Saved>) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let saved = body(tx)?;
        Ok((Op::Void { what: what_of(&saved) }, saved))
    })
}

/// Voids facts of any kind that has a form of its own, in one operation.
pub fn void_facts(opened: &mut Opened, facts: Vec<FactRef>) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let mut all = facts.iter().map(|fact| entry::void(tx, fact)).collect::<CoreResult<Vec<_>>>()?;
        let count = all.len();
        let last = all.pop().ok_or(Error::Missing("记录"))?;
        let what = what_of(&last);
        let what = if count == 1 { what } else { format!("{what}等{count}条") };
        let label = format!("已作废 {what}");
        Ok((Op::Void { what }, Saved { label, writes: Vec::new(), ..last }))
    })
}

/// What was voided, without saying that it was.
fn what_of(saved: &Saved) -> String {
    saved.label.trim_start_matches("已作废").trim().to_owned()
}
