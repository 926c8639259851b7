//! Numbers of visits, and who stood in for the station.

use super::{Visit, VisitDeputy};
use crate::activity::edit::Who;
use crate::error::Result;
use crate::store::{Db, Store, Tx};

/// The number that the next visit of a year gets: after the highest given, and after the highest ever printed.
pub fn next_number(db: Db<'_>, year: &str) -> Result<String> {
    let highest: i64 = db.value(include_str!("sql/highest.sql"), [format!("JD-{year}-")])?.unwrap_or(0);
    Ok(format!("JD-{year}-{:04}", highest + 1))
}

/// Says in whose hands a visit was, replacing what was said before where it differs.
pub fn set_deputies(tx: &mut Tx<'_>, visit: &Visit, deputies: &[Who]) -> Result<()> {
    let old = deputies_of(tx.db(), &visit.id)?;
    let says = |d: &VisitDeputy| (d.person_id.clone(), d.name.clone());
    if old.iter().map(says).eq(deputies.iter().map(Who::columns)) {
        return Ok(());
    }
    for gone in old.iter().filter(|d| !deputies.iter().any(|w| w.columns() == says(d))) {
        tx.void::<VisitDeputy>(&gone.id)?;
    }
    for (sort, who) in (0_i64..).zip(deputies) {
        let (person_id, name) = who.columns();
        match old.iter().find(|d| says(d) == (person_id.clone(), name.clone())) {
            Some(kept) if kept.sort == sort => {}
            Some(kept) => tx.update(&VisitDeputy { sort, ..kept.clone() })?,
            None => {
                let (id, created) = tx.fresh();
                tx.insert(&VisitDeputy {
                    id,
                    created,
                    voided: None,
                    visit_id: visit.id.clone(),
                    person_id,
                    name,
                    sort,
                })?;
            }
        }
    }
    Ok(())
}

/// In whose hands a visit was.
pub fn deputies_of(db: Db<'_>, visit_id: &str) -> Result<Vec<VisitDeputy>> {
    db.all(include_str!("sql/deputies.sql"), [visit_id])
}

/// Remembers that the numbers of a period have been printed: undo no longer gives them back.
pub fn mark_printed(store: &Store, (from, to): (&str, &str)) -> Result<()> {
    store.beside().execute(include_str!("sql/mark_printed.sql"), [from, to])?;
    Ok(())
}
