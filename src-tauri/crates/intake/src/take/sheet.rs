//! The rows of one sheet, cell by cell.

use std::collections::BTreeMap;

use super::{Ask, TakenRow, TakenSheet, TakenValue};
use crate::fields::{Field, fields};
use crate::header::Header;
use crate::kind::Kind;
use crate::place::{At, Severity, Trouble};
use crate::read::Sheet;
use crate::rows::{RowKind, Section, SkipReason, Skipped, classify};
use crate::title::facts;
use crate::values::{Leaning, Parsed, Value, is_masked, parse, weekday_of};

/// Fields that say whom a row is about: where they are masked, nobody can tell.
const NAMES_THE_ROW: [&str; 3] = ["name", "visitor", "voter"];

/// The taking-in of one sheet.
pub struct Taking<'a> {
    sheet: &'a Sheet,
    header: &'a Header,
    required: Vec<&'static Field>,
    year: Option<i32>,
    section: Option<Section>,
    /// Rows of data so far, counted from 0.
    data_rows: Vec<u32>,
    taken: TakenSheet,
}

impl<'a> Taking<'a> {
    /// Of a sheet whose heading has been found.
    pub fn new(kind: Kind, file: &str, ask: &Ask, sheet: &'a Sheet, header: &'a Header) -> Self {
        let required = fields().required(kind);
        let title = facts(sheet, header.row, file);
        let taken = TakenSheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            header_row: header.row + 1,
            columns: header.shown(sheet, &required),
            missing: header.missing.iter().map(|f| f.label.clone()).collect(),
            title,
            rows: Vec::new(),
            skipped: Vec::new(),
            troubles: Vec::new(),
        };
        Self {
            sheet,
            header,
            required,
            year: taken.title.year.or(ask.year),
            section: None,
            data_rows: Vec::new(),
            taken,
        }
    }

    /// Every row under the heading.
    pub fn all(mut self) -> TakenSheet {
        if self.sheet.hidden {
            let message = format!("工作表“{}”在文件里是隐藏的，也一并读取；请确认需要导入。", self.sheet.name);
            self.report(At { sheet: self.sheet.name.clone(), row: 0, column: String::new() }, "", "", message);
        }
        let last = self.sheet.row_range().rev().find(|row| !self.sheet.filled(*row).is_empty()).unwrap_or(0);
        let rows = if self.taken.missing.is_empty() { self.header.below()..last + 1 } else { 0..0 };
        for row in rows {
            self.row(row);
        }
        self.taken
    }

    fn row(&mut self, row: u32) {
        match classify(self.sheet, self.header, &self.taken.title.lines, row) {
            RowKind::Skip(reason) => self.skip(row, reason),
            RowKind::Section(section) => {
                self.section = Some(section);
                self.skip(row, SkipReason::Section);
            }
            RowKind::Data => {
                self.data(row);
                self.data_rows.push(row);
            }
        }
    }

    fn skip(&mut self, row: u32, reason: SkipReason) {
        let words: Vec<String> = self.sheet.filled(row).into_iter().map(|(_, words)| words).collect();
        self.taken.skipped.push(Skipped { row: row + 1, text: words.join(" "), reason });
    }

    fn data(&mut self, row: u32) {
        let mut values = BTreeMap::new();
        // Fields that lean on another date come after those that do not.
        let (first, later): (Vec<_>, Vec<_>) = self
            .header
            .columns
            .iter()
            .filter_map(|(column, _, field)| field.map(|f| (*column, f)))
            .partition(|(_, f)| f.not_before.is_none());
        for (column, field) in first.into_iter().chain(later) {
            self.value(row, column, field, &mut values);
        }
        let missing = self.required.iter().find(|f| !values.contains_key(f.short())).copied();
        if let Some(field) = missing {
            self.report_missing(row, field);
            return self.skip(row, SkipReason::Incomplete);
        }
        if let Some(field) = self.masked_name(row) {
            let message = format!("“{}”是遮盖过的，这一行没有导入；请用没有遮盖的原表。", field.label);
            let (at, field, value) = (At::row(&self.sheet.name, row), field.label.clone(), String::new());
            self.taken.troubles.push(Trouble { at, field, value, message, severity: Severity::LeftOut });
            return self.skip(row, SkipReason::Incomplete);
        }
        self.check_weekday(&values);
        self.taken.rows.push(TakenRow { at_row: row + 1, section: self.section.clone(), values });
    }

    /// The field that says whom the row is about, where it is masked.
    fn masked_name(&self, row: u32) -> Option<&'static Field> {
        let names = self.header.columns.iter().filter_map(|(column, _, field)| Some((*column, (*field)?)));
        names
            .filter(|(_, field)| NAMES_THE_ROW.contains(&field.short()))
            .find(|(column, field)| is_masked(&self.sheet.words(self.source(row, *column), *column), &field.format))
            .map(|(_, field)| field)
    }

    fn value(&mut self, row: u32, column: u32, field: &'static Field, values: &mut BTreeMap<String, TakenValue>) {
        let source = self.source(row, column);
        let Some(raw) = self.sheet.cell(source, column) else { return };
        let not_before = field.not_before.as_ref().and_then(|key| match values.get(key).map(|v| &v.value) {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        });
        let at = At::cell(&self.sheet.name, row, column);
        let words = raw.shown();
        let value = match parse(&field.format, raw, Leaning { year: self.year, not_before }) {
            Parsed::Blank => return,
            Parsed::Value(value) => value,
            Parsed::Doubtful(value, message) => {
                self.report(at.clone(), &field.label, &words, message);
                value
            }
            Parsed::LeftOut(message) => {
                let (field, severity) = (field.label.clone(), Severity::LeftOut);
                return self.taken.troubles.push(Trouble { at, field, value: words, message, severity });
            }
        };
        let mut put = |key: &str, value: Value| {
            let taken = TakenValue { value, at: at.clone(), raw: words.clone(), merged: source != row };
            values.entry(key.to_owned()).or_insert(taken);
        };
        match value {
            Value::UnitAndDone(unit, done) => {
                unit.map(Value::Text).into_iter().for_each(|unit| put("unit", unit));
                done.map(Value::Day).into_iter().for_each(|done| put("done", done));
            }
            value => put(field.short(), value),
        }
    }

    /// The row whose cell says the value: higher up where cells are merged downwards, or where it reads 同上.
    fn source(&self, row: u32, column: u32) -> u32 {
        let below = self.header.below();
        let anchor = |row: u32| match self.sheet.merge(row, column) {
            Some(merge) if merge.left == column => merge.top.max(below),
            _ => row,
        };
        let ditto = |row: u32| matches!(self.sheet.words(row, column).as_str(), "同上" | "〃" | "″" | "\"");
        let mut source = anchor(row);
        for earlier in self.data_rows.iter().rev() {
            if !ditto(source) {
                break;
            }
            source = anchor(*earlier);
        }
        source
    }

    fn report(&mut self, at: At, field: &str, value: &str, message: String) {
        let (field, value) = (field.to_owned(), value.to_owned());
        self.taken.troubles.push(Trouble { at, field, value, message, severity: Severity::Doubtful });
    }

    /// Says that a row is left out, unless the cell itself has been reported.
    fn report_missing(&mut self, row: u32, field: &Field) {
        let mut own = self.taken.troubles.iter().rev().take_while(|t| t.at.row == row + 1);
        if own.any(|t| t.field == field.label) {
            return;
        }
        let message = format!("第{}行没有“{}”，这一行没有导入；请补上后再导入。", row + 1, field.label);
        let (at, label) = (At::row(&self.sheet.name, row), field.label.clone());
        let severity = Severity::LeftOut;
        self.taken.troubles.push(Trouble { at, field: label, value: String::new(), message, severity });
    }

    /// A weekday beside a date tells whether the year is right.
    fn check_weekday(&mut self, values: &BTreeMap<String, TakenValue>) {
        let (Some(date), Some(weekday)) = (values.get("date"), values.get("weekday")) else { return };
        let (Value::Day(day), Value::Text(said)) = (&date.value, &weekday.value) else { return };
        let real = weekday_of(*day);
        if real != said {
            let message = format!("{day}是{real}，表中写的是{said}；请核对日期和年份。");
            let (at, raw) = (date.at.clone(), date.raw.clone());
            self.report(at, "日期", &raw, message);
        }
    }
}
