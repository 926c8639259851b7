//! What the store promises: every change is recorded and can be taken back; the schema is as it was agreed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Db, Key, RECORDED, Store, schema_text};
use crate::error::Result;
use crate::hand::Hand;
use crate::history;
use crate::op::Op;

/// A store in a folder that goes with it.
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) hand: Hand,
    folder: tempfile::TempDir,
}

impl World {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::create(&folder.path().join("station.db"), &Key::new([7; 32])).expect("a new store");
        let noon = chrono::NaiveDate::from_ymd_opt(2024, 1, 5).and_then(|d| d.and_hms_opt(12, 0, 0)).expect("a day");
        Self { store, hand: Hand::counted("秘书", noon, 1), folder }
    }

    fn fill(&mut self) -> Result<Option<i64>> {
        let op = Op::SaveDay { date: "2023-01-15".into() };
        let done = self.store.transact(&mut self.hand, op, |tx| {
            tx.connection().execute_batch(include_str!("every_table.sql"))?;
            Ok(())
        });
        Ok(done?.operation)
    }
}

fn tables(db: Db<'_>) -> BTreeSet<String> {
    let all =
        db.column::<String>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", []);
    all.expect("the schema lists its tables").into_iter().collect()
}

#[test]
fn every_table_is_recorded_but_history_drafts_and_view_settings() {
    let beside = ["operation", "changeset", "touched", "draft", "view_setting", "printed_number"];
    let expected: BTreeSet<String> = RECORDED.iter().chain(&beside).map(|t| (*t).to_owned()).collect();
    assert_eq!(
        tables(World::new().store.db()),
        expected,
        "a table outside of history is a change that cannot be undone"
    );
}

#[test]
fn a_write_to_every_table_is_found_in_the_log_and_undo_takes_it_back() {
    let mut world = World::new();
    let seq = world.fill().expect("rows for every table").expect("which is an operation");
    let touched: Vec<String> =
        world.store.db().column("SELECT DISTINCT tbl FROM touched WHERE seq = ?1", [seq]).expect("the log is read");
    let touched: BTreeSet<&str> = touched.iter().map(String::as_str).collect();
    assert_eq!(touched, RECORDED.into_iter().collect(), "SQLite itself saw a change of each table");
    history::undo(&mut world.store, &mut world.hand).expect("it is taken back");
    for table in RECORDED {
        let left: Option<i64> = world.store.db().value(&format!("SELECT count(*) FROM {table}"), []).expect("counted");
        assert_eq!(left, Some(0), "undo removes the row of {table}");
    }
    history::redo(&mut world.store, &mut world.hand).expect("it is done again");
    let back: Option<i64> = world.store.db().value("SELECT count(*) FROM step", []).expect("counted");
    assert_eq!(back, Some(1), "redo brings the row back");
    assert!(history::broken_links(world.store.db()).expect("the chain is read").is_empty(), "the digest chain holds");
}

#[test]
fn undo_stops_where_something_later_needs_what_would_go() {
    let mut world = World::new();
    world.fill().expect("rows for every table");
    let later =
        "INSERT INTO site_officer (id, created, site_id, person_id, role) VALUES ('x', 't', 's', 'n', '联络员')";
    let logged = Op::Send { what: "月报".into() };
    let done = world.store.transact(&mut world.hand, logged, |tx| Ok(tx.connection().execute_batch(later)?));
    done.expect("a later row that undo passes over");
    let refused = history::undo(&mut world.store, &mut world.hand).expect_err("its site cannot vanish under it");
    assert_eq!(refused.code(), "changed_since", "the clerk gets a sentence, not a database error");
    let kept: Option<i64> = world.store.db().value("SELECT count(*) FROM site", []).expect("counted");
    assert_eq!(kept, Some(1), "nothing changed");
}

#[test]
fn a_rehearsal_leaves_nothing_and_an_idle_operation_is_not_recorded() {
    let mut world = World::new();
    let tried = world.store.rehearse(&mut world.hand, |tx| {
        tx.connection().execute_batch(include_str!("every_table.sql"))?;
        tx.db().value::<i64>("SELECT count(*) FROM step", [])
    });
    assert_eq!(tried.expect("it runs"), Some(1), "the rehearsal saw what would be");
    let left: Option<i64> = world.store.db().value("SELECT count(*) FROM step", []).expect("counted");
    assert_eq!(left, Some(0), "and left nothing");
    let idle = world.store.transact(&mut world.hand, Op::SaveStation, |_| Ok(())).expect("nothing done");
    assert_eq!(idle.operation, None, "what changes nothing is no operation");
}

