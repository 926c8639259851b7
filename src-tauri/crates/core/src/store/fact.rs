//! Writing facts: a record's fields are its table's columns, so that no column is listed twice.

use rusqlite::types::Value as Sql;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Db, Tx};
use crate::error::{Error, Result};

/// Every table whose changes are recorded. A test compares it with the schema: only history itself, drafts, view
/// settings and printed numbers are missing.
pub const RECORDED: [&str; 58] = [
    "code",
    "place",
    "person",
    "team",
    "unit",
    "site",
    "site_officer",
    "congress",
    "term",
    "session",
    "constituency",
    "constituency_place",
    "mandate",
    "membership",
    "reception_rule",
    "activity",
    "attendance",
    "visit",
    "visit_deputy",
    "party",
    "matter",
    "raised",
    "matter_deputy",
    "round",
    "assignment",
    "step",
    "heading",
    "edition",
    "campaign",
    "campaign_fact",
    "resident",
    "standing_contact",
    "contact",
    "contact_deputy",
    "constituency_visit",
    "constituency_visit_deputy",
    "deed",
    "deed_deputy",
    "attachment",
    "own_column",
    "own_value",
    "register_set",
    "blank_set",
    "review",
    "holiday_year",
    "deadline_rule",
    "leave",
    "duty_swap",
    "chat_group",
    "chat_group_deputy",
    "matter_link",
    "activity_matter",
    "talk",
    "talk_party",
    "talk_deputy",
    "phrase",
    "setting",
    "account",
];

/// A record that is a row of a recorded table: its fields are the table's columns.
pub trait Fact: Serialize + DeserializeOwned {
    /// The table.
    const TABLE: &'static str;
    /// What a user calls it, for messages.
    const NAME: &'static str;
    /// Its key.
    fn id(&self) -> &str;
}

impl Tx<'_> {
    /// Key and time of a new fact.
    pub fn fresh(&mut self) -> (String, String) {
        (self.hand.new_id(), self.hand.stamp())
    }

    /// When this is written, as facts keep it.
    pub fn stamp(&self) -> String {
        self.hand.stamp()
    }

    /// Writes a new fact.
    pub fn insert<T: Fact>(&self, fact: &T) -> Result<()> {
        let columns = columns(fact)?;
        let names = columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        let marks = vec!["?"; columns.len()].join(", ");
        let sql = format!("INSERT INTO {} ({names}) VALUES ({marks})", T::TABLE);
        self.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(columns.into_iter().map(|c| c.1)))?;
        Ok(())
    }

    /// The fact that a draft corrects, or a new one that is made of a key and the time.
    ///
    /// # Errors
    /// `Missing` when no fact has that key.
    pub fn known_or<T: Fact>(&mut self, id: Option<&str>, new: impl FnOnce(String, String) -> T) -> Result<T> {
        if let Some(id) = id {
            return self.db().get(id);
        }
        let (id, created) = self.fresh();
        Ok(new(id, created))
    }

    /// Writes a fact: over itself, or as a new one.
    pub fn put<T: Fact>(&self, fact: &T) -> Result<()> {
        if self.written_over(fact)? { Ok(()) } else { self.insert(fact) }
    }

    /// Writes a fact over itself; nothing is recorded where nothing differs.
    pub fn update<T: Fact>(&self, fact: &T) -> Result<()> {
        self.written_over(fact).map(drop)
    }

    /// Whether there was a fact to write over.
    fn written_over<T: Fact>(&self, fact: &T) -> Result<bool> {
        let columns = columns(fact)?;
        let sets = columns.iter().map(|(name, _)| format!("{name} = ?")).collect::<Vec<_>>().join(", ");
        let sql = format!("UPDATE {} SET {sets} WHERE id = ?", T::TABLE);
        let values = columns.into_iter().map(|c| c.1).chain([Sql::Text(fact.id().to_owned())]);
        Ok(self.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))? > 0)
    }

    /// Voids a fact; it stays, and can be brought back.
    pub fn void<T: Fact>(&self, id: &str) -> Result<()> {
        let sql = format!("UPDATE {} SET voided = ?1 WHERE id = ?2 AND voided IS NULL", T::TABLE);
        self.connection.prepare_cached(&sql)?.execute([self.stamp().as_str(), id])?;
        Ok(())
    }

    /// Keeps what the station says of itself under a key.
    pub fn set(&self, key: &str, value: &str) -> Result<()> {
        self.connection.prepare_cached(include_str!("sql/set.sql"))?.execute([key, value])?;
        Ok(())
    }
}

impl Db<'_> {
    /// The fact with that key, voided or not.
    pub fn get<T: Fact>(&self, id: &str) -> Result<T> {
        let sql = format!("SELECT * FROM {} WHERE id = ?1", T::TABLE);
        self.first(&sql, [id])?.ok_or(Error::Missing(T::NAME))
    }

    /// The facts whose column has that value, not voided, in the order of their making.
    pub fn having<T: Fact>(&self, column: &'static str, value: &str) -> Result<Vec<T>> {
        let sql = format!("SELECT * FROM {} WHERE {column} = ?1 AND voided IS NULL ORDER BY id", T::TABLE);
        self.all(&sql, [value])
    }

    /// What the station says of itself under a key.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        self.value(include_str!("sql/setting.sql"), [key])
    }
}

fn columns<T: Fact>(fact: &T) -> Result<Vec<(String, Sql)>> {
    let bad = |detail: String| Error::BadRow { what: T::NAME, detail };
    match serde_json::to_value(fact).map_err(|e| bad(e.to_string()))? {
        Value::Object(map) => map.into_iter().map(|(name, v)| sql(v).map(|v| (name, v)).map_err(bad)).collect(),
        other => Err(bad(other.to_string())),
    }
}

fn sql(value: Value) -> std::result::Result<Sql, String> {
    Ok(match value {
        Value::Null => Sql::Null,
        Value::Bool(flag) => Sql::Integer(i64::from(flag)),
        Value::String(text) => Sql::Text(text),
        Value::Number(ref n) => Sql::Integer(n.as_i64().ok_or_else(|| value.to_string())?),
        other => return Err(other.to_string()),
    })
}

/// Says that a record is a row of a table.
macro_rules! fact {
    ($record:ty, $table:literal, $name:literal) => {
        impl $crate::store::Fact for $record {
            const TABLE: &'static str = $table;
            const NAME: &'static str = $name;

            fn id(&self) -> &str {
                &self.id
            }
        }
    };
}
pub(crate) use fact;
