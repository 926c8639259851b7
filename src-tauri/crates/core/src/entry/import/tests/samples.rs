//! The sample files against what a faithful import of them holds.

use serde_json::Value as Json;

use super::{Asked, count, fixture, import, preview, rows, station};
use crate::entry::import::ImportKind::{
    self, Activities, Contacts, Deeds, Deputies, Districts, Duty, Receptions, Suggestions,
};
use crate::history::undo;
use crate::store::tests::World;

const FILES: [(ImportKind, &str); 9] = [
    (Districts, "samples/districts.xlsx"),
    (Deputies, "samples/roster-town.xlsx"),
    (Deputies, "samples/roster-higher-levels.xlsx"),
    (Duty, "samples/duty.xlsx"),
    (Receptions, "samples/receptions.xlsx"),
    (Suggestions, "samples/suggestions.csv"),
    (Activities, "samples/activities.xlsx"),
    (Contacts, "samples/contacts.xlsx"),
    (Deeds, "samples/deeds.xlsx"),
];
/// New facts that each file gives.
const NEW: [usize; 9] = [40, 115, 26, 24, 49, 7, 22, 60, 34];
const PARTS: [(&str, &str); 5] = [
    ("deputies", include_str!("sql/deputies.sql")),
    ("districts", include_str!("sql/districts.sql")),
    ("duty", include_str!("sql/duty.sql")),
    ("visits", include_str!("sql/visits.sql")),
    ("suggestions", include_str!("sql/suggestions.sql")),
];

fn all(world: &mut World) -> Vec<(usize, Option<i64>)> {
    let one = |(kind, file): (ImportKind, &str)| {
        let (said, operation) = import(world, kind, &Asked::fixture(file)).unwrap();
        assert_eq!(said.doubts, [], "nothing in {file} is doubtful");
        (said.new_facts.len() + said.changes.len(), operation)
    };
    FILES.map(one).to_vec()
}

fn assert_true(world: &World) {
    let truth: Json = serde_json::from_slice(&fixture("samples/truth.json")).unwrap();
    for (part, sql) in PARTS {
        let found = rows(world, sql);
        let expected = truth[part].as_array().unwrap();
        assert_eq!(found.len(), expected.len(), "as many {part} as the files hold");
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(found, expected, "every field of {part} as a faithful import has it");
        }
    }
    assert_eq!(count(world, "SELECT sum(people) FROM visit"), 108, "visitors");
}

#[test]
fn the_samples_are_taken_in_faithfully_once_and_undo_empties_the_station_again() {
    let mut world = station();
    let empty = count(&world, include_str!("sql/counts.sql"));
    let first = all(&mut world);
    assert_eq!(first.iter().map(|(n, _)| *n).collect::<Vec<_>>(), NEW, "every row is one new fact");
    assert!(first.iter().all(|(_, operation)| operation.is_some()), "each import is one operation");
    assert_true(&world);
    let second = all(&mut world);
    assert_eq!(second, [(0, None); 9], "the same files again change nothing and record nothing");
    for _ in FILES {
        undo(&mut world.store, &mut world.hand).unwrap();
    }
    assert_eq!(count(&world, include_str!("sql/counts.sql")), empty, "undo takes all of it back");
    assert_eq!(undo(&mut world.store, &mut world.hand).err().map(|e| e.code()), Some("nothing_to_undo"), "one each");
}

#[test]
fn a_preview_says_what_the_import_then_does() {
    let mut world = station();
    for (kind, file) in FILES {
        let foretold = preview(&mut world, kind, &Asked::fixture(file)).unwrap();
        let (said, _) = import(&mut world, kind, &Asked::fixture(file)).unwrap();
        assert_eq!(foretold, said, "the preview of {file} is the same run, taken back");
    }
}

#[test]
fn the_order_of_the_files_does_not_matter_to_what_they_say() {
    let mut world = station();
    for at in [1, 4, 0, 3, 2] {
        let (kind, file) = FILES[at];
        import(&mut world, kind, &Asked::fixture(file)).unwrap();
    }
    import(&mut world, Suggestions, &Asked::fixture("samples/suggestions.csv")).unwrap();
    assert_true(&world);
}

#[test]
fn sites_villages_groups_and_units_that_a_file_names_are_listed() {
    let mut world = station();
    let made = |world: &mut World, at: usize, what: &str| {
        let (kind, file) = FILES[at];
        let (said, _) = import(world, kind, &Asked::fixture(file)).unwrap();
        said.created.into_iter().filter(|c| c.what == what).map(|c| c.label).collect::<Vec<_>>()
    };
    assert_eq!(made(&mut world, 0, "代表小组"), ["鼓楼", "东关", "晋福", "靳家街", "仁庄"], "groups");
    assert_eq!(made(&mut world, 1, "届次"), ["镇第5届"], "the term that the title names");
    assert_eq!(made(&mut world, 3, "站点").len(), 6, "a station and five points");
    let units = made(&mut world, 4, "单位");
    assert!(units.contains(&"水利站".to_owned()) && units.len() >= 4, "units that handle matters: {units:?}");
}

#[test]
fn the_list_of_higher_levels_may_come_first() {
    let mut world = station();
    for at in [2, 1, 0] {
        let (kind, file) = FILES[at];
        import(&mut world, kind, &Asked::fixture(file)).unwrap();
    }
    let by_name = |mut rows: Vec<Json>| {
        rows.sort_by_key(|row| row["name"].to_string());
        rows
    };
    let truth: Json = serde_json::from_slice(&fixture("samples/truth.json")).unwrap();
    let expected = by_name(truth["deputies"].as_array().unwrap().clone());
    for (found, expected) in by_name(rows(&world, PARTS[0].1)).iter().zip(&expected) {
        assert_eq!(found, expected, "the township's own roster corrects what the other list could not split");
    }
}

#[test]
fn the_same_tables_in_other_formats_say_nothing_new() {
    let mut world = station();
    for at in [0, 1, 4] {
        let (kind, file) = FILES[at];
        import(&mut world, kind, &Asked::fixture(file)).unwrap();
    }
    let same = [
        (Deputies, "formats/roster-town.xls", 115),
        (Deputies, "formats/roster-town-gb18030.csv", 115),
        (Receptions, "formats/receptions.ods", 49),
        (Receptions, "formats/receptions-utf8-bom.csv", 49),
        (Receptions, "formats/receptions-gb18030.csv", 49),
        (Receptions, "formats/receptions-utf16.txt", 49),
    ];
    for (kind, file, rows) in same {
        let (said, operation) = import(&mut world, kind, &Asked::fixture(file)).unwrap();
        assert_eq!((said.unchanged, operation), (rows, None), "{file}: {:?} {:?}", said.changes, said.new_facts);
    }
}
