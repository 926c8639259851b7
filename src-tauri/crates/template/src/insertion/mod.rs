//! Rows put into a sheet: whatever names a row at or below them, in whatever part of the workbook, moves along.

use crate::TemplateError;
use crate::formula::{Reference, with_rows};
use crate::place::Spot;
use crate::tree::Element;
use crate::workbook::Workbook;

mod around;
mod rows;
mod shared;

/// So many rows that go in before a row of a sheet, each like its model.
#[derive(Clone, Debug)]
pub(crate) struct Insertion {
    pub sheet: String,
    /// The first row that moves down.
    pub before: u32,
    pub count: u32,
    /// The row above `before`, which the new ones look like.
    pub model: u32,
    /// Whether the model is all the rows that there were: what took in that one row then takes in the new ones too,
    /// though they lie below its end.
    pub alone: bool,
}

/// What of the references that end with the model takes the new rows in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    /// Nothing: only a range around the gap grows.
    Nothing,
    /// A range: of several rows, or of the only one that there was.
    Ranges,
    /// Also a single cell: a rule for the model's cells holds for those of the new rows.
    All,
}

impl Insertion {
    /// Puts the rows in.
    pub fn make(&self, book: &mut Workbook) -> Result<(), TemplateError> {
        for sheet in book.sheets.clone() {
            book.package.edit(&sheet.part, |tree| {
                shared::expand(&mut tree.root, |formula| {
                    sheet.name == self.sheet || self.formula(formula, &sheet.name, Takes::Ranges) != formula
                });
                self.move_references(&mut tree.root, &sheet.name);
                if sheet.name == self.sheet {
                    rows::put(self, &mut tree.root);
                }
            })?;
        }
        let part = book.part.clone();
        book.package.edit(&part, |tree| self.move_references(&mut tree.root, ""))?;
        around::move_along(self, book)?;
        book.forget_order()
    }

    /// Where a row comes to lie.
    fn row(&self, row: u32) -> u32 {
        if row >= self.before { row + self.count } else { row }
    }

    /// A formula that stands on the sheet called `home`, as it reads afterwards.
    fn formula(&self, text: &str, home: &str, takes: Takes) -> String {
        with_rows(text, |reference| {
            let sheet = reference.sheet.as_deref().unwrap_or(home);
            let (top, bottom) = reference.rows()?;
            let grows = bottom == self.model && self.grows(reference, top, takes);
            let bottom = if grows { bottom + self.count } else { self.row(bottom) };
            (sheet.to_lowercase() == self.sheet.to_lowercase()).then(|| (self.row(top), bottom))
        })
    }

    fn grows(&self, reference: &Reference, top: u32, takes: Takes) -> bool {
        match takes {
            Takes::Nothing => false,
            Takes::Ranges => reference.is_range() && (self.alone || top < self.model),
            Takes::All => true,
        }
    }

    /// The cells for which a rule holds. A single cell has no second end to grow with and gets one.
    fn cells(&self, text: &str, home: &str) -> String {
        let is_model = |one: &str| home == self.sheet && Spot::read(one).is_some_and(|spot| spot.row == self.model);
        let ranges = text.split(' ').map(|one| if is_model(one) { format!("{one}:{one}") } else { one.to_owned() });
        self.formula(&ranges.collect::<Vec<_>>().join(" "), home, Takes::All)
    }

    /// Rewrites all references in a part of the sheet called `home`, or of none.
    fn move_references(&self, element: &mut Element, home: &str) {
        match element.local().to_owned().as_str() {
            "sheetData" => return rows::move_formulas(self, element, home),
            // Where the cursor stood is no part of the form.
            "selection" | "pane" => {}
            "mergeCell" => attribute(element, "ref", |text| self.formula(text, home, Takes::Nothing)),
            "rowBreaks" if home == self.sheet => self.move_breaks(element),
            "f" | "formula" | "formula1" | "formula2" | "definedName" | "calculatedColumnFormula" => {
                content(element, |text| self.formula(text, home, Takes::Ranges));
            }
            "sqref" => content(element, |text| self.cells(text, home)),
            _ => {
                attribute(element, "ref", |text| self.formula(text, home, Takes::Ranges));
                attribute(element, "location", |text| self.formula(text, home, Takes::Nothing));
                attribute(element, "sqref", |text| self.cells(text, home));
            }
        }
        element.elements_mut().for_each(|e| self.move_references(e, home));
    }

    /// A break stands below the row of its number.
    fn move_breaks(&self, breaks: &mut Element) {
        for one in breaks.elements_mut() {
            attribute(one, "id", |text| text.parse().map_or_else(|_| text.to_owned(), |row| self.row(row).to_string()));
        }
    }
}

fn attribute(element: &mut Element, name: &str, change: impl Fn(&str) -> String) {
    let Some(old) = element.get(name) else { return };
    let new = change(&old);
    if new != old {
        element.set(name, &new);
    }
}

fn content(element: &mut Element, change: impl Fn(&str) -> String) {
    let old = element.text();
    let new = change(&old);
    if new != old {
        element.set_text(&new);
    }
}

#[cfg(test)]
mod tests;
