//! 登记编号: imported numbers stay; where a file has none, numbers follow in the order of its rows.

use std::collections::HashSet;

use station_intake::{Taken, TakenRow, Value};

use super::super::Import;
use super::super::row::Row;
use crate::error::Result;
use crate::reception::Visit;

/// Numbers that are given, and those that the files will give.
pub(super) struct Numbers {
    given: HashSet<String>,
    reserved: HashSet<String>,
}

impl Numbers {
    pub(super) fn load(import: &Import<'_, '_>, files: &[Taken]) -> Result<Self> {
        let given = import.tx.db().column(include_str!("../sql/visit_numbers.sql"), [])?;
        let number = |row: &TakenRow| match row.values.get("number").map(|v| &v.value) {
            Some(Value::Text(number)) => Some(number.trim().to_owned()),
            _ => None,
        };
        let rows = files.iter().flat_map(|f| &f.sheets).flat_map(|s| &s.rows);
        Ok(Self { given: given.into_iter().collect(), reserved: rows.filter_map(number).collect() })
    }

    /// Gives a new visit the number of its row, or moves it out of the way of numbers that other rows will bring.
    pub(super) fn settle(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>, visit_id: &str) -> Result<()> {
        let own = row.text("number");
        let visit: Visit = import.tx.db().get(visit_id)?;
        let number = match own {
            Some(own) if !self.given.contains(&own) => own,
            Some(own) => {
                let message = format!("登记编号{own}已有另一次接待使用，改用{}；请核对。", visit.number);
                import.said.kept(row.at("number"), Some(&own), message);
                self.free(&visit.number)
            }
            None => self.free(&visit.number),
        };
        self.given.insert(number.clone());
        if number == visit.number { Ok(()) } else { import.tx.update(&Visit { number, ..visit }) }
    }

    /// A number of the series that no row of the files brings.
    fn free(&self, number: &str) -> String {
        let Some((series, _)) = number.rsplit_once('-').filter(|_| self.reserved.contains(number)) else {
            return number.to_owned();
        };
        let counted = |n: &String| n.strip_prefix(series)?.strip_prefix('-')?.parse::<u32>().ok();
        let highest = self.reserved.iter().chain(&self.given).filter_map(counted).max().unwrap_or(0);
        format!("{series}-{:04}", highest + 1)
    }
}
