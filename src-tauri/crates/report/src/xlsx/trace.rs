//! What a workbook carries hidden so that it can be read back: of which register it is, and the fact of each row.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Workbook, XlsxError};
use station_table::{Align, Look, Row, Table, Trace};

use super::columns::Span;
use super::looks::Role;
use super::sheet::{Writer, row};
use super::value::Value;
use crate::ReportError;

/// First row of the list of columns, from 0.
const COLUMNS: u32 = 6;

/// Where a column of a register stands on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Traced {
    /// Name of the sheet.
    pub(super) sheet: String,
    /// Letter of the column.
    pub(super) letter: String,
    /// Key of the register's column.
    pub(super) key: String,
}

impl Writer<'_> {
    /// The heading of the hidden column, beside a table's header.
    ///
    /// # Errors
    /// When the sheet is too small.
    pub(super) fn trace_header(&mut self, table: &Table, spans: &[Span], levels: usize) -> Result<(), ReportError> {
        if !self.is_traced() {
            return Ok(());
        }
        let sheet = self.sheet.name();
        for (column, span) in table.columns.iter().zip(spans) {
            let letter = column_number_to_name(span.0);
            self.traced.push(Traced { sheet: sheet.clone(), letter, key: column.key.clone() });
        }
        let rows = (self.row, self.row + row(levels - 1));
        self.put(rows, self.hidden(), (Role::Hidden, Align::Left), &Value::Text(Trace::HEADING.to_owned()))
    }

    /// The fact of a row in the hidden column.
    ///
    /// # Errors
    /// When the sheet is too small.
    pub(super) fn trace_row(&mut self, data: &Row) -> Result<(), ReportError> {
        let Some(fact) = data.fact.as_ref().filter(|_| self.is_traced()) else { return Ok(()) };
        let says = Value::Text(format!("{}:{}", fact.kind, fact.id));
        self.put((self.row, self.row), self.hidden(), (Role::Hidden, Align::Left), &says)
    }

    /// Neither seen nor printed.
    ///
    /// # Errors
    /// When the sheet is too small.
    pub(super) fn hide_trace(&mut self) -> Result<(), XlsxError> {
        let (first, last) = self.columns.all();
        self.sheet.set_column_hidden(self.hidden().0)?;
        self.sheet.set_print_area(0, first, self.row.saturating_sub(1), last)?;
        Ok(())
    }

    fn is_traced(&self) -> bool {
        self.document.trace.is_some() && self.document.look == Look::List
    }

    /// The column right of all others.
    fn hidden(&self) -> Span {
        let (_, last) = self.columns.all();
        (last + 1, last + 1)
    }
}

/// Writes the hidden sheet of a document.
///
/// # Errors
/// Only by a fault of a library.
pub(super) fn write(
    workbook: &mut Workbook,
    name: String,
    (trace, columns): (&Trace, &[Traced]),
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet().set_name(name)?;
    let Trace { register, from, to, set, campaign } = trace;
    let said = [("register", register), ("from", from), ("to", to), ("set", set), ("campaign", campaign)];
    for (row, (what, value)) in (0..).zip(said) {
        sheet.write_string(row, 0, what)?.write_string(row, 1, value)?;
    }
    for (row, column) in (COLUMNS..).zip(columns) {
        sheet.write_string(row, 0, &column.sheet)?;
        sheet.write_string(row, 1, &column.letter)?.write_string(row, 2, &column.key)?;
    }
    sheet.set_very_hidden(true);
    Ok(())
}
