//! The congress of a level, its terms and sessions, made when something first names them.

use super::{Congress, Session, Term};
use crate::error::Result;
use crate::store::{Db, Tx};

/// The key of the congress of that level; made under `name` when the store lacks it.
pub fn congress_of(tx: &mut Tx<'_>, level: &str, name: &str) -> Result<String> {
    if let Some(congress) = tx.db().first::<Congress>(include_str!("sql/of_level.sql"), [level])? {
        return Ok(congress.id);
    }
    let (id, created) = tx.fresh();
    tx.insert(&Congress { id: id.clone(), created, level: level.to_owned(), name: name.to_owned(), voided: None })?;
    Ok(id)
}

/// The term of that level and number, when the store has it.
pub fn find_term(db: Db<'_>, level: &str, ordinal: i64) -> Result<Option<Term>> {
    db.first(include_str!("sql/term.sql"), (level, ordinal))
}

/// The newest term of that level.
pub fn newest_term(db: Db<'_>, level: &str) -> Result<Option<Term>> {
    db.first(include_str!("sql/newest_term.sql"), [level])
}

/// The key of the term of that level and number; made, with its congress, when the store lacks it.
pub fn term_of(tx: &mut Tx<'_>, level: &str, ordinal: i64) -> Result<String> {
    if let Some(term) = find_term(tx.db(), level, ordinal)? {
        return Ok(term.id);
    }
    let congress_id = congress_of(tx, level, &format!("{level}人民代表大会"))?;
    let (id, created) = tx.fresh();
    tx.insert(&Term { id: id.clone(), created, congress_id, ordinal, ..Term::default() })?;
    Ok(id)
}

/// The key of the session of that term and number; made when the store lacks it.
pub fn session_of(tx: &mut Tx<'_>, term_id: &str, ordinal: i64) -> Result<String> {
    if let Some(session) = tx.db().first::<Session>(include_str!("sql/session.sql"), (term_id, ordinal))? {
        return Ok(session.id);
    }
    let (id, created) = tx.fresh();
    tx.insert(&Session { id: id.clone(), created, term_id: term_id.to_owned(), ordinal, ..Session::default() })?;
    Ok(id)
}
