//! 编号: running numbers of a year, `JD-2026-0031` of visits, `HD-2026-014` of activities, `TX-2026-001` of talks,
//! `JB-2026-001` and others of the papers of matters; `5-3-007` of suggestions at a session. What was printed is never
//! given again, though its entry be undone.

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
    /// 交办单, three digits.
    Handover,
    /// 引导告知单, three digits.
    Guide,
    /// 催办函, as letters are numbered (GB/T 9704-2012, 7.2.5): 催办〔2026〕3号.
    Urging,
}

impl Series {
    /// What stands before the number in a year.
    fn head(self, year: &str) -> String {
        match self {
            Self::Visit => format!("JD-{year}-"),
            Self::Activity => format!("HD-{year}-"),
            Self::Talk => format!("TX-{year}-"),
            Self::Suggestion => format!("JY-{year}-"),
            Self::Handover => format!("JB-{year}-"),
            Self::Guide => format!("GZ-{year}-"),
            Self::Urging => format!("催办〔{year}〕"),
        }
    }

    fn written(self, number: i64) -> String {
        match self {
            Self::Visit => format!("{number:04}"),
            Self::Activity | Self::Talk | Self::Suggestion | Self::Handover | Self::Guide => format!("{number:03}"),
            Self::Urging => format!("{number}号"),
        }
    }

    /// Where its numbers stand: steps are looked through only for their own papers.
    fn highest(self) -> &'static str {
        match self {
            Self::Visit | Self::Activity | Self::Talk | Self::Suggestion => include_str!("sql/highest.sql"),
            Self::Handover | Self::Guide | Self::Urging => include_str!("sql/highest_of_steps.sql"),
        }
    }
}

/// The number that the next fact of a year gets: after the highest given, and after the highest ever printed. The year
/// is that of a date.
pub fn next(db: Db<'_>, series: Series, date: &str) -> Result<String> {
    let head = series.head(date.get(..4).unwrap_or_default());
    Ok(format!("{head}{}", series.written(highest(db, series, &head)? + 1)))
}

fn highest(db: Db<'_>, series: Series, head: &str) -> Result<i64> {
    Ok(db.value(series.highest(), [head])?.unwrap_or(0))
}

/// Remembers that a number of a paper has left the program: it is not given again.
pub fn printed(store: &Store, number: &str) -> Result<()> {
    let bare = number.trim_end_matches('号');
    let head = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    if let Ok(given) = bare[head.len()..].parse::<i64>() {
        store.beside().execute(include_str!("sql/mark_one.sql"), rusqlite::params![head, given])?;
    }
    Ok(())
}

/// 建议编号: at a session 届-次-号 (5-3-007), else the next of the year.
pub fn suggestion(db: Db<'_>, session_id: Option<&str>, date: &str) -> Result<String> {
    let Some(session) = session_id.map(|id| db.get::<Session>(id)).transpose()? else {
        return next(db, Series::Suggestion, date);
    };
    let term: Term = db.get(&session.term_id)?;
    let head = format!("{}-{}-", term.ordinal, session.ordinal);
    Ok(format!("{head}{:03}", highest(db, Series::Suggestion, &head)? + 1))
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
