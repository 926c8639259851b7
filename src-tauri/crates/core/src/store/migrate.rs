//! Migrations: append-only `.sql` files, counted by `user_version`; a newer file is refused.

use rusqlite::Connection;

use crate::error::{Error, Result};

/// Every migration ever shipped, oldest first. Never edit one that has been released: append.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/0001_first_month.sql")];

/// Schema version that this program writes.
#[expect(clippy::cast_possible_wrap, reason = "a handful of migrations")]
pub const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

pub(super) fn migrate(connection: &mut Connection) -> Result<()> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let Some(missing) = usize::try_from(found).ok().and_then(|n| MIGRATIONS.get(n..)) else {
        return Err(Error::Newer { found, known: SCHEMA_VERSION });
    };
    if missing.is_empty() {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    for step in missing {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// The whole schema as text, for its snapshot.
pub fn schema_text(db: &super::Db<'_>) -> Result<String> {
    let statements: Vec<String> = db.column(include_str!("sql/schema.sql"), [])?;
    Ok(statements.join(";\n\n") + ";\n")
}
