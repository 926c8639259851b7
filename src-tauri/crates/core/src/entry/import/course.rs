//! How a matter went on after it was handed on: replied, told, closed, as one row of a file says it.

use station_intake::Coded;

use super::Import;
use super::row::Row;
use super::said::Overlay;
use crate::error::Result;
use crate::matter::edit::{add_step, newest_round, step, steps};
use crate::matter::rules::Kind;
use crate::matter::{Raised, Step};

/// A step that a row gives.
pub(super) struct Planned {
    pub(super) kind: Kind,
    pub(super) day: String,
    /// Key of the field that says the day; none where it follows from the step that the row dates.
    pub(super) key: Option<&'static str>,
}

/// The later steps of a matter.
#[derive(Default)]
pub(super) struct Course<'a> {
    /// In the order of a life.
    pub(super) steps: Vec<Planned>,
    /// The step whose day the others follow.
    pub(super) anchor: Option<Kind>,
    pub(super) grade: Option<&'a Coded>,
    pub(super) result: Option<&'a Coded>,
    pub(super) document: Option<String>,
    pub(super) words: Option<String>,
}

/// The dated step of a matter takes another day, or its first.
struct Moved {
    from: Option<String>,
}

impl Course<'_> {
    fn has(&self, kind: Kind) -> bool {
        self.steps.iter().any(|s| s.kind == kind)
    }

    /// Names what has no step to stand in.
    pub(super) fn leave_out(&self, import: &mut Import<'_, '_>, row: &Row<'_>) {
        let mut lost = |key: &str, message: &str| import.said.left_out(row.at(key), row.raw(key), message);
        if self.grade.is_some() && !self.has(Kind::Told) {
            lost("satisfied", "有满意度而没有办结（答复）日期，满意度没有导入；请补上日期。");
        }
        if !self.has(Kind::Replied) {
            for (key, written) in [
                ("result", self.result.is_some()),
                ("document", self.document.is_some()),
                ("outcome", self.words.is_some()),
            ] {
                if written {
                    lost(key, "有办理结果而没有答复（办结）日期，没有导入；请补上日期。");
                }
            }
        }
    }

    /// Writes the steps that the matter lacks, and lays the row over those that it has.
    pub(super) fn follow(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (matter_id, overlay): (&str, &mut Overlay),
    ) -> Result<()> {
        self.leave_out(import, row);
        if self.steps.is_empty() {
            return Ok(());
        }
        let life = steps(import.tx.db(), matter_id)?;
        let round_id = newest_round(import.tx.db(), matter_id)?.id;
        let moved = self.moved(row, &life, overlay);
        for planned in &self.steps {
            let old = life.iter().find(|s| s.kind == planned.kind.key());
            let mut new = match old {
                Some(old) => old.clone(),
                None => fresh(import, (matter_id, &round_id), (planned, &life))?,
            };
            self.date(row, (planned, &mut new, moved.as_ref()), overlay);
            self.lay(import, row, (planned.kind, &mut new), overlay)?;
            match old {
                None => {
                    add_step(import.tx, new)?;
                    overlay.added = true;
                }
                Some(old) if *old != new => import.tx.update(&new)?,
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// From which day the dated step moves, if it does.
    fn moved(&self, row: &Row<'_>, life: &[Step], overlay: &mut Overlay) -> Option<Moved> {
        let anchor = self.steps.iter().find(|s| Some(s.kind) == self.anchor)?;
        let old = life.iter().find(|s| s.kind == anchor.kind.key()).map(|s| s.happened_on.clone());
        let takes = overlay.takes(row.at(anchor.key.unwrap_or_default()), old.as_deref(), &anchor.day);
        takes.then_some(Moved { from: old })
    }

    /// The day of a step: as the row says it; one that only follows moves with the dated step, and stays where it
    /// stands on a day of its own.
    fn date(&self, row: &Row<'_>, (planned, new, moved): (&Planned, &mut Step, Option<&Moved>), overlay: &mut Overlay) {
        if new.id.is_empty() {
            if let Some(key) = planned.key.filter(|_| self.anchor != Some(planned.kind)) {
                overlay.takes(row.at(key), None, &planned.day);
            }
            return;
        }
        let takes = match planned.key {
            _ if self.anchor == Some(planned.kind) => moved.is_some(),
            Some(key) => overlay.takes(row.at(key), Some(&new.happened_on), &planned.day),
            None => moved.is_some_and(|m| m.from.as_ref() == Some(&new.happened_on)),
        };
        if takes {
            new.happened_on.clone_from(&planned.day);
        }
    }

    fn lay(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (kind, new): (Kind, &mut Step),
        overlay: &mut Overlay,
    ) -> Result<()> {
        match kind {
            Kind::Replied => {
                import.lay_code(overlay, (row.at("result"), "result"), (&mut new.result_id, self.result))?;
                overlay.text(row.at("document"), &mut new.document, self.document.clone());
                overlay.text(row.at("outcome"), &mut new.words, self.words.clone());
            }
            Kind::Told => import.lay_code(overlay, (row.at("satisfied"), "grade"), (&mut new.grade_id, self.grade))?,
            _ => {}
        }
        Ok(())
    }
}

/// A step that the matter lacks. How somebody was told, a file does not say.
fn fresh(
    import: &Import<'_, '_>,
    (matter_id, round_id): (&str, &str),
    (planned, life): (&Planned, &[Step]),
) -> Result<Step> {
    let mut new = Step { round_id: round_id.to_owned(), ..step(planned.kind, &planned.day) };
    match planned.kind {
        Kind::Replied => new.assignment_id = life.iter().find_map(|s| s.assignment_id.clone()),
        Kind::Told => {
            let raised: Vec<Raised> = import.tx.db().having("matter_id", matter_id)?;
            // Where several raised it, the file does not say who was told.
            new.raised_id = match raised.as_slice() {
                [only] => Some(only.id.clone()),
                _ => None,
            };
            new.way_id = Some("way.unknown".to_owned());
        }
        _ => {}
    }
    Ok(new)
}
