//! Where a template's rows are to stand: from below the headings to the total, the notes or the last ruled row.

use crate::TemplateError;
use crate::formula::references;
use crate::grid::Grid;
use crate::head::Head;
use crate::heading::squeezed;
use crate::place::{ROWS, Spot};
use crate::styles::Styles;

const TOTALS: [&str; 6] = ["合计", "总计", "小计", "共计", "累计", "总合计"];
/// Words that the lines under a table begin with.
const NOTES: [&str; 21] = [
    "注",
    "备注",
    "说明",
    "填表说明",
    "附注",
    "注意",
    "填报人",
    "填表人",
    "制表人",
    "制表",
    "审核人",
    "审核",
    "负责人",
    "经办人",
    "单位负责人",
    "分管领导",
    "签字",
    "盖章",
    "填报单位",
    "填报日期",
    "填表日期",
];

/// The rows to be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub first: u32,
    /// The last row; of a sheet without any mark the last that a sheet can have.
    pub last: u32,
    /// The row of totals right below it, where there is one.
    pub total: Option<u32>,
}

impl Area {
    /// How many rows it holds.
    pub fn room(&self) -> u32 {
        self.last - self.first + 1
    }

    /// The rows below the headings that are to be filled.
    pub fn find(grid: &Grid, styles: &Styles, head: &Head) -> Option<Self> {
        let first = first_row(grid, styles, head)?;
        let ruled = is_ruled(grid, styles, head, first);
        let mut blank = false;
        let mut end = None;
        for row in first..=grid.height() {
            let stops = ends(grid, head, row, first);
            let over =
                if ruled { !is_ruled(grid, styles, head, row) } else { blank && grid.filled(row).next().is_some() };
            if stops || over {
                end = Some(row);
                break;
            }
            blank |= grid.filled(row).next().is_none();
        }
        let end = end.unwrap_or(if ruled { grid.height() + 1 } else { ROWS + 1 });
        let total = Some(end).filter(|row| is_total(grid, *row));
        (end > first).then_some(Self { first, last: end - 1, total })
    }

    /// Whether the cells of its first row lie each in one row; merged over several, records cannot be told apart.
    pub fn check(&self, grid: &Grid, head: &Head, sheet: &str) -> Result<(), TemplateError> {
        let filled = head.columns.iter().filter(|c| c.source.is_some());
        let mut merges = filled.filter_map(|c| grid.merge(Spot { row: self.first, column: c.column }));
        let stacked = merges.any(|m| m.top < self.first || m.bottom > m.top);
        if stacked { Err(TemplateError::Stacked { sheet: sheet.to_owned(), row: self.first }) } else { Ok(()) }
    }
}

/// The first row that is neither a row of column numbers (甲 乙 1 2 3) nor a total standing above what it adds.
fn first_row(grid: &Grid, styles: &Styles, head: &Head) -> Option<u32> {
    let mut row = head.below();
    if numbers_columns(grid, head, row) {
        row += 1;
    }
    let below = row + 1;
    if is_total(grid, row) && is_ruled(grid, styles, head, below) && !ends(grid, head, below, below) {
        row = below;
    }
    (!ends(grid, head, row, row)).then_some(row)
}

/// Whether most of the columns to be filled have lines in that row.
fn is_ruled(grid: &Grid, styles: &Styles, head: &Head, row: u32) -> bool {
    let columns = head.columns.iter().map(|c| Spot { row, column: c.column });
    let ruled = columns.filter(|spot| styles.get(grid.style(*spot)).bordered).count();
    ruled * 2 > head.columns.len()
}

/// Whether no row of data can stand there: a total, a note, a signature, or sums over the rows above.
fn ends(grid: &Grid, head: &Head, row: u32, first: u32) -> bool {
    is_total(grid, row) || is_note(grid, head, row) || adds(grid, row, first)
}

fn is_total(grid: &Grid, row: u32) -> bool {
    let first = grid.filled(row).next().map(|spot| squeezed(grid.text(spot)));
    first.is_some_and(|text| TOTALS.iter().any(|word| text.starts_with(word)))
}

