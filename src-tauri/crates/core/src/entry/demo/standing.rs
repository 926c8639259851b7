//! With whom the deputies of the practice township keep in touch: residents of their villages, and each other.

use chrono::Days;

use super::constituencies::PRESIDIUM;
use super::people::COUNTY;
use super::town::{Town, village};
use super::words;
use crate::entry::standing::{self, StandingDraft};
use crate::error::Result;
use crate::store::Tx;

/// How many deputies a county deputy is paired with.
const PAIRED: usize = 10;
/// How many deputies a member of the 主席团 visits.
const VISITED: usize = 3;

/// Makes residents and pairings.
pub(super) fn settle(tx: &mut Tx<'_>, town: &mut Town) -> Result<()> {
    for at in 0..town.deputies.len() {
        let mut kept = Vec::new();
        for _ in 0..town.number((2, 10)) {
            let draft = resident(town, at);
            let standing = standing::save(tx, &draft)?;
            kept.extend(standing::load(tx.db(), &standing.id)?.resident_id);
        }
        town.kept.push(kept);
        town.paired.push(Vec::new());
    }
    // Ten deputies of the county take the 95 who sit in the township only, ten each.
    let county = COUNTY - 10..COUNTY;
    for (at, others) in county.zip((COUNTY..town.deputies.len()).collect::<Vec<_>>().chunks(PAIRED)) {
        pair(tx, town, (at, others), ("pairing_kind.county", 1))?;
    }
    for at in 0..PRESIDIUM {
        let others: Vec<usize> = (0..VISITED).map(|n| COUNTY + at * VISITED + n).collect();
        pair(tx, town, (at, &others), ("pairing_kind.presidium", 2))?;
    }
    Ok(())
}

/// Since when: up to a year before the practice begins.
fn since(town: &mut Town) -> Option<String> {
    let days = u64::try_from(town.number((10, 360))).unwrap_or_default();
    town.began.checked_sub_days(Days::new(days)).map(|date| date.to_string())
}

fn resident(town: &mut Town, at: usize) -> StandingDraft {
    let (voter, sex) = town.person();
    let (kind, situation) = town.one(&words::SITUATIONS);
    let village = village(at);
    StandingDraft {
        person_id: town.deputies[at].clone(),
        kind_id: Some(kind.to_owned()),
        since: since(town),
        target: Some(town.number((1, 2))),
        situation: Some(situation.to_owned()),
        voter: Some(voter),
        sex: Some(sex.to_owned()),
        birth: Some(town.number((1945, 1999)).to_string()),
        party_id: Some(town.one(&["party.13", "party.13", "party.13", "party.01"]).to_owned()),
        household: Some(town.number((1, 7))),
        village: Some(format!("{village}村")),
        address: Some(format!("{village}村{}组", town.number((1, 9)))),
        phone: Some(town.phone()),
        ..StandingDraft::default()
    }
}

fn pair(tx: &mut Tx<'_>, town: &mut Town, (at, others): (usize, &[usize]), (kind, target): (&str, i64)) -> Result<()> {
    for other in others {
        let draft = StandingDraft {
            person_id: town.deputies[at].clone(),
            partner_id: Some(town.deputies[*other].clone()),
            kind_id: Some(kind.to_owned()),
            since: since(town),
            target: Some(target),
            ..StandingDraft::default()
        };
        standing::save(tx, &draft)?;
    }
    town.paired[at].extend(others);
    Ok(())
}
