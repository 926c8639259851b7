//! Dated memberships: a differing value corrects what stands, unless it is said to have changed from a date.

use super::{Mandate, Membership};
use crate::error::Result;
use crate::store::{Db, Tx};

/// What a membership says: a group, a delegation, a work or an own site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Says {
    /// The group or delegation.
    pub team_id: Option<String>,
    /// The own site.
    pub site_id: Option<String>,
    /// 单位.
    pub unit: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// Office held in the group.
    pub role: Option<String>,
}

impl Says {
    fn of(membership: &Membership) -> Self {
        let m = membership.clone();
        Self { team_id: m.team_id, site_id: m.site_id, unit: m.unit, post: m.post, role: m.role }
    }

    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// The membership of that kind that holds now: the one without end, the newest of them.
pub fn standing(db: Db<'_>, person_id: &str, kind: &str) -> Result<Option<Membership>> {
    db.first(include_str!("sql/standing.sql"), [person_id, kind])
}

/// Writes what a person's membership of that kind is: 更正 in place, or 变动 from `changed_on`.
pub fn put(tx: &mut Tx<'_>, person_id: &str, kind: &str, (says, changed_on): (Says, Option<&str>)) -> Result<()> {
    let standing = standing(tx.db(), person_id, kind)?;
    match (standing, changed_on) {
        (Some(old), _) if Says::of(&old) == says => Ok(()),
        (Some(old), Some(day)) => {
            tx.update(&Membership { until: Some(day.to_owned()), ..old })?;
            add(tx, person_id, kind, (says, Some(day)))
        }
        (Some(old), None) if says.is_nothing() => tx.void::<Membership>(&old.id),
        (Some(old), None) => {
            let Says { team_id, site_id, unit, post, role } = says;
            tx.update(&Membership { team_id, site_id, unit, post, role, ..old })
        }
        (None, since) => add(tx, person_id, kind, (says, since)),
    }
}

fn add(tx: &mut Tx<'_>, person_id: &str, kind: &str, (says, since): (Says, Option<&str>)) -> Result<()> {
    if says.is_nothing() {
        return Ok(());
    }
    let (id, created) = tx.fresh();
    let Says { team_id, site_id, unit, post, role } = says;
    let (person_id, kind, since) = (person_id.to_owned(), kind.to_owned(), since.map(str::to_owned));
    tx.insert(&Membership {
        id,
        created,
        voided: None,
        person_id,
        kind,
        team_id,
        site_id,
        unit,
        post,
        role,
        since,
        until: None,
    })
}

/// The standing mandates of a person, highest level first.
pub fn mandates(db: Db<'_>, person_id: &str) -> Result<Vec<Mandate>> {
    db.all(include_str!("sql/mandates.sql"), [person_id])
}
