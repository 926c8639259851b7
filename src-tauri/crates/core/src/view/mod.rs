//! How somebody left a table (columns, widths, sorting): kept outside of history, as the face's own text under a key.

use crate::error::Result;
use crate::store::{Db, Store};

/// What was kept under a key.
pub fn of(db: Db<'_>, key: &str) -> Result<Option<String>> {
    db.value(include_str!("sql/of.sql"), [key])
}

/// Keeps a view over the one before it.
pub fn keep(store: &Store, key: &str, value: &str) -> Result<()> {
    store.beside().execute(include_str!("sql/keep.sql"), [key, value])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::store::tests::World;

    #[test]
    fn a_view_is_kept_and_leaves_no_trace_in_the_history() {
        let world = World::new();
        let db = world.store.db();
        assert_eq!(super::of(db, "contacts").unwrap(), None, "nothing was kept yet");
        for value in ["{\"widths\":{}}", "{\"widths\":{\"date\":90}}"] {
            super::keep(&world.store, "contacts", value).unwrap();
            assert_eq!(super::of(db, "contacts").unwrap().as_deref(), Some(value), "the newest is what counts");
        }
        assert!(crate::history::list(db, 10).unwrap().is_empty(), "widths are nobody's business");
    }
}
