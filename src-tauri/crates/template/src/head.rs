//! The heading rows of a template: the one or two rows, on whatever visible sheet, that name most of the columns.

use crate::grid::Grid;
use crate::heading::{Heading, squeezed};
use crate::place::{Block, Spot};

/// How far down a table may begin.
const DEEPEST: u32 = 40;
/// A heading merged over more columns than this is a title.
const WIDEST: u32 = 12;

/// The heading rows of a sheet and what its columns mean.
#[derive(Debug)]
pub(crate) struct Head {
    /// The upper row.
    pub row: u32,
    /// One or two rows.
    pub height: u32,
    /// Columns with a heading, left to right.
    pub columns: Vec<Headed>,
}

/// A column of the template.
#[derive(Debug)]
pub(crate) struct Headed {
    pub column: u32,
    pub heading: Heading,
    /// What fills it.
    pub source: Option<Source>,
}

/// What fills a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The column of the table at that place.
    Column(usize),
    /// The running number of the row.
    Number,
}

impl Head {
    /// The first row below it.
    pub fn below(&self) -> u32 {
        self.row + self.height
    }

    /// How many columns of the table it names.
    pub fn matched(&self) -> usize {
        self.columns.iter().filter(|c| matches!(c.source, Some(Source::Column(_)))).count()
    }

    /// The best heading rows of a sheet for columns known under these names; none where no row names two of them, or
    /// the only one.
    pub fn find(grid: &Grid, names: &[Vec<String>]) -> Option<Self> {
        let enough = names.len().min(2);
        let mut best: Option<Self> = None;
        for row in 1..=grid.height().min(DEEPEST) {
            // Of equal finds the upper row wins, and two rows where the second holds lower headings.
            for height in [2, 1] {
                let Some(head) = Self::at(grid, row, height, names) else { continue };
                let better = best.as_ref().is_none_or(|b| head.matched() > b.matched());
                if better && head.matched() >= enough.max(1) {
                    best = Some(head);
                }
            }
        }
        best
    }

    fn at(grid: &Grid, row: u32, height: u32, names: &[Vec<String>]) -> Option<Self> {
        if height == 2 && !has_second(grid, row) {
            return None;
        }
        let width = grid.width(row).max(if height == 2 { grid.width(row + 1) } else { 0 });
        let headings = (1..=width).map(|column| (column, heading(grid, Spot { row, column }, height)));
        let headings: Vec<(u32, Heading)> = headings.filter(|(_, heading)| !heading.is_empty()).collect();
        let sources = assigned(&headings, names);
        let headed = headings.into_iter().zip(sources);
        let columns = headed.map(|((column, heading), source)| Headed { column, heading, source }).collect();
        Some(Self { row, height, columns })
    }
}

/// A column of the table for each heading, the best-named first; none is given twice. The running number is left to
/// the template where the table has none.
fn assigned(headings: &[(u32, Heading)], names: &[Vec<String>]) -> Vec<Option<Source>> {
    let mut offers = Vec::new();
    for (at, (_, heading)) in headings.iter().enumerate() {
        let ranked = names.iter().enumerate().filter_map(|(column, names)| Some((heading.rank(names)?, at, column)));
        offers.extend(ranked);
    }
    offers.sort_unstable();
    let mut given: Vec<Option<Source>> = vec![None; headings.len()];
    for (_, at, column) in offers {
        let source = Some(Source::Column(column));
        if given[at].is_none() && !given.contains(&source) {
            given[at] = source;
        }
    }
    let numbered = headings.iter().map(|(_, heading)| heading.numbers_rows().then_some(Source::Number));
    given.into_iter().zip(numbered).map(|(source, number)| source.or(number)).collect()
}

