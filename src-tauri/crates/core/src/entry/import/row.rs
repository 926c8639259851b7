//! A row of a file as the importers read it: typed values by field, each with its place.

use std::collections::HashMap;
use std::sync::LazyLock;

use station_intake::{Coded, NamedAs, TakenRow, TakenSheet, Value, fields};
use station_table::PartialDate;

use super::preview::{ImportKind, Where};

/// Labels of the fields of each kind by their keys.
static LABELS: LazyLock<HashMap<(ImportKind, &str), &str>> = LazyLock::new(|| {
    let of = |kind: ImportKind| fields().of(kind).into_iter().map(move |f| ((kind, f.short()), f.label.as_str()));
    ImportKind::ALL.into_iter().flat_map(of).collect()
});

/// A row of data and where it stands.
pub(super) struct Row<'a> {
    pub(super) kind: ImportKind,
    pub(super) file: &'a str,
    pub(super) sheet: &'a TakenSheet,
    pub(super) taken: &'a TakenRow,
}

impl<'a> Row<'a> {
    /// The whole row.
    pub(super) fn whole(&self) -> Where {
        Where { file: self.file.to_owned(), sheet: self.sheet.name.clone(), row: self.taken.at_row, ..Where::default() }
    }

    /// The cell of a field; where it has none, the row.
    pub(super) fn at(&self, key: &str) -> Where {
        let column = self.taken.values.get(key).map(|v| v.at.column.clone());
        let field = LABELS.get(&(self.kind, key)).map(|label| (*label).to_owned());
        Where { column, field, ..self.whole() }
    }

    /// Names this row in keys of doubts: the same in the preview and in the import.
    pub(super) fn key(&self) -> String {
        format!("{}#{}#{}", self.file, self.sheet.name, self.taken.at_row)
    }

    pub(super) fn value(&self, key: &str) -> Option<&'a Value> {
        self.taken.values.get(key).map(|v| &v.value)
    }

    /// The words of a cell.
    pub(super) fn raw(&self, key: &str) -> Option<&'a str> {
        self.taken.values.get(key).map(|v| v.raw.as_str())
    }

    pub(super) fn text(&self, key: &str) -> Option<String> {
        match self.value(key)? {
            Value::Text(text) => super::super::said(Some(text)),
            Value::Name(name) => Some(name.name.clone()),
            _ => None,
        }
    }

    pub(super) fn number(&self, key: &str) -> Option<i64> {
        match self.value(key)? {
            Value::Number(n) => Some(*n),
            _ => None,
        }
    }

    /// The day of an event as the store keeps it.
    pub(super) fn day(&self, key: &str) -> Option<String> {
        match self.value(key)? {
            Value::Day(day) => Some(day.to_string()),
            _ => None,
        }
    }

    /// First and last day of an event.
    pub(super) fn days(&self, key: &str) -> Option<(String, String)> {
        match self.value(key)? {
            Value::Days(from, until) => Some((from.to_string(), until.to_string())),
            _ => None,
        }
    }

    /// A sum in whole 分.
    pub(super) fn money(&self, key: &str) -> Option<i64> {
        match self.value(key)? {
            Value::Money(amount) => Some(*amount),
            _ => None,
        }
    }

    /// The heading of the column that a field was read from.
    pub(super) fn heading(&self, key: &str) -> &'a str {
        let columns = &self.sheet.columns;
        columns.iter().find(|c| c.field.as_deref() == Some(key)).map_or("", |c| c.heading.as_str())
    }

    pub(super) fn date(&self, key: &str) -> Option<PartialDate> {
        match self.value(key)? {
            Value::Date(date) => Some(*date),
            Value::Day(day) => Some(PartialDate::Day(*day)),
            _ => None,
        }
    }

    pub(super) fn code(&self, key: &str) -> Option<&'a Coded> {
        match self.value(key)? {
            Value::Code(coded) => Some(coded),
            _ => None,
        }
    }

    pub(super) fn names(&self, key: &str) -> &'a [NamedAs] {
        match self.value(key) {
            Some(Value::Names(names)) => names,
            Some(Value::Name(name)) => std::slice::from_ref(name),
            _ => &[],
        }
    }

    pub(super) fn phones(&self, key: &str) -> &'a [String] {
        match self.value(key) {
            Some(Value::Phones(phones)) => phones,
            _ => &[],
        }
    }
}
