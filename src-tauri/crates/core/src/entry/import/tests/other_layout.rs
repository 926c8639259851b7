//! A roster laid out otherwise: another order, other names of columns, groups merged downwards, a doubled row.

use serde_json::Value as Json;

use super::{Asked, fixture, import, rows, station};
use crate::entry::import::{Fate, ImportKind::Deputies};

#[test]
fn a_roster_laid_out_otherwise_gives_the_same_kind_of_facts() {
    let mut world = station();
    let asked = Asked::fixture("other-layout/roster.xlsx");
    let (said, _) = import(&mut world, Deputies, &asked).unwrap();
    let truth: Json = serde_json::from_slice(&fixture("other-layout/truth.json")).unwrap();
    let found = rows(&world, include_str!("sql/deputies.sql"));
    for (found, expected) in found.iter().zip(truth["deputies"].as_array().unwrap()) {
        assert_eq!(found, expected, "every field of every deputy");
    }
    assert_eq!(found.len(), 7, "the doubled row is no eighth person, and two of one name are two");
    let doubts: Vec<(Fate, u32, &str)> =
        said.doubts.iter().map(|d| (d.answer, d.at.row, d.at.column.as_deref().unwrap_or(&d.at.sheet))).collect();
    let expected =
        [(Fate::Kept, 0, "填表说明"), (Fate::LeftOut, 9, "D"), (Fate::LeftOut, 11, "A"), (Fate::Kept, 11, "B")];
    assert_eq!(
        doubts, expected,
        "the sheet passed over, the rounded ID number and the doubled row, which stands in another group, are named: {:?}",
        said.doubts
    );
    let (again, operation) = import(&mut world, Deputies, &asked).unwrap();
    assert_eq!(
        (again.changes.len() + again.new_facts.len(), again.unchanged, operation),
        (0, 8, None),
        "again: nothing"
    );
}