#[test]
fn the_file_is_noise_without_its_key_and_a_newer_one_is_refused() {
    let mut world = World::new();
    world.fill().expect("rows for every table");
    let path = world.folder.path().join("station.db");
    let wrong = Store::open(&path, &Key::new([8; 32])).err().expect("another key opens nothing");
    assert_eq!(wrong.code(), "wrong_password", "and says so");
    let bytes = std::fs::read(&path).expect("the file is there");
    assert!(!bytes.starts_with(b"SQLite format 3"), "its header is noise");
    assert!(!bytes.windows("JD-2023-0001".len()).any(|w| w == b"JD-2023-0001"), "and so is what it holds");
    world.store.beside().pragma_update(None, "user_version", 99).expect("pretend a newer program wrote it");
    drop(world.store);
    let newer = Store::open(&path, &Key::new([7; 32])).err().expect("it is refused");
    assert_eq!(newer.code(), "newer_file", "kindly");
}

#[test]
fn the_schema_is_as_agreed() {
    let made = schema_text(&World::new().store.db()).expect("the schema as text");
    let agreed = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/schema.snapshot.sql");
    if std::env::var_os("BLESS").is_some() {
        #[expect(clippy::disallowed_methods, reason = "a reference in the tree, not somebody's data")]
        std::fs::write(&agreed, &made).expect("the snapshot is renewed");
    }
    let kept = std::fs::read_to_string(&agreed).unwrap_or_default();
    assert_eq!(kept, made, "the schema changed: append a migration, then `make bless`");
}

/// A station of the first release: a row in each of its tables, a code of its own, and one that a later program ships.
fn first_release(path: &Path, key: &Key) -> Result<()> {
    let old = super::open::plain(path, key)?;
    old.execute_batch(include_str!("migrations/0001_first_month.sql"))?;
    let known: BTreeSet<String> = tables(Db::plain(&old));
    let of_old = |line: &&str| {
        let table = line.strip_prefix("INSERT INTO ").and_then(|rest| rest.split(' ').next());
        table.is_some_and(|table| known.contains(table))
    };
    for line in include_str!("every_table.sql").lines().filter(of_old) {
        old.execute_batch(line)?;
    }
    old.execute_batch(
        "INSERT INTO code (id, created, list, label, sort) VALUES ('activity.training', 't', 'activity', '学习培训', 3);
         INSERT INTO code (id, created, list, label, sort) VALUES ('own', 't', 'deed', '招商引资', 0);
         INSERT INTO raised (id, created, matter_id, person_id, sort) VALUES ('rb', 't', 'ma', 'n', 1);",
    )?;
    old.pragma_update(None, "user_version", 1)?;
    Ok(())
}

