//! To whom a matter was handed on, when, until when: laid over what stands.

use station_intake::without_status;

use super::Import;
use super::row::Row;
use super::said::Overlay;
use crate::error::Result;
use crate::matter::edit::{add_step, assign, newest_round, step, steps, with_deadline};
use crate::matter::rules::Kind;
use crate::matter::{Assignment, Step};
use crate::unit;
use crate::unit::Unit;

/// What a row says of the handing on.
#[derive(Debug, Default)]
pub(super) struct Handing {
    /// The day; none = as it stands.
    pub(super) day: Option<String>,
    /// 主办单位; none where it has been laid already.
    pub(super) unit: Option<String>,
    /// 协办单位.
    pub(super) co_units: Vec<String>,
    /// 承办人.
    pub(super) handler: Option<String>,
    /// 办理期限.
    pub(super) due: Option<String>,
}

impl Handing {
    pub(super) fn lay(
        self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (matter_id, overlay): (&str, &mut Overlay),
    ) -> Result<()> {
        let round_id = newest_round(import.tx.db(), matter_id)?.id;
        let all: Vec<Assignment> = import.tx.db().having("round_id", &round_id)?;
        for name in &self.co_units {
            lay_co_unit(import, row, (&round_id, name, &all), overlay)?;
        }
        let main = all.into_iter().find(|a| a.role == "主办");
        let handed = steps(import.tx.db(), matter_id)?.into_iter().find(|s| s.kind == Kind::Handed.key());
        let needs = self.unit.is_some() || self.handler.is_some() || self.day.is_some() && handed.is_none();
        let main = match main {
            None if needs => {
                let id = assign(import.tx, &round_id, None, "主办")?;
                Some(import.tx.db().get::<Assignment>(&id)?)
            }
            found => found,
        };
        if let Some(old) = &main {
            self.lay_assignment(import, row, (old, overlay))?;
        }
        self.lay_step(
            import,
            row,
            (handed, Step { round_id, assignment_id: main.map(|m| m.id), ..Step::default() }),
            overlay,
        )
    }

    fn lay_assignment(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (old, overlay): (&Assignment, &mut Overlay),
    ) -> Result<()> {
        let mut new = old.clone();
        if let Some(name) = &self.unit {
            let standing: Option<Unit> = old.unit_id.as_deref().map(|id| import.tx.db().get(id)).transpose()?;
            if overlay.takes(row.at("unit"), standing.map(|u| u.name).as_deref(), name) {
                new.unit_id = Some(unit::edit::find_or_add(import.tx, name)?);
            }
        }
        overlay.text(row.at("handler"), &mut new.handler, self.handler.clone());
        if new == *old { Ok(()) } else { import.tx.update(&new) }
    }

    fn lay_step(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (old, base): (Option<Step>, Step),
        overlay: &mut Overlay,
    ) -> Result<()> {
        let Some(old) = old else {
            let Some(day) = &self.day else {
                if self.due.is_some() {
                    import.said.left_out(
                        row.at("deadline"),
                        row.raw("deadline"),
                        "有期限而没有交办日期，期限没有导入；请补上日期。",
                    );
                }
                return Ok(());
            };
            overlay.takes(row.at("handed"), None, day);
            let Step { kind, happened_on, .. } = step(Kind::Handed, day);
            return add_step(import.tx, Step { kind, happened_on, due_on: self.due.clone(), ..base }).map(drop);
        };
        let mut new = old.clone();
        if let Some(day) = self.day.as_ref().filter(|day| overlay.takes(row.at("handed"), Some(&old.happened_on), day))
        {
            new.happened_on.clone_from(day);
        }
        overlay.text(row.at("deadline"), &mut new.due_on, self.due.clone());
        if new.due_on != old.due_on {
            new.due_rule = None;
        }
        if new == old { Ok(()) } else { import.tx.update(&with_deadline(import.tx.db(), new)?) }
    }
}

/// 承办单位 and 协办单位 of a row: of several the first is 主办. Words that say where a matter stands are no units.
pub(super) fn units(import: &mut Import<'_, '_>, row: &Row<'_>) -> (Option<String>, Vec<String>) {
    let mut named = Vec::new();
    for key in ["unit", "co_unit"] {
        let written = row.text(key).unwrap_or_default();
        let before = named.len();
        for piece in pieces(&written) {
            let (unit, status) = without_status(piece);
            if let Some(status) = status {
                let message = format!("“{status}”是办理情况，不作单位；请核对。");
                import.said.kept(row.at(key), row.raw(key), message);
            }
            if !unit.is_empty() && !named.iter().any(|n| n == unit) {
                named.push(unit.to_owned());
            }
        }
        // Without 主办, those of the other column stay 协办.
        if key == "unit" && named.len() == before {
            named.push(String::new());
        }
    }
    let main = named.remove(0);
    (Some(main).filter(|unit| !unit.is_empty()), named)
}

/// The units of a cell; separators inside brackets divide nothing.
fn pieces(text: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let divides = |c: char| {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ => {}
        }
        depth <= 0 && matches!(c, '、' | '，' | ',' | '；' | ';' | '\n')
    };
    text.split(divides).map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

fn lay_co_unit(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (round_id, name, all): (&str, &str, &[Assignment]),
    overlay: &mut Overlay,
) -> Result<()> {
    let unit_id = unit::edit::find_or_add(import.tx, name)?;
    if !all.iter().any(|a| a.unit_id.as_ref() == Some(&unit_id)) {
        let key = if row.value("co_unit").is_some() { "co_unit" } else { "unit" };
        overlay.takes(row.at(key), None, name);
        assign(import.tx, round_id, Some(unit_id), "协办")?;
    }
    Ok(())
}
