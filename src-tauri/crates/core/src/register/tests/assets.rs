//! Layouts against their queries, and folders against what ships.

use std::collections::{BTreeMap, BTreeSet};

use super::super::layout::{Layout, PartSays, Shows};
use super::super::shipped::{REPORTS, SHIPPED, Shipped};
use crate::extra::KINDS;
use crate::world::world;

/// What a query gives beside the columns that a layout shows.
const BESIDE: [&str; 8] =
    ["fact_kind", "fact_id", "subject_id", "confidential", "counts", "place", "order.manual", "order.number"];

/// Every box and column of a layout, with the query that gives it.
fn all(layout: &Layout) -> Vec<(String, &Shows)> {
    let mut found = Vec::new();
    for part in &layout.parts {
        match part {
            PartSays::Table(table) => found.extend(table.columns.iter().map(|c| (table.query.clone(), c))),
            PartSays::Grid(grid) => {
                let query = layout.subjects.clone().unwrap();
                found.extend(grid.rows.iter().flat_map(|r| &r.boxes).map(|b| (query.clone(), b)));
            }
        }
    }
    found
}

fn columns(world: &crate::world::World, sql: &str) -> BTreeSet<String> {
    world.store.db().connection.prepare(sql).unwrap().column_names().map(str::to_owned).collect()
}

#[test]
fn layouts_and_queries_name_the_same_columns() {
    let world = world();
    let mut wanted: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for shipped in Shipped::all() {
        for (_, sql) in shipped.queries {
            wanted.entry(sql).or_default();
        }
        let layout = shipped.layout().unwrap();
        for (query, shows) in all(&layout).into_iter().filter(|(_, s)| !s.later && !s.blank) {
            wanted.entry(shipped.query(&query).unwrap()).or_default().insert(shows.key.clone());
        }
    }
    for (sql, shown) in wanted {
        let given = columns(&world, sql);
        let shown: BTreeSet<String> = shown.into_iter().filter(|k| k != "row.seq").collect();
        let given: BTreeSet<String> = given.into_iter().filter(|c| !BESIDE.contains(&c.as_str())).collect();
        let begins = sql.lines().next().unwrap_or_default();
        let unshown: Vec<_> = given.difference(&shown).collect();
        let ungiven: Vec<_> = shown.difference(&given).collect();
        assert!(unshown.is_empty(), "the query `{begins}` gives columns that no layout shows: {unshown:?}");
        assert!(ungiven.is_empty(), "a layout shows columns that its query `{begins}` does not give: {ungiven:?}");
    }
}

#[test]
fn a_key_names_one_box_or_column_and_every_column_can_be_made() {
    for shipped in Shipped::all() {
        let layout = shipped.layout().unwrap();
        let mut seen = BTreeSet::new();
        for (_, shows) in all(&layout).into_iter().filter(|(_, s)| !s.later) {
            assert!(seen.insert(shows.key.clone()), "form {}: {} stands twice", shipped.number, shows.key);
            assert!(shows.column().is_ok(), "form {}: {} has label and width", shipped.number, shows.key);
        }
        let fact = layout.fact.clone().unwrap();
        assert!(KINDS.iter().any(|(kind, _)| *kind == fact), "form {}: {fact} may have own columns", shipped.number);
        let facts = shipped.query(layout.facts().unwrap()).unwrap();
        assert!(
            facts.contains(&format!("'{fact}' AS fact_kind")),
            "form {}: its rows are facts of {fact}",
            shipped.number
        );
    }
}

#[test]
fn every_folder_of_a_register_is_shipped_under_its_number() {
    let folders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/registers")).unwrap();
    let names = folders.flatten().filter(|f| f.path().is_dir()).map(|f| f.file_name().to_string_lossy().into_owned());
    let mut numbers: Vec<i64> = names.map(|name| name[..2].parse().unwrap()).collect();
    numbers.sort_unstable();
    let known: Vec<i64> = SHIPPED.iter().map(|s: &Shipped| s.number).collect();
    assert_eq!(numbers, known, "a folder that `shipped.rs` does not name is a register that nobody sees");
    assert_eq!(known, (1..=10).collect::<Vec<_>>(), "there are ten");
    assert!(REPORTS.iter().all(|s| s.number > 100), "a report is none of the ten");
    for shipped in Shipped::all() {
        assert_eq!(shipped.layout().unwrap().number, shipped.number, "layout.toml and shipped.rs say the same number");
    }
}
