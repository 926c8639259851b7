//! 导入: the rows of office files become facts, in one operation, and everything that happens is said by file, sheet, row
//! and column. The preview is the same run, taken back: the two can never differ.

mod activities;
mod codes;
mod constituency_visits;
mod contacts;
mod course;
mod created;
mod deeds;
mod deputies;
mod districts;
mod doubts;
mod duty;
mod handing;
mod heading;
mod known;
mod numbered;
mod people;
mod preview;
mod receptions;
mod row;
mod said;
mod standing;
mod suggestions;
mod term;
#[cfg(test)]
mod tests;
mod village;

use std::collections::HashMap;

use station_intake::{Coded, Taken, TakenSheet, fields, take};

use crate::error::{Error, Problem, Result};
use crate::reception;
use crate::store::Tx;
use codes::Codes;
use created::Before;
use doubts::{doubt_sheet, doubt_skipped, in_order, refuse_doubts};
use row::Row;
use said::{Overlay, Said};

pub use heading::Heading;
pub use preview::{
    Answer, Change, ColumnRead, Created, Doubt, DoubtOption, Fate, FieldChoice, FileRead, ImportKind, ImportPreview,
    Match, NewFact, Where,
};

/// What to take in.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// What the files hold.
    pub kind: ImportKind,
    /// Name and bytes of each file.
    pub files: &'a [(String, Vec<u8>)],
    /// Headings matched by hand.
    pub matches: &'a [Match],
    /// Answers to doubts.
    pub answers: &'a [Answer],
    /// Whether to change nothing when something would be left out.
    pub all_or_nothing: bool,
}

/// An import that is running.
struct Import<'r, 'a> {
    tx: &'r mut Tx<'a>,
    said: Said,
    answers: HashMap<String, String>,
    codes: Codes,
    /// The station's own level.
    level: String,
}

/// The taking in of one kind of rows.
trait Rows {
    /// Before the rows of a sheet.
    fn sheet(&mut self, _import: &mut Import<'_, '_>, _sheet: (&str, &TakenSheet)) {}
    /// One row.
    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()>;
    /// After all rows of a file.
    fn end(&mut self, _import: &mut Import<'_, '_>) -> Result<()> {
        Ok(())
    }
}

/// Takes files in, and says what that did. `progress` is told of every row: done, total.
///
/// # Errors
/// `Problems` when a file cannot be read at all, or when something would be left out and all or nothing was asked for;
/// whatever `progress` returns. Then nothing has changed.
pub fn run(
    tx: &mut Tx<'_>,
    ask: &Ask<'_>,
    progress: &mut dyn FnMut(usize, usize) -> Result<()>,
) -> Result<ImportPreview> {
    let files = read(tx, ask)?;
    let before = Before::look(tx.db())?;
    let level = tx.db().setting("level")?.unwrap_or_default();
    let answers = ask.answers.iter().map(|a| (a.key.clone(), a.value.clone())).collect();
    let mut import = Import { tx, said: Said::default(), answers, codes: Codes::default(), level };
    take_rows(&mut import, ask.kind, (&files, progress))?;
    let created = before.made_since(import.tx.db(), ask.kind)?;
    let mut said = import.said;
    in_order(&mut said.doubts, &files);
    if ask.all_or_nothing {
        refuse_doubts(&said.doubts)?;
    }
    Ok(ImportPreview {
        kind: ask.kind,
        files: files.iter().flat_map(|taken| taken.sheets.iter().map(|sheet| file_read(&taken.file, sheet))).collect(),
        fields: field_choices(ask.kind),
        new_facts: said.new_facts,
        changes: said.changes,
        unchanged: said.unchanged,
        doubts: said.doubts,
        created,
    })
}

fn read(tx: &mut Tx<'_>, ask: &Ask<'_>) -> Result<Vec<Taken>> {
    let matches = heading::remember(tx, ask.kind, ask.matches)?;
    let how = station_intake::Ask { matches, year: None };
    let one = |(name, bytes): &(String, Vec<u8>)| {
        take(ask.kind, name, bytes, &how)
            .map_err(|error| Error::Problems(vec![Problem::new(name.clone(), error.to_string())]))
    };
    ask.files.iter().map(one).collect()
}

type Progress<'p> = dyn FnMut(usize, usize) -> Result<()> + 'p;

