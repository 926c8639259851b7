//! The values of a table in the rows of a form.

use station_table::{Cell, Format, Row, Table};

use crate::TemplateError;
use crate::form::Form;
use crate::formula::copied;
use crate::head::{Headed, Source};
use crate::place::Spot;
use crate::sheet;
use crate::styles::Styles;
use crate::tree::{Element, Node};
use crate::workbook::Workbook;
use crate::write::{self, Value};

impl Form {
    /// Puts the rows of the table in, empties what is left of the form's examples, adds totals where it wants them.
    pub fn put(&self, book: &mut Workbook, table: &Table) -> Result<(), TemplateError> {
        let pen = Pen { form: self, table, styles: &book.styles, from_1904: book.from_1904 };
        book.package.edit(&self.sheet.part, |tree| {
            pen.put_rows(&mut tree.root);
            pen.empty_rest(&mut tree.root);
            pen.put_totals(&mut tree.root);
            sheet::measure(&mut tree.root);
        })
    }
}

/// What writing one cell needs to know.
struct Pen<'a> {
    form: &'a Form,
    table: &'a Table,
    styles: &'a Styles,
    from_1904: bool,
}

impl Pen<'_> {
    fn put(&self, row: &mut Element, spot: Spot, value: Value) {
        let style = self.form.grid.style(spot);
        if let Some(cell) = sheet::cell(row, spot, style) {
            write::put(cell, value, self.styles.get(style), self.from_1904);
        }
    }

    fn put_rows(&self, root: &mut Element) {
        let first = self.form.area.first;
        let Some(last) = u32::try_from(self.table.rows.len()).ok().and_then(|n| (first + n).checked_sub(1)) else {
            return;
        };
        for ((row, number), values) in sheet::rows(root, first, last).into_iter().zip(0_i32..).zip(&self.table.rows) {
            for headed in &self.form.head.columns {
                self.put_cell(row, number, headed, values);
            }
        }
    }

    /// One cell of the row with that number, from 0.
    fn put_cell(&self, row: &mut Element, number: i32, headed: &Headed, values: &Row) {
        let spot = Spot { row: row.number("r").unwrap_or_default(), column: headed.column };
        if let Some(formula) = self.form.formula(headed) {
            return copy_down(row, spot, self.form.grid.style(spot), &copied(formula, number, 0));
        }
        match headed.source {
            Some(Source::Column(at)) => {
                if let Some((cell, column)) = values.cells.get(at).zip(self.table.columns.get(at)) {
                    self.put(row, spot, Value { cell, format: column.format });
                }
            }
            Some(Source::Number) => {
                let cell = &Cell::Number(i64::from(number) + 1);
                self.put(row, spot, Value { cell, format: Format::Number });
            }
            None => {}
        }
    }

    /// What stood as an example in the rows that are left over goes; numbers printed beforehand stay.
    fn empty_rest(&self, root: &mut Element) {
        let used = u32::try_from(self.table.rows.len()).unwrap_or(u32::MAX);
        let from = self.form.area.first.saturating_add(used);
        let last = self.form.area.last.min(self.form.grid.height());
        let filled = |c: &&Headed| matches!(c.source, Some(Source::Column(_))) && self.form.formula(c).is_none();
        for number in from..=last {
            let Some(row) = sheet::row(root, number) else { continue };
            for headed in self.form.head.columns.iter().filter(filled) {
                let cell = sheet::existing(row, Spot { row: number, column: headed.column });
                if let Some(cell) = cell.filter(|c| c.child("f").is_none()) {
                    write::clear(cell);
                }
            }
        }
    }

    /// Totals of the table, where the form's line of totals has an empty cell for them.
    fn put_totals(&self, root: &mut Element) {
        let (Some(line), Some(totals)) = (self.form.area.total, self.table.totals.first()) else { return };
        let Some(row) = sheet::row(root, line) else { return };
        for headed in &self.form.head.columns {
            let Some(Source::Column(at)) = headed.source else { continue };
            let Some((cell, column)) = totals.cells.get(at).zip(self.table.columns.get(at)) else { continue };
            let spot = Spot { row: line, column: headed.column };
            let figure = matches!(cell, Cell::Number(_) | Cell::Money(_));
            let free = sheet::existing(row, spot).is_none_or(|c| write::is_empty(c));
            let covered = self.form.grid.merge(spot).is_some_and(|m| m.left < spot.column);
            if figure && free && !covered {
                self.put(row, spot, Value { cell, format: column.format });
            }
        }
    }
}

/// Continues a formula in a row where the template left the cell empty.
fn copy_down(row: &mut Element, spot: Spot, style: u32, formula: &str) {
    let cell = if formula.is_empty() { None } else { sheet::cell(row, spot, style) };
    let Some(cell) = cell.filter(|cell| write::is_empty(cell)) else { return };
    let mut element = Element::new(cell.named("f"));
    element.set_text(formula);
    cell.children = vec![Node::Element(element)];
}
