//! Reading rows into records: a record's fields are the query's columns, so each is written once.

use std::any::Any;
use std::sync::Arc;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params, Row, Statement};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::kept::Kept;
use crate::error::{Error, Result};

/// Read access to the store.
#[derive(Clone, Copy)]
pub struct Db<'a> {
    pub(crate) connection: &'a Connection,
    /// None within a transaction: what it has written may yet be taken back.
    pub(super) kept: Option<&'a Kept>,
}

impl<'a> Db<'a> {
    /// Of a connection, with nothing kept.
    pub(crate) fn plain(connection: &'a Connection) -> Self {
        Self { connection, kept: None }
    }

    /// What `read` reads from the store, read anew only where the store has changed since; one value of each type.
    pub(crate) fn kept<T: Any + Send + Sync>(&self, read: impl FnOnce() -> Result<T>) -> Result<Arc<T>> {
        match self.kept {
            Some(kept) => kept.get(self.connection.total_changes(), read),
            None => read().map(Arc::new),
        }
    }

    /// All rows of a query as records. A query with one column named `json` gives whole records as JSON.
    pub fn all<T: DeserializeOwned>(&self, sql: &str, params: impl Params) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let names = column_names(&statement);
        let mut rows = statement.query(params)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(record(&names, row)?);
        }
        Ok(records)
    }

    /// The first row of a query as a record, when there is one.
    pub fn first<T: DeserializeOwned>(&self, sql: &str, params: impl Params) -> Result<Option<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let names = column_names(&statement);
        let mut rows = statement.query(params)?;
        rows.next()?.map(|row| record(&names, row)).transpose()
    }

    /// All rows of a query, each read by a function: for queries of thousands of rows, where records by name are too slow.
    pub fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?.collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    /// Reads all rows of a query, each where it stands: for what is sorted into something that is there already.
    pub fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            read(row)?;
        }
        Ok(())
    }

    /// The first column of all rows.
    pub fn column<T: rusqlite::types::FromSql>(&self, sql: &str, params: impl Params) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let values = statement.query_map(params, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(values)
    }

    /// The first column of the first row, when there is one.
    pub fn value<T: rusqlite::types::FromSql>(&self, sql: &str, params: impl Params) -> Result<Option<T>> {
        Ok(self.column(sql, params)?.into_iter().next())
    }
}

fn column_names(statement: &Statement<'_>) -> Vec<String> {
    statement.column_names().map(str::to_owned).collect()
}

fn record<T: DeserializeOwned>(names: &[String], row: &Row<'_>) -> Result<T> {
    let value = if let [only] = names
        && only == "json"
    {
        let text: String = row.get(0)?;
        serde_json::from_str(&text)
    } else {
        serde_json::from_value(Value::Object(fields(names, row)?))
    };
    value.map_err(|e| Error::BadRow { what: std::any::type_name::<T>(), detail: e.to_string() })
}

/// A row's values under their column names.
pub(crate) fn fields(names: &[String], row: &Row<'_>) -> Result<Map<String, Value>> {
    names.iter().enumerate().map(|(at, name)| Ok((name.clone(), json(row.get_ref(at)?)))).collect()
}

fn json(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Integer(n) => n.into(),
        ValueRef::Real(x) => x.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
        ValueRef::Null | ValueRef::Blob(_) => Value::Null,
    }
}

/// Yes and no, which SQLite keeps as 1 and 0: `#[serde(with = "flag")]`.
pub mod flag {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes true or false.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &bool, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bool(*value)
    }

    /// Reads true, false, 1 or 0.
    ///
    /// # Errors
    /// Those of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Flag(bool),
            Number(i64),
        }
        Ok(match Either::deserialize(from)? {
            Either::Flag(flag) => flag,
            Either::Number(number) => number != 0,
        })
    }
}
