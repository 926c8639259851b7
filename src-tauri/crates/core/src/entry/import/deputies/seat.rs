//! The mandates of a row: at which levels, of which term, from which constituency.

use station_intake::{TakenRow, TakenSheet, Value};

use super::super::Import;
use super::super::preview::Where;
use super::super::row::Row;
use super::super::said::Overlay;
use super::super::term::term;
use super::Deputies;
use crate::congress::Term;
use crate::congress::edit::newest_term;
use crate::constituency::Constituency;
use crate::deputy::Mandate;
use crate::deputy::edit::mandates;
use crate::error::Result;

/// The levels of a row: its own column, its section, else the station's level.
pub(super) fn levels(import: &mut Import<'_, '_>, row: &Row<'_>) -> Vec<String> {
    if let Some(Value::Levels(levels)) = row.value("levels") {
        return levels.clone();
    }
    if let Some(level) = row.taken.section.as_ref().and_then(|s| s.level.clone()) {
        return vec![level];
    }
    let title = &row.sheet.title;
    match title.level.as_ref().filter(|level| **level != import.level) {
        // 清河县第十七届人民代表大会代表名册 is that congress's own.
        Some(level) if title.term.is_some() => vec![level.clone()],
        _ => vec![import.level.clone()],
    }
}

/// Says so where a title names another level, though nothing in the sheet is of that level.
pub(super) fn doubt_level(import: &mut Import<'_, '_>, (file, sheet): (&str, &TakenSheet)) {
    let title = &sheet.title;
    let Some(level) = title.level.as_ref().filter(|l| **l != import.level && title.term.is_none()) else { return };
    let said =
        |row: &TakenRow| row.values.contains_key("levels") || row.section.as_ref().is_some_and(|s| s.level.is_some());
    if !sheet.rows.iter().any(said) {
        let at = Where { file: file.to_owned(), sheet: sheet.name.clone(), row: sheet.header_row, ..Where::default() };
        let message = format!("标题里写的是{level}级，名册没有分层级，按本站的{}级导入；请核对。", import.level);
        import.said.kept(at, None, message);
    }
}

/// Of which mandate a row tells constituency, term and certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Of this one.
    This,
    /// Of the one at another of its levels.
    Another,
}

/// The levels of a row, each with whether the row tells more of it: of several, the station's own.
pub(super) fn told<'l>(import: &mut Import<'_, '_>, row: &Row<'_>, levels: &'l [String]) -> Vec<(&'l str, Says)> {
    let own = |level: &String| levels.len() == 1 || *level == import.level;
    let told = levels.iter().map(|l| (l.as_str(), if own(l) { Says::This } else { Says::Another })).collect::<Vec<_>>();
    if told.iter().all(|(_, says)| *says == Says::Another) {
        for key in OF_A_MANDATE.into_iter().filter(|key| row.value(key).is_some()) {
            let message = "这一行有几个层级，看不出说的是哪一级，没有导入；请分行填写。";
            import.said.left_out(row.at(key), row.raw(key), message);
        }
    }
    told
}

/// Columns that tell of one mandate only.
const OF_A_MANDATE: [&str; 7] =
    ["constituency", "term", "certificate", "role", "elected_on", "by_election", "re_elected"];

impl Deputies {
    pub(super) fn lay_seat(
        &mut self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (person_id, (level, says), of_new_person): (&str, (&str, Says), bool),
        overlay: &mut Overlay,
    ) -> Result<()> {
        let term_id = match says {
            Says::This => term(import, row, level)?.0,
            Says::Another => newest_term(import.tx.db(), level)?.map(|t| t.id),
        };
        let standing = mandates(import.tx.db(), person_id)?.into_iter().filter(|m| m.level == level);
        let (same, unsaid): (Vec<_>, Vec<_>) = standing
            .filter(|m| m.term_id == term_id || m.term_id.is_none() || term_id.is_none())
            .partition(|m| m.term_id == term_id);
        let old = same.into_iter().chain(unsaid).next();
        let is_new = old.is_none();
        let mut mandate = old.clone().unwrap_or_else(|| {
            let (id, created) = import.tx.fresh();
            Mandate { id, created, person_id: person_id.to_owned(), level: level.to_owned(), ..Mandate::default() }
        });
        // What a new mandate says is told by the mandate itself.
        let mut own = Overlay::correcting();
        let laid = if is_new { &mut own } else { &mut *overlay };
        if let Some(id) = term_id.filter(|_| mandate.term_id.is_none()) {
            let term: Term = import.tx.db().get(&id)?;
            laid.takes(row.at("term"), None, &format!("第{}届", term.ordinal));
            mandate.term_id = Some(id);
        }
        if says == Says::This {
            self.lay_constituency(import, row, (&mut mandate, laid))?;
            lay_rest(import, row, (&mut mandate, laid));
        }
        if is_new {
            import.tx.insert(&mandate)?;
            overlay.added = true;
            if !of_new_person {
                let name = row.text("name").unwrap_or_default();
                import.said.new_fact("任职", format!("{name} {level}人大代表"), row.whole());
            }
        } else if old.is_some_and(|old| old != mandate) {
            import.tx.update(&mandate)?;
            overlay.added = true;
        }
        Ok(())
    }

    /// A number is a constituency of the station's own level; of another level, and where it is no number, it is
    /// whatever elected the deputy.
    fn lay_constituency(
        &mut self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (mandate, overlay): (&mut Mandate, &mut Overlay),
    ) -> Result<()> {
        let at = || row.at("constituency");
        match row.value("constituency") {
            Some(Value::Number(number)) if mandate.level == import.level => {
                let old: Option<Constituency> =
                    mandate.constituency_id.as_deref().map(|id| import.tx.db().get(id)).transpose()?;
                let shown = |n: i64| format!("第{n}选区");
                if overlay.takes(at(), old.map(|c| shown(c.number)).as_deref(), &shown(*number)) {
                    let term_id = mandate.term_id.clone();
                    let id = self.constituencies.find_or_add(import.tx, *number, term_id.as_deref())?;
                    mandate.constituency_id = Some(id);
                }
            }
            Some(Value::Number(_) | Value::Text(_)) => {
                let raw = row.raw("constituency").map(|r| r.trim().to_owned());
                overlay.text(at(), &mut mandate.electing_body, raw);
            }
            _ => {}
        }
        Ok(())
    }
}

fn lay_rest(import: &mut Import<'_, '_>, row: &Row<'_>, (mandate, overlay): (&mut Mandate, &mut Overlay)) {
    overlay.text(row.at("certificate"), &mut mandate.certificate, row.text("certificate"));
    overlay.text(row.at("role"), &mut mandate.role, row.text("role"));
    overlay.text(row.at("elected_on"), &mut mandate.elected_on, row.date("elected_on").map(|d| d.to_string()));
    let began = import.yes(row, "by_election").map(|by| if by { "补选" } else { "当选" }.to_owned());
    overlay.text(row.at("by_election"), &mut mandate.began, began);
    if let Some(again) = import.yes(row, "re_elected") {
        let shown = |yes: bool| if yes { "是" } else { "否" };
        let old = mandate.re_elected.map(|n| shown(n != 0));
        if overlay.takes(row.at("re_elected"), old, shown(again)) {
            mandate.re_elected = Some(i64::from(again));
        }
    }
}