/// What stands over a column in one row, or in two.
fn heading(grid: &Grid, spot: Spot, height: u32) -> Heading {
    let over = grid.merge(spot);
    let first = over.map_or(spot, |m| Spot { row: m.top, column: m.left });
    let top = grid.text(first).to_owned();
    let spans = over.is_some_and(|m| m.right > m.left);
    if height == 1 {
        let title = over.is_some_and(|m| m.right - m.left >= WIDEST);
        let label = if title || first.column != spot.column { String::new() } else { top };
        return Heading { group: String::new(), label };
    }
    let below = Spot { row: spot.row + 1, ..spot };
    if over.is_some_and(|m| m.bottom > spot.row) || grid.text(below).trim().is_empty() {
        let label = if first.column == spot.column { top } else { String::new() };
        return Heading { group: String::new(), label };
    }
    let group = if spans || !top.trim().is_empty() { top } else { left_of(grid, spot) };
    Heading { group, label: grid.text(below).to_owned() }
}

/// The heading to the left over an empty cell, where cells were left empty instead of merged.
fn left_of(grid: &Grid, spot: Spot) -> String {
    let texts = (1..spot.column).rev().map(|column| grid.text(Spot { column, ..spot }));
    texts.map(str::trim).find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

/// Whether the row below holds lower headings: something is merged over both, or two of its cells lie under one
/// heading that spans them.
fn has_second(grid: &Grid, row: u32) -> bool {
    let both = grid.merges.iter().any(|m| m.top == row && m.bottom == row + 1);
    let lower: Vec<u32> = grid.filled(row + 1).map(|spot| spot.column).collect();
    let words = lower.iter().all(|&column| {
        let text = squeezed(grid.text(Spot { row: row + 1, column }));
        !text.is_empty() && !text.chars().all(|c| c.is_ascii_digit())
    });
    // A title stands alone in its row, whatever it spans; `填报单位：` is no heading of what stands below it.
    let title = grid.filled(row).count() < 2 || grid.filled(row).any(|spot| grid.text(spot).contains(['：', ':']));
    let under = |m: &Block| lower.iter().filter(|c| (m.left..=m.right).contains(c)).count() >= 2;
    let spans = |m: &Block| m.top == row && m.bottom == row && m.right > m.left && under(m);
    words && !lower.is_empty() && !title && (both || grid.merges.iter().any(spans))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::drawn;

    /// Rows, merged blocks; row and height of the head, and what fills its columns.
    type Case<'a> = (&'a [&'a str], &'a [&'a str], Option<(u32, u32, &'a str)>);

    #[test]
    fn the_rows_that_name_most_are_the_head() {
        let names: Vec<Vec<String>> = ["接待日期", "来访人姓名 姓名", "反馈日期 日期", "人次"]
            .map(|names| names.split(' ').map(str::to_owned).collect())
            .into();
        let cases: [Case; 7] = [
            (&["登记表", "序号|接待日期|姓名|日期", "|||"], &["A1:D1"], Some((2, 1, "# 0 1 2"))),
            (
                &["序号|接待日期|来访人||反馈|", "||姓名|人次|日期|方式", "1|||"],
                &["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
                Some((1, 2, "# 0 1 3 2 -")),
            ),
            (&["接待日期|来访人|||", "|姓名|人次|日期|"], &["B1:D1"], Some((1, 2, "0 1 3 2"))),
            (&["姓名|单位", "甲|乙"], &[], None),
            (&["接待日期|姓名", "1|2", "接待日期|姓名|人次"], &[], Some((3, 1, "0 1 3"))),
            (&["登记表|", "姓名|日期"], &["A1:B1"], Some((2, 1, "1 2"))),
            (&["单位：||期间：", "姓名|日期|接待日期"], &["A1:B1", "C1:D1"], Some((2, 1, "1 2 0"))),
        ];
        for (rows, merged, expected) in cases {
            let source = |c: &Headed| match c.source {
                Some(Source::Column(at)) => at.to_string(),
                Some(Source::Number) => "#".to_owned(),
                None => "-".to_owned(),
            };
            let found = Head::find(&drawn(rows, merged), &names);
            let found = found.map(|h| (h.row, h.height, h.columns.iter().map(source).collect::<Vec<_>>().join(" ")));
            let found = found.as_ref().map(|(row, height, columns)| (*row, *height, columns.as_str()));
            assert_eq!(found, expected, "{rows:?}");
        }
    }
}