#[test]
fn a_station_of_the_first_release_is_copied_and_brought_up_to_date() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, key) = (folder.path().join("station.db"), Key::new([7; 32]));
    first_release(&path, &key).expect("a store as the first release left it");
    let mut hand = Hand::counted("秘书", chrono::NaiveDateTime::default(), 1);
    let mut store = Store::open(&path, &key).expect("it opens");
    let counted =
        |db: Db<'_>, table: &str| db.value::<i64>(&format!("SELECT count(*) FROM {table}"), []).expect("counted");
    for (table, rows) in [("raised", 2), ("party", 1), ("step", 1), ("edition", 1), ("code", 3), ("contact", 0)] {
        assert_eq!(counted(store.db(), table), Some(rows), "{table} keeps its rows");
    }
    let telling: Option<String> =
        store.db().value("SELECT party_id FROM raised WHERE id = 'ra'", []).expect("it is read");
    assert_eq!(telling.as_deref(), Some("pa"), "what raised a matter is as it was");
    let copy = super::open::plain(&folder.path().join("backups/station-v1.db"), &key).expect("the copy opens");
    assert_eq!(copy.pragma_query_value(None, "user_version", |r| r.get(0)), Ok(1), "the copy is what was before");
    assert_eq!(counted(Db::plain(&copy), "raised"), Some(2), "with its rows");

    let done = store.transact(&mut hand, Op::Upgrade, crate::code::edit::seed).expect("the codes are completed");
    assert!(done.value > 100 && done.operation.is_some(), "what came new is recorded");
    let code = |store: &Store, id: &str| store.db().get::<crate::code::Code>(id).expect("the code is there");
    assert_eq!(code(&store, "activity.training").counts_as.as_deref(), Some("performance.03"), "known kinds count too");
    let (own, shipped) = (code(&store, "own"), code(&store, "deed.investment"));
    assert_eq!((own.label.as_str(), own.hidden), ("招商引资", false), "the station goes on with its own");
    assert_eq!(
        (shipped.label.as_str(), shipped.hidden),
        ("招商引资（自带）", true),
        "beside which the shipped one is hidden"
    );
    let undone = history::undo(&mut store, &mut hand).expect_err("an upgrade is not taken back");
    assert_eq!(undone.code(), "nothing_to_undo", "there is nothing else");
    let again = store.transact(&mut hand, Op::Upgrade, crate::code::edit::seed).expect("once more");
    assert_eq!((again.value, again.operation), (0, None), "a second start finds nothing to do");
    assert!(history::broken_links(store.db()).expect("the chain is read").is_empty(), "the digest chain holds");
}

#[test]
fn every_statement_prepares() {
    let world = World::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sql_files(&root.join("src"), &mut files);
    sql_files(&root.join("../../../assets"), &mut files);
    assert!(files.len() > 40, "the statements were found");
    for file in files.iter().filter(|f| !f.to_string_lossy().contains("migrations/") && !is_batch(f)) {
        let read = |file: &Path| std::fs::read_to_string(file).expect("the file is read");
        // What stands in `begin.sql` begins each of the statements beside it.
        let begin = file.with_file_name("begin.sql");
        let sql = match begin.exists() {
            true if *file == begin => format!("{}SELECT 1", read(file)),
            true => read(&begin) + &read(file),
            false => read(file),
        };
        let prepared = world.store.beside().prepare(&sql);
        assert!(prepared.is_ok(), "{} does not prepare: {:?}", file.display(), prepared.err());
    }
}

fn is_batch(file: &Path) -> bool {
    file.ends_with("every_table.sql") || file.ends_with("schema.snapshot.sql")
}

fn sql_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sql_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "sql") {
            found.push(path);
        }
    }
}

/// Rows of steps as they are kept.
fn kept_steps(store: &Store) -> i64 {
    let read = || Ok(store.db().value::<i64>("SELECT count(*) FROM step", [])?.unwrap_or_default());
    *store.db().kept(read).expect("counted")
}

#[test]
fn what_is_kept_is_read_anew_after_every_change_undo_and_redo_among_them() {
    let mut world = World::new();
    assert_eq!((kept_steps(&world.store), kept_steps(&world.store)), (0, 0), "it is kept before anything changes");
    world.fill().expect("rows for every table");
    assert_eq!(kept_steps(&world.store), 1, "what was written is seen");
    history::undo(&mut world.store, &mut world.hand).expect("it is taken back");
    assert_eq!(kept_steps(&world.store), 0, "a changeset that is applied is a change");
    history::redo(&mut world.store, &mut world.hand).expect("it is done again");
    assert_eq!(kept_steps(&world.store), 1, "and so is one that is applied again");
}

#[test]
fn what_a_transaction_takes_back_was_never_kept() {
    let mut world = World::new();
    let rehearsed = world.store.rehearse(&mut world.hand, |tx| {
        tx.connection().execute_batch(include_str!("every_table.sql"))?;
        let read = || Ok(tx.db().value::<i64>("SELECT count(*) FROM step", [])?.unwrap_or_default());
        Ok(*tx.db().kept(read)?)
    });
    assert_eq!(rehearsed.expect("it is rehearsed"), 1, "within, what is written is seen");
    assert_eq!(kept_steps(&world.store), 0, "afterwards it is not");
}
