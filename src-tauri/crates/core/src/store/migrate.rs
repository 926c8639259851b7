//! Migrations: append-only `.sql` files, counted by `user_version`; a newer file is refused, an older one copied first.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::open::Key;
use crate::error::{Error, Result};

/// Every migration ever shipped, oldest first. Never edit one that has been released: append.
const MIGRATIONS: [&str; 3] = [
    include_str!("migrations/0001_first_month.sql"),
    include_str!("migrations/0002_ten_registers.sql"),
    include_str!("migrations/0003_four_orders.sql"),
];

/// Schema version that this program writes.
#[expect(clippy::cast_possible_wrap, reason = "a handful of migrations")]
pub const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

/// Brings the schema up to date; an older file is copied into `backups` beside it before anything changes.
pub(super) fn migrate(connection: &mut Connection, path: &Path, key: &Key) -> Result<()> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let Some(missing) = usize::try_from(found).ok().and_then(|n| MIGRATIONS.get(n..)) else {
        return Err(Error::Newer { found, known: SCHEMA_VERSION });
    };
    if missing.is_empty() {
        return Ok(());
    }
    if found > 0 {
        copy(connection, path, key, found)?;
    }
    // A table that is made anew is for a moment missing to those that refer to it.
    connection.pragma_update(None, "foreign_keys", false)?;
    let transaction = connection.transaction()?;
    for step in missing {
        transaction.execute_batch(step)?;
    }
    let broken: Vec<String> = super::Db::plain(&transaction).column(include_str!("sql/foreign_keys.sql"), [])?;
    if let Some(table) = broken.into_iter().next() {
        return Err(Error::BadRow { what: "foreign key", detail: table });
    }
    transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    transaction.commit()?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(())
}

/// Copies the file as it is, with its key, and proves that the copy opens.
fn copy(from: &Connection, path: &Path, key: &Key, version: i64) -> Result<()> {
    let folder = path.with_file_name("backups");
    std::fs::create_dir_all(&folder).map_err(Error::Copy)?;
    let target = folder.join(format!("station-v{version}.db"));
    let mut to = super::open::plain(&target, key)?;
    Backup::new(from, &mut to)?.run_to_completion(256, std::time::Duration::ZERO, None)?;
    let found: i64 = to.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let sound: String = to.query_row(include_str!("sql/integrity.sql"), [], |row| row.get(0))?;
    if found == version && sound == "ok" { Ok(()) } else { Err(Error::Copy(std::io::ErrorKind::InvalidData.into())) }
}

/// The whole schema as text, for its snapshot.
pub fn schema_text(db: &super::Db<'_>) -> Result<String> {
    let statements: Vec<String> = db.column(include_str!("sql/schema.sql"), [])?;
    Ok(statements.join(";\n\n") + ";\n")
}
