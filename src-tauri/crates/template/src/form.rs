//! The table of a template: found on its sheet, and given as many rows as are needed.

use crate::TemplateError;
use crate::area::Area;
use crate::grid::Grid;
use crate::head::{Head, Headed};
use crate::insertion::Insertion;
use crate::place::{ROWS, Spot};
use crate::sheet;
use crate::workbook::{SheetPart, Workbook};

/// Where the values go.
pub(crate) struct Form {
    pub sheet: SheetPart,
    pub grid: Grid,
    pub head: Head,
    pub area: Area,
}

impl Form {
    /// On the sheet that names most columns; of equals the first.
    pub fn find(book: &mut Workbook, headings: &[Vec<String>]) -> Result<Self, TemplateError> {
        let mut best: Option<(SheetPart, Grid, Head)> = None;
        for sheet in book.sheets.clone().into_iter().filter(|s| s.visible) {
            book.package.edit(&sheet.part, |tree| sheet::number(&mut tree.root))?;
            let grid = Grid::of(&book.package.part(&sheet.part)?.root, &book.strings);
            let Some(head) = Head::find(&grid, headings) else { continue };
            if best.as_ref().is_none_or(|(_, _, known)| head.matched() > known.matched()) {
                best = Some((sheet, grid, head));
            }
        }
        let looked_for = || headings.iter().filter_map(|names| names.first().cloned()).collect();
        let (sheet, grid, head) = best.ok_or_else(|| TemplateError::NoHeadings { looked_for: looked_for() })?;
        let area = Area::find(&grid, &book.styles, &head);
        let area = area.ok_or_else(|| TemplateError::NoRoom { sheet: sheet.name.clone() })?;
        area.check(&grid, &head, &sheet.name)?;
        let mut form = Self { sheet, grid, head, area };
        form.leave_locked(book)?;
        Ok(form)
    }

    /// Leaves the columns alone whose cells may not be typed into.
    fn leave_locked(&mut self, book: &Workbook) -> Result<(), TemplateError> {
        if !self.grid.protected {
            return Ok(());
        }
        for headed in &mut self.head.columns {
            let style = book.styles.get(self.grid.style(Spot { row: self.area.first, column: headed.column }));
            headed.source = headed.source.filter(|_| style.open);
        }
        if self.head.matched() > 0 { Ok(()) } else { Err(TemplateError::Locked { sheet: self.sheet.name.clone() }) }
    }

    /// Repeats rows of the template until there are as many as needed; how many were added.
    pub fn make_room(&mut self, book: &mut Workbook, needed: u32) -> Result<u32, TemplateError> {
        let Area { first, last, total } = self.area;
        let count = needed.saturating_sub(self.area.room());
        if count == 0 {
            return Ok(0);
        }
        if self.grid.height().max(last).saturating_add(count) > ROWS {
            return Err(TemplateError::TooLong);
        }
        let alone = first == last;
        // Before the last row rather than behind it: sums and rules over all rows then grow by themselves.
        let before = if alone { last + 1 } else { last };
        Insertion { sheet: self.sheet.name.clone(), before, count, model: before - 1, alone }.make(book)?;
        self.area = Area { first, last: last + count, total: total.map(|row| row + count) };
        self.grid = Grid::of(&book.package.part(&self.sheet.part)?.root, &book.strings);
        Ok(count)
    }

    /// The formula of the first row in a column; it computes what stands there, and is never written over.
    pub fn formula(&self, headed: &Headed) -> Option<&str> {
        self.grid.formula(Spot { row: self.area.first, column: headed.column })
    }
}