fn is_note(grid: &Grid, head: &Head, row: u32) -> bool {
    let Some(first) = grid.filled(row).next() else { return false };
    let text = squeezed(grid.text(first));
    let says = NOTES.iter().filter_map(|word| text.strip_prefix(word));
    let words = says.into_iter().any(|rest| rest.is_empty() || rest.starts_with([':', '(', '1', '.', '、', '_']));
    let wide = grid.merge(first).is_some_and(|m| {
        let covered = head.columns.iter().filter(|c| (m.left..=m.right).contains(&c.column)).count();
        covered > 1 && covered * 2 > head.columns.len()
    });
    words || wide && !text.is_empty()
}

/// Whether a formula of the row takes in several rows above it and not its own.
fn adds(grid: &Grid, row: u32, first: u32) -> bool {
    let formulas = grid.filled(row).filter_map(|spot| grid.formula(spot));
    let above = |(top, bottom): (u32, u32)| top >= first && bottom < row;
    formulas.flat_map(references).any(|r| r.is_range() && r.sheet.is_none() && r.rows().is_some_and(above))
}

/// Whether the row below the headings numbers the columns: 1 2 3 …, 甲 乙 1 2 …, (1) (2) …
fn numbers_columns(grid: &Grid, head: &Head, row: u32) -> bool {
    let texts = head.columns.iter().map(|c| squeezed(grid.text(Spot { row, column: c.column })));
    let marks: Vec<String> =
        texts.filter(|text| !text.is_empty()).map(|t| t.trim_matches(['(', ')']).to_owned()).collect();
    let numbers: Vec<u32> = marks.iter().filter_map(|mark| mark.parse().ok()).collect();
    let rising = numbers.len() >= 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let other = marks.iter().filter(|mark| mark.parse::<u32>().is_err());
    rising
        && other.into_iter().all(|mark| mark.chars().count() == 1 && "甲乙丙丁戊己庚辛ABCDEFG".contains(mark.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::drawn;
    use crate::tree::Tree;

    /// Rows below `姓名|人次|日期`, merged blocks; first row, last row, row of totals.
    type Case<'a> = (&'a [&'a str], &'a [&'a str], Option<(u32, u32, Option<u32>)>);

    #[test]
    fn rows_reach_to_what_is_no_row() {
        let end = ROWS;
        let cases: [Case; 13] = [
            (&[], &[], Some((2, end, None))),
            (&["", "", "注：一式两份"], &[], Some((2, 3, None))),
            (&["", "", "填表人：|审核人："], &[], Some((2, 3, None))),
            (&["王芳|1|例", "", "别的表"], &[], Some((2, 3, None))),
            (&["_|_|_", "_|_|_", "||"], &[], Some((2, 3, None))),
            (&["_|_|_", "_|_|_"], &[], Some((2, 3, None))),
            (&["_1|_|_", "_2|_|_", "_合 计|_|_", "_|_|_"], &[], Some((2, 3, Some(4)))),
            (&["_|_|_", "_|_|_", "_|_=SUM(B2:B3)|_"], &[], Some((2, 3, None))),
            (&["_=A1+1|_=SUM(B$2:B2)|_", "_|_|_"], &[], Some((2, 3, None))),
            (&["_1|_2|_3", "_|_|_"], &[], Some((3, 3, None))),
            (&["_合计|_|_", "_|_|_", "_|_|_"], &[], Some((3, 4, None))),
            (&["_合计|_|_", "||"], &[], None),
            (&["_|_|_", "_由县人大统一编号||"], &["A3:C3"], Some((2, 2, None))),
        ];
        let styles = Tree::read(
            b"<s><borders><border/><border><left style=\"thin\"/></border></borders>\
            <cellXfs><xf/><xf borderId=\"1\"/></cellXfs></s>",
        );
        let styles = Styles::read(&styles.unwrap());
        let names = ["姓名", "人次", "日期"].map(|name| vec![name.to_owned()]);
        for (rows, merged, expected) in cases {
            let grid = drawn(&[&["姓名|人次|日期"], rows].concat(), merged);
            let head = Head::find(&grid, &names).unwrap();
            let area = Area::find(&grid, &styles, &head).map(|a| (a.first, a.last, a.total));
            assert_eq!(area, expected, "{rows:?}");
        }
    }
}
