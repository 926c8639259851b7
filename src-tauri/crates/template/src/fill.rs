//! Filling, from the outside: what goes in, what comes back.

use std::collections::BTreeMap;

use station_table::Table;

use crate::TemplateError;
use crate::form::Form;
use crate::head::Source;
use crate::place::letters;
use crate::workbook::Workbook;

/// What goes into a template.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// The rows; its totals go where the template has a line for them and no formulas of its own.
    pub table: &'a Table,
    /// For each column of the table the headings under which a template may name it, best first; under a common
    /// heading both together, `来访人姓名`.
    pub headings: &'a [Vec<String>],
    /// What stands for names in braces in any text: `{unit}`, `{period}` …
    pub words: &'a BTreeMap<String, String>,
}

/// A filled template.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The workbook.
    pub bytes: Vec<u8>,
    /// Name of the sheet that was filled.
    pub sheet: String,
    /// Row of its headings, counted from 1; of two rows the upper one.
    pub header_row: u32,
    /// How many rows were put in.
    pub rows: usize,
    /// How many of them the template had no room for, so that its own rows were repeated.
    pub added: u32,
    /// The columns that were filled, left to right.
    pub columns: Vec<FilledColumn>,
    /// Headings to which nothing belongs, and those over locked cells; what is under them stays as it was.
    pub unmatched: Vec<String>,
}

/// A column of a template and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledColumn {
    /// Its letters.
    pub column: String,
    /// Its heading; under a common heading both: `来访群众/姓名`.
    pub heading: String,
    /// Key of the table's column; `row.seq` for the running number.
    pub key: String,
}

/// Fills a workbook.
///
/// # Errors
/// When it is none, cannot be opened, or has no table into which the rows belong.
pub fn fill(bytes: &[u8], filling: &Filling) -> Result<Filled, TemplateError> {
    let mut book = Workbook::open(bytes)?;
    let mut form = Form::find(&mut book, filling.headings)?;
    let needed = u32::try_from(filling.table.rows.len()).map_err(|_| TemplateError::TooLong)?;
    let added = form.make_room(&mut book, needed)?;
    form.put(&mut book, filling.table)?;
    book.put_words(filling.words)?;
    book.forget_results(&form.sheet.name)?;
    let (columns, unmatched) = told(&form, filling.table);
    let (sheet, header_row, rows) = (form.sheet.name, form.head.row, filling.table.rows.len());
    Ok(Filled { bytes: book.package.save()?, sheet, header_row, rows, added, columns, unmatched })
}

/// The columns that were filled, and the headings of those that were not.
fn told(form: &Form, table: &Table) -> (Vec<FilledColumn>, Vec<String>) {
    let mut columns = Vec::new();
    let mut unmatched = Vec::new();
    for headed in form.head.columns.iter().filter(|c| form.formula(c).is_none()) {
        let heading = headed.heading.shown();
        let key = match headed.source {
            Some(Source::Column(at)) => table.columns.get(at).map(|c| c.key.clone()),
            Some(Source::Number) => Some("row.seq".to_owned()),
            None => None,
        };
        match key {
            Some(key) => columns.push(FilledColumn { column: letters(headed.column), heading, key }),
            None => unmatched.push(heading),
        }
    }
    (columns, unmatched)
}
