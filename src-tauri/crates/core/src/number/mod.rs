//! 编号: running numbers of a year, `JD-2026-0031` of visits, `HD-2026-014` of activities, `TX-2026-001` of talks; `5-3-007`
//! of suggestions at a session. What was printed is never given again, though its entry be undone.

use station_table::{Document, Part};

use crate::congress::{Session, Term};
use crate::error::Result;
use crate::store::{Db, Store};

/// What is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// 接待登记编号, four digits.
    Visit,
    /// 活动编号, three digits.
    Activity,
    /// 谈心编号, three digits.
    Talk,
    /// 建议编号 of what is put forward between sessions, three digits.
    Suggestion,
}

/// The number that the next fact of a year gets: after the highest given, and after the highest ever printed. The year
/// is that of a date.
pub fn next(db: Db<'_>, series: Series, date: &str) -> Result<String> {
    let year = date.get(..4).unwrap_or_default();
    let (letters, digits) = match series {
        Series::Visit => ("JD", 4),
        Series::Activity => ("HD", 3),
        Series::Talk => ("TX", 3),
        Series::Suggestion => ("JY", 3),
    };
    after(db, &format!("{letters}-{year}-"), digits)
}

fn after(db: Db<'_>, head: &str, digits: usize) -> Result<String> {
    let highest: i64 = db.value(include_str!("sql/highest.sql"), [head])?.unwrap_or(0);
    Ok(format!("{head}{:0digits$}", highest + 1))
}

/// 建议编号: at a session 届-次-号 (5-3-007), else the next of the year.
pub fn suggestion(db: Db<'_>, session_id: Option<&str>, date: &str) -> Result<String> {
    let Some(session) = session_id.map(|id| db.get::<Session>(id)).transpose()? else {
        return next(db, Series::Suggestion, date);
    };
    let term: Term = db.get(&session.term_id)?;
    after(db, &format!("{}-{}-", term.ordinal, session.ordinal), 3)
}

/// Columns and boxes that show numbers which must not be given again once somebody has them on paper or in a file.
const SHOWN_IN: [&str; 4] = ["visit.number", "activity.number", "talk.number", "matter.no"];

/// Remembers that documents of a period have left the program: where they show numbers, those are not given again.
pub fn left(store: &Store, (from, to): (&str, &str), documents: &[Document]) -> Result<()> {
    let columns =
        documents.iter().flat_map(Document::tables).flat_map(|table| &table.columns).map(|column| &column.key);
    let grids = documents.iter().flat_map(|d| &d.subjects).flat_map(|s| &s.parts).filter_map(|part| match part {
        Part::Grid(grid) => Some(&grid.rows),
        _ => None,
    });
    let boxes = grids.flatten().flat_map(|row| &row.fields).map(|field| &field.key);
    if columns.chain(boxes).any(|key| SHOWN_IN.contains(&key.as_str())) {
        store.beside().execute(include_str!("sql/mark_printed.sql"), [from, to])?;
    }
    Ok(())
}