fn take_rows(
    import: &mut Import<'_, '_>,
    kind: ImportKind,
    (files, progress): (&[Taken], &mut Progress<'_>),
) -> Result<()> {
    let mut rows: Box<dyn Rows> = match kind {
        ImportKind::Districts => Box::new(districts::Districts::new(import)?),
        ImportKind::Deputies => Box::new(deputies::Deputies::new(import)?),
        ImportKind::Duty => Box::new(duty::Duty::new(import)?),
        ImportKind::Receptions => Box::new(receptions::Receptions::new(import, files)?),
        ImportKind::Suggestions => Box::new(suggestions::Suggestions::new(import)?),
        ImportKind::Activities => Box::new(activities::Activities::new(import)?),
        ImportKind::Contacts => Box::new(contacts::Contacts::new(import)?),
        ImportKind::Deeds => Box::new(deeds::Deeds::new(import)?),
        ImportKind::Standing => Box::new(standing::Standing::new(import)?),
        ImportKind::ConstituencyVisits => Box::new(constituency_visits::ConstituencyVisits::new(import)?),
    };
    let total = files.iter().flat_map(|f| &f.sheets).map(|s| s.rows.len()).sum();
    let mut done = 0;
    for taken in files {
        doubt_skipped(import, taken);
        for sheet in &taken.sheets {
            doubt_sheet(import, &taken.file, sheet);
            rows.sheet(import, (&taken.file, sheet));
            for row in &sheet.rows {
                rows.row(import, &Row { kind, file: &taken.file, sheet, taken: row })?;
                done += 1;
                progress(done, total)?;
            }
        }
        rows.end(import)?;
    }
    Ok(())
}

fn file_read(file: &str, sheet: &TakenSheet) -> FileRead {
    let columns = sheet.columns.iter().cloned().map(|c| ColumnRead {
        column: c.column,
        heading: c.heading,
        field: c.field,
        field_label: c.label,
        hidden: c.hidden,
        required: c.required,
    });
    FileRead {
        file: file.to_owned(),
        sheet: sheet.name.clone(),
        header_row: sheet.header_row,
        rows: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        columns: columns.collect(),
    }
}

fn field_choices(kind: ImportKind) -> Vec<FieldChoice> {
    let required = fields().required(kind);
    let choice = |f: &station_intake::Field| FieldChoice {
        key: f.short().to_owned(),
        label: f.label.clone(),
        required: required.iter().any(|r| r.key == f.key),
    };
    fields().of(kind).into_iter().filter(|f| f.key != "row.seq").map(choice).collect()
}

impl Import<'_, '_> {
    /// The key of a code; a word that the list lacks becomes the station's own.
    fn code(&mut self, list: &str, coded: Option<&Coded>) -> Result<Option<String>> {
        coded.map(|c| self.codes.id(self.tx, list, &c.label)).transpose()
    }

    /// Lays an entry of a code list over one that stands.
    fn lay_code(
        &mut self,
        overlay: &mut Overlay,
        (at, list): (Where, &str),
        (slot, coded): (&mut Option<String>, Option<&Coded>),
    ) -> Result<()> {
        let Some(coded) = coded else { return Ok(()) };
        let old = self.codes.label(self.tx.db(), slot.as_deref())?;
        if overlay.takes(at, old.as_deref(), &coded.label) {
            *slot = self.code(list, Some(coded))?;
        }
        Ok(())
    }

    /// 是 or 否, where the row says it plainly.
    fn yes(&mut self, row: &Row<'_>, key: &str) -> Option<bool> {
        let coded = row.code(key)?;
        if !coded.known {
            self.said.left_out(row.at(key), Some(&coded.label), "这里应写是或否，没有导入；请核对。");
            return None;
        }
        Some(coded.label == "是")
    }

    /// Doubts a day that has not come yet.
    fn doubt_future(&mut self, row: &Row<'_>, key: &str) {
        if row.day(key).is_some_and(|day| day > self.tx.hand.today().to_string()) {
            self.said.kept(row.at(key), row.raw(key), "这个日期在今天以后；请核对日期和年份。");
        }
    }

    /// The day on which a matter was done with; one that has not come yet is no such day.
    fn closing_day(&mut self, row: &Row<'_>, key: &str) -> Option<String> {
        let day = row.day(key)?;
        if day > self.tx.hand.today().to_string() {
            self.said.left_out(row.at(key), row.raw(key), "这个日期在今天以后，没有导入，按未办结登记；请核对。");
            return None;
        }
        Some(day)
    }

    /// Visits that came before their day was known belong to it now.
    fn join_days(&mut self) -> Result<()> {
        for loose in self.tx.db().all::<Loose>(include_str!("sql/loose.sql"), [])? {
            let visit: reception::Visit = self.tx.db().get(&loose.visit_id)?;
            self.tx.update(&reception::Visit { activity_id: Some(loose.day_id), ..visit })?;
        }
        Ok(())
    }
}

/// A visit that stands beside the reception day of its date and site.
#[derive(Debug, serde::Deserialize)]
struct Loose {
    visit_id: String,
    day_id: String,
}
