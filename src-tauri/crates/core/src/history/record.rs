//! Recording one operation with what SQLite says it changed.

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};

use super::chain::{Link, sha256};
use crate::error::Result;
use crate::hand::Hand;
use crate::op::Op;
use crate::store::{Db, SCHEMA_VERSION};

/// One row that an operation touched.
struct Touch {
    table: String,
    id: String,
}

/// Records the operation; none where nothing changed and the operation is not one that is logged all the same.
pub(crate) fn record(connection: &Connection, hand: &Hand, op: &Op, changeset: &[u8]) -> Result<Option<i64>> {
    let touches = touches(changeset)?;
    if touches.is_empty() && !op.logged_only() {
        return Ok(None);
    }
    let seq = append(connection, hand, op, (changeset, touches.len()))?;
    connection.prepare_cached(include_str!("sql/add_changeset.sql"))?.execute((seq, changeset))?;
    let mut touched = connection.prepare_cached(include_str!("sql/add_touched.sql"))?;
    for touch in &touches {
        touched.execute((seq, &touch.table, &touch.id))?;
    }
    Ok(Some(seq))
}

fn append(connection: &Connection, hand: &Hand, op: &Op, (bytes, count): (&[u8], usize)) -> Result<i64> {
    let last: Option<(i64, String)> = connection
        .prepare_cached(include_str!("sql/last.sql"))?
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .next()
        .transpose()?;
    let (before, previous) = last.unwrap_or_default();
    let mut link = Link {
        seq: before + 1,
        name: op.name().to_owned(),
        account: hand.account.clone(),
        at: hand.stamp(),
        schema: SCHEMA_VERSION,
        changeset_sha256: sha256(bytes),
        digest: String::new(),
    };
    link.digest = link.digest_after(&previous);
    connection.prepare_cached(include_str!("sql/add_operation.sql"))?.execute(rusqlite::named_params! {
        ":seq": link.seq, ":name": link.name, ":label": op.label(), ":account": link.account, ":at": link.at,
        ":schema": link.schema, ":takes_back": op.takes_back(), ":undoable": op.undoable(),
        ":changes": i64::try_from(count).unwrap_or(i64::MAX), ":sha256": link.changeset_sha256, ":digest": link.digest,
    })?;
    Ok(link.seq)
}

fn touches(changeset: &[u8]) -> Result<Vec<Touch>> {
    if changeset.is_empty() {
        return Ok(Vec::new());
    }
    let mut input = changeset;
    let input: &mut dyn std::io::Read = &mut input;
    let mut items = ChangesetIter::start_strm(&input)?;
    let mut touches = Vec::new();
    while let Some(item) = items.next()? {
        touches.push(touch(item)?);
    }
    Ok(touches)
}

/// The key is the first column of every recorded table.
fn touch(item: &ChangesetItem) -> Result<Touch> {
    let operation = item.op()?;
    let value = match operation.code() {
        Action::SQLITE_INSERT => item.new_value(0)?,
        _ => item.old_value(0)?,
    };
    Ok(Touch { table: operation.table_name().to_owned(), id: value.as_str().unwrap_or_default().to_owned() })
}

/// How many rows a recorded operation changed.
pub(super) fn changes(db: Db<'_>, seq: i64) -> Result<i64> {
    Ok(db.value(include_str!("sql/changes.sql"), [seq])?.unwrap_or(0))
}
